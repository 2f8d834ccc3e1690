import { describe, expect, test } from "vitest";
import { foldText } from "#domain/fold-text.ts";
import { type GivenName, givenNames } from "#domain/names/given-names.ts";
import { compareNames } from "#domain/names/match-name.ts";

const women = givenNames.filter(({ sex }) => sex === "female");
const men = givenNames.filter(({ sex }) => sex === "male");

const fullForms = ({ be, ru, latin = [] }: GivenName) => new Set([...be, ...ru, ...latin]);
const bearing = (form: string) => givenNames.filter((name) => fullForms(name).has(form));

/** Whether the two forms belong to one entry, as full forms both. */
function isOneName(one: string, other: string): boolean {
  expect(bearing(one), one).toHaveLength(1);
  expect(bearing(other), other).toHaveLength(1);
  return bearing(one)[0] === bearing(other)[0];
}

const isShortFor = (short: string, full: string) => bearing(full).some((name) => name.short?.includes(short));

const womenWithoutA = [
  ..."Адель Адэль Любовь Любоў Мадлен Мариям Марыям Марьям Мар’ям Нелли Николь Нинель Нэлли Нэлі".split(" "),
  ..."Ніколь Нінель Нінэль Рахель Рахиль Рахіль Эстер Эстэр Эсфирь Эсфір Юдзіф Юдифь".split(" "),
];
const menWithVowel = [
  ..."Али Алі Бруна Бруно Вавила Вавіла Гаврила Гарри Гаўрыла Дабрыня Данила Даніла Добрыня".split(" "),
  ..."Ежи Ёна Зосима Зосіма Иеремия Илия Илья Иона Исаия Ілля Ілья Іона Ісая Іярэмія Казьма".split(" "),
  ..."Кірыла Козьма Косма Кузьма Лука Марка Марко Мина Михайло Мікіта Мікола Міна Міхайла".split(" "),
  ..."Мустафа Мялеці Никита Никола Нікіта Ота Отто Павло Паўло Петро Пётра Пятро Сава Савва".split(" "),
  ..."Самойла Самойло Фама Фока Фома Хама".split(" "),
];

/** What `of` gives for more than one name, with the first forms of those names. */
function sharedAmong(names: readonly GivenName[], of: (name: GivenName) => Iterable<string>): string[] {
  const owners = new Map<string, string[]>();
  for (const name of names) {
    for (const key of new Set(of(name))) owners.set(key, [...(owners.get(key) ?? []), name.be[0] ?? ""]);
  }
  return [...owners].filter(([, of]) => of.length > 1).map(([key, of]) => `${key}: ${of.join(", ")}`);
}

describe("the table of given names", () => {
  test("has a Belarusian and a Russian full form of every name", () => {
    expect(givenNames.filter(({ be, ru }) => be.length === 0 || ru.length === 0)).toEqual([]);
  });

  // A fourth bar in a row, or a second language before the first bar, would end up among these.
  test("writes every form in its own alphabet, with one capital", () => {
    const alphabets = {
      be: /^[АБВГДЕЁЖЗІЙКЛМНОПРСТУФХЦЧШЭЮЯ](?:[абвгдеёжзійклмнопрстуўфхцчшыьэюя]|(?<=[кмнрф])’(?=[юя]))+$/u,
      ru: /^[А-ЩЭЮЯЁ][а-яё]+$/u,
      latin: /^[A-Z][a-z]+$/,
      short: /^[А-ЩЭЮЯЁІ](?:[а-яёіў]|(?<=[рф])’(?=я))+$/u,
    };
    for (const name of givenNames) {
      for (const kind of ["be", "ru", "latin", "short"] as const) {
        for (const form of name[kind] ?? [])
          expect(form, `${kind} of ${name.be[0]}`).toMatch(alphabets[kind]);
      }
    }
  });

  // р, ч, ш and ж are hard in Belarusian, д and т before е, і, ё, ю, я and ь become дз and ц, and о is stressed.
  test("spells the Belarusian forms by Belarusian rules", () => {
    const forms = givenNames.flatMap(({ be }) => be);
    expect(forms.filter((form) => /[рчшж][еёіюяь]|[дт][еёіюяь]|щ|йо/iu.test(form))).toEqual([]);
    expect(forms.filter((form) => (form.match(/[оё]/giu) ?? []).length > 1)).toEqual([]);
  });

  test("gives each form once within a name, and none as full and short", () => {
    for (const name of givenNames) {
      for (const forms of [name.be, name.ru, name.latin ?? [], name.short ?? []]) {
        expect(new Set(forms).size, name.be[0]).toBe(forms.length);
      }
      expect((name.short ?? []).filter((form) => fullForms(name).has(form))).toEqual([]);
    }
  });

  test("holds no full form twice, in neither sex: no full name here is a man's and a woman's", () => {
    expect(sharedAmong(givenNames, fullForms)).toEqual([]);
  });

  // Алёна is printed without its dots, and Арсень differs from Арсен by a soft sign, which a reader may leave out.
  test("holds no two names that folding makes one, but for the two that print makes one", () => {
    expect(sharedAmong(givenNames, (name) => [...fullForms(name)].map(foldText))).toEqual([
      "алена: Алена, Алёна",
      "арсен: Арсен, Арсень",
    ]);
  });

  test("ends names of either sex as the languages do, foreign and churchly ones aside", () => {
    const endings = (names: readonly GivenName[], usual: RegExp) =>
      names.flatMap(({ be, ru }) => [...be, ...ru]).filter((form) => !usual.test(form));
    expect(new Set(endings(women, /[ая]$/u))).toEqual(new Set(womenWithoutA));
    expect(new Set(endings(men, /[бвгджзйклмнпрстўфхцчшьы]$/u))).toEqual(new Set(menWithVowel));
  });

  test("stands in alphabetical order, so that a name is found before it is added twice", () => {
    for (const names of [women, men]) {
      const firsts = names.map(({ be }) => be[0] ?? "");
      expect(firsts).toEqual(firsts.toSorted(new Intl.Collator("be").compare));
    }
  });
});

describe("what is one name", () => {
  test.each([
    ["Дзмітрый", "Дмитрий"],
    ["Зміцер", "Дмитрий"],
    ["Алесь", "Александр"],
    ["Мікола", "Николай"],
    ["Міхась", "Михаил"],
    ["Уладзімер", "Владимир"],
    ["Аўген", "Евгений"],
    ["Рыгор", "Григорий"],
    ["Язэп", "Иосиф"],
    ["Апанас", "Афанасий"],
    ["Піліп", "Филипп"],
    ["Цімох", "Тимофей"],
    ["Яўхім", "Ефим"],
    ["Хведар", "Фёдор"],
    ["Іаан", "Иван"],
    ["Ганна", "Анна"],
    ["Настасся", "Анастасия"],
    ["Аўдоцця", "Евдокия"],
    ["Вольга", "Ольга"],
    ["Таццяна", "Татьяна"],
    ["Лізавета", "Elizabeth"],
    ["Яўген", "Eugene"],
  ])("%s is %s", (one, other) => {
    expect(isOneName(one, other)).toBe(true);
  });

  test.each([
    ["Алена", "Аліна"],
    ["Алена", "Алёна"],
    ["Алена", "Гелена"],
    ["Ігар", "Ягор"],
    ["Ігар", "Рыгор"],
    ["Ян", "Иван"],
    ["Лявон", "Леонид"],
    ["Юры", "Георгий"],
    ["Юры", "Егор"],
    ["Георгій", "Егор"],
    ["Ганна", "Яна"],
    ["Марына", "Мария"],
    ["Аксана", "Ксения"],
    ["Аксіння", "Ксения"],
    ["Арына", "Ирина"],
    ["Ірэна", "Ирина"],
    ["Марта", "Марфа"],
    ["Барбара", "Варвара"],
    ["Якуб", "Яков"],
    ["Вітаўт", "Витольд"],
    ["Вацлаў", "Вячеслав"],
    ["Фама", "Томаш"],
    ["Аляксандр", "Александра"],
    ["Яўген", "Евгения"],
    ["Валянцін", "Валентина"],
    ["Аляксандр", "Алексей"],
    ["Уладзімір", "Владислав"],
  ])("%s is not %s", (one, other) => {
    expect(isOneName(one, other)).toBe(false);
  });

  test.each([
    ["Саша", "Аляксандр"],
    ["Саша", "Александра"],
    ["Валя", "Валентин"],
    ["Валя", "Валентина"],
    ["Жэня", "Евгений"],
    ["Женя", "Яўгенія"],
    ["Лявон", "Леонид"],
    ["Алёна", "Елена"],
    ["Паліна", "Пелагея"],
    ["Янка", "Иван"],
    ["Янка", "Ян"],
    ["Кастусь", "Константин"],
    ["Сяржук", "Сергей"],
    ["Пятрусь", "Пётр"],
  ])("%s serves %s in daily life", (short, full) => {
    expect(isShortFor(short, full)).toBe(true);
  });

  test("two everyday forms of one name are likely one person's, not surely", () => {
    for (const [one, other] of [
      ["Віта", "Ліна"],
      ["Алеся", "Леся"],
      ["Саша", "Шура"],
    ]) {
      const match = compareNames({ given: one, family: "Зорка" }, { given: other, family: "Зорка" });
      expect(match, `${one}, ${other}`).toMatchObject({
        strength: "likely",
        reasons: ["exact", "short-form"],
      });
    }
  });

  test("an everyday form may belong to several names", () => {
    const everyday = sharedAmong(givenNames, ({ short = [] }) => short).map((line) => line.split(":")[0]);
    expect(everyday).toEqual(expect.arrayContaining(["Саша", "Шура", "Валя", "Слава", "Жэня", "Ліна"]));
  });
});
