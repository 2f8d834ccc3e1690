import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openDraft } from "#data/commands/open-draft.ts";
import { publish } from "#data/commands/publish.ts";
import { submitDraft } from "#data/commands/submit-draft.ts";
import type { Registry } from "#db/registry.ts";
import { localizedPath } from "#domain/addresses.ts";
import { env } from "#env.ts";
import type { Publisher } from "#publisher/publisher.ts";
import { editor } from "../support/actors.ts";
import { saveKey, summary } from "../support/drafts.ts";
import { generateCaseFiles } from "../support/generate-case-files.ts";
import { pendingAddresses } from "../support/pending-addresses.ts";
import { conceal, type Hiding, listFewAddresses, printingPublisher } from "../support/printing-publisher.ts";
import { createTestRegistry } from "../support/registry.ts";
import { filesOf, stalePages } from "../support/stale-pages.ts";

// Two processes, one of them killed, on a real PostgreSQL and by the registry's own commands.

let registry: Registry;
let publisher: Publisher;
let folder: string;
let drop: () => Promise<void>;
/** How often the publishing of a draft is killed, each time at another of its steps. */
const mostKilled = 12;
/** What can be hidden, one after the other, and the words by which it would be found. */
const facts: { number: number; factId: string; canary: string }[] = [];

beforeAll(async () => {
  ({ registry, drop } = await createTestRegistry());
  folder = mkdtempSync(join(tmpdir(), "kartateka-processes-"));
  publisher = printingPublisher(registry, folder);
  for (const [index, file] of generateCaseFiles(3).entries()) {
    const number = index + 1;
    const events = file.events.map((event) => {
      const canary = `CANARY-${number}-${event.id}-here`;
      facts.push({ number, factId: event.id, canary });
      return { ...event, note: { original: "en", en: canary } };
    });
    await publish(registry, { file: { ...file, events }, baseVersion: 0, actor: "Editor of the test" });
  }
  await publisher.makeWhole();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await drop();
});

function start(...words: string[]): ChildProcessWithoutNullStreams {
  const script = join(import.meta.dirname, "../support/publisher-process.ts");
  const child = spawn(process.execPath, [script, "--folder", folder, ...words], {
    env: env.forChild({ NODE_COMPILE_CACHE: join(folder, "compiled") }),
  });
  child.stderr.pipe(process.stderr);
  return child;
}

/** Makes a whole edition in another process, which is held up at one of its last pages. */
async function startWhole(): Promise<ChildProcessWithoutNullStreams> {
  const { addresses } = await listFewAddresses();
  const child = start("--held", localizedPath(addresses.at(-1) ?? "/", "en"));
  for await (const line of createInterface(child.stdout)) if (line === "held") return child;
  throw new Error("it came to its end");
}

/** Hides something in another process that is killed at a step. Gives all its steps when it came to its end. */
function hideAndDie({ number, factId }: Hiding, at: number | "commit"): Promise<string[] | undefined> {
  const fact = factId === undefined ? [] : ["--fact", factId];
  return startAndDie("--number", String(number), ...fact, "--at", String(at));
}

async function startAndDie(...words: string[]): Promise<string[] | undefined> {
  const child = start(...words);
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const [, signal] = await once(child, "close");
  return signal === "SIGKILL" ? undefined : z.array(z.string()).parse(JSON.parse(output));
}

const editionLink = () => join(folder, "edition");
const edition = () => readlinkSync(editionLink());

/** Files of the served edition, as text, in which words stand. */
function placesOf(words: string): string[] {
  return [...filesOf(editionLink())]
    .filter(([, content]) => Buffer.from(content, "base64").includes(words))
    .map(([path]) => path);
}

/** What the public side of the registry says, as text. */
async function everythingPublic(): Promise<string> {
  const [people, versions] = [registry.publicPerson.findMany(), registry.publicVersion.findMany()];
  return JSON.stringify([await people, await versions]);
}

describe("while another process makes a whole edition", () => {
  it("a withholding and a withdrawal hold, and their pages come back, before that is done; and after", async () => {
    const [withheld, withdrawn] = [facts.at(0), facts.at(-1)];
    if (withheld === undefined || withdrawn === undefined) throw new Error("nothing to hide");
    expect(placesOf(withheld.canary)).not.toEqual([]);
    const before = edition();
    const whole = await startWhole();
    const one = await conceal(registry, publisher, withheld);
    const other = await conceal(registry, publisher, { number: withdrawn.number });
    for (const { canary } of [withheld, withdrawn]) expect(placesOf(canary)).toEqual([]);
    await Promise.all([one.remade, other.remade]);
    expect(await stalePages(editionLink(), listFewAddresses)).toEqual([]);
    expect(edition()).toBe(before);
    whole.stdin.write("go on\n");
    await once(whole, "close");
    expect(edition()).not.toBe(before);
    for (const { canary } of [withheld, withdrawn]) expect(placesOf(canary)).toEqual([]);
    expect(await stalePages(editionLink(), listFewAddresses)).toEqual([]);
    expect(await pendingAddresses(registry)).toEqual([]);
  });

  it("its being killed leaves the old edition, and no lock", async () => {
    const before = edition();
    const whole = await startWhole();
    whole.kill("SIGKILL");
    await once(whole, "close");
    await publisher.prepare();
    expect(edition()).toBe(before);
    await publisher.makeWhole();
    expect(edition()).not.toBe(before);
    expect(await stalePages(editionLink(), listFewAddresses)).toEqual([]);
  });
});

describe("a process that hides something and is killed", () => {
  it("has hidden it whenever it is told that it has, and holds nobody up; the next start makes the pages", async () => {
    const [first, ...rest] = facts.filter(({ number, factId }) => number < 3 && factId !== facts[0]?.factId);
    const steps = first && (await hideAndDie(first, 0));
    if (steps === undefined) throw new Error("it was killed");
    // Pages are taken down before the command, and written after it: some points of each.
    const commit = steps.indexOf("committed");
    const points = [
      1,
      0.5 * commit,
      commit,
      "commit",
      commit + 2,
      commit + 0.5 * (steps.length - commit),
    ] as const;
    const outcomes = new Set<boolean>();
    for (const [index, at] of points.entries()) {
      const fact = rest[index];
      if (fact === undefined) throw new Error("nothing left to hide");
      expect(await hideAndDie(fact, typeof at === "number" ? Math.floor(at) : at)).toBeUndefined();
      const isHidden = !(await everythingPublic()).includes(fact.canary);
      outcomes.add(isHidden);
      if (isHidden) expect(placesOf(fact.canary)).toEqual([]);
      await publisher.prepare();
      expect(await stalePages(editionLink(), listFewAddresses), `killed at ${at}`).toEqual([]);
      expect(placesOf(fact.canary).length === 0).toBe(isHidden);
    }
    expect(outcomes).toEqual(new Set([true, false]));
  }, 180_000);

  it("so it is with a whole person", async () => {
    expect(await hideAndDie({ number: 2 }, "commit")).toBeUndefined();
    for (const { canary } of facts.filter(({ number }) => number === 2)) expect(placesOf(canary)).toEqual([]);
    await publisher.prepare();
    expect(await stalePages(editionLink(), listFewAddresses)).toEqual([]);
  });
});

describe("a process that publishes a draft and is killed", () => {
  let count = 0;

  /** A submitted draft of the first person, which says something that no other said. */
  async function submitted(): Promise<{ draftId: string; words: string }> {
    const { id: personId } = await registry.person.findUniqueOrThrow({ where: { number: 1 } });
    const { draftId } = await openDraft(registry, { personId, actor: editor });
    const words = `WORDS-OF-DRAFT-${++count}`;
    await saveKey(registry, { draftId, base: 1, key: "summary", value: summary(words) });
    await submitDraft(registry, { draftId, base: 2, actor: editor });
    return { draftId, words };
  }

  /** What there is of a draft's publication in the registry: all of it, or nothing. */
  async function publicationOf(draftId: string, words: string): Promise<boolean[]> {
    const [{ state }, versions, step, entry] = await Promise.all([
      registry.draft.findUniqueOrThrow({ where: { id: draftId } }),
      registry.version.findMany(),
      registry.draftStep.findFirst({ where: { draftId, step: "publish" } }),
      registry.auditEntry.findFirst({ where: { draftId, action: "publish" } }),
    ]);
    const isVersion = JSON.stringify(versions).includes(words);
    const isPublic = (await everythingPublic()).includes(words);
    return [state === "published", isVersion, isPublic, step !== null, entry !== null];
  }

  it("leaves all of it or nothing, in the registry and on the pages", async () => {
    let draft = await submitted();
    const steps = await startAndDie("--draft", draft.draftId, "--base", "2");
    if (steps === undefined) throw new Error("it was killed");
    expect(await publicationOf(draft.draftId, draft.words)).toEqual([true, true, true, true, true]);
    draft = await submitted();
    const seen = new Set<boolean>();
    for (let killed = 0; killed < mostKilled; killed++) {
      const at = 1 + Math.floor((killed * steps.length) / mostKilled);
      const words = ["--draft", draft.draftId, "--base", "2", "--at", String(at)];
      expect(await startAndDie(...words), `killed at ${at}`).toBeUndefined();
      const [isPublished = false, ...others] = await publicationOf(draft.draftId, draft.words);
      expect(others, `killed at ${at}`).toEqual(others.map(() => isPublished));
      seen.add(isPublished);
      await publisher.prepare();
      expect(await stalePages(editionLink(), listFewAddresses), `killed at ${at}`).toEqual([]);
      expect(placesOf(draft.words).length > 0, `killed at ${at}`).toBe(isPublished);
      if (isPublished) draft = await submitted();
    }
    expect(seen).toEqual(new Set([true, false]));
  }, 300_000);
});
