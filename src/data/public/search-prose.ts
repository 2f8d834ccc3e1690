import { z } from "zod";
import { whereOf } from "#data/public/people-where.ts";
import { publicRegistry } from "#db/public.ts";
import { walkFacts } from "#domain/case-file/walk.ts";
import type { PeopleFilters } from "#domain/filters.ts";
import { type Language, languages } from "#domain/languages.ts";
import { PersonCard } from "#domain/person-card.ts";
import { type MarkedPart, markedParts } from "#domain/words/marked-text.ts";

export const prosePerPage = 20;
const mostPassages = 3;

/**
 * Some words of a file around what was found. `section` is that of the fact (`WalkedFact.section`: `events`,
 * `death.autopsy`), `factId` its anchor on the profile. "…" stands in `parts` where the text was cut.
 */
export type Passage = { language: Language; section: string; factId: string; parts: MarkedPart[] };

export type ProseFound = { card: PersonCard; passages: Passage[] };

/**
 * People in whose file's texts all words of the query stand, in one language: first those in the language of the page,
 * then the most relevant. `more`: there are more than were looked through, and `total` counts those alone.
 */
export async function searchProse(
  { q, page, ...filters }: PeopleFilters & { q: string; page: number },
  language: Language,
): Promise<{ found: ProseFound[]; total: number; pages: number; more: boolean }> {
  const word = q.trim().toLowerCase();
  const rows = word === "" ? [] : await publicRegistry().publicPerson.findMany({ where: whereOf(filters) });
  const found = rows.flatMap(({ card, form }) => {
    const passages = [...walkFacts(form)].flatMap(({ id, section, node }) =>
      [language, ...languages].flatMap((lang) =>
        Object.values(node).flatMap((value): Passage[] => {
          const text = z.record(z.string(), z.unknown()).safeParse(value).data?.[lang];
          const start = typeof text === "string" ? text.toLowerCase().indexOf(word) : -1;
          if (start < 0 || typeof text !== "string") return [];
          const parts = markedParts(text, [[start, start + word.length]]);
          return [{ language: lang, section, factId: id, parts }];
        }),
      ),
    );
    return passages.length === 0
      ? []
      : [{ card: PersonCard.parse(card), passages: passages.slice(0, mostPassages) }];
  });
  return {
    found: found.slice((page - 1) * prosePerPage, page * prosePerPage),
    total: found.length,
    pages: Math.max(1, Math.ceil(found.length / prosePerPage)),
    more: false,
  };
}
