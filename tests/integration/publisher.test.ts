import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Address } from "#domain/addresses.ts";
import { watchOutbox } from "#front/outbox-watch.ts";
import { PagesNotMade } from "#publisher/pages-not-made.ts";
import type { Exclusively, Turn } from "#publisher/ports.ts";
import { createPublisher, type Publisher } from "#publisher/publisher.ts";
import { openFileRegistry, pendingIn } from "../support/file-registry.ts";

let folder: string;
let registry: ReturnType<typeof openFileRegistry>;
let publisher: Publisher;
/** Paths that Next answers with something else than a good page. */
let broken: Map<string, { status: number; body: Buffer }>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kartateka-publisher-"));
  registry = openFileRegistry(folder);
  registry.write({
    pages: new Map<Address, string>([
      ["/", "home"],
      ["/people/1", "first"],
      ["/people/1/versions", "versions"],
      ["/facilities/ik-4", "a colony"],
    ]),
    withdrawn: new Set([7]),
    outbox: new Map(),
  });
  broken = new Map();
  const { render } = registry.options;
  publisher = createPublisher({
    editionLink: join(folder, "edition"),
    ...registry.options,
    render: async (path) => broken.get(path) ?? render(path),
  });
  await publisher.makeWhole();
});
afterEach(() => rmSync(folder, { recursive: true }));

const page = (path: string) => readFileSync(join(folder, "edition", path, "index.html"), "utf8");
const isThere = (path: string) => existsSync(join(folder, "edition", path));

describe("a page that cannot be made", () => {
  it("keeps its old file and its place in the outbox, and is named; the others are made", async () => {
    broken.set("/ru/people/1", { status: 500, body: Buffer.from("") });
    const revealing = publisher.reveal(async () => {
      registry.change(["/people/1", "corrected"], ["/", "home anew"]);
      return "version 2";
    });
    await expect(revealing).rejects.toMatchObject({
      failures: [{ path: "/ru/people/1", reason: "answered 500" }],
      result: "version 2",
    });
    expect(page("ru/people/1")).toContain("ru: first.");
    expect(page("be/people/1")).toContain("be: corrected.");
    expect(page("ru")).toContain("ru: home anew.");
    expect(pendingIn(registry.read())).toEqual(new Set(["/people/1"]));

    broken.clear();
    await publisher.drain();
    expect(page("ru/people/1")).toContain("ru: corrected.");
    expect(pendingIn(registry.read()).size).toBe(0);
  });

  it("is tried once more when the others are made", async () => {
    let asked = 0;
    const { render } = registry.options;
    const unlucky = createPublisher({
      editionLink: join(folder, "edition"),
      ...registry.options,
      render: async (path) => {
        if (path === "/ru/people/1" && ++asked === 1) throw new Error("connection timeout");
        return render(path);
      },
    });
    await unlucky.reveal(async () => registry.change(["/people/1", "corrected"]));
    expect(page("ru/people/1")).toContain("ru: corrected.");
    expect(asked).toBe(2);
  });

  it("is one, too, when something that could run is left on it", async () => {
    const body = Buffer.from('<!DOCTYPE html><html lang="be"><body onload="x()"></body></html>');
    broken.set("/be", { status: 200, body });
    await expect(publisher.reveal(async () => registry.change(["/", "home anew"]))).rejects.toThrow(
      "the attribute onload",
    );
    expect(page("be")).toContain("be: home.");
  });

  it("leaves the old edition where it is when a whole one was to be made", async () => {
    const before = readlinkSync(join(folder, "edition"));
    broken.set("/en/facilities/ik-4", { status: 404, body: Buffer.from("") });
    registry.change(["/", "home anew"]);
    await expect(publisher.makeWhole()).rejects.toThrow("/en/facilities/ik-4: answered 404");
    expect(readlinkSync(join(folder, "edition"))).toBe(before);
    expect(page("be")).toContain("be: home.");
    expect(pendingIn(registry.read())).toEqual(new Set(["/"]));
  });

  it("stays down when it was taken down to hide something", async () => {
    broken.set("/be/facilities/ik-4", { status: 500, body: Buffer.from("") });
    const { remade } = await publisher.conceal(
      async () => ({ addresses: ["/facilities/ik-4"] }),
      async () => registry.change(["/facilities/ik-4", "less"]),
    );
    await expect(remade).rejects.toThrow(PagesNotMade);
    expect(isThere("be/facilities/ik-4/index.html")).toBe(false);
    expect(isThere("be/facilities/ik-4/index.html.br")).toBe(false);
    expect(isThere("be/facilities/ik-4/being-remade")).toBe(true);
    expect(page("ru/facilities/ik-4")).toContain("ru: less.");
    expect(isThere("ru/facilities/ik-4/being-remade")).toBe(false);
  });

  it("keeps a person gone who is to be shown again", async () => {
    broken.set("/be/people/7", { status: 500, body: Buffer.from("") });
    const revealing = publisher.reveal(async () => {
      registry.change(["/people/7", "back again"]);
      registry.transact(({ withdrawn }) => withdrawn.delete(7));
    });
    await expect(revealing).rejects.toThrow(PagesNotMade);
    expect(isThere("be/people/7/gone")).toBe(true);
    broken.clear();
    await publisher.drain();
    expect(isThere("be/people/7/gone")).toBe(false);
    expect(page("be/people/7")).toContain("back again");
  });
});

describe("a command that is refused", () => {
  it("leaves everything as it was, also when pages were taken down for it", async () => {
    const refused = new Error("refused");
    const concealing = publisher.conceal(
      async () => ({ addresses: ["/people/1", "/people/1/versions", "/"], gone: 1 }),
      async () => {
        expect(isThere("be/people/1/gone")).toBe(true);
        expect(isThere("be/people/1/versions")).toBe(false);
        throw refused;
      },
    );
    await expect(concealing).rejects.toBe(refused);
    expect(page("be/people/1/versions")).toContain("be: versions.");
    expect(page("be")).toContain("be: home.");
    expect(isThere("be/people/1/gone")).toBe(false);
    expect(isThere("be/being-remade")).toBe(false);
    expect(pendingIn(registry.read()).size).toBe(0);
  });
});

describe("an address that there is no longer", () => {
  it("loses its page and the folders that this leaves empty", async () => {
    await publisher.reveal(async () =>
      registry.change(["/people/1/versions", undefined], ["/facilities/ik-4", undefined]),
    );
    expect(isThere("be/people/1/versions")).toBe(false);
    expect(isThere("be/facilities")).toBe(false);
    expect(page("be/people/1")).toContain("be: first.");
    expect(readFileSync(join(folder, "edition/sitemap.xml"), "utf8")).not.toContain("ik-4");
  });
});

describe("before an edition is made", () => {
  it("commands do their work, and the outbox waits", async () => {
    rmSync(join(folder, "edition"));
    await publisher.conceal(
      async () => ({ addresses: ["/people/1"] }),
      async () => registry.change(["/people/1", "less"]),
    );
    expect(pendingIn(registry.read())).toEqual(new Set(["/people/1"]));
    await publisher.prepare();
    expect(page("be/people/1")).toContain("be: less.");
    expect(pendingIn(registry.read()).size).toBe(0);
  });
});

describe("a start", () => {
  it("makes what is left in the outbox, in the same edition", async () => {
    const before = readlinkSync(join(folder, "edition"));
    registry.change(["/", "home anew"]);
    await publisher.prepare();
    expect(page("en")).toContain("en: home anew.");
    expect(readlinkSync(join(folder, "edition"))).toBe(before);
  });

  it("makes a whole edition for another build, and removes the old one", async () => {
    const before = readlinkSync(join(folder, "edition"));
    const progress = vi.fn();
    const options = { editionLink: join(folder, "edition"), ...registry.options, stamp: "another" };
    await createPublisher(options).prepare(progress);
    expect(readlinkSync(join(folder, "edition"))).toBe("editions/another.1");
    expect(existsSync(join(folder, before))).toBe(false);
    expect(progress).toHaveBeenLastCalledWith(12, 12);
  });
});

describe("the watch over the outbox", () => {
  it("makes what a killed command has left", async () => {
    const watch = watchOutbox(publisher, { tell: () => undefined, everyMilliseconds: 10 });
    registry.change(["/", "home anew"]);
    await vi.waitFor(() => expect(pendingIn(registry.read()).size).toBe(0));
    await watch.stop();
    expect(page("be")).toContain("be: home anew.");
  });

  it("tells once of a page that cannot be made, and never of a database that is down", async () => {
    const tell = vi.fn();
    let looks = 0;
    const failure = new PagesNotMade([{ path: "/be", reason: "answered 500" }]);
    const drain = async () => {
      looks++;
      throw looks % 2 === 0 ? failure : new Error("connect ECONNREFUSED");
    };
    const watch = watchOutbox({ drain }, { tell, everyMilliseconds: 1 });
    await vi.waitFor(() => expect(looks).toBeGreaterThan(6));
    await watch.stop();
    expect(tell.mock.calls).toEqual([[failure.message]]);
  });
});

describe("a lock that is lost in the middle", () => {
  const lost = async () => {
    throw new Error("the connection is gone");
  };
  const exclusively: Exclusively = (work) => work(lost);
  const turn: Turn = {
    wait: (work) => work(exclusively),
    attempt: (work) => work(exclusively).then(() => true),
  };
  const unlocked = () =>
    createPublisher({
      editionLink: join(folder, "edition"),
      ...registry.options,
      stamp: "another",
      locks: { exclusively, pages: turn, whole: turn },
    });

  it("leaves every page as it was, since somebody else may have hidden one", async () => {
    registry.change(["/people/1", "rendered before somebody hid it"]);
    await expect(unlocked().drain()).rejects.toBeInstanceOf(PagesNotMade);
    expect(page("be/people/1")).toContain("be: first.");
    expect(pendingIn(registry.read())).toEqual(new Set(["/people/1"]));
  });

  it("leaves the old edition where it is", async () => {
    const before = readlinkSync(join(folder, "edition"));
    await expect(unlocked().makeWhole()).rejects.toThrow("the connection is gone");
    expect(readlinkSync(join(folder, "edition"))).toBe(before);
  });

  it("does not begin to hide what it could not keep hidden", async () => {
    const command = vi.fn();
    const concealing = unlocked().conceal(async () => ({ addresses: ["/people/1"] }), command);
    await expect(concealing).rejects.toThrow("the connection is gone");
    expect(command).not.toHaveBeenCalled();
    expect(isThere("be/people/1/index.html")).toBe(false);
  });
});

it("an old edition that a crash has left is removed before serving", async () => {
  mkdirSync(join(folder, "editions", "old.1"));
  await publisher.prepare();
  expect(readdirSync(join(folder, "editions"))).toHaveLength(1);
});
