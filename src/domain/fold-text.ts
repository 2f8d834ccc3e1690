// Letters that Unicode's decomposition leaves whole, and that spellings of one word swap freely.
const swapped: Readonly<Record<string, string>> = { і: "и", ґ: "г", ł: "l", đ: "d", ø: "o", ß: "ss" };

/**
 * A text as words of it are compared where spelling alone may differ: in dates, and in what says the same twice. Lower
 * case, without marks (й is и, ё is е, ў is у), і as и, ґ as г, without soft and hard signs and apostrophes; all else
 * that is no letter or digit is one space. Cyrillic stays Cyrillic and Latin Latin. Applied twice it gives the same.
 * Names are compared by their sounds instead: `domain/names`.
 */
export function foldText(text: string): string {
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
