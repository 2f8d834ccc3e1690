import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Address } from "#domain/addresses.ts";
import { languages } from "#domain/languages.ts";
import type { Change } from "#publisher/ports.ts";
import { createPublisher, type Publisher, type PublisherOptions } from "#publisher/publisher.ts";
import { noteChange, openFileRegistry, pendingIn, type State } from "../support/file-registry.ts";
import { createLatch, type Latch } from "../support/latch.ts";

// What one publisher does while another is in the middle of something. Each process has a publisher of its own; the
// locks and the outbox are what they have in common. What is rendered and then held up may be out of date by then.

const canary = "CANARY-c0de";

let folder: string;
let registry: ReturnType<typeof openFileRegistry>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kartateka-meanwhile-"));
  registry = openFileRegistry(folder);
  registry.write({
    pages: new Map<Address, string>([
      ["/", `home names ${canary}`],
      ["/people", `people: ${canary}`],
      ["/people/1", `first, ${canary}`],
      ["/people/1/versions/1", `first version, ${canary}`],
      ["/facilities/ik-4", "a colony"],
    ]),
    withdrawn: new Set([7]),
    outbox: new Map(),
  });
  await another().makeWhole();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A publisher as another process would have it. */
function another(options: Partial<PublisherOptions> = {}): Publisher {
  return createPublisher({ editionLink: join(folder, "edition"), ...registry.options, ...options });
}

/** One that is held up at pages, once it has rendered them. */
function heldAt(latches: Readonly<Record<string, Latch>>): Publisher {
  return another({
    render: async (path) => {
      const rendered = await registry.options.render(path);
      await latches[path]?.pass();
      return rendered;
    },
  });
}

/** One that hides, and never gets to making the pages again. */
function hidingOnly(): Publisher {
  const { locks } = registry.options;
  return another({ locks: { ...locks, pages: { ...locks.pages, wait: () => new Promise(() => {}) } } });
}

const editionFolder = () => join(folder, readlinkSync(join(folder, "edition")));
const page = (path: string) => readFileSync(join(editionFolder(), path, "index.html"), "utf8");
const isThere = (path: string) => existsSync(join(editionFolder(), path));

/** Paths in the served edition at which the canary can be read. */
function canaries(): string[] {
  const edition = editionFolder();
  return readdirSync(edition, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html") && readFileSync(join(edition, path), "utf8").includes(canary))
    .sort();
}

const named: readonly Address[] = ["/", "/people", "/people/1", "/people/1/versions/1"];

function withhold(publisher: Publisher, latch?: Latch) {
  return publisher.conceal(
    async () => ({ addresses: named }),
    async () => {
      await latch?.pass();
      registry.change(...named.map((address): [Address, string] => [address, "withheld"]));
    },
  );
}

function withdraw(publisher: Publisher) {
  return publisher.conceal(
    async () => ({ addresses: named, gone: 1 }),
    async () =>
      registry.transact((state: State) => {
        for (const address of named) noteChange(state, address);
        for (const address of named.slice(2)) state.pages.delete(address);
        for (const address of named.slice(0, 2)) state.pages.set(address, "nobody");
        state.withdrawn.add(1);
      }),
  );
}

describe("while a whole edition is being made", () => {
  let latch: Latch;
  let before: string;
  let making: Promise<void>;

  beforeEach(async () => {
    latch = createLatch();
    before = editionFolder();
    // The last page but one: most of the others are in the new edition already, with what is to be hidden.
    making = heldAt({ "/en/facilities/ik-4": latch }).makeWhole();
    await latch.reached;
    const [unserved] = readdirSync(join(folder, "editions")).filter((name) => !before.endsWith(name));
    const early = join(folder, "editions", unserved ?? "", "be/people/1/index.html");
    expect(readFileSync(early, "utf8")).toContain(canary);
  });

  it("a withholding holds at once, its pages come back, and the new edition has it too", async () => {
    const { remade } = await withhold(another());
    expect(canaries()).toEqual([]);
    await remade;
    expect(page("be/people/1")).toContain("be: withheld.");
    expect(editionFolder()).toBe(before);
    latch.open();
    await making;
    expect(editionFolder()).not.toBe(before);
    expect(canaries()).toEqual([]);
    for (const language of languages)
      expect(page(`${language}/people/1`)).toContain(`${language}: withheld.`);
  });

  it("a withdrawal holds at once, and nothing of the person is in the new edition", async () => {
    const { remade } = await withdraw(another());
    expect(canaries()).toEqual([]);
    expect(isThere("ru/people/1/gone")).toBe(true);
    await remade;
    latch.open();
    await making;
    expect(canaries()).toEqual([]);
    expect(readdirSync(join(editionFolder(), "ru/people/1"))).toEqual(["gone"]);
    expect(readFileSync(join(editionFolder(), "sitemap.xml"), "utf8")).not.toContain("/people/1<");
  });

  it("what is published is there when it is said to be, and stays", async () => {
    await another().reveal(async () => {
      registry.change(["/people/2", "second"], ["/", "home names two"], ["/people/7", "back again"]);
      registry.transact(({ withdrawn }) => withdrawn.delete(7));
    });
    expect(page("en/people/2")).toContain("en: second.");
    expect(isThere("en/people/7/gone")).toBe(false);
    expect(editionFolder()).toBe(before);
    latch.open();
    await making;
    expect(editionFolder()).not.toBe(before);
    for (const path of ["en/people/2", "be/people/2"]) expect(page(path)).toContain("second.");
    expect(page("ru/people/7")).toContain("back again.");
    expect(isThere("ru/people/7/gone")).toBe(false);
    expect(page("be")).toContain("home names two.");
    expect(readFileSync(join(editionFolder(), "sitemap.xml"), "utf8")).toContain("/people/2<");
  });

  it("an address that ends is in neither edition", async () => {
    await another().reveal(async () => registry.change(["/people/1/versions/1", undefined]));
    expect(isThere("be/people/1/versions")).toBe(false);
    latch.open();
    await making;
    expect(isThere("be/people/1/versions")).toBe(false);
  });

  it("a withholding holds, too, that comes while the new edition is being brought up to the last changes", async () => {
    const catchingUp = createLatch();
    const later = createLatch();
    const slow = heldAt({ "/en/facilities/ik-4": later, "/be/people/9": catchingUp });
    latch.open();
    await making;
    const again = slow.makeWhole();
    await later.reached;
    await another().reveal(async () => registry.change(["/people/9", "ninth"]));
    later.open();
    await catchingUp.reached;
    const { remade } = await withhold(another());
    catchingUp.open();
    await again;
    await remade;
    expect(canaries()).toEqual([]);
    expect(page("be/people/9")).toContain("ninth.");
    expect(pendingIn(registry.read()).size).toBe(0);
  });

  it("the new edition is not served between the two halves of a hiding", async () => {
    const committing = createLatch();
    const hiding = withhold(hidingOnly(), committing);
    await committing.reached;
    latch.open();
    await settled();
    expect(editionFolder()).toBe(before);
    expect(canaries()).toEqual([]);
    committing.open();
    await hiding;
    await making;
    expect(editionFolder()).not.toBe(before);
    expect(canaries()).toEqual([]);
  });

  it("a command that is refused leaves its pages as they were", async () => {
    const refused = another().conceal(
      async () => ({ addresses: named, gone: 1 }),
      async () => {
        throw new Error("refused");
      },
    );
    await expect(refused).rejects.toThrow("refused");
    expect(page("be/people/1")).toContain(canary);
    latch.open();
    await making;
    expect(page("be/people/1")).toContain(canary);
    expect(isThere("be/people/1/gone")).toBe(false);
  });

  it("the old edition is not removed while somebody makes pages in it", async () => {
    const slowPage = createLatch();
    const revealing = heldAt({ "/ru/people/1": slowPage }).reveal(async () =>
      registry.change(["/people/1", "corrected"]),
    );
    await slowPage.reached;
    latch.open();
    // The old edition is removed when nobody works in it any more.
    await expectToBecome(() => editionFolder() !== before);
    expect(existsSync(before)).toBe(true);
    slowPage.open();
    await revealing;
    await making;
    expect(existsSync(before)).toBe(false);
    expect(page("ru/people/1")).toContain("corrected.");
  });
});

describe("while pages are being made", () => {
  it("none that was rendered before a hiding is written after it", async () => {
    const rendered = createLatch();
    registry.change(["/people/1", `corrected, ${canary}`], ["/", `home names ${canary} again`]);
    const draining = heldAt({ "/ru/people/1": rendered }).drain();
    await rendered.reached;
    await withhold(hidingOnly());
    expect(canaries()).toEqual([]);
    rendered.open();
    await draining;
    expect(canaries()).toEqual([]);
    // They stay down until somebody makes them of what is public now.
    expect(isThere("ru/people/1/being-remade")).toBe(true);
    await another().drain();
    expect(page("ru/people/1")).toContain("withheld.");
    expect(isThere("ru/people/1/being-remade")).toBe(false);
  });

  it("none is written between the two halves of a hiding", async () => {
    const committing = createLatch();
    const hiding = withhold(hidingOnly(), committing);
    await committing.reached;
    // What is to be hidden is public still, and the pages of it are to be made.
    const rendered = createLatch();
    const draining = heldAt({ "/en/people/1/versions/1": rendered }).drain();
    await rendered.reached;
    rendered.open();
    await settled();
    expect(canaries()).toEqual([]);
    committing.open();
    await hiding;
    await draining;
    expect(canaries()).toEqual([]);
  });

  it("nothing of a person comes back who is withdrawn meanwhile", async () => {
    registry.change(["/people/1", `corrected, ${canary}`]);
    const rendered = createLatch();
    const draining = heldAt({ "/ru/people/1": rendered }).drain();
    await rendered.reached;
    const { remade } = await withdraw(another());
    rendered.open();
    await draining;
    await remade;
    for (const language of languages) {
      expect(readdirSync(join(editionFolder(), language, "people/1"))).toEqual(["gone"]);
    }
    expect(canaries()).toEqual([]);
  });

  it("a person stays gone whose restoring is overtaken by another withdrawal", async () => {
    const rendered = createLatch();
    registry.change(["/people/7", canary]);
    registry.transact(({ withdrawn }) => withdrawn.delete(7));
    const restoring = heldAt({ "/ru/people/7": rendered }).drain();
    await rendered.reached;
    await hidingOnly().conceal(
      async () => ({ addresses: ["/people/7"], gone: 7 }),
      async () => {
        registry.change(["/people/7", undefined]);
        registry.transact(({ withdrawn }) => withdrawn.add(7));
      },
    );
    rendered.open();
    await restoring;
    for (const language of languages) {
      expect(readdirSync(join(editionFolder(), language, "people/7"))).toEqual(["gone"]);
    }
  });

  it("one that changes once more is made once more", async () => {
    registry.change(["/people/1", "second"]);
    const rendered = createLatch();
    const draining = heldAt({ "/ru/people/1": rendered }).drain();
    await rendered.reached;
    registry.change(["/people/1", "third"]);
    rendered.open();
    await draining;
    expect(pendingIn(registry.read())).toEqual(new Set(["/people/1"]));
    await another().drain();
    expect(page("ru/people/1")).toContain("third.");
    expect(pendingIn(registry.read()).size).toBe(0);
  });

  it("one that changes once more after it was written, too", async () => {
    registry.change(["/people/1", "second"]);
    const written = createLatch();
    // Between the last page and the striking out.
    const { outbox } = registry.options;
    const clear = (made: readonly Change[]) => written.pass().then(() => outbox.clear(made));
    const draining = another({ outbox: { ...outbox, clear } }).drain();
    await written.reached;
    expect(page("ru/people/1")).toContain("second.");
    registry.change(["/people/1", "third"]);
    written.open();
    await draining;
    expect(pendingIn(registry.read())).toEqual(new Set(["/people/1"]));
  });

  it("a publication whose page changes once more is done when that is made", async () => {
    const rendered = createLatch();
    const revealing = heldAt({ "/ru/people/1": rendered }).reveal(async () =>
      registry.change(["/people/1", "second"]),
    );
    await rendered.reached;
    registry.change(["/people/1", "third"]);
    rendered.open();
    await revealing;
    expect(page("ru/people/1")).toContain("third.");
  });

  it("a publication that somebody else makes the pages of is done when they are there", async () => {
    registry.change(["/people", "people anew"]);
    const rendered = createLatch();
    const draining = heldAt({ "/en/people": rendered }).drain();
    await rendered.reached;
    let isDone = false;
    const revealing = another()
      .reveal(async () => registry.change(["/people", "people once more"]))
      .then(() => {
        isDone = true;
      });
    await expectToBecome(() => registry.read().pages.get("/people") === "people once more");
    expect(isDone).toBe(false);
    rendered.open();
    await Promise.all([draining, revealing]);
    expect(page("en/people")).toContain("people once more.");
  });
});

describe("after its command", () => {
  const lostAfter = (texts: [Address, string][]) => {
    const { outbox } = registry.options;
    let isDown = false;
    const pending = async () => {
      if (isDown) throw new Error("connect ECONNREFUSED");
      return outbox.pending();
    };
    const command = async () => {
      registry.change(...texts);
      isDown = true;
      return "version 2";
    };
    return { publisher: another({ outbox: { ...outbox, pending } }), command };
  };
  const said = { name: "PagesNotMade", result: "version 2", failures: [] };

  it("a publication whose pages cannot even be looked up was done, and says so", async () => {
    const { publisher, command } = lostAfter([["/people/1", "corrected"]]);
    await expect(publisher.reveal(command)).rejects.toMatchObject(said);
    await another().drain();
    expect(page("be/people/1")).toContain("corrected.");
  });

  it("so was a hiding", async () => {
    const { publisher, command } = lostAfter([["/people/1", "withheld"]]);
    const hidden = await publisher.conceal(async () => ({ addresses: ["/people/1"] }), command);
    expect(hidden.result).toBe("version 2");
    await expect(hidden.remade).rejects.toMatchObject(said);
    expect(isThere("be/people/1/index.html")).toBe(false);
  });
});

it("a page of somebody else's that cannot be made is no failure of a publication", async () => {
  registry.change(["/facilities/ik-4", undefined]);
  registry.transact(({ pages }) => pages.set("/facilities/ik-4", `a "colony"`));
  const broken = createPublisher({
    editionLink: join(folder, "edition"),
    ...registry.options,
    render: async (path) =>
      path.endsWith("ik-4") ? { status: 500, body: Buffer.from("") } : registry.options.render(path),
  });
  await broken.reveal(async () => registry.change(["/people/1", "corrected"]));
  expect(page("be/people/1")).toContain("corrected.");
  expect(pendingIn(registry.read())).toEqual(new Set(["/facilities/ik-4"]));
});

/** Long enough for whoever is held up by nothing: all that is left to do is to write some files. */
function settled(): Promise<void> {
  return wait(300);
}

async function expectToBecome(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { interval: 5, timeout: 20_000 }).toBe(true);
}
