import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProseText } from "#domain/prose.ts";
import { type Passage, passagesOf } from "#domain/words/passages.ts";
import { placedWords } from "#domain/words/placed-words.ts";
import { indexedTerm, readTerms } from "#domain/words/word-query.ts";

function texts(...said: string[]): ProseText[] {
  return said.map((text, index) => ({ section: "events", factId: `e${index + 1}`, language: "be", text }));
}

/** The passages of a query, with each word its own stem; marked words in brackets. */
function found(said: readonly ProseText[], q: string): string[] {
  return passages(said, q).map(shown);
}

function passages(said: readonly ProseText[], q: string): Passage[] {
  const words = placedWords(said, "be");
  const terms = readTerms(q).map(indexedTerm);
  return passagesOf(words, terms, (lexeme) =>
    words.flatMap(({ word, position }) => (word === lexeme ? [position] : [])),
  );
}

function shown({ parts }: Passage): string {
  return parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");
}

describe("passages", () => {
  test("show a short text whole, with all that was found", () => {
    expect(found(texts("Суд над ім; суд."), "суд")).toEqual(["[Суд] над ім; [суд]."]);
  });

  test("mark the words of a phrase only where it is one", () => {
    const said = texts("Суд прайшоў. Закрыты суд, суд закрыты.", "закрыты", "суд");
    expect(found(said, "«закрыты суд»")).toEqual(["Суд прайшоў. [Закрыты] [суд], суд закрыты."]);
  });

  test("don't let a phrase reach into the next text", () => {
    expect(found(texts("закрыты", "суд"), "«закрыты суд»")).toEqual([]);
  });

  test("cut a long text at borders of words, around where most of the words stand", () => {
    const filler = "слова ".repeat(60);
    const [passage] = found(
      texts(`${filler}адвакат ${filler}адвакат прасіў спатканне ${filler}`),
      "адвакат спатканне",
    );
    expect(passage).toMatch(/^…слова .*\[адвакат\] прасіў \[спатканне\] .*слова…$/);
    expect(passage?.length).toBeLessThan(260);
  });

  test("are three at most, of three facts, and show every word that was asked for if they can", () => {
    const said = texts("лісты", "лісты і лісты", "лісты", "лісты", "дыябет");
    expect(found(said, "лісты дыябет")).toEqual(["[лісты]", "[дыябет]", "[лісты] і [лісты]"]);
    const same = said.map((text) => ({ ...text, factId: "e1" }));
    expect(found(same, "лісты дыябет")).toHaveLength(1);
  });

  test("say where they stand", () => {
    const [text] = texts("дыябет");
    expect(passages(text ? [text] : [], "дыябет")).toMatchObject([
      { language: "be", section: "events", factId: "e1" },
    ]);
  });

  test("are parts of the texts, whatever these are, and hold something marked", () => {
    const unit = fc.constantFrom(
      "суд",
      "закрыты",
      " ",
      "\n",
      ", ",
      "ы".repeat(90),
      "🙂",
      "слова ".repeat(50),
    );
    fc.assert(
      fc.property(fc.array(fc.string({ unit }), { maxLength: 5 }), (said) => {
        for (const passage of passages(texts(...said), "суд «закрыты суд»")) {
          const text = said[Number(passage.factId.slice(1)) - 1] ?? "";
          const inside = passage.parts.filter((part) => part.text !== "…" || part.marked);
          expect(text).toContain(inside.map((part) => part.text).join(""));
          expect(inside.some(({ marked }) => marked)).toBe(true);
          expect(inside.every((part) => part.text.isWellFormed())).toBe(true);
        }
      }),
    );
  });
});
