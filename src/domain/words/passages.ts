import type { ProseText } from "#domain/prose.ts";
import { type Mark, type MarkedPart, markedParts } from "#domain/words/marked-text.ts";
import type { PlacedWord } from "#domain/words/placed-words.ts";
import type { IndexedTerm } from "#domain/words/word-query.ts";

/**
 * Some words of a file around what was found. `section` is that of the fact (`WalkedFact.section`: `events`,
 * `death.autopsy`), `factId` its anchor on the profile. "…" stands in `parts` where the text was cut.
 */
export type Passage = Pick<ProseText, "language" | "section" | "factId"> & { parts: MarkedPart[] };

const mostPassages = 3;
/** Letters of a passage, about two lines. */
const longest = 240;
/** Of them, those before the first word that was found. */
const before = 80;

/** Where the stems of a query stand among a person's words in one language. */
type PositionsOf = (lexeme: string) => readonly number[];

type Hit = { text: ProseText; term: number; mark: Mark };

/**
 * Up to three passages, each of another fact, that together show as many of the terms as can be; each where most of them
 * stand together.
 */
export function passagesOf(
  words: readonly PlacedWord[],
  terms: readonly IndexedTerm[],
  positionsOf: PositionsOf,
): Passage[] {
  let left = byText(hitsOf(words, terms, positionsOf));
  const shown = new Set<number>();
  const passages: Passage[] = [];
  while (left.length > 0 && passages.length < mostPassages) {
    const worth = (hits: readonly Hit[]) => {
      const found = new Set(hits.map(({ term }) => term));
      return [...found].filter((term) => !shown.has(term)).length * terms.length + found.size;
    };
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    for (const { term } of best) shown.add(term);
    passages.push(cut(best));
    left = left.filter((hits) => hits[0]?.text.factId !== best[0]?.text.factId);
  }
  return passages;
}

/** Every word that belongs to a term's occurrence, in the order of the texts. */
function hitsOf(
  words: readonly PlacedWord[],
  terms: readonly IndexedTerm[],
  positionsOf: PositionsOf,
): Hit[] {
  const found = new Map<number, number>();
  for (const [index, term] of terms.entries()) {
    const [first, ...others] = term.map(({ lexeme, offset }) => ({
      offset,
      at: new Set(positionsOf(lexeme)),
    }));
    for (const start of first?.at ?? []) {
      if (!others.every(({ offset, at }) => at.has(start + offset))) continue;
      for (const { offset } of term) found.set(start + offset, index);
    }
  }
  return words.flatMap(({ position, start, end, in: text }) => {
    const term = found.get(position);
    return term === undefined ? [] : [{ text, term, mark: [start, end] as const }];
  });
}

function byText(hits: readonly Hit[]): Hit[][] {
  return [...Map.groupBy(hits, ({ text }) => text).values()];
}

function cut(hits: readonly Hit[]): Passage {
  const { text } = hits[0] ?? { text: undefined };
  if (text === undefined) throw new RangeError("a passage without a word that was found");
  const [start, end] = windowOf(text.text, hits);
  const inside = hits.filter(({ mark }) => mark[0] >= start && mark[1] <= end);
  const parts = markedParts(
    text.text.slice(start, end),
    inside.map(({ mark: [from, to] }) => [from - start, to - start]),
  );
  const { language, section, factId } = text;
  const ellipsis = { text: "…", marked: false };
  return {
    language,
    section,
    factId,
    parts: [...(start > 0 ? [ellipsis] : []), ...parts, ...(end < text.text.length ? [ellipsis] : [])],
  };
}

/** What is shown of a text: all of it if it is short, else from and to borders of words, where most terms stand together. */
function windowOf(text: string, hits: readonly Hit[]): Mark {
  if (text.length <= longest) return [0, text.length];
  const termsFrom = (from: number) =>
    new Set(
      hits
        .filter(({ mark }) => mark[0] >= from && mark[1] <= from + longest - before)
        .map(({ term }) => term),
    ).size;
  const best = hits.reduce((a, b) => (termsFrom(b.mark[0]) > termsFrom(a.mark[0]) ? b : a));
  const [first, firstEnd] = best.mark;
  const earliest = Math.max(0, Math.min(first - before, text.length - longest));
  const gap = text.slice(earliest, first).search(/\s/);
  const start = earliest === 0 ? 0 : gap < 0 ? first : earliest + gap + 1;
  const latest = Math.max(firstEnd, start + longest);
  if (latest >= text.length) return [start, text.length];
  const last = text.slice(firstEnd, latest + 1).search(/\s\S*$/);
  return [start, last < 0 ? firstEnd : firstEnd + last];
}
