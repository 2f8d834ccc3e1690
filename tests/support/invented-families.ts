import type { Sex } from "#domain/case-file/person.ts";
import { drawing } from "./drawing.ts";

/** A made-up family name in Belarusian and Russian letters, of a woman and of a man. */
export type InventedFamily = Readonly<Record<Sex, { be: string; ru: string }>>;

type Pair = readonly [be: string, ru: string];

// Often used ones stand more often, so that neighbours of a name are about as many as among real ones.
const onsets = [
  ..."к к к б б в в г г п п м м с с л л д р т н з х ж ш ч ц".split(" "),
  ..."кр гр пр бр тр др кл гл пл сл ст ск св зв шч хв см сн мл вл".split(" "),
];
const codas = "к к л л н н р р с т м в п б г д ч ш ж з х ц".split(" ");
/** An unstressed «о» and «е» of Russian is «а» and «я» in Belarusian writing. */
const unstressed: readonly Pair[] = [
  ["а", "о"],
  ["а", "о"],
  ["а", "а"],
  ["а", "а"],
  ["у", "у"],
  ["і", "и"],
  ["ы", "ы"],
  ["я", "е"],
  ["е", "е"],
];
const stressed: readonly Pair[] = [
  ["а", "а"],
  ["а", "а"],
  ["о", "о"],
  ["о", "о"],
  ["у", "у"],
  ["і", "и"],
  ["ы", "ы"],
  ["е", "е"],
  ["ю", "ю"],
];

const both = (be: string, ru: string): Record<Sex, Pair> => ({ female: [be, ru], male: [be, ru] });
const declined = (female: Pair, male: Pair): Record<Sex, Pair> => ({ female, male });
const endings: readonly Record<Sex, Pair>[] = [
  both("овіч", "ович"),
  both("евіч", "евич"),
  both("іч", "ич"),
  both("ук", "ук"),
  both("юк", "юк"),
  both("чук", "чук"),
  both("чык", "чик"),
  both("энка", "енко"),
  both("ко", "ко"),
  both("ец", "ец"),
  both("ёнак", "ёнок"),
  both("як", "як"),
  both("ун", "ун"),
  both("эль", "ель"),
  both("а", "а"),
  declined(["ская", "ская"], ["скі", "ский"]),
  declined(["ава", "ова"], ["аў", "ов"]),
  declined(["ава", "ова"], ["оў", "ов"]),
  declined(["ева", "ева"], ["еў", "ев"]),
  declined(["іна", "ина"], ["ін", "ин"]),
  declined(["ая", "ая"], ["ы", "ый"]),
];

/** So many different family names, always the same ones for a seed. */
export function inventFamilies(count: number, seed: number): InventedFamily[] {
  const { of, chance } = drawing(seed);
  const families = new Map<string, InventedFamily>();
  while (families.size < count) {
    const syllables: (string | Pair)[] = [];
    if (chance(0.8)) syllables.push(of(onsets), of(unstressed));
    syllables.push(of(syllables.length === 0 ? onsets : codas), of(stressed), of(codas));
    const root = ([0, 1] as const).map((index) =>
      syllables.map((it) => (typeof it === "string" ? it : it[index])).join(""),
    );
    const ending = of(endings);
    const inSex = ([be, ru]: Pair) => ({
      be: capitalised(inBelarusian(`${root[0]}${be}`)),
      ru: capitalised(inRussian(`${root[1]}${ru}`)),
    });
    const family = { female: inSex(ending.female), male: inSex(ending.male) };
    families.set(`${family.male.be} ${family.female.be}`, family);
  }
  return [...families.values()];
}

// What the two spellings do with a consonant before a soft vowel: р, ж, ш, ч, ц never soften in Belarusian, д and т turn.
const hardened: Readonly<Record<string, string>> = { і: "ы", е: "э", я: "а", ё: "о", ю: "у" };

function inBelarusian(word: string): string {
  return word
    .replace(/([ржшчц])([іеяёю])/gu, (_, consonant: string, vowel: string) => consonant + hardened[vowel])
    .replace(/т(?=[іеяёюь])/gu, "ц")
    .replace(/д(?=[іеяёюь])/gu, "дз");
}

function inRussian(word: string): string {
  return word
    .replace(/шч/gu, "щ")
    .replace(/([жшчщ])ы/gu, "$1и")
    .replace(/([жшчщц])я/gu, "$1а")
    .replace(/([жшчщц])ю/gu, "$1у")
    .replace(/(?<=[бвгджзклмнпрстфхцчшщ])э/gu, "е");
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
