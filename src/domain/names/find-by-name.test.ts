import fc from "fast-check";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { findByName, type NameRow } from "#domain/names/find-by-name.ts";
import { otherLayouts } from "#domain/names/keyboard-layouts.ts";
import type { NameParts } from "#domain/names/name-parts.ts";
import { fullName } from "#domain/person-card.ts";
import { anyText } from "../../../tests/support/any-text.ts";
import { inventFamilies } from "../../../tests/support/invented-families.ts";
import { givenNames, patronymics } from "../../../tests/support/invented-names.ts";
import { namesInMemory } from "../../../tests/support/names-in-memory.ts";
import { inLacinka, romanisedByPress, romanisedOfficially } from "../../../tests/support/romanised.ts";

const row = (person: number | string, name: NameParts): NameRow => ({
  person,
  text: fullName(name),
  ...name,
});

const known = [
  row(1, { given: "Марыя", patronymic: "Аляксандраўна", family: "Калеснікава" }),
  row(1, { given: "Мария", patronymic: "Александровна", family: "Колесникова" }),
  row(2, { given: "Святлана", family: "Ціханоўская" }),
  row(3, { given: "Сяргей", family: "Ціханоўскі" }),
  row(4, { given: "Алесь", patronymic: "Віктаравіч", family: "Бяляцкі" }),
  row(5, { given: "Янка", family: "Купала" }),
  row(6, { given: "Алена", family: "Іванова" }),
  row(7, { given: "Аліна", family: "Іванова" }),
  row(8, { given: "Уладзімір", patronymic: "Ільіч", family: "Іваноў" }),
  row(9, { given: "М.", family: "Мароз" }),
  row(10, { family: "Баста" }),
  row(11, { given: "Пожа", family: "Пожа" }),
  row(12, { given: "Аляксандр", family: "Воўк" }),
  row(13, { given: "Вольга", family: "Волкава" }),
  row(14, { given: "Павел", patronymic: "Сяргеевіч", family: "Мікалаевіч" }),
  row(15, { given: "Уладзіслаў", family: "Шчасны" }),
];
const { recall } = namesInMemory(known);
const find = (q: string) => findByName(q, recall);
const foundBy = async (q: string) => (await find(q)).hits.map(({ row: { person } }) => person);

describe("people found by a name", () => {
  test.each([
    ["Марыя Калеснікава", 1],
    ["Maria Kolesnikova", 1],
    ["Maryja Kaleśnikava", 1],
    ["Kalesnikava M.", 1],
    ["kolesnikva", 1],
    ["Колесников Мария", 1],
    ["Калес", 1],
    ["Ціханоўская", 2],
    ["Cichanouskaja", 2],
    ["Zichanouskaja", 2],
    ["Светлана Тихановская", 2],
    // A patronymic that the registry hasn't.
    ["Светлана Георгиевна Тихановская", 2],
    ["Siarhei Tsikhanouski", 3],
    ["Ales Bjaljazki", 4],
    ["Александр Беляцкий", 4],
    ["Беляцкий Саша", 4],
    ["Бялцяккі", 4],
    ["К", 5],
    ["Купала Иван", 5],
    ["Koupala", 5],
    ["Алена Иванова", 6],
    ["Alina Ivanova", 7],
    ["Владимир Ильич Иванов", 8],
    ["Иванов В. И.", 8],
    ["Марозава", 9],
    ["Максім Мароз", 9],
    ["Basta", 10],
    ["Поа", 11],
    // A space too many or too few.
    ["Калес нікава", 1],
    ["Колесникова Ма рия", 1],
    ["КалесніковаМарыя", 1],
    ["святланаціханоўская", 2],
    // A slip in letters that are read as one sound.
    ["Siarhei Tsikhanuoski", 3],
    ["Siarhei Tsikanouski", 3],
    ["Siarhei Tsixhanouski", 3],
    ["Sxiarhei Tsikhanouski", 3],
    // What of a short name is left after a slip.
    ["Аляксандр Воў", 12],
    ["Aliaksandr Vou", 12],
    ["Александр Вокл", 12],
    ["Вола Волкава", 13],
    // The family names that Belarusian begins with another letter, and those that lose one.
    ["Павел Николаевич", 14],
    ["Павел Никлаевич", 14],
    ["Владислав Счастный", 15],
    ["Владислав Счстный", 15],
  ])("%s: %i first", async (q, person) => {
    expect((await foundBy(q))[0]).toBe(person);
  });

  test("once, by the spelling that answers best", async () => {
    const { hits } = await find("Мария Колесникова");
    expect(hits.filter(({ row: { person } }) => person === 1)).toHaveLength(1);
    expect(hits[0]).toMatchObject({
      row: { text: "Мария Александровна Колесникова" },
      match: { strength: "sure" },
    });
    expect((await find("Марыя Калеснікава")).hits[0]?.row.text).toBe("Марыя Аляксандраўна Калеснікава");
  });

  test("best first, and in the order of the index where they answer alike", async () => {
    expect((await foundBy("Іванова")).slice(0, 2)).toEqual([6, 7]);
    expect((await foundBy("Аліна Іванова")).slice(0, 2)).toEqual([7, 6]);
    expect((await foundBy("Елена Иванова")).slice(0, 2)).toEqual([6, 7]);
  });

  test.each(["", "   ", "%", "\\", "'", "💛🤍", "1982", "_", "Ю", "Xyzzyx", "日本"])(
    "nobody by %j",
    async (q) => {
      expect(await foundBy(q)).toEqual([]);
    },
  );

  test("the index isn't asked where there is nothing to ask for", async () => {
    const asked = vi.fn(recall);
    for (const q of [" – 1982 💛", "日本 東京", "שלום עולם"]) await findByName(q, asked);
    expect(asked).not.toHaveBeenCalled();
  });
});

test("by the beginning of a name, too, where that is like somebody's given name", async () => {
  const people = [
    row(1, { given: "Марыя", family: "Калеснікава" }),
    row(2, { given: "Мікалай", family: "Статкевіч" }),
    row(3, { given: "Алесь", family: "Бяляцкі" }),
  ];
  const { recall: recallThem } = namesInMemory(people);
  const found = async (q: string) => (await findByName(q, recallThem)).hits.map((hit) => hit.row.person);
  for (const q of ["Кале", "Kale", "Ма", "ма", "Калеснікав"]) expect(await found(q), q).toContain(1);
  for (const q of ["а", "a", "Ал"]) expect(await found(q), q).toContain(3);
  expect((await findByName("Калеснікав", recallThem)).hits[0]?.match.reasons).toEqual(["beginning"]);
});

test("of spellings that answer equally well the one as it was typed is told, in whatever order they come", async () => {
  const spellings = [
    row(1, { given: "Ales", family: "Bialiatski" }),
    row(1, { given: "Алесь", family: "Бяляцкі" }),
    row(1, { given: "Алесь", family: "Беляцкий" }),
  ];
  for (const rows of [spellings, spellings.toReversed()]) {
    const index = namesInMemory(rows);
    const text = async (q: string) => (await findByName(q, index.recall)).hits[0]?.row.text;
    expect(await text("Бяляцкі")).toBe("Алесь Бяляцкі");
    expect(await text("Bialiatski")).toBe("Ales Bialiatski");
    expect(await text("Беляцкий")).toBe("Алесь Беляцкий");
  }
});

test("who is found by a word that was mended isn't surely the one", async () => {
  const { hits } = await findByName(
    "Ivan Max",
    namesInMemory([row(1, { given: "Иван", family: "Мак" })]).recall,
  );
  expect(hits[0]?.match).toMatchObject({ strength: "likely", reasons: ["other-spelling", "near"] });
});

describe("what was tried", () => {
  test("is what was typed, where that finds somebody", async () => {
    expect((await find("Калеснікава")).tried).toEqual([{ text: "Калеснікава", way: "typed" }]);
    expect((await find("kolesnikva")).tried).toEqual([{ text: "kolesnikva", way: "typed" }]);
  });

  test("ends with the other keyboard layout that finds somebody, and the match says so", async () => {
    const found = await find("Rfktcybrfdf");
    expect(found.tried).toEqual([
      { text: "Rfktcybrfdf", way: "typed" },
      { text: "Калеснікава", way: "be" },
    ]);
    expect(found.hits[0]).toMatchObject({ row: { person: 1 }, match: { reasons: ["exact", "layout"] } });
    expect((await find("Лшдусшт Зфмуд")).hits).toEqual([]);
  });

  test("ends with the words that have their spaces elsewhere, and the match says so", async () => {
    const found = await find("Калес нікава");
    expect(found.tried.at(-1)).toEqual({ text: "Калеснікава", way: "spacing" });
    expect(found.hits[0]?.match.reasons).toEqual(["exact", "spacing"]);
    expect((await find("Калес дзікава")).tried.some(({ way }) => way === "spacing")).toBe(false);
  });

  test("has no other layout where a given name was typed", async () => {
    expect((await find("Siarhei Qwbrtpsd")).tried).toEqual([{ text: "Siarhei Qwbrtpsd", way: "typed" }]);
  });

  test("is all of it, where nobody is found", async () => {
    expect((await find("Qwbrtpsd")).tried.map(({ way }) => way)).toEqual(["typed", "be", "ru"]);
  });
});

describe("more than are looked through", () => {
  const many = Array.from({ length: 900 }, (_, person) => row(person, { given: "Іван", family: "Іваноў" }));

  test("is told", async () => {
    const found = await findByName("Иванов", namesInMemory(many).recall);
    expect(found.more).toBe(true);
    expect(found.hits.length).toBeLessThan(many.length);
    expect((await find("Иванов")).more).toBe(false);
  });

  test("hides nobody whose family name has the same consonants", async () => {
    const one = row("she", { given: "Вольга", family: "Ванеева" });
    const index = namesInMemory([...many, one]);
    for (const q of ["Ванеева", "Ванеев", "Vaneeva"]) {
      expect((await findByName(q, index.recall)).hits[0]?.row.person, q).toBe("she");
    }
  });

  test("hides nobody whose family name is a letter, or somebody else's given name", async () => {
    const index = namesInMemory([
      ...many,
      row("letter", { given: "Іван", family: "К." }),
      row("given", { given: "Вольга", family: "Іван" }),
    ]);
    expect((await findByName("Іван К.", index.recall)).hits[0]?.row.person).toBe("letter");
    const people = (await findByName("Іван", index.recall)).hits.map((hit) => hit.row.person);
    expect(people).toContain("given");
  });

  test("hides nobody who is asked for by their whole name", async () => {
    const one = row("she", { given: "Вольга", family: "Іванова" });
    const found = await findByName("Ольга Иванова", namesInMemory([...many, one]).recall);
    expect(found.hits[0]?.row.person).toBe("she");
  });
});

describe("whoever is in the index", () => {
  type FullName = Readonly<Record<keyof NameParts, string>>;
  type Person = { be: FullName; ru: FullName; row: NameRow };
  const sexes = ["female", "male"] as const;
  const people = inventFamilies(200, 9).flatMap((family, index): Person[] =>
    sexes.map((sex) => {
      const given = givenNames[sex][(index * 7) % givenNames[sex].length] ?? ["", "", ""];
      const father = patronymics[index % patronymics.length]?.[sex] ?? ["", "", ""];
      const be = { given: given[0], patronymic: father[0], family: family[sex].be };
      const ru = { given: given[1], patronymic: father[1], family: family[sex].ru };
      return { be, ru, row: row(`${sex} ${index}`, be) };
    }),
  );
  let index: ReturnType<typeof namesInMemory<NameRow>>;
  beforeAll(() => {
    index = namesInMemory(people.map((person) => person.row));
  });

  const anybody = fc.constantFrom(...people);
  const namesake = (a: NameParts, b: NameParts) => a.given === b.given && a.family === b.family;

  async function isFirst(person: Person, q: string): Promise<void> {
    const { hits } = await findByName(q, index.recall);
    const first = hits[0];
    expect(first !== undefined && namesake(first.row, person.be), `${q}: ${first?.row.text}`).toBe(true);
  }

  const each = (name: FullName, write: (word: string) => string): FullName => ({
    given: write(name.given),
    patronymic: write(name.patronymic),
    family: write(name.family),
  });
  const writings: Readonly<Record<string, (person: Person) => FullName>> = {
    be: ({ be }) => be,
    ru: ({ ru }) => ru,
    lacinka: ({ be }) => each(be, inLacinka),
    official: ({ be }) => each(be, romanisedOfficially),
    press: ({ ru }) => each(ru, romanisedByPress),
  };
  const orders: readonly ((name: FullName) => string)[] = [
    fullName,
    ({ given, family }) => `${given} ${family}`,
    ({ given, family }) => `${family}, ${given}`,
    ({ given, patronymic, family }) => `${family} ${given} ${patronymic}`,
    ({ given, patronymic, family }) => `${given} ${family} ${patronymic}`,
  ];
  const cases: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => `  ${text.replaceAll(" ", "   ")}. `,
    (text) => text.normalize("NFD"),
  ];

  test("is first by any writing of the name, in any order and case", async () => {
    const writing = fc.constantFrom(...Object.values(writings));
    await fc.assert(
      fc.asyncProperty(
        anybody,
        writing,
        fc.constantFrom(...orders),
        fc.constantFrom(...cases),
        (person, write, order, put) => isFirst(person, put(order(write(person)))),
      ),
      { numRuns: 150 },
    );
  });

  test("is first with Latin letters that look like the Cyrillic ones", async () => {
    const alike: Readonly<Record<string, string>> = {
      а: "a",
      е: "e",
      і: "i",
      о: "o",
      р: "p",
      с: "c",
      у: "y",
      х: "x",
      к: "ĸ",
    };
    await fc.assert(
      fc.asyncProperty(anybody, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (person, which) => {
        // Not the first letters: a word that has none but these is Latin.
        const q = [...`${person.be.given} ${person.be.family}`]
          .map((letter, at) => (which[at % 40] === true ? (alike[letter] ?? letter) : letter))
          .join("");
        return isFirst(person, q);
      }),
      { numRuns: 60 },
    );
  });

  test("is first with the keyboard at another layout", async () => {
    await fc.assert(
      fc.asyncProperty(anybody, fc.constantFrom("be" as const, "ru" as const), (person, language) => {
        const typed = fullName(person[language]).replaceAll("’", "");
        const [latin] = otherLayouts(typed).filter(({ text }) =>
          otherLayouts(text).some((back) => back.text === typed),
        );
        return isFirst(person, latin?.text ?? typed);
      }),
      { numRuns: 40 },
    );
  });
});

test("any text finds what it finds, in order, and throws nothing", async () => {
  const names = fc.array(
    fc
      .record({
        given: fc.option(anyText, { nil: undefined }),
        patronymic: fc.option(anyText, { nil: undefined }),
        family: fc.option(anyText, { nil: undefined }),
      })
      .chain((name) => fc.nat(5).map((person) => row(person, name))),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(names, anyText, fc.nat(7), async (rows, text, at) => {
      const q = at < rows.length ? fullName(rows[at] ?? {}) : text;
      const { hits, tried } = await findByName(q, namesInMemory(rows).recall);
      const costs = hits.map(({ match }) => match.cost);
      expect(costs).toEqual(costs.toSorted((a, b) => a - b));
      expect(new Set(hits.map((hit) => hit.row.person)).size).toBe(hits.length);
      expect(tried[0]).toEqual({ text: q, way: "typed" });
      for (const { row: found, match } of hits) {
        for (const [start, end] of match.marks) {
          expect(found.text.slice(start, end)).toMatch(/^[\p{L}\p{M}].*$/su);
          expect(found.text.slice(end)).not.toMatch(/^\p{L}/u);
        }
      }
    }),
    { numRuns: 150 },
  );
});

// With a thousand times a query's length none of it may take longer than a test may.
test("a text of any length is looked through", async () => {
  for (const q of [
    "к".repeat(100_000),
    "кот ".repeat(20_000),
    "’к".repeat(50_000),
    "a\u0301".repeat(50_000),
    "shcz".repeat(25_000),
  ]) {
    expect((await find(q)).hits.length).toBeLessThanOrEqual(known.length);
  }
});
