import { divider } from "#domain/names/broken-groups.ts";
import type { Word } from "#domain/names/letters.ts";

// Words are compared as sounds: one sign for what the languages' letters and romanisations write in many ways.
// Most signs are the Latin letters of the scientific transliteration; the others:
//   A я   O ё   E е   U ю   y ы   j й   w ў   Q щ, шч   S ш   C ч   Z ж   c ц   x х   D дз   J дж   g г
// five that are as ambiguous as the Latin letters are:
//   h  Latin h: г or х     H  Latin ch: ч or х     K  Latin c: ц, к or с     W  Latin u after a vowel: ў or у
//   q  Latin sch: щ, сч or ш
// two that are one sound in Belarusian and another in Russian: M, N, with which Мікалай, Никита and the family names made
// of them begin; and T, a hard т, which no language makes ц of: Кот isn't Коц, though Тихон is Ціхан.

/** The vowels' signs. W is one half of the time, and counts as a consonant. */
export const vowels: ReadonlySet<string> = new Set("aAoOeEiyuU");

const ofCyrillic: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "E",
  є: "E",
  ё: "O",
  ж: "Z",
  з: "z",
  и: "i",
  і: "i",
  ї: "i",
  й: "j",
  ј: "j",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  ѕ: "s",
  т: "t",
  у: "u",
  ў: "w",
  ф: "f",
  х: "x",
  һ: "h",
  ц: "c",
  ч: "C",
  ш: "S",
  щ: "Q",
  ы: "y",
  э: "e",
  ю: "U",
  я: "A",
};

/** Longer than any name: what of a word lies beyond is left aside, so that its keys stay few and short. */
export const longestWord = 40;

/** A word as sounds. Doubled consonants are one: Belarusian and Russian double them differently (Наталля, Анна). */
export function soundsOf(word: Pick<Word, "letters" | "script">): string {
  const letters = word.letters.slice(0, longestWord);
  const sounds = word.script === "Cyrl" ? readCyrillic(letters) : readLatin(letters);
  return (
    single(sounds.replaceAll(divider, ""))
      // Stressed at its end, an adjective has -ой in Russian and -ы in Belarusian: Толстой, Тоўсты.
      .replace(/o[ji]$/, "yj")
      .replace(word.script === "Cyrl" ? hardCyrillic : hardLatin, "T")
      // A soft sign has no sound of its own.
      .replace(/T$/, letters.endsWith("ть") ? "t" : "T")
      .replace(/^[mn](?=[iy][kKc](?:[aoO]|[iy]t))/, (first) => first.toUpperCase())
  );
}

// Before у, о, а and at the end of a word; romanisations from Polish and Ukrainian write ty for ти.
const hardCyrillic = /t(?=[aouy])|(?<=.)t$/g;
const hardLatin = /t(?=[aou])|(?<=.)t$/g;

function readCyrillic(letters: string): string {
  let sounds = "";
  for (const letter of letters) {
    // A letter of the other alphabet that looks like none of this one is read as it stands.
    sounds += ofCyrillic[letter] ?? ofCyrillic[bare(letter)] ?? ofLatin[letter] ?? dividerIn(letter);
  }
  return assimilated(sounds)
    .replaceAll("dz", "D")
    .replaceAll("dZ", "J")
    .replace(/j[aA]/g, "A")
    .replace(/j[oO]/g, "O")
    .replace(/j[eE]/g, "E")
    .replace(/j[uU]/g, "U")
    .replace(/j[iy]/g, "i");
}

/** Kept until groups have been read. */
function dividerIn(letter: string): string {
  return letter === divider ? divider : "";
}

/** Groups of consonants that are spoken as one and written as one or as two: щ, шч; ц, тс. */
function assimilated(sounds: string): string {
  return sounds.replace(/SC/g, "Q").replace(/ts/g, "c");
}

/** What carries a mark and means another sound than the bare letter does. */
const ofMarked: Readonly<Record<string, string>> = {
  š: "S",
  č: "C",
  ž: "Z",
  ż: "Z",
  ś: "s",
  ź: "z",
  ć: "c",
  ŭ: "w",
  ŝ: "Q",
  ł: "l",
  ø: "o",
  ß: "s",
  đ: "d",
  þ: "t",
  æ: "e",
  œ: "o",
  ë: "O",
  ĭ: "j",
  ȷ: "j",
  ı: "i",
};

// Łacinka and the transliterations made from it: there c is always ц, and ch is х.
const lacinka = /[śźćńłĺšžč]/u;
const englishDigraph = /sh|zh|kh|ts/;

const iotated: Readonly<Record<string, string>> = { a: "A", e: "E", o: "O", u: "U" };

function readLatin(marked: string): string {
  const letters = marked.normalize("NFC");
  const isLacinka = lacinka.test(letters) && !englishDigraph.test(letters);
  // Marks that don't change the sound go first, so that groups of letters are seen: i͡a, z͡h.
  const plain = [...letters].map((letter) => (letter in ofMarked ? letter : bare(letter))).join("");
  let sounds = "";
  let at = 0;
  const take = (length: number, sign: string) => {
    sounds += sign;
    at += length;
  };
  while (at < plain.length) {
    const group = (isLacinka ? lacinkaGroups : groups).find(([letters]) => plain.startsWith(letters, at));
    const letter = plain[at] ?? "";
    const next = plain[at + 1] ?? "";
    const before = sounds.at(-1) ?? "";
    if (group !== undefined) take(group[0].length, group[1]);
    else if (letter === "c") take(1, isLacinka ? "c" : "K");
    else if ("ijy".includes(letter) && next in iotated) take(2, iotated[next] ?? "");
    else if ((letter === "y" || letter === "j") && next === "i") take(2, "i");
    // Zui, Siarhei: passports have it for й.
    else if (letter === "i" && next === "" && vowels.has(before)) take(1, "j");
    else if (letter === "y") take(1, vowels.has(before) ? "j" : "y");
    else if (letter === "u") take(1, vowels.has(before) ? "W" : "u");
    // BGN/PCGN has it for ў, German and Polish for в.
    else if (letter === "w") take(1, vowels.has(before) ? "w" : "v");
    else take(1, ofMarked[letter] ?? ofLatin[letter] ?? ofCyrillic[letter] ?? dividerIn(letter));
  }
  return assimilated(sounds);
}

// Łacinka wrote cz and sz before č and š, as Polish does.
const lacinkaGroups: readonly (readonly [string, string])[] = [
  ["šč", "Q"],
  ["dž", "J"],
  ["dż", "J"],
  ["dz", "D"],
  ["dź", "D"],
  ["ch", "x"],
  ["cz", "C"],
  ["sz", "S"],
];

// Longest first. English, French, German and Polish ways with one sound; x is "кс" in every one of them.
const groups: readonly (readonly [string, string])[] = [
  ["schtsch", "Q"],
  ["chtch", "Q"],
  ["tsch", "C"],
  ["dsch", "J"],
  ["shch", "Q"],
  ["stch", "Q"],
  ["sch", "q"],
  ["šč", "Q"],
  ["tch", "C"],
  ["dzh", "J"],
  ["dž", "J"],
  ["dż", "J"],
  ["sh", "S"],
  ["zh", "Z"],
  ["kh", "x"],
  ["ts", "c"],
  ["tz", "c"],
  ["dz", "D"],
  ["dź", "D"],
  ["ch", "H"],
  ["cz", "C"],
  ["sz", "S"],
  ["ph", "f"],
  ["th", "t"],
  ["qu", "kv"],
];

const ofLatin: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."abdefghijklmnoprstuvyz"].map((letter) => [letter, letter])),
  q: "k",
  w: "v",
  x: "ks",
};

function bare(letter: string): string {
  return letter <= "\x7f" ? letter : letter.normalize("NFD").replace(/\p{M}/gu, "");
}

function single(sounds: string): string {
  let out = "";
  for (const sign of sounds) if (sign !== out.at(-1) || vowels.has(sign)) out += sign;
  return out;
}
