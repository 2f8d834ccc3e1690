import type { Sex } from "#domain/case-file/person.ts";
import { drawing } from "./drawing.ts";
import { inventFamilies } from "./invented-families.ts";
import { inLacinka, romanisedByPress, romanisedOfficially } from "./romanised.ts";

/** The spellings that everybody of an invented population has. */
export const populationSpellings = ["be", "ru", "official", "press", "lacinka"] as const;
export type PopulationSpelling = (typeof populationSpellings)[number];

type FullName = { given: string; patronymic: string; family: string };

/** Somebody made up, by all spellings of their name. */
export type InventedPerson = { sex: Sex; names: Readonly<Record<PopulationSpelling, FullName>> };

/** Family names of one seed; as many as a country of some millions has among a hundred thousand people. */
const familyCount = 40_000;

/**
 * So many people whose names are as unevenly common as real ones: few given names for most of them, and tens of thousands
 * of family names, of which the commonest belongs to four in a thousand. The same seed gives the same people, and more of
 * them begin with the same ones.
 */
export function inventPopulation(count: number, seed = 1): InventedPerson[] {
  const { next } = drawing(seed);
  const family = commonFirst(inventFamilies(familyCount, seed), next, 20);
  const father = commonFirst(
    men.filter(([be]) => !irregular.has(be)),
    next,
    2,
  );
  const given = { female: commonFirst(women, next, 2), male: commonFirst(men, next, 2) };
  return Array.from({ length: count }, () => {
    const sex = next() < 0.25 ? "female" : "male";
    const [be, ru] = given[sex]();
    const [, , fatherBe, fatherRu] = father();
    const endings = { female: ["ўна", "вна"], male: ["віч", "вич"] }[sex];
    const name = family()[sex];
    return {
      sex,
      names: inAllSpellings(
        { given: be, patronymic: `${fatherBe}${endings[0]}`, family: name.be },
        { given: ru, patronymic: `${fatherRu}${endings[1]}`, family: name.ru },
      ),
    };
  });
}

function inAllSpellings(be: FullName, ru: FullName): InventedPerson["names"] {
  const each = (name: FullName, write: (word: string) => string) => ({
    given: write(name.given),
    patronymic: write(name.patronymic),
    family: write(name.family),
  });
  return {
    be,
    ru,
    official: each(be, written.official),
    press: each(ru, written.press),
    lacinka: each(be, written.lacinka),
  };
}

/** The same few names come again and again. */
const written = {
  official: remembering(romanisedOfficially),
  press: remembering(romanisedByPress),
  lacinka: remembering(inLacinka),
};

function remembering(write: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const now = write(word);
    known.set(word, now);
    return now;
  };
}

/** Draws from a list by the law of Zipf and Mandelbrot; `flat` is how many first ones are about equally common. */
function commonFirst<T>(list: readonly T[], next: () => number, flat: number): () => T {
  let sum = 0;
  const upTo = list.map((_, rank) => {
    sum += (rank + flat) ** -0.95;
    return sum;
  });
  return () => {
    const drawn = next() * sum;
    let [low, high] = [0, list.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? sum) <= drawn) low = middle + 1;
      else high = middle;
    }
    const item = list[low];
    if (item === undefined) throw new RangeError("nothing to draw from");
    return item;
  };
}

/** Their children's patronymics aren't made like the others. */
const irregular = new Set(["Ілья", "Мікіта", "Якаў"]);

// Given names in the order of how common they are, about; with the beginnings of the children's patronymics.
const men: readonly (readonly [be: string, ru: string, fatherBe: string, fatherRu: string])[] = [
  ["Аляксандр", "Александр", "Аляксандра", "Александро"],
  ["Сяргей", "Сергей", "Сяргее", "Сергее"],
  ["Дзмітрый", "Дмитрий", "Дзмітрые", "Дмитрие"],
  ["Андрэй", "Андрей", "Андрэе", "Андрее"],
  ["Уладзімір", "Владимир", "Уладзіміра", "Владимиро"],
  ["Мікалай", "Николай", "Мікалае", "Николае"],
  ["Аляксей", "Алексей", "Аляксее", "Алексее"],
  ["Віктар", "Виктор", "Віктара", "Викторо"],
  ["Яўген", "Евгений", "Яўгене", "Евгенье"],
  ["Юрый", "Юрий", "Юр’е", "Юрье"],
  ["Ігар", "Игорь", "Ігара", "Игоре"],
  ["Павел", "Павел", "Паўла", "Павло"],
  ["Алег", "Олег", "Алега", "Олего"],
  ["Міхаіл", "Михаил", "Міхайла", "Михайло"],
  ["Іван", "Иван", "Івана", "Ивано"],
  ["Васіль", "Василий", "Васіле", "Василье"],
  ["Максім", "Максим", "Максіма", "Максимо"],
  ["Віталь", "Виталий", "Віталье", "Виталье"],
  ["Раман", "Роман", "Рамана", "Романо"],
  ["Анатоль", "Анатолий", "Анатолье", "Анатолье"],
  ["Валерый", "Валерий", "Валер’е", "Валерье"],
  ["Арцём", "Артём", "Арцёма", "Артёмо"],
  ["Генадзь", "Геннадий", "Генадзье", "Геннадье"],
  ["Вадзім", "Вадим", "Вадзіма", "Вадимо"],
  ["Дзяніс", "Денис", "Дзяніса", "Денисо"],
  ["Антон", "Антон", "Антона", "Антоно"],
  ["Вячаслаў", "Вячеслав", "Вячаслава", "Вячеславо"],
  ["Кірыл", "Кирилл", "Кірыла", "Кирилло"],
  ["Леанід", "Леонид", "Леаніда", "Леонидо"],
  ["Пётр", "Пётр", "Пятро", "Петро"],
  ["Мікіта", "Никита", "Мікіта", "Никито"],
  ["Ілья", "Илья", "Ілье", "Илье"],
  ["Рыгор", "Григорий", "Рыгора", "Григорье"],
  ["Станіслаў", "Станислав", "Станіслава", "Станиславо"],
  ["Уладзіслаў", "Владислав", "Уладзіслава", "Владиславо"],
  ["Канстанцін", "Константин", "Канстанціна", "Константино"],
  ["Эдуард", "Эдуард", "Эдуарда", "Эдуардо"],
  ["Руслан", "Руслан", "Руслана", "Руслано"],
  ["Мікола", "Николай", "Мікалае", "Николае"],
  ["Аркадзь", "Аркадий", "Аркадзье", "Аркадье"],
  ["Фёдар", "Фёдор", "Фёдара", "Фёдоро"],
  ["Ягор", "Егор", "Ягора", "Егоро"],
  ["Цімафей", "Тимофей", "Цімафее", "Тимофее"],
  ["Зміцер", "Дмитрий", "Зміцера", "Дмитрие"],
  ["Багдан", "Богдан", "Багдана", "Богдано"],
  ["Глеб", "Глеб", "Глеба", "Глебо"],
  ["Сцяпан", "Степан", "Сцяпана", "Степано"],
  ["Якаў", "Яков", "Якаўле", "Яковле"],
];
const women: readonly (readonly [be: string, ru: string])[] = [
  ["Алена", "Елена"],
  ["Наталля", "Наталья"],
  ["Таццяна", "Татьяна"],
  ["Вольга", "Ольга"],
  ["Ганна", "Анна"],
  ["Ірына", "Ирина"],
  ["Святлана", "Светлана"],
  ["Кацярына", "Екатерина"],
  ["Марыя", "Мария"],
  ["Людміла", "Людмила"],
  ["Галіна", "Галина"],
  ["Юлія", "Юлия"],
  ["Валянціна", "Валентина"],
  ["Аляксандра", "Александра"],
  ["Ніна", "Нина"],
  ["Дар’я", "Дарья"],
  ["Вікторыя", "Виктория"],
  ["Ларыса", "Лариса"],
  ["Анастасія", "Анастасия"],
  ["Марына", "Марина"],
  ["Надзея", "Надежда"],
  ["Вера", "Вера"],
  ["Любоў", "Любовь"],
  ["Тамара", "Тамара"],
  ["Жанна", "Жанна"],
  ["Аксана", "Оксана"],
  ["Паліна", "Полина"],
  ["Ксенія", "Ксения"],
  ["Алеся", "Олеся"],
  ["Аліна", "Алина"],
  ["Вераніка", "Вероника"],
  ["Лізавета", "Елизавета"],
  ["Яўгенія", "Евгения"],
  ["Крысціна", "Кристина"],
  ["Зоя", "Зоя"],
  ["Раіса", "Раиса"],
  ["Інга", "Инга"],
  ["Сафія", "София"],
  ["Дзіяна", "Диана"],
  ["Яніна", "Янина"],
  ["Антаніна", "Антонина"],
  ["Эма", "Эмма"],
  ["Стэфанія", "Стефания"],
  ["Маргарыта", "Маргарита"],
];
