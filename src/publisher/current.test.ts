import { afterEach, expect, it, vi } from "vitest";
import { currentPublisher, NoPublisher, providePublisher } from "#publisher/current.ts";
import { PagesNotMade } from "#publisher/pages-not-made.ts";

const publisher = { reveal: vi.fn(), conceal: vi.fn() };

afterEach(() => vi.unstubAllEnvs());

it("is one for every copy of this module in the process", async () => {
  const takeBack = providePublisher(publisher);
  vi.resetModules();
  const copy = await import("#publisher/current.ts");
  expect(copy.currentPublisher).not.toBe(currentPublisher);
  expect(copy.currentPublisher()).toBe(publisher);
  takeBack();
  expect(copy.currentPublisher).toThrow("no publisher");
});

it("is taken back by whoever provided it, and by nobody else", () => {
  const takeBack = providePublisher(publisher);
  const takeBackOther = providePublisher({ ...publisher });
  takeBack();
  expect(currentPublisher()).not.toBe(publisher);
  takeBackOther();
  expect(currentPublisher).toThrow(NoPublisher);
});

it("runs the commands and nothing else in development, where there is no edition", async () => {
  vi.stubEnv("NODE_ENV", "development");
  await expect(currentPublisher().reveal(async () => 3)).resolves.toBe(3);
  const hidden = await currentPublisher().conceal(
    () => Promise.reject(new Error("asked")),
    async () => 4,
  );
  expect(hidden.result).toBe(4);
  await hidden.remade;
});

it("tells pages that were not made from every other failure, whichever copy of the module threw them", async () => {
  vi.resetModules();
  const copy = await import("#publisher/pages-not-made.ts");
  expect(copy.PagesNotMade).not.toBe(PagesNotMade);
  expect(new copy.PagesNotMade([{ path: "/be", reason: "answered 500" }])).toBeInstanceOf(PagesNotMade);
  expect(new Error("connection timeout")).not.toBeInstanceOf(PagesNotMade);
});
