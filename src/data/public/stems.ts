import { z } from "zod";
import { publicRegistry } from "#db/public.ts";
import type { Language } from "#domain/languages.ts";
import { indexedWord } from "#domain/words/indexed-word.ts";

const Rows = z.array(
  z.object({ word: z.string(), ru: z.array(z.string()).nullable(), en: z.array(z.string()).nullable() }),
);

/** The stems of some words in each language, as the index has them; undefined for a word that it leaves out. */
export async function findStems(
  words: readonly string[],
): Promise<(word: string, language: Language) => string | undefined> {
  const each = [...new Set(words)];
  const of = (language: "ru" | "en") => each.map((word) => indexedWord(word, language) ?? "");
  const rows = Rows.parse(
    await publicRegistry().$queryRaw`
      select word, ts_lexize('pg_catalog.russian_stem', russian) as ru,
        ts_lexize('pg_catalog.english_stem', english) as en
      from unnest(${each}::text[], ${of("ru")}::text[], ${of("en")}::text[]) as asked (word, russian, english)`,
  );
  const stems = new Map(rows.map((row) => [row.word, row]));
  return (word, language) =>
    language === "be" ? indexedWord(word, language) : stems.get(word)?.[language]?.[0];
}
