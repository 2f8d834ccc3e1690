import { z } from "zod";
import { filterSql } from "#data/public/people-where.ts";
import { findStems } from "#data/public/stems.ts";
import { Prisma } from "#db/generated/client.ts";
import { publicRegistry } from "#db/public.ts";
import type { PeopleFilters } from "#domain/filters.ts";
import { Language, languages } from "#domain/languages.ts";
import { PersonCard } from "#domain/person-card.ts";
import { ProseText } from "#domain/prose.ts";
import { type Passage, passagesOf } from "#domain/words/passages.ts";
import { placedWords } from "#domain/words/placed-words.ts";
import { type IndexedTerm, indexedTerm, readTerms, type Term, tsqueryOf } from "#domain/words/word-query.ts";

export const prosePerPage = 20;

/** The most people who are ranked for one query. */
const mostRanked = 1_000;

type ProseFound = { card: PersonCard; passages: Passage[] };

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
    found: rows.flatMap(({ found }) => (found === null ? [] : [foundOf(found, asked)])),
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

const Found = z.object({
  card: PersonCard,
  texts: z.array(ProseText),
  language: Language,
  positions: z.record(z.string(), z.array(z.int())),
});
/** A page past the end has one row, without anybody. */
const Rows = z.array(z.object({ looked: z.int(), found: Found.nullable() }));

const columns = { be: Prisma.sql`w.be`, ru: Prisma.sql`w.ru`, en: Prisma.sql`w.en` };

function searchSql(
  asked: readonly Asked[],
  filters: PeopleFilters,
  { language, page }: { language: Language; page: number },
): Prisma.Sql {
  const matches = asked.map((it) => Prisma.sql`${columns[it.language]} @@ ${tsqueryOf(it.terms)}::tsquery`);
  const inLanguages = asked.map((it) => {
    const lexemes = it.terms.flat().map(({ lexeme }) => lexeme);
    // The language of the page first: where it has the words, its passages are shown.
    const place = it.language === language ? 0 : 1 + languages.indexOf(it.language);
    return Prisma.sql`(${place}::int, ${it.language}, ${columns[it.language]}, ${tsqueryOf(it.terms)}::tsquery, ${lexemes}::text[])`;
  });
  return Prisma.sql`
    with hit as materialized (
      select w.number from public_prose w join public_person p on p.number = w.number
      where (${Prisma.join(matches, " or ")}) and ${filterSql(filters)}
      limit ${mostRanked + 1}
    ), ranked as (
      select hit.number, said.*, ts_rank_cd(said.words, said.query, 1) as rank
      from hit join public_prose w on w.number = hit.number cross join lateral (
        select * from (values ${Prisma.join(inLanguages)}) as each (place, language, words, query, lexemes)
        where words @@ query order by place limit 1
      ) said
      order by said.place, rank desc, hit.number
      limit ${prosePerPage} offset ${(page - 1) * prosePerPage}
    )
    select looked, case when p.number is not null then jsonb_build_object(
      'card', p.card, 'texts', w.texts, 'language', ranked.language,
      'positions', (
        select jsonb_object_agg(lexeme, to_jsonb(positions)) from unnest(ranked.words) where lexeme = any(ranked.lexemes)
      )
    ) end as found
    from (select count(*)::int as looked from hit) as all_hits
    left join ranked on true
    left join public_prose w on w.number = ranked.number
    left join public_person p on p.number = ranked.number
    order by ranked.place, ranked.rank desc, ranked.number`;
}

function foundOf(
  { card, texts, language, positions }: z.infer<typeof Found>,
  asked: readonly Asked[],
): ProseFound {
  const terms = asked.find((it) => it.language === language)?.terms ?? [];
  return {
    card,
    passages: passagesOf(placedWords(texts, language), terms, (lexeme) => positions[lexeme] ?? []),
  };
}
