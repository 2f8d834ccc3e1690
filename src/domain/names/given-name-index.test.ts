import { describe, expect, test } from "vitest";
import {
  type GivenNameHit,
  givenNamesNear,
  givenNamesOf,
  initialsOf,
  isAsItStands,
} from "#domain/names/given-name-index.ts";
import { givenNames } from "#domain/names/given-names.ts";
import { wordsOf } from "#domain/names/letters.ts";
import { soundsOf } from "#domain/names/sounds.ts";
import { type Sounded, sounded } from "#domain/names/word-distance.ts";
import { inLacinka, romanisedByPress, romanisedOfficially } from "../../../tests/support/romanised.ts";

function wordOf(text: string): Sounded {
  return sounded(soundsOf(wordsOf(text)[0] ?? { letters: "", script: "Cyrl" }));
}

const told = (hits: readonly GivenNameHit[]) =>
  hits.map(({ name, short }) => `${name.be[0]}${short ? " (short)" : ""}`).sort();
const namesOf = (text: string) => told(givenNamesOf(wordOf(text)));
const namesNear = (text: string) => told(givenNamesNear(wordOf(text)));

describe("a spelling of a given name", () => {
  test.each([
    ["Дзмітрый", "Дмитрий Зміцер Dzmitry Dmitrij Dmitriy Źmicier Zmicer Дмитрiй"],
    ["Мікалай", "Николай Мікола Mikalai Mikałaj Nikolay Nikolai Mikola"],
    ["Аляксандр", "Александр Алесь Аляксандар Aliaksandr Alaksandr Alexander Ales Aleś"],
    ["Яўген", "Евгений Yauhen Jaŭhien Evgeny Yevgeniy Eugene Яўгэн"],
    ["Уладзімір", "Владимир Уладзімер Uladzimir Uładzimir Vladimir Wladimir"],
    ["Сяргей", "Сергей Siarhei Siarhiej Syarhey Sergey Sergei"],
    ["Кацярына", "Екатерина Katsiaryna Kaciaryna Ekaterina Catherine"],
    ["Ганна", "Анна Hanna Anna Ana"],
    ["Вольга", "Ольга Volha Wolha Olga Olha"],
    ["Святлана", "Светлана Sviatlana Śviatłana Svetlana Sviatłana"],
    ["Наталля", "Наталья Наталия Natallia Natalia Natalya"],
    ["Генадзь", "Геннадий Hienadź Henadz Gennady Gennadiy"],
    ["Вячаслаў", "Вячеслав Viachaslau Vi\u0361achaslaŭ Viačasłaŭ Vyacheslav"],
    ["Міхаіл", "Михаил Міхась Mikhail Michaił Michail Mihail"],
  ])("%s", (name, spellings) => {
    for (const spelling of spellings.split(" ")) expect(namesOf(spelling), spelling).toEqual([name]);
  });

  // Names that the languages' letters bring near each other, and that no one takes for one.
  test.each([
    ["Алена", "Аліна", "Alina"],
    ["Аліна", "Алена", "Елена"],
    ["Ігар", "Рыгор", "Ryhor"],
    ["Ігар", "Ягор", "Yegor"],
    ["Ганна", "Яна", "Yana"],
    ["Яна", "Анна", "Anna"],
    ["Марыя", "Марына", "Marina"],
    ["Юрый", "Георгій", "Georgiy"],
    ["Уладзімір", "Уладзіслаў", "Vladislav"],
    ["Вячаслаў", "Вацлаў", "Vaclaŭ"],
    ["Міраслаў", "Міраслава", "Miroslava"],
    ["Аляксандр", "Аляксандра", "Alexandra"],
    ["Валянцін", "Валянціна", "Valentina"],
    ["Ян", "Іван", "Ivan"],
    ["Данііл", "Данута", "Danuta"],
  ])("is not %s where it is %s", (other, ...spellings) => {
    for (const spelling of spellings) {
      expect(namesOf(spelling), spelling).not.toContain(other);
      expect(namesNear(spelling), spelling).not.toContain(other);
    }
  });

  test("may be an everyday form, of several names too", () => {
    expect(namesOf("Саша")).toEqual(["Аляксандр (short)", "Аляксандра (short)"]);
    expect(namesOf("Sasha")).toEqual(["Аляксандр (short)", "Аляксандра (short)"]);
    expect(namesOf("Дима")).toEqual(["Дзмітрый (short)"]);
    expect(namesOf("Лявон")).toEqual(["Леанцій (short)", "Леанід (short)", "Лявон"]);
  });

  test("isn't any word", () => {
    for (const text of ["Купала", "Калеснікава", "Bialiatski", "Мінск", "Ж"])
      expect(namesOf(text), text).toEqual([]);
  });
});

describe("every name of the table", () => {
  test.each([
    ["in Belarusian", "be", (form: string) => form],
    ["in Russian", "ru", (form: string) => form],
    ["in Łacinka", "be", inLacinka],
    ["romanised officially", "be", romanisedOfficially],
    ["romanised by the press", "ru", romanisedByPress],
  ] as const)("is itself, and as a rule nothing else, %s", (_, language, write) => {
    const forms = givenNames.flatMap((name) => name[language].map((form) => ({ name, form: write(form) })));
    const lost: string[] = [];
    let shared = 0;
    for (const { name, form } of forms) {
      const hits = givenNamesOf(wordOf(form));
      if (!hits.some((hit) => hit.name === name && !hit.short)) lost.push(form);
      if (hits.some((hit) => hit.name !== name && !hit.short)) shared++;
    }
    // Łacinka's Liana is Lana without its marks, Рыўка in Latin letters has lost the sign of its ў, and Marianna is
    // nearer to Мар’яна, which serves her for short.
    expect(lost.filter((form) => !["Lana", "Ryuka", "Mariana", "Marianna"].includes(form))).toEqual([]);
    expect(shared / forms.length).toBeLessThan(0.015);
  });
});

describe("a slip in a given name", () => {
  test.each([
    ["Дзмтрый", "Дзмітрый"],
    ["Сяргйе", "Сяргей"],
    ["Кацрына", "Кацярына"],
    ["Aliaksnadr", "Аляксандр"],
    ["Svetlanna", "Святлана"],
    ["Nikoaly", "Мікалай"],
    ["Мрыя", "Марыя"],
  ])("%s may be %s", (typed, name) => {
    expect(namesNear(typed)).toContain(name);
    expect(namesOf(typed).length).toBeLessThanOrEqual(1);
  });

  test("is not looked for in what is a name as it stands", () => {
    for (const text of ["Марыя", "Maria", "Алена", "Alina", "Yan"]) {
      expect(givenNamesNear(wordOf(text)).every(isAsItStands), text).toBe(true);
      expect(namesNear(text), text).toEqual(namesOf(text));
    }
    expect(givenNamesNear(wordOf("Кацрына")).some(isAsItStands)).toBe(false);
  });

  test("leaves less room in a short word", () => {
    for (const text of ["Ж", "Ук", "Zz", "Бур"]) expect(namesNear(text), text).toEqual([]);
  });
});

test("the initials of a name are those of all its full forms", () => {
  const initials = (form: string) => {
    const [name] = givenNames.filter(({ be }) => be.includes(form));
    return name && [...initialsOf(name)].sort();
  };
  expect(initials("Уладзімір")).toEqual(["u", "v"]);
  // Алена, Ялена, Елена, Helen.
  expect(initials("Алена")).toEqual(["A", "E", "a", "h"]);
  expect(initials("Вольга")).toEqual(["o", "v"]);
  // Дзіма is no full form.
  expect(initials("Дзмітрый")).toEqual(["D", "d", "z"]);
});
