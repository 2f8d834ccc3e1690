import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { referencedArticles, referencedFacilities } from "#domain/case-file/references.ts";
import { isRecord } from "#domain/json.ts";
import { languages } from "#domain/languages.ts";
import { LocalizedText, outdatedTranslations } from "#domain/localized-text.ts";
import { headingName } from "#domain/person-card.ts";
import { Article, Facility, Figure } from "#domain/reference.ts";

const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const files = readdirSync("prisma/cases").filter((name) => name.endsWith(".json"));
const facilities = z.array(Facility).parse(read("prisma/reference/facilities.json"));
const articles = z.array(Article).parse(read("prisma/reference/articles.json"));

/** Every localized text of a file or of the reference data. */
function* texts(node: unknown): Generator<LocalizedText> {
  if (Array.isArray(node)) for (const item of node) yield* texts(item);
  if (!isRecord(node)) return;
  const text = LocalizedText.safeParse(node);
  if (text.success) yield text.data;
  else for (const value of Object.values(node)) yield* texts(value);
}

test("there are thirty-four of them, in the order of their numbers", () => {
  expect(files.map((name) => Number(name.slice(0, 3)))).toEqual(Array.from({ length: 34 }, (_, i) => i + 1));
});

describe.each(files)("%s", (name) => {
  const file = CaseFile.parse(read(`prisma/cases/${name}`));

  test("names only facilities and articles that the registry has", () => {
    expect(facilities.map((it) => it.code)).toEqual(expect.arrayContaining(referencedFacilities(file)));
    expect(articles.map((it) => it.code)).toEqual(expect.arrayContaining(referencedArticles(file)));
  });

  test("has a preferred name in each language", () => {
    for (const language of languages) expect(headingName(file.names, language)?.preferred).toBe(true);
  });

  test("has each text in three languages, none of them outdated", () => {
    for (const text of texts(file)) {
      for (const language of languages) expect(text[language], text[text.original]).toBeDefined();
      expect(outdatedTranslations(text), text[text.original]).toEqual([]);
    }
  });

  test("has no letter of one language in a text of the other", () => {
    for (const { be = "", ru = "", en = "" } of texts(file)) {
      expect(be).not.toMatch(/[ищъѣ]/i);
      expect(ru).not.toMatch(/[іўґ]/i);
      expect(en).not.toMatch(/\p{Script=Cyrillic}/u);
    }
  });

  test("says of a person what its summary says, in two to four sentences", () => {
    const summary = file.summary?.value;
    if (!isRecord(summary)) throw new Error("no summary");
    for (const language of languages) {
      const sentences = LocalizedText.parse(summary)[language]?.split(/(?<=[.!?…])\s+(?=\p{Lu}|[«“])/u) ?? [];
      expect(sentences.length, sentences.join(" | ")).toBeGreaterThanOrEqual(2);
      expect(sentences.length, sentences.join(" | ")).toBeLessThanOrEqual(4);
    }
  });
});

test("the totals name their definition, publisher and day", () => {
  const figures = z.array(Figure).parse(read("prisma/reference/figures.json"));
  expect(new Set(figures.map((it) => it.id)).size).toBe(figures.length);
  expect(figures.filter((it) => it.headline).length).toBeGreaterThanOrEqual(3);
});
