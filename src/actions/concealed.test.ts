import { afterEach, expect, test, vi } from "vitest";
import { concealed } from "#actions/concealed.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { type CommandPublisher, providePublisher } from "#publisher/current.ts";
import { PagesNotMade } from "#publisher/pages-not-made.ts";

const concerned = async () => ({ addresses: [] });
let takeBack = () => {};

afterEach(() => {
  takeBack();
  vi.unstubAllEnvs();
});

/** A publisher that hides at once, and whose pages are there again when `remade` says so. */
function provide(remade: Promise<void>): void {
  remade.catch(() => undefined);
  const conceal: CommandPublisher["conceal"] = async (_concerned, command) => ({
    result: await command(),
    remade,
  });
  takeBack = providePublisher({ conceal, reveal: (command) => command() });
}

test("says that it is hidden, and that its pages are made again", async () => {
  const command = vi.fn(async () => undefined);
  provide(Promise.resolve());
  expect(await concealed(concerned, command)).toEqual({ remade: true });
  expect(command).toHaveBeenCalledOnce();
});

test("doesn't wait for pages: neither for slow ones nor for such as cannot be made", async () => {
  provide(new Promise(() => undefined));
  expect(await concealed(concerned, async () => undefined)).toEqual({ remade: false });
  provide(Promise.reject(new PagesNotMade([{ path: "/be", reason: "Next is down" }])));
  expect(await concealed(concerned, async () => undefined)).toEqual({ remade: false });
});

test("hides nothing where there is no publisher, and passes a refusal on", async () => {
  vi.stubEnv("NODE_ENV", "production");
  const command = vi.fn(async () => undefined);
  expect(await concealed(concerned, command)).toBeUndefined();
  expect(command).not.toHaveBeenCalled();
  provide(Promise.resolve());
  const refused = async () => {
    throw new Refusal("already-withheld", "It is hidden already.");
  };
  await expect(concealed(concerned, refused)).rejects.toMatchObject({ reason: "already-withheld" });
});
