import { Prisma } from "#db/generated/client.ts";
import type { Transaction } from "#db/registry.ts";
import type { Language } from "#domain/languages.ts";
import type { ProseText } from "#domain/prose.ts";
import { indexedWords } from "#domain/words/placed-words.ts";

/** Writes the texts of a person's public form and where their words stand; there is no such row yet. */
export async function writeProse(
  tx: Transaction,
  number: number,
  texts: readonly ProseText[],
): Promise<void> {
  await tx.$executeRaw`
    insert into public_prose (number, texts, be, ru, en)
    values (${number}, ${JSON.stringify(texts)}::jsonb,
      ${vectorOf(texts, "be")}, ${vectorOf(texts, "ru")}, ${vectorOf(texts, "en")})`;
}

// PostgreSQL's own dictionaries leave out what says nothing by itself; Belarusian words come as stems already.
const lexemesOf: Readonly<Record<Language, Prisma.Sql>> = {
  be: Prisma.sql`array[word]`,
  ru: Prisma.sql`ts_lexize('pg_catalog.russian_stem', word)`,
  en: Prisma.sql`ts_lexize('pg_catalog.english_stem', word)`,
};

/** The vector of one language's words, each at its own position. Theirs are letters and digits, and apostrophes. */
function vectorOf(texts: readonly ProseText[], language: Language): Prisma.Sql {
  const { words, positions } = indexedWords(texts, language);
  return Prisma.sql`(
    select coalesce(string_agg(quote_literal(lexeme) || ':' || position, ' '), '')::tsvector
    from unnest(${words}::text[], ${positions}::int[]) as placed (word, position),
      unnest(${lexemesOf[language]}) as lexeme)`;
}
