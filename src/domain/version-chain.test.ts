import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { contentHash, hashScheme, versionHash } from "#domain/canonical.ts";
import type { CaseFile } from "#domain/case-file/case-file.ts";
import { walkFacts } from "#domain/case-file/walk.ts";
import { emptyFile } from "#domain/draft-file.ts";
import type { Erasure } from "#domain/erasure.ts";
import type { LocalizedText } from "#domain/localized-text.ts";
import { type ChainedVersion, verifyChain } from "#domain/version-chain.ts";
import { withoutFact } from "#domain/without-fact.ts";
import { arbitraryCaseFile } from "../../tests/support/arbitrary-case-file.ts";

const publicNote: LocalizedText = { original: "en", en: "Corrected." };
const Json = z.record(z.string(), z.unknown());

function chain(files: readonly CaseFile[]): ChainedVersion[] {
  const versions: ChainedVersion[] = [];
  for (const [index, file] of files.entries()) {
    const number = index + 1;
    const previous = versions.at(-1)?.hash ?? null;
    const content = contentHash(file);
    versions.push({
      number,
      file,
      publicNote,
      contentHash: content,
      previousHash: previous,
      hash: versionHash({ content, number, previous, publicNote }),
      hashScheme,
    });
  }
  return versions;
}

function erasure(fact: string | null, versions: number[]): Erasure {
  return {
    id: "00000000-0000-4000-8000-000000000001",
    person: "00000000-0000-4000-8000-000000000002",
    fact,
    notes: false,
    ids: [],
    versions,
    at: "2026-11-22T10:00:00.000Z",
  };
}

const versions = fc.array(arbitraryCaseFile(), { minLength: 1, maxLength: 4 }).map(chain);

describe("verifyChain", () => {
  test("finds nothing wrong with what was published", () => {
    fc.assert(
      fc.property(versions, (chained) => {
        expect(verifyChain(chained, [])).toEqual({ faults: [], erased: [] });
      }),
    );
  });

  test("finds whatever was changed in one version", () => {
    const changes: ((version: ChainedVersion) => Partial<ChainedVersion>)[] = [
      ({ number }) => ({ number: number + 1 }),
      () => ({ file: emptyFile() }),
      () => ({ publicNote: null }),
      () => ({ publicNote: { original: "en" } }),
      () => ({ contentHash: "a".repeat(64) }),
      () => ({ previousHash: "a".repeat(64) }),
      () => ({ hash: "a".repeat(64) }),
      () => ({ hashScheme: "another" }),
    ];
    fc.assert(
      fc.property(versions, fc.nat(), fc.constantFrom(...changes), (chained, pick, change) => {
        const at = pick % chained.length;
        const changed = chained.map((version, index) =>
          index === at ? { ...version, ...change(version) } : version,
        );
        if (contentHash(changed) === contentHash(chained)) return;
        expect(verifyChain(changed, []).faults.map((it) => it.version)).toContain(changed[at]?.number);
      }),
    );
  });

  test("finds a version that was left out", () => {
    fc.assert(
      fc.property(versions, (chained) => {
        if (chained.length > 1) expect(verifyChain(chained.slice(1), []).faults).not.toEqual([]);
      }),
    );
  });

  test("takes an erasure for what doesn't fit any more, and only where it names the version", () => {
    fc.assert(
      fc.property(versions, fc.nat(), (chained, pick) => {
        const facts = [...walkFacts(chained[0]?.file)];
        const fact = facts[pick % Math.max(1, facts.length)]?.id;
        if (fact === undefined) return;
        const held: number[] = [];
        const less = chained.map((version) => {
          const cut = withoutFact(Json.parse(version.file), fact);
          if (cut === undefined) return version;
          held.push(version.number);
          return { ...version, file: cut.file };
        });
        expect(verifyChain(less, [erasure(fact, held)])).toEqual({ faults: [], erased: held });
        expect(verifyChain(less, []).faults).toEqual(held.map((version) => ({ version, fault: "file" })));
        expect(verifyChain(less, [erasure(fact, held.slice(1))]).faults).toEqual([
          { version: held[0], fault: "file" },
        ]);
        expect(verifyChain(less, [erasure("v1", held)]).faults).not.toEqual([]);
        expect(verifyChain(chained, [erasure(fact, held)]).faults).toEqual(
          held.map((version) => ({ version, fault: "erased" })),
        );
      }),
    );
  });

  test("takes an erased note for a hash that doesn't fit, and not for a file", () => {
    const [one, two] = chain([emptyFile(), { ...emptyFile(), events: [] }]);
    if (one === undefined || two === undefined) throw new Error("no versions");
    const quiet = { ...one, publicNote: null };
    expect(verifyChain([quiet, two], [erasure("v1", [1])])).toEqual({ faults: [], erased: [1] });
    expect(verifyChain([quiet, two], [erasure("v2", [2])]).faults).toEqual([
      { version: 1, fault: "hash" },
      { version: 2, fault: "erased" },
    ]);
    expect(verifyChain([{ ...quiet, file: { schemaVersion: 1 } }, two], [erasure("v1", [1])]).faults).toEqual(
      [{ version: 1, fault: "file" }],
    );
  });

  test("knows a person who was erased whole", () => {
    fc.assert(
      fc.property(versions, (chained) => {
        const emptied = chained.map((version) => ({ ...version, file: emptyFile(), publicNote: null }));
        expect(verifyChain(emptied, [erasure(null, [])]).faults).toEqual([]);
        expect(verifyChain(chained, [erasure(null, [])]).faults).toHaveLength(chained.length);
      }),
    );
  });
});
