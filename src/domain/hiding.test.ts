import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { walkFacts } from "#domain/case-file/walk.ts";
import { disclose } from "#domain/disclosure.ts";
import { consequencesOf, hideables, sameWordsShown } from "#domain/hiding.ts";
import { arbitraryCaseFile } from "../../tests/support/arbitrary-case-file.ts";

const file = CaseFile.parse(JSON.parse(readFileSync("prisma/cases/001-maryia-kalesnikava.json", "utf8")));
const ulcer = "h1";
const note = { original: "be" as const, be: "Дададзеная прабадная язва." };
const first = { number: 1, file, publicNote: null };
const second = {
  number: 2,
  file: { ...file, events: file.events.filter((it) => it.id !== "e4") },
  publicNote: note,
};
const files = { versions: [first, second], draft: undefined };

describe("what can be hidden", () => {
  test("is every fact of every version and of the draft, and the notes of versions", () => {
    const draft = { ...file, events: [{ id: "e99", basis: [], kind: "other" }] };
    const found = hideables({ versions: [first, second], draft });
    const versionsOf = (id: string) =>
      found.flatMap((it) => (it.id === id && it.kind === "fact" ? [it.versions] : []));
    expect(versionsOf("e1")).toEqual([[1, 2]]);
    expect(versionsOf("e4")).toEqual([[1]]);
    expect(versionsOf("e99")).toEqual([[]]);
    expect(found.at(-1)).toMatchObject({ kind: "note", id: "v2", version: 2 });
    expect(new Set(found.map((it) => it.id)).size).toBe(found.length);
  });
});

describe("the same words, once a fact is hidden", () => {
  test("stand in the summary, in other facts and in notes, of older versions too", () => {
    const places = sameWordsShown(ulcer, files, new Set());
    const ids = places.map((it) => it.id);
    expect(ids).toContain("v2");
    expect(ids).toContain("e4");
    expect(ids).toContain(file.summary?.id);
    expect(ids).not.toContain(ulcer);
  });

  test("don't stand where something is hidden, too", () => {
    const ids = sameWordsShown(ulcer, files, new Set(["e4", "v2"])).map((it) => it.id);
    expect(ids).not.toContain("e4");
    expect(ids).not.toContain("v2");
    expect(ids).toContain(file.summary?.id);
  });

  test("stand in a source's title as long as a fact that is shown names it", () => {
    const source = { id: "s70", title: "Perforated ulcer in the prison hospital", language: "en" };
    const basis = [{ source: "s70", asOf: "2024", manner: "stated" as const }];
    const rests = (ids: string[]) => ({
      ...file,
      sources: [...file.sources, source],
      health: {
        ...file.health,
        conditions: file.health.conditions.map((it) => (ids.includes(it.id) ? { ...it, basis } : it)),
      },
    });
    const placesIn = (ids: string[]) =>
      sameWordsShown(ulcer, { versions: [{ ...first, file: rests(ids) }], draft: undefined }, new Set());
    expect(placesIn([ulcer]).map((it) => it.id)).not.toContain("s70");
    expect(placesIn([ulcer, "h3"]).find((it) => it.id === "s70")).toMatchObject({ namedBy: ["h3"] });
  });
});

test("what hiding would do is what the public form loses, and nothing else", () => {
  fc.assert(
    fc.property(arbitraryCaseFile(), fc.nat(), fc.constantFrom("told", "silent"), (any, pick, manner) => {
      const facts = [...walkFacts(any)];
      const fact = facts[pick % facts.length]?.id;
      fc.pre(fact !== undefined);
      const withholding = { fact, manner } as const;
      const { goes, addresses } = consequencesOf(withholding, {
        number: 1,
        versions: [{ number: 1, file: any, publicNote: null }],
        withholdings: [],
      });
      const form = disclose(any, [withholding]);
      const left = new Set([...[...walkFacts(form)].map((it) => it.id), ...form.sources.map((it) => it.id)]);
      const lost = [...facts.map((it) => it.id), ...any.sources.map((it) => it.id)].filter(
        (id) => !left.has(id) && id !== fact && (!id.startsWith("s") || isNamed(any, id)),
      );
      expect(goes.map((it) => it.id).sort()).toEqual(lost.sort());
      expect(addresses).toContain("/people/1");
    }),
    { numRuns: 40 },
  );
});

// The public form never has a source that nothing names.
function isNamed(any: CaseFile, source: string): boolean {
  return [...walkFacts(any)].some(({ bases }) => bases.some((basis) => basis.source === source));
}

test("hiding what a status rests on says what the page would say instead", () => {
  const held = file.events.filter((it) => it.kind === "reported-in-custody").slice(0, 1);
  const events = [...file.events.filter((it) => it.kind === "other"), ...held];
  const versions = [{ ...first, file: CaseFile.parse({ ...file, events, prosecutions: [] }) }];
  const statusWithout = (fact: string) =>
    consequencesOf({ fact, manner: "silent" }, { number: 1, versions, withholdings: [] }).status;
  expect(statusWithout(held[0]?.id ?? "")).toMatchObject({
    before: { state: "in-custody" },
    after: { state: "never-known-in-custody" },
  });
  expect(statusWithout("h1")).toBeUndefined();
});
