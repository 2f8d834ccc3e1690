import { expect, test, vi } from "vitest";
import { env } from "#env.ts";
import { databasePlace } from "./database.ts";

test("the owner's address is taken out of the environment, and stays known", () => {
  vi.stubEnv("DATABASE_URL", "postgresql://owner:secret@127.0.0.1:1/registry");
  const place = databasePlace();
  expect(place.givenUrl).toBe("postgresql://owner:secret@127.0.0.1:1/registry");
  expect(JSON.stringify(env.forChild({}))).not.toContain("owner:secret");
  expect(databasePlace()).toEqual(place);
  vi.unstubAllEnvs();
});
