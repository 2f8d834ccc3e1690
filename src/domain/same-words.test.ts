import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRecord } from "#domain/json.ts";
import { facilitiesOf, type Speaking, sameWords, wordingsOf } from "#domain/same-words.ts";
import { withholdableFacts } from "#domain/withholdable.ts";
import { arbitraryCaseFile } from "../../tests/support/arbitrary-case-file.ts";

const fact = (id: string, text: string, section = "events"): Speaking => ({
  id,
  section,
  wordings: [{ text, lang: "be" }],
});

describe("the same words", () => {
  const hidden = fact("h1", "прабадная язва і перытаніт", "health.conditions");

  test("are found in another form, and shown as they stand there", () => {
    const summary = fact("x5", "Яе прааперавалі з перытанітам у бальніцы.", "summary");
    expect(sameWords(hidden, [hidden, summary, fact("e1", "Яе затрымалі ў Менску.")])).toEqual([
      {
        id: "x5",
        section: "summary",
        inEach: [
          {
            words: ["перытанітам"],
            around: { text: "Яе прааперавалі з перытанітам у бальніцы.", lang: "be" },
          },
        ],
        sameFacility: false,
      },
    ]);
  });

  test("stand first where more of them stand, or rarer ones", () => {
    const places = [fact("e1", "язва"), fact("e2", "прабадная язва"), fact("e3", "язва")];
    expect(sameWords(hidden, places).map((it) => it.id)).toEqual(["e2", "e1", "e3"]);
  });

  test("don't count where nearly every fact has them, or any text", () => {
    const many = Array.from({ length: 9 }, (_, n) => fact(`e${n + 1}`, "калонія"));
    expect(sameWords(fact("e99", "Калонія; пасля гэтага"), [...many, fact("x1", "Пасля гэтага")])).toEqual(
      [],
    );
  });

  test("of a name count everywhere, short ones too", () => {
    const many = Array.from({ length: 9 }, (_, n) => fact(`s${n + 1}`, "Суд над Ян Вольскай", "sources"));
    expect(sameWords(fact("n1", "Ян", "names"), many)).toHaveLength(9);
  });

  test("are a facility, too, named by its code", () => {
    const about = (id: string, section: string, node: Record<string, unknown>): Speaking => ({
      id,
      section,
      wordings: [],
      facilities: facilitiesOf(section, node),
    });
    const held = about("c1", "contact.facility", { value: "ik-4" });
    const others = [
      about("e1", "events", { kind: "transfer", facility: "ik-4" }),
      about("e2", "events", { kind: "transfer", facility: "ik-8" }),
      about("e3", "events", { kind: "transfer" }),
    ];
    expect(sameWords(held, others)).toEqual([
      { id: "e1", section: "events", inEach: [], sameFacility: true },
    ]);
    expect(facilitiesOf("death.facility", { value: "not-known" })).toEqual([]);
  });
});

test("what a fact says in words is its texts, without facts inside it, codes and hashes", () => {
  const text = {
    original: "be",
    be: "Суд Цэнтральнага раёна",
    en: "Central District Court",
    translates: { en: "0123456789ab" },
  };
  const prosecution = {
    id: "p1",
    basis: [{ source: "s1", asOf: "2024", note: { original: "ru", ru: "Заметка" } }],
    court: { id: "f1", value: text, basis: [] },
    articles: [{ id: "a1", code: "342", basis: [] }],
  };
  expect(wordingsOf(prosecution)).toEqual([{ text: "Заметка", lang: "ru" }]);
  expect(wordingsOf(prosecution.court)).toEqual([
    { text: "Суд Цэнтральнага раёна", lang: "be" },
    { text: "Central District Court", lang: "en" },
  ]);
});

test("every text of a file that a page prints in words is looked at", () => {
  fc.assert(
    fc.property(arbitraryCaseFile(), (file) => {
      const seen = new Set(
        [...withholdableFacts(file)].flatMap(({ node }) => wordingsOf(node).map(({ text }) => text)),
      );
      for (const text of localizedTexts({ ...file, sources: [] })) expect(seen).toContain(text);
    }),
  );
});

function localizedTexts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(localizedTexts);
  if (!isRecord(node)) return [];
  const own = "original" in node ? [node.be, node.ru, node.en].filter((it) => typeof it === "string") : [];
  return [...own, ...Object.values(node).flatMap(localizedTexts)];
}
