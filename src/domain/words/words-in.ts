/** A word of a text as it is compared, and where it stands: UTF-16 offsets. */
export type Word = { word: string; start: number; end: number };

// An apostrophe joins letters (Unicode has one that is a letter itself); what else is no letter or digit parts words.
const pattern = /[[\p{L}\p{N}]--ʼ][[\p{L}\p{M}\p{N}]--ʼ]*(?:['’ʼ‘`´][\p{L}--ʼ][[\p{L}\p{M}\p{N}]--ʼ]*)*/gv;

/** Longer ones are compared by their beginning: an index takes no entry of any length. */
const longest = 60;

// Letters that Unicode's decomposition leaves whole.
const latin: Readonly<Record<string, string>> = { ł: "l", đ: "d", ø: "o", ß: "ss", æ: "ae", œ: "oe" };

/** The words of a text, in their order. */
export function wordsIn(text: string): Word[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    word: compared(found),
    start: index,
    end: index + found.length,
  }));
}

/** In small letters, with one apostrophe, without stress marks; Latin letters without their marks too. */
function compared(found: string): string {
  const small = found
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u0300\u0301]/g, "")
    .replace(/[’ʼ‘`´]/g, "'");
  const plain = /\p{Script=Latin}/u.test(small)
    ? small
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .replace(/[łđøßæœ]/g, (letter) => latin[letter] ?? letter)
    : small;
  return [...plain].slice(0, longest).join("");
}
