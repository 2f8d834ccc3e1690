import { z } from "zod";
import { filterSql } from "#data/public/people-where.ts";
import { findStems } from "#data/public/stems.ts";
import { Prisma } from "#db/generated/client.ts";
import { publicRegistry } from "#db/public.ts";
import type { PeopleFilters } from "#domain/filters.ts";
import { type Language, languages } from "#domain/languages.ts";
import { PersonCard } from "#domain/person-card.ts";
import { ProseText } from "#domain/prose.ts";
import { type Passage, passagesOf } from "#domain/words/passages.ts";
import { placedWords } from "#domain/words/placed-words.ts";
import { type IndexedTerm, indexedTerm, readTerms, type Term, tsqueryOf } from "#domain/words/word-query.ts";

export const prosePerPage = 20;

/** The most people who are ranked for one query. */
const mostRanked = 1_000;

export type ProseFound = { card: PersonCard; passages: Passage[] };

export type FoundInProse = {
  found: ProseFound[];
  total: number;
  pages: number;
  /** There are more than were looked through, and `total` counts those alone. */
  more: boolean;
};

/**
 * People in whose file's texts all words of the query stand, in one language: first those in the language of the page,
 * then the most relevant. Words in quotation marks have to stand one after the other.
 */
export async function searchProse(
  { q, page, ...filters }: PeopleFilters & { q: string; page: number },
  language: Language,
): Promise<FoundInProse> {
  const asked = await termsIn(readTerms(q));
  if (asked.length === 0) return { found: [], total: 0, pages: 1, more: false };
  const rows = Rows.parse(await publicRegistry().$queryRaw(searchSql(asked, filters, { language, page })));
  const looked = rows[0]?.looked ?? 0;
  const total = Math.min(looked, mostRanked);
  return {
    found: rows.map((row) => foundOf(row, asked)),
    total,
    pages: Math.max(1, Math.ceil(total / prosePerPage)),
    more: looked > mostRanked,
  };
}

type Asked = { language: Language; terms: IndexedTerm[] };

/** The terms as each language's index has them; without a language for which nothing is left of them. */
async function termsIn(terms: readonly Term[]): Promise<Asked[]> {
  if (terms.length === 0) return [];
  const stemOf = await findStems(terms.flat());
  return languages.flatMap((language) => {
    const indexed = terms
      .map((term) => indexedTerm(term.map((word) => stemOf(word, language))))
      .filter((term) => term.length > 0);
    return indexed.length === 0 ? [] : [{ language, terms: indexed }];
  });
}

const Row = z.object({
  card: PersonCard,
  texts: z.array(ProseText),
  looked: z.int(),
  language: z.enum(languages),
  positions: z.record(z.string(), z.array(z.int())),
});
const Rows = z.array(Row);

const columns = { be: Prisma.sql`w.be`, ru: Prisma.sql`w.ru`, en: Prisma.sql`w.en` };

function searchSql(
  asked: readonly Asked[],
  filters: PeopleFilters,
  { language, page }: { language: Language; page: number },
): Prisma.Sql {
  // The language of the page first: where it holds the words, its passages are shown.
  const ordered = [...asked].sort(
    (a, b) => Number(b.language === language) - Number(a.language === language),
  );
  const queries = ordered.map((it) => ({
    language: it.language,
    column: columns[it.language],
    query: Prisma.sql`${tsqueryOf(it.terms)}::tsquery`,
    lexemes: it.terms.flat().map(({ lexeme }) => lexeme),
  }));
  const matches = queries.map(({ column, query }) => Prisma.sql`${column} @@ ${query}`);
  const byLanguage = <T>(of: (it: (typeof queries)[number], index: number) => T) => queries.map(of);
  return Prisma.sql`
    with hit as materialized (
      select w.number from public_prose w join public_person p on p.number = w.number
      where (${Prisma.join(matches, " or ")}) and ${filterSql(filters)}
      limit ${mostRanked + 1}
    ), placed as materialized (
      select w.number, case ${Prisma.join(
        byLanguage(({ column, query }, index) => Prisma.sql`when ${column} @@ ${query} then ${index}::int`),
        " ",
      )} end as place
      from hit join public_prose w on w.number = hit.number
    ), ranked as (
      select w.number, place, case place ${Prisma.join(
        byLanguage(
          ({ column, query }, index) =>
            Prisma.sql`when ${index}::int then ts_rank_cd(${column}, ${query}, 1)`,
        ),
        " ",
      )} end as rank
      from placed join public_prose w on w.number = placed.number
      order by place, rank desc, number
      limit ${prosePerPage} offset ${(page - 1) * prosePerPage}
    )
    select p.card, w.texts, (select count(*)::int from hit) as looked,
      case place ${Prisma.join(
        byLanguage((it, index) => Prisma.sql`when ${index}::int then ${it.language}`),
        " ",
      )} end as language,
      coalesce((
        select jsonb_object_agg(lexeme, to_jsonb(positions)) from unnest(case place ${Prisma.join(
          byLanguage(({ column }, index) => Prisma.sql`when ${index}::int then ${column}`),
          " ",
        )} end)
        where lexeme = any(case place ${Prisma.join(
          byLanguage(({ lexemes }, index) => Prisma.sql`when ${index}::int then ${lexemes}::text[]`),
          " ",
        )} end)
      ), '{}') as positions
    from ranked join public_prose w on w.number = ranked.number join public_person p on p.number = ranked.number
    order by place, rank desc, p.number`;
}

function foundOf(
  { card, texts, language, positions }: z.infer<typeof Row>,
  asked: readonly Asked[],
): ProseFound {
  const terms = asked.find((it) => it.language === language)?.terms ?? [];
  return {
    card,
    passages: passagesOf(placedWords(texts, language), terms, (lexeme) => positions[lexeme] ?? []),
  };
}
