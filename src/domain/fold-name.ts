// Letters that Unicode's decomposition leaves whole, and that spellings of one name swap freely.
const swapped: Readonly<Record<string, string>> = { і: "и", ґ: "г", ł: "l", đ: "d", ø: "o", ß: "ss" };

/**
 * A name as today's plain search compares it: lower case, without marks (й is и, ё is е, ў is у), і as и,
 * ґ as г, without soft and hard signs and apostrophes; all else that is no letter or digit is one space.
 * Cyrillic stays Cyrillic and Latin Latin. Applied twice it gives the same.
 */
export function foldName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[іґłđøß]/gu, (letter) => swapped[letter] ?? letter)
    .replace(/[ьъ'’‘ʼʹ`´′]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
