import type { Language } from "#domain/languages.ts";
import type { ProseText } from "#domain/prose.ts";
import { indexedWord } from "#domain/words/indexed-word.ts";
import { type Word, wordsIn } from "#domain/words/words-in.ts";

/** A word of a person's texts; `position` counts the words of its language through all of them, from 1. */
export type PlacedWord = Word & { position: number; in: ProseText };

/** Words of two texts are this far apart, so that no phrase reaches from one into the other. */
const betweenTexts = 16;

/** The words of a person's texts in one language. */
export function placedWords(texts: readonly ProseText[], language: Language): PlacedWord[] {
  let position = 0;
  return texts
    .filter((text) => text.language === language)
    .flatMap((text) => {
      position += betweenTexts;
      return wordsIn(text.text).map((word) => ({ ...word, position: ++position, in: text }));
    });
}

// What PostgreSQL takes for one vector is a megabyte, some of it for itself.
const mostBytes = 900_000;

/**
 * What the index holds of a person's texts in one language: words as `indexedWord` gives them, each with its position.
 * A file of more than several hundred thousand letters is found by the words of its beginning.
 */
export function indexedWords(
  texts: readonly ProseText[],
  language: Language,
): { words: string[]; positions: number[] } {
  const words: string[] = [];
  const positions: number[] = [];
  const seen = new Set<string>();
  let bytes = 0;
  for (const { word, position } of placedWords(texts, language)) {
    const indexed = indexedWord(word, language);
    if (indexed === undefined) continue;
    bytes += seen.has(indexed) ? 2 : 8 + 2 * indexed.length;
    if (bytes > mostBytes) break;
    seen.add(indexed);
    words.push(indexed);
    positions.push(position);
  }
  return { words, positions };
}
