/** A word of a name, in one script, small letters; `start` and `end` are UTF-16 offsets into the text. */
export type Word = {
  letters: string;
  script: "Cyrl" | "Latn";
  start: number;
  end: number;
  /** Letters of the other script stood in it. */
  mixed: boolean;
};

/** A name has fewer: in more words than these somebody pasted a text, and more say nothing more of a name. */
export const mostWords = 8;

// Letters that look the same in both scripts. Official lists and scanned papers mix them within a word, and the Latin
// i serves as the Belarusian one on keyboards that lack it. ĸ (kra) and ı come from the recognition of scanned text.
const cyrillicOfLatin: Readonly<Record<string, string>> = {
  a: "а",
  b: "ь",
  c: "с",
  e: "е",
  h: "һ",
  i: "і",
  ı: "і",
  j: "ј",
  k: "к",
  ĸ: "к",
  m: "м",
  o: "о",
  p: "р",
  t: "т",
  x: "х",
  y: "у",
  ë: "ё",
  ï: "ї",
};
// Capitals look otherwise than small letters: H is Н, B is В.
const cyrillicOfCapital: Readonly<Record<string, string>> = { B: "в", H: "н" };
const latinOfCapital: Readonly<Record<string, string>> = { В: "b", Н: "h" };
const latinOfCyrillic: Readonly<Record<string, string>> = {
  а: "a",
  е: "e",
  ё: "ë",
  і: "i",
  ї: "ï",
  ј: "j",
  к: "k",
  м: "m",
  о: "o",
  р: "p",
  с: "c",
  т: "t",
  у: "y",
  х: "x",
};

// Apostrophes and soft signs stand within words; the middle dot and the tie bar of library romanisations too. A quotation
// mark is typed for an apostrophe, and what has no width comes with texts that are pasted.
const withinWord = "'’‘ʼʹʺ`´′″”\"·\u0361\u00ad\u200b\u200c\u200d\u2060\ufeff";
const wordPattern = new RegExp(`[\\p{L}\\p{M}](?:[\\p{L}\\p{M}]|[${withinWord}](?=[\\p{L}\\p{M}]))*`, "gu");

/** The words of a name or a query in order. What is no letter divides words; apostrophes and accents don't. */
export function wordsOf(text: string): Word[] {
  const found = [...text.matchAll(wordPattern)].map((match) => ({ raw: match[0], start: match.index }));
  const scripts = found.map(({ raw }) => scriptOf(raw));
  // Mixed letters come from Cyrillic texts: keyboards without і, and programs that read scanned papers.
  const ofText = scripts.find((script) => script !== undefined) ?? "Cyrl";
  return found.map(({ raw, start }, index) => {
    const script = scripts[index] ?? ofText;
    const { letters, mixed } = inScript(raw, script);
    return { letters, script, start, end: start + raw.length, mixed };
  });
}

/** The script that a word's own letters speak for; none where they are mixed and each could be of either. */
function scriptOf(raw: string): "Cyrl" | "Latn" | undefined {
  let cyrillic = 0;
  let latin = 0;
  let alikeCyrillic = 0;
  let alikeLatin = 0;
  for (const letter of raw) {
    const small = letter.toLowerCase();
    if (isCyrillic(letter)) {
      if (letter in latinOfCapital || small in latinOfCyrillic) alikeCyrillic++;
      else cyrillic++;
    } else if (isLatin(letter)) {
      if (letter in cyrillicOfCapital || small in cyrillicOfLatin) alikeLatin++;
      else latin++;
    }
  }
  if (cyrillic !== latin) return cyrillic > latin ? "Cyrl" : "Latn";
  if (alikeLatin === 0 && alikeCyrillic > 0) return "Cyrl";
  return alikeCyrillic === 0 && alikeLatin > 0 ? "Latn" : undefined;
}

function inScript(raw: string, script: "Cyrl" | "Latn"): { letters: string; mixed: boolean } {
  let letters = "";
  let mixed = false;
  for (const letter of raw.normalize("NFC")) {
    const small = letter.toLowerCase();
    if (script === "Cyrl" && isLatin(letter)) {
      letters += cyrillicOfCapital[letter] ?? cyrillicOfLatin[small] ?? small;
      mixed = true;
    } else if (script === "Latn" && isCyrillic(letter)) {
      letters += latinOfCapital[letter] ?? latinOfCyrillic[small] ?? small;
      mixed = true;
    } else letters += small;
  }
  return { letters, mixed };
}

function isCyrillic(letter: string): boolean {
  return letter >= "\u0400" && letter <= "\u052f";
}

function isLatin(letter: string): boolean {
  return (
    (letter >= "a" && letter <= "z") ||
    (letter >= "A" && letter <= "Z") ||
    (letter > "\x7f" && letter < "\u0250") ||
    (letter >= "\u1e00" && letter <= "\u1eff")
  );
}
