import { vowels } from "#domain/names/sounds.ts";

// What it costs to take one sound for another, on a scale where 1 is another letter altogether. The small costs are the
// ways in which the same name is written in these languages and romanisations; each line has its reason. Half a letter
// is too much for a spelling: Лисовский and Лесовский are two families, though one may be misheard for the other.

const alternations: readonly (readonly [pairs: string, cost: number])[] = [
  // Е, э and the Latin e stand for each other: romanisations don't tell them apart, Belarusian writes э after hard sounds.
  ["eE", 0.02],
  // И, і, ы: і and и are the two alphabets' letters of one sound; romanisations write y for ы and й.
  ["iy", 0.03],
  ["ij yj", 0.05],
  // Akannie: Belarusian writes the unstressed о as а, Russian does not (Багдановіч, Богданович).
  ["ao", 0.08],
  // Yakannie: the unstressed е is written я before the stress (Сяргей, Сергей), and а after hardened consonants (Чарнышэвіч).
  ["EA eA", 0.1],
  ["ea Ea", 0.15],
  // Ё is printed as е in Russian, romanised as io, yo, o or e; unstressed it becomes я or а.
  ["OE Oe", 0.08],
  ["Oo", 0.08],
  ["oe oE", 0.2],
  ["OA Oa", 0.2],
  ["oA", 0.25],
  // Softness is left out by many romanisations: Ludmila, Lavon.
  ["aA uU", 0.1],
  // Unstressed и and е sound alike, and so do ы and э after hard sounds (Емельянаў, Стрыбкоў).
  ["ie iE ye yE jE je", 0.5],
  // В, ў and the Latin u are one sound before a consonant: Пав- is Паў- and Pau-.
  ["vw vW wW", 0.03],
  ["uW uw", 0.05],
  ["uv Uv", 0.2],
  // An old л before a consonant is ў in Belarusian: Воўк, Волк; Доўгі, Долгий.
  ["lw lW", 0.2],
  ["lv", 0.6],
  // Тс, ц: the Belarusian soft т is ц and the soft д is дз (Цімафей, Тимофей; Дзяніс, Денис). The hard т isn't.
  ["tc", 0.05],
  ["tT", 0.0],
  ["Tc KT", 0.5],
  ["dD", 0.05],
  ["Dz", 0.5],
  // Г is h or g. Х is kh, h or ch.
  ["gh", 0.0],
  ["hx", 0.06],
  ["gx", 0.5],
  ["Hx HC", 0.02],
  ["Hh", 0.08],
  ["Hk kx HS", 0.45],
  // A Latin c without its mark or its letter after it.
  ["Kc Kk", 0.02],
  ["Kt", 0.07],
  ["Ks", 0.15],
  ["KC", 0.3],
  // Шч is щ, щ is sometimes ш; marks are left out in a hurry: s for š.
  ["QS QC qS qC", 0.25],
  ["qQ", 0.02],
  ["sS zZ cC", 0.5],
  ["JZ JD Jj", 0.3],
  ["Zj", 0.4],
  // Two Latin letters of one sound, of which one was left out: sh, zh, ch, ts.
  ["Sh Zh Ch cs", 0.5],
  // Voice is lost at the end and before voiceless sounds, so that ear and pen take one for the other.
  ["sz td Td pb gk fv fw fW SZ", 0.6],
  // The old ф of Greek is х, п or т in the people's mouth: Хведар, Піліп.
  ["fx fp", 0.5],
  ["mn Mn mN rl", 0.8],
  // Мікалаеў, Николаев; Мікіценка, Никитенко.
  ["MN", 0.2],
  ["Mm Nn", 0.0],
];

const otherVowel = 0.75;
const otherConsonant = 1;
const vowelForConsonant = 1.1;

const signs = "aAoOeEiyuUjwWvbpmMnNfrlszSZkgxhHtTdcCKQqDJ";
// By the code of a sign, all of which are ASCII.
const indexOf = new Uint8Array(128);
for (const [index, sign] of [...signs].entries()) indexOf[sign.charCodeAt(0)] = index;

const table = (() => {
  const size = signs.length;
  const costs = new Float64Array(size * size);
  for (const [i, a] of [...signs].entries()) {
    for (const [j, b] of [...signs].entries()) {
      if (i === j) continue;
      const both = Number(vowels.has(a)) + Number(vowels.has(b));
      costs[i * size + j] = both === 2 ? otherVowel : both === 1 ? vowelForConsonant : otherConsonant;
    }
  }
  for (const [pairs, cost] of alternations) {
    for (const pair of pairs.split(" ")) {
      const [a, b] = [...pair].map((sign) => signs.indexOf(sign));
      if (a === undefined || b === undefined || a < 0 || b < 0) throw new Error(`no such sounds: ${pair}`);
      costs[a * size + b] = cost;
      costs[b * size + a] = cost;
    }
  }
  return costs;
})();

/** What it costs to take one sound for another; both are char codes of signs. */
export function substitution(a: number, b: number): number {
  if (a === b) return 0;
  return table[(indexOf[a] ?? 0) * signs.length + (indexOf[b] ?? 0)] ?? 1;
}

const otherVowelMore = 0.7;
const otherConsonantMore = 0.9;

/** What it costs that the sound at `at` stands in one word and not in the other. */
export function addition(sounds: string, at: number): number {
  const sign = sounds[at] ?? "";
  const before = sounds[at - 1];
  const after = sounds[at + 1];
  const nextToVowel =
    (after !== undefined && vowels.has(after)) || (before !== undefined && vowels.has(before));
  // Марыя, Mariya, Marya: і or й beside a vowel is written or not.
  if ((sign === "i" || sign === "y" || sign === "j") && nextToVowel) return 0.06;
  if (sign === "j") return 0.3;
  // Наумаў, Навумаў: Belarusian parts two vowels with в.
  if (sign === "v" && after !== undefined && "uUoO".includes(after)) return before === undefined ? 0.2 : 0.12;
  // Ганна, Анна: a breath before a vowel that begins the word.
  if ((sign === "g" || sign === "h") && before === undefined && after !== undefined && vowels.has(after))
    return 0.45;
  // Імшара, Мшара; Ільвовіч: a vowel that helps a group of consonants at the beginning.
  if (sign === "i" && before === undefined) return 0.4;
  if (sign === "t" && (after === "c" || before === "c")) return 0.1;
  // What is silent in a group is left out in Belarusian: Шчасны, Счастный; Пазняк, Поздняк; Сонцаў, Солнцев.
  if (sign === "t" && before === "s" && (after === "n" || after === "l")) return 0.05;
  if (sign === "d" && before === "z" && after === "n") return 0.05;
  if (sign === "l" && after === "n" && sounds[at + 2] === "c") return 0.05;
  // Before ч, т and ц are hardly heard and с and з sound like ш: сч is щ, and romanised sch, as тч is tch.
  if ("tcsz".includes(sign) && after === "C") return 0.05;
  // Ck is цк without the marks of Łacinka (Wysocki), and к in English.
  if (sign === "K" && after === "k") return 0.05;
  return vowels.has(sign) ? otherVowelMore : otherConsonantMore;
}
