import { type DateWord, dateWords } from "#domain/dates/date-words.ts";
import { foldText } from "#domain/fold-text.ts";
import type { Language } from "#domain/languages.ts";

const marks = ["..", ".", "/", ",", "(", ")"] as const;

/** One piece of a date that somebody typed. A word carries the language that it is of. */
export type DateToken =
  | { kind: "number"; digits: string }
  | { kind: "sign"; sign: "~" | "?" | "%" }
  /** A hyphen, or a dash of any kind with ("—") or without ("–") spaces around it; a hyphen with spaces is a dash. */
  | { kind: "mark"; mark: (typeof marks)[number] | "-" | "–" | "—" }
  | (DateWord & { language: Language });

type Letters = { kind: "letters"; text: string; hasDot: boolean };

const lexemes = new RegExp(
  [
    String.raw`(?<digits>\d+)`,
    // The rest of "10th" and «2023-га»; not that of «2020-х» and «2020-е», which are decades.
    String.raw`(?<=\d)(?<ending>(?:st|nd|rd|th|-(?:га|го|ага|ого|ы|й|ый|м|ым|ом|му))(?!\p{L})|(?<!\d{3})-(?:е|ае|ое)(?!\p{L}))`,
    String.raw`(?<letters>\p{L}[\p{L}\p{M}]*)(?<dot>\.?)`,
    "(?<sign>[~?%])",
    String.raw`(?<dash>\s*(?:\p{Pd}|−)\s*)`,
    String.raw`(?<mark>\.\.|[./,()])`,
    String.raw`[\s"'«»‘’“”„]+`,
  ].join("|"),
  "giuy",
);

/** The pieces of a text; undefined where it has a character or a word that no date has. */
export function dateTokens(text: string): DateToken[] | undefined {
  const lexed: (DateToken | Letters)[] = [];
  let end = 0;
  for (const match of text.matchAll(lexemes)) {
    end += match[0].length;
    const { digits, letters, dot, sign, dash, mark } = match.groups ?? {};
    if (digits !== undefined) lexed.push({ kind: "number", digits });
    if (letters !== undefined) lexed.push({ kind: "letters", text: letters, hasDot: dot === "." });
    if (sign === "~" || sign === "?" || sign === "%") lexed.push({ kind: "sign", sign });
    if (dash !== undefined) {
      lexed.push({ kind: "mark", mark: /\s/.test(dash) ? "—" : /[-‐‑]/.test(dash) ? "-" : "–" });
    }
    const known = marks.find((it) => it === mark);
    if (known !== undefined) lexed.push({ kind: "mark", mark: known });
  }
  return end === text.length ? withWords(lexed) : undefined;
}

/** Finds the words, the longest phrases first. */
function withWords(lexed: readonly (DateToken | Letters)[]): DateToken[] | undefined {
  const isCyrillic = lexed.some((it) => it.kind === "letters" && /\p{Script=Cyrillic}/u.test(it.text));
  const tokens: DateToken[] = [];
  let index = 0;
  for (let next = lexed[index]; next !== undefined; next = lexed[index]) {
    if (next.kind !== "letters") {
      tokens.push(next);
      index += 1;
      continue;
    }
    const found = phraseAt(lexed, index, isCyrillic);
    if (found === undefined) return undefined;
    if (found.word.kind !== "filler") tokens.push({ ...found.word, language: found.language });
    index = found.end;
  }
  return tokens;
}

function phraseAt(lexed: readonly (DateToken | Letters)[], start: number, isCyrillic: boolean) {
  const words: Letters[] = [];
  const candidates = [];
  for (let end = start; end < lexed.length && words.length < 3; end += 1) {
    const next = lexed[end];
    // A hyphen may join the words of a phrase: «где-то».
    if (next?.kind === "mark" && next.mark === "-") continue;
    if (next?.kind !== "letters") break;
    words.push(next);
    for (const spelling of spellings) {
      const found = dateWords.get(words.map((word) => spelling(word, isCyrillic)).join(" "));
      if (found !== undefined) {
        candidates.push({ ...found, end: end + 1 });
        break;
      }
    }
  }
  return candidates.at(-1);
}

const latin = "abcehikmoptxy";
const cyrillic = "авсенікмортху";
const inCyrillic = (text: string) => swap(text, latin, cyrillic);
const inLatin = (text: string) => swap(text, cyrillic, latin);

function swap(text: string, from: string, to: string): string {
  return text.toLowerCase().replace(/\p{L}/gu, (letter) => to[from.indexOf(letter)] ?? letter);
}

// Letters that look alike are taken for each other. Beside Cyrillic words a Latin "c" is «с» (from), but "c." is circa.
const spellings: readonly ((word: Letters, isCyrillic: boolean) => string)[] = [
  ({ text, hasDot }, isCyrillic) => foldText(isCyrillic && !hasDot ? inCyrillic(text) : text),
  ({ text }) => foldText(text),
  ({ text }) => foldText(inCyrillic(text)),
  ({ text }) => foldText(inLatin(text)),
];
