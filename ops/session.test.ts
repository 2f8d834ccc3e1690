import { expect, test, vi } from "vitest";
import { PagesNotMade } from "#publisher/pages-not-made.ts";
import { makePages } from "./session.ts";

test("pages that cannot be made are told, and don't keep a command from being done", async () => {
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const reason = { path: "/be/people/2", reason: "answered 500" };
  await makePages({ publisher: { prepare: () => Promise.reject(new PagesNotMade([reason])) } });
  expect(written.mock.calls.flat().join("")).toContain("/be/people/2: answered 500");
  written.mockRestore();
});

test("anything else that fails is a failure", async () => {
  const broken = { publisher: { prepare: () => Promise.reject(new Error("no database")) } };
  await expect(makePages(broken)).rejects.toThrow("no database");
});
