/**
 * What two writings of one name have in common: small letters, no word order, no difference between letters that only
 * look alike. Two people with the same key bear the same name, as far as a reader can see.
 */
export function nameKey(text: string): string {
  const words = text.normalize("NFC").split(/[\s.]+/u);
  return words
    .filter(Boolean)
    .map((word) => (/\p{Script=Cyrillic}/u.test(word) ? inCyrillic(word) : word).toLowerCase())
    .map((word) => word.replace(/[’ʼ‘`´]/gu, "'"))
    .sort()
    .join(" ");
}

const latin = "ABCEHIKMOPTXYaceikmopxyĸı";
const cyrillic = "АВСЕНІКМОРТХУасеікморхукі";

function inCyrillic(word: string): string {
  return [...word].map((letter) => cyrillic[latin.indexOf(letter)] ?? letter).join("");
}
