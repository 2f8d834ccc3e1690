import { describe, expect, test } from "vitest";
import { compareNames, matchName, type NameMatch, nameMatcher } from "#domain/names/match-name.ts";
import type { NameParts } from "#domain/names/name-parts.ts";
import { readNameQuery } from "#domain/names/name-query.ts";
import { fullName } from "#domain/person-card.ts";

/** "given | patronymic | family"; a part may be empty. */
function partsOf(text: string): NameParts {
  const [given, patronymic, family] = text.split("|").map((part) => part.trim() || undefined);
  return { given, patronymic, family };
}

function match(q: string, name: string): NameMatch | undefined {
  const parts = partsOf(name);
  return matchName(readNameQuery(q), parts, fullName(parts));
}

function marked(q: string, name: string): string[] | undefined {
  const text = fullName(partsOf(name));
  return match(q, name)?.marks.map(([start, end]) => text.slice(start, end));
}

const maria = "Марыя | Аляксандраўна | Калеснікава";
const strength = (q: string, name: string) => match(q, name)?.strength ?? "none";
const reasons = (q: string, name: string) => match(q, name)?.reasons;

describe("one woman by all her names", () => {
  const sure = [
    "Марыя Калеснікава",
    "Мария Колесникова",
    "Maryia Kalesnikava",
    "Maria Kolesnikova",
    "Maryja Kaleśnikava",
    "Marya Kalesnikava",
    "Мaрыя Кaлecнiкaвa",
  ];
  const likely = ["Kalesnikava M.", "kolesnikva", "Маша Колесникова", "Калеснікава"];

  test("each is sure by each of the others", () => {
    for (const name of sure) {
      const [given = "", family = ""] = name.split(" ");
      for (const q of sure) expect(strength(q, `${given} | | ${family}`), `${q} for ${name}`).toBe("sure");
    }
  });

  test("each is likely by what says less of her", () => {
    for (const name of sure) {
      const [given = "", family = ""] = name.split(" ");
      for (const q of likely)
        expect(strength(q, `${given} | | ${family}`), `${q} for ${name}`).toBe("likely");
    }
    for (const q of likely) expect(strength(q, maria), q).toBe("likely");
  });

  test("in any order, with and without the patronymic, capitals and commas", () => {
    for (const q of [
      "Марыя Аляксандраўна Калеснікава",
      "Калеснікава Марыя Аляксандраўна",
      "Калеснікава, Марыя",
      "КОЛЕСНИКОВА МАРИЯ АЛЕКСАНДРОВНА",
      "марыя калеснікава",
      "Калеснікава (Марыя)",
      "Kalesnikava Maryia Aliaksandrauna",
      "Мария Александровна Колесникова 1982",
    ]) {
      expect(strength(q, maria), q).toBe("sure");
      expect(strength(q, "Марыя | | Калеснікава"), q).toBe("sure");
    }
  });

  test("the nearer a spelling, the less it costs", () => {
    const costs = [
      "Марыя Калеснікава",
      "Мария Колесникова",
      "Калеснікава М.",
      "Калеснікава",
      "kolesnikva",
      "Марына Калеснікава",
    ].map((q) => match(q, "Марыя | | Калеснікава")?.cost ?? Number.POSITIVE_INFINITY);
    expect(costs[0]).toBe(0);
    expect(match("Марыя Калеснікава", maria)?.cost).toBeLessThan(costs[1] ?? 0);
    expect(costs.slice(3)).toEqual(costs.slice(3).toSorted((a, b) => a - b));
  });

  test("others are not she", () => {
    for (const q of ["Святлана Ціханоўская", "Купала", "Ян", "Аляксандр Лукашэнка", "Иванова", "Xyz"]) {
      expect(strength(q, maria), q).toBe("none");
    }
    for (const q of ["", "  ", "💛", "%", "1982", "’"]) expect(strength(q, maria), q).toBe("none");
  });
});

describe("given names", () => {
  test.each([
    ["Зміцер Дашкевіч", "Дмитрий | | Дашкевич"],
    ["Dzmitry Dashkevich", "Зміцер | | Дашкевіч"],
    ["Олег Гулак", "Алег | | Гулак"],
    ["Николай Статкевич", "Мікола | Віктаравіч | Статкевіч"],
    ["Ales Bialiatski", "Аляксандр | Віктаравіч | Бяляцкі"],
    ["Александр Беляцкий", "Алесь | | Бяляцкі"],
    ["Анна Иванова", "Ганна | | Іванова"],
    ["Olga Ivanova", "Вольга | | Іванова"],
    ["Евгений Иванов", "Яўген | | Іваноў"],
    ["Катерина Борисевич", "Кацярына | | Барысевіч"],
  ])("%s is surely %s", (q, name) => {
    expect(strength(q, name)).toBe("sure");
  });

  test.each([
    ["Алена Іванова", "Аліна | | Іванова"],
    ["Alena Ivanova", "Аліна | | Іванова"],
    ["Alina Ivanova", "Елена | | Иванова"],
    ["Ігар Іваноў", "Рыгор | | Іваноў"],
    ["Ігар Іваноў", "Ягор | | Іваноў"],
    ["Igor Ivanov", "Егор | | Иванов"],
    ["Анна Иванова", "Яна | | Иванова"],
    ["Hanna Ivanova", "Яна | | Іванова"],
    ["Марыя Іванова", "Марына | | Іванова"],
    ["Ян Іваноў", "Іван | | Іваноў"],
    ["Юрый Іваноў", "Георгій | | Іваноў"],
    ["Владимир Иванов", "Уладзіслаў | | Іваноў"],
    ["Александр Шевченко", "Александра | | Шевченко"],
    ["Валентин Шевченко", "Валянціна | | Шаўчэнка"],
  ])("%s is never surely %s", (q, name) => {
    expect(strength(q, name)).not.toBe("sure");
    const own = q.split(" ");
    const itself = match(q, `${own[0]} | | ${own[1]}`);
    expect(itself?.cost).toBeLessThan((match(q, name)?.cost ?? Number.POSITIVE_INFINITY) - 0.5);
  });

  // Саша is a man or a woman, Валя too, and nobody's papers have them.
  test.each([
    ["Саша Белецкий", "Аляксандр | | Бялецкі"],
    ["Александр Белецкий", "Саша | | Бялецкі"],
    ["Валя Шевченко", "Валентин | | Шевченко"],
    ["Дима Дашкевич", "Зміцер | | Дашкевіч"],
    ["Маша Калеснікава", maria],
  ])("%s: an everyday form is likely for %s", (q, name) => {
    expect(strength(q, name)).toBe("likely");
  });

  test("that are everyday forms on both sides are sure only as the same one", () => {
    expect(strength("Саша Белецкий", "Саша | | Белецкий")).toBe("sure");
    expect(strength("Шура Белецкий", "Саша | | Белецкий")).toBe("likely");
  });

  test("of two words are found by either", () => {
    const name = "Марыя Ганна | | Калеснікава";
    expect(strength("Марыя Калеснікава", name)).toBe("sure");
    expect(strength("Анна Колесникова", name)).toBe("sure");
  });
});

describe("family names", () => {
  test.each([
    // The hard т is no ц, and a stressed о no а.
    ["Іван Кот", "Іван | | Коц"],
    ["Иван Шут", "Іван | | Шуц"],
    ["Ivan Shmit", "Иван | | Шмиц"],
    ["Ivan Gorbat", "Іван | | Гарбац"],
    ["Іван Рак", "Іван | | Рок"],
    ["Ivan Karp", "Иван | | Корп"],
    ["Иван Кац", "Иван | | Кот"],
  ])("%s is not surely %s", (q, name) => {
    expect(strength(q, name)).not.toBe("sure");
  });

  test.each([
    ["Иван Волк", "Іван | | Воўк"],
    ["Иван Тихон", "Іван | | Ціхан"],
    ["Ivan Lapot", "Иван | | Лапоть"],
    ["Иван Лапоть", "Іван | | Лапаць"],
    ["Tymoshenko Ivan", "Іван | | Цімашэнка"],
    ["Владислав Счастный", "Уладзіслаў | | Шчасны"],
    ["Павел Николаев", "Павел | | Мікалаеў"],
  ])("%s is surely %s", (q, name) => {
    expect(strength(q, name)).toBe("sure");
  });

  test("are letters for some people", () => {
    expect(match("Андрэй К.", "Андрэй | | К.")?.cost).toBeLessThan(
      match("Андрэй К.", "Андрэй | | Кот")?.cost ?? 9,
    );
    expect(strength("Виктор Ю", "Виктор | | Ю")).not.toBe("none");
  });

  test.each([
    ["Мария Колесников", maria],
    ["Колесников", maria],
    ["Алесь Беляцкая", "Алесь | | Бяляцкі"],
    ["Святлана Ціханоўскі", "Святлана | | Ціханоўская"],
  ])("%s: those of a man and of a woman are near each other (%s)", (q, name) => {
    expect(strength(q, name)).toBe("likely");
  });

  test.each([
    ["Марыя Дунін-Марцінкевіч", "Марыя | | Дунін-Марцінкевіч"],
    ["Марыя Марцінкевіч-Дунін", "Марыя | | Дунін-Марцінкевіч"],
    ["Марыя Дунін Марцінкевіч", "Марыя | | Дунін-Марцінкевіч"],
  ])("%s: of two words in any order (%s)", (q, name) => {
    expect(strength(q, name)).toBe("sure");
  });

  test("of two words are likely by one", () => {
    expect(strength("Марцінкевіч", "Вінцэнт | | Дунін-Марцінкевіч")).toBe("likely");
  });

  test("that are begun are likely, and the less of them is missing, the more", () => {
    const costs = ["Калеснікава", "Калеснік", "Калес", "Кал", "К"].map((q) => match(q, maria)?.cost);
    expect(costs).toEqual(costs.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
    expect(reasons("Калес", maria)).toEqual(["beginning"]);
    expect(strength("К", maria)).toBe("likely");
    expect(strength("Марыя Калес", maria)).toBe("likely");
    expect(strength("снікава", maria)).not.toBe("likely");
  });
});

describe("patronymics", () => {
  test("say more where they are known, and nothing where they are not", () => {
    expect(match("Марыя Аляксандраўна Калеснікава", maria)?.cost).toBe(0);
    expect(strength("Мария Александровна Колесникова", "Марыя | | Калеснікава")).toBe("sure");
    expect(strength("Марыя Калеснікава", maria)).toBe("sure");
  });

  test("that differ are two people's", () => {
    for (const q of [
      "Марыя Віктараўна Калеснікава",
      "Мария Ивановна Колесникова",
      "Maryia Tsikhanauna Kalesnikava",
    ]) {
      expect(strength(q, maria), q).not.toBe("sure");
      expect(match(q, maria)?.cost ?? 9).toBeGreaterThan(
        (match(q, "Марыя | | Калеснікава")?.cost ?? 9) + 0.5,
      );
    }
  });

  test("are not taken for family names, nor family names for them", () => {
    expect(strength("Іван Пятровіч", "Іван | | Пятровіч")).toBe("sure");
    expect(strength("Пятровіч Іван", "Іван | Пятровіч | Іваноў")).toBe("likely");
    expect(strength("Іван Іванавіч", "Іван | Пятровіч | Іванавіч")).toBe("sure");
    expect(strength("Іван Іванавіч", "Іван | Іванавіч | Пятровіч")).toBe("likely");
    // Клімаў is no patronymic, however near to that of Клімавіч.
    expect(strength("Аляксандр Клімаў", "Аляксандр | Клімавіч | Міхайлаў")).not.toBe("sure");
    for (const q of ["Аляксандр Міхайлаў", "А. Міхайлаў", "Міхайлаў А. М."]) {
      expect(strength(q, "Аляксандр | Міхайлавіч | Клімаў"), q).not.toMatch(/sure|likely/);
    }
  });

  test("stand where they stand when a family name looks like one", () => {
    const name = "Іван | Пятровіч | Дашкевіч";
    for (const q of [
      "Іван Пятровіч Дашкевіч",
      "Дашкевіч Іван Пятровіч",
      "Дашкевич Иван Петрович",
      "Дашкевіч Іван",
    ]) {
      expect(strength(q, name), q).toBe("sure");
    }
    expect(strength("Уладзімір Ільіч Статкевіч", "Уладзімір | Ільіч | Статкевіч")).toBe("sure");
  });
});

describe("initials", () => {
  test("are those that the romanisations mostly write", () => {
    const cost = (q: string, name: string) => match(q, name)?.cost ?? 9;
    expect(cost("Nazarenko Y.", "Юрый | | Назаранка")).toBeLessThan(
      cost("Nazarenko Y.", "Іван | | Назаранка"),
    );
    expect(cost("Nazarenko I.", "Ігар | | Назаранка")).toBeLessThan(
      cost("Nazarenko I.", "Юрый | | Назаранка"),
    );
    expect(cost("Nazarenko I.", "Юрый | | Назаранка")).toBeLessThan(
      cost("Nazarenko I.", "Алена | | Назаранка"),
    );
  });

  test.each([
    ["Калеснікава М.", maria],
    ["М. Калеснікава", maria],
    ["М.А. Калеснікава", maria],
    ["Колесникова М. А.", maria],
    ["Kolesnikova M", maria],
    ["Калеснікава M.", maria],
    // The letter of the name in the other language.
    ["Е. Иванова", "Алена | | Іванова"],
    ["E. Ivanova", "Алена | | Іванова"],
    ["Иванов В.", "Уладзімір | | Іваноў"],
    ["Ivanou U.", "Владимир | | Иванов"],
    ["Н. Статкевич", "Мікола | | Статкевіч"],
    ["Ф. Иванов", "Хведар | | Іваноў"],
    ["Я. Іваноў", "Евгений | | Иванов"],
    ["О. Иванова", "Вольга | | Іванова"],
    // Letters of romanisations for one letter, and the other way round.
    ["Yu. Ziankovich", "Юры | | Зянковіч"],
    ["Ziankovich Yu. S.", "Юры | Станіслававіч | Зянковіч"],
    ["J. Ziankovič", "Юры | | Зянковіч"],
    ["Y. Ziankovich", "Юры | | Зянковіч"],
    ["Zh. Ivanova", "Жанна | | Іванова"],
    ["Z. Ivanova", "Жанна | | Іванова"],
    ["Kh. Ivanou", "Хведар | | Іваноў"],
    ["Ch. Ivanou", "Чэслаў | | Іваноў"],
    ["Дз. Іваноў", "Дзяніс | | Іваноў"],
    ["Д. Иванов", "Дзяніс | | Іваноў"],
    // Of nobody whom the table knows.
    ["R. Ivanova", "Рогвалада | | Іванова"],
    // The registry has the letter alone.
    ["Марыя Калеснікава", "М. | | Калеснікава"],
    ["Мария Александровна Колесникова", "М. | А. | Калеснікава"],
    ["Maria Kolesnikova", "M | | Kalesnikava"],
    ["Елена Иванова", "А. | | Іванова"],
    ["М.А. Калеснікава", "М. | А. | Калеснікава"],
  ])("%s is likely %s, never surely", (q, name) => {
    expect(reasons(q, name)).toContain("initial");
    expect(strength(q, name)).toBe("likely");
    expect(match(q, name)?.cost).toBeLessThan(0.3);
  });

  test.each([
    ["В. Калеснікава", maria],
    ["Калеснікава В. М.", maria],
    ["Л. Иванова", "Алена | | Іванова"],
    ["Г. Зянковіч", "Юры | | Зянковіч"],
    ["Ganna Kalesnikava", "М. | | Калеснікава"],
  ])("%s speaks against %s", (q, name) => {
    expect(reasons(q, name)).not.toContain("initial");
    expect(match(q, name)?.cost).toBeGreaterThan(0.8);
  });

  test("stand for no family name", () => {
    expect(marked("Марыя К.", maria)).toEqual(["Марыя"]);
  });
});

describe("why a spelling matched", () => {
  test.each([
    ["Марыя Калеснікава", maria, ["exact"]],
    ["МАРЫЯ КАЛЕСНІКАВА", maria, ["exact"]],
    ["Лук'янаў", "| | Лук’янаў", ["exact"]],
    ["Лукʼянаў", "| | Лук’янаў", ["exact"]],
    ["Кале́снікава", "| | Калеснікава", ["exact"]],
    ["Мария Колесникова", maria, ["other-spelling"]],
    ["Марыя Колесникова", maria, ["exact", "other-spelling"]],
    ["Kaleśnikava", "| | Kalesnikava", ["other-spelling"]],
    ["Николай Статкевіч", "Мікола | | Статкевіч", ["exact", "given-name-form"]],
    ["Маша Колесникова", maria, ["other-spelling", "short-form"]],
    ["Калеснікава М.", maria, ["exact", "initial"]],
    ["Калес", maria, ["beginning"]],
    ["Клеснікава", maria, ["near"]],
    ["Марыя Калесніка", maria, ["exact", "beginning"]],
    ["Кaлecнiкaвa", maria, ["look-alike"]],
    ["Калеснікава", "Марыя | | Кaлecнiкaвa", ["look-alike"]],
    ["Алена Калеснікава", "Аліна | | Калеснікава", ["exact", "near"]],
  ] as const)("%s for %s: %s", (q, name, expected) => {
    expect(reasons(q, name)).toEqual(expected);
  });

  test("is told of each name by its own letters, whichever came before", () => {
    const matches = nameMatcher(readNameQuery("Калеснікава"));
    const told = ["Кaлecнiкaвa", "Калеснікава", "Колесникова", "Калеснікава"].map(
      (family) => matches({ family }, family)?.reasons,
    );
    expect(told).toEqual([["look-alike"], ["exact"], ["other-spelling"], ["exact"]]);
  });
});

describe("marks", () => {
  test.each([
    ["Калеснікава Марыя", maria, ["Марыя", "Калеснікава"]],
    ["kolesnikova", maria, ["Калеснікава"]],
    ["М.А. Калеснікава", maria, ["Марыя", "Аляксандраўна", "Калеснікава"]],
    ["Александровна", maria, ["Аляксандраўна"]],
    ["Марцінкевіч", "Вінцэнт | | Дунін-Марцінкевіч", ["Марцінкевіч"]],
    ["Дунін", "Вінцэнт | | Дунін-Марцінкевіч", ["Дунін"]],
    ["Лук'янаў", "Ян | | Лук’янаў", ["Лук’янаў"]],
    // One name twice: the family name is the second.
    ["Іван Іван", "Іван | | Іван", ["Іван", "Іван"]],
    ["Зянковіч Юры", "Юры 🕊 | | «Зянковіч»", ["Юры", "Зянковіч"]],
    // What contradicts is not marked.
    ["Калеснікава В.", maria, ["Калеснікава"]],
    ["Ганна Калеснікава", "М. | | Калеснікава", ["Калеснікава"]],
  ])("of %s in %s are %s", (q, name, expected) => {
    expect(marked(q, name)).toEqual(expected);
  });

  test("cut real words out of the text, in order", () => {
    const names = [
      maria,
      "Вінцэнт | Якаўлевіч | Дунін-Марцінкевіч",
      "Лук’ян | | Лук’янаў",
      "| | Купала",
      "Янка | |",
    ];
    const queries = [
      "Марыя",
      "Якаўлевіч Дунін",
      "Лук’янаў Лук’ян",
      "Я. Купала",
      "Янка Купала",
      "М А К",
      "Дун Марц",
    ];
    for (const name of names) {
      const text = fullName(partsOf(name));
      for (const q of queries) {
        const marks = match(q, name)?.marks ?? [];
        for (const [start, end] of marks) {
          expect(` ${text} `.slice(start, end + 2), `${q} in ${text}`).toMatch(/^[ -][\p{L}’]+[ -]$/u);
        }
        expect(marks.flat()).toEqual(marks.flat().toSorted((a, b) => a - b));
      }
    }
  });
});

describe("two names of the registry", () => {
  const compare = (a: string, b: string) => compareNames(partsOf(a), partsOf(b));

  test.each([
    [maria, "Мария | | Колесникова", "sure"],
    [maria, "Maryia | Aliaksandrauna | Kalesnikava", "sure"],
    [maria, "М. | | Калеснікава", "likely"],
    [maria, "М. | А. | Колесникова", "likely"],
    ["Саша | | Иванов", "Александр | | Иванов", "likely"],
    ["Мікола | | Статкевіч", "Николай | Викторович | Статкевич", "sure"],
    ["Алена | | Іванова", "Елена | | Иванова", "sure"],
    ["Алена | | Іванова", "Аліна | | Іванова", "near"],
    ["Игорь | | Мороз", "Рыгор | | Мароз", "near"],
    ["Анна | | Мороз", "Жанна | | Мороз", "near"],
    [maria, "Мария | Алексеевна | Колесникова", "near"],
    [maria, "Мария | Ивановна | Колесникова", "near"],
    [maria, "Мария | Олеговна | Колесникова", "near"],
    ["Марыя | | Калеснікава", "Марыя | | Калесніквав", "likely"],
    [maria, "Марыя | Віктараўна | Калеснікава", "near"],
    [maria, "Марыя | |", "near"],
    [maria, "| | Калеснікава", "near"],
    [maria, "Святлана | | Ціханоўская", undefined],
    ["Дзмітрый | | Каршуновіч", "Дзмітрый | | Варатыновіч", "near"],
    [maria, "||", undefined],
  ])("%s and %s", (a, b, expected) => {
    expect(compare(a, b)?.strength).toBe(expected);
    expect(compare(b, a)?.strength).toBe(expected);
    expect(compare(a, b)?.cost).toBe(compare(b, a)?.cost);
  });
});
