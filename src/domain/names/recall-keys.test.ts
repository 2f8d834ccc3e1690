import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordsOf } from "#domain/names/letters.ts";
import {
  beginningKeys,
  exactKeys,
  familyKeys,
  farKeys,
  nearKeys,
  patronymicKeys,
  recallKeys,
} from "#domain/names/recall-keys.ts";
import { soundsOf } from "#domain/names/sounds.ts";
import { type Sounded, sounded } from "#domain/names/word-distance.ts";
import { anyText } from "../../../tests/support/any-text.ts";
import { inventFamilies } from "../../../tests/support/invented-families.ts";
import { inLacinka, romanisedByPress, romanisedOfficially } from "../../../tests/support/romanised.ts";

function wordOf(text: string): Sounded {
  const [word] = wordsOf(text);
  if (word === undefined) throw new Error(`no word: ${text}`);
  return sounded(soundsOf(word));
}

/** Whether a query finds a name: whether they have a key in common. */
function meet(asked: readonly string[], name: readonly string[]): boolean {
  return asked.some((key) => name.includes(key));
}

const families = inventFamilies(150, 4).flatMap(({ female, male }) => [female, male]);

describe("the keys of a name", () => {
  test("are the consonants of its family name, whole and with one left out, and its beginnings", () => {
    expect(recallKeys({ family: "Купала" })).toEqual([
      ...["=kpl", "o=kUpAlA", "-pl", "-kl", "-kp"],
      ...["^k", "^kU", "^kUp", "^kUpA", "^kUpAl", "^kUpAlA"],
    ]);
  });

  test("hold the vowels of a word with few consonants too", () => {
    expect(recallKeys({ family: "Бык" })).toEqual([
      ...["=bk", "o=bIk", "o-Ik", "o-bk", "o-bI"],
      ...["^b", "^bI", "^bIk"],
    ]);
  });

  test("tell the given name from the family name, and the patronymic from both", () => {
    const keys = recallKeys({ given: "Іван", patronymic: "Андрэевіч", family: "Раманчук" });
    expect(keys).toEqual(expect.arrayContaining(["g=vn", "n=іван", "p=ndrvš", "=rmnšk"]));
    expect(keys).not.toContain("=vn");
    expect(keys).not.toContain("g=rmnšk");
    expect(meet(exactKeys(wordOf("Андрэевіч")), keys)).toBe(false);
    expect(meet(patronymicKeys(wordOf("Андреевич")), keys)).toBe(true);
  });

  test("are those of the given name in all its forms", () => {
    for (const given of ["Дзмітрый", "Зміцер", "Дмитрий", "Dzmitry", "Zmicier", "Дима", "Дзіма"]) {
      expect(recallKeys({ given }), given).toContain("n=дзмітрый");
    }
    expect(recallKeys({ given: "Саша" })).toEqual(expect.arrayContaining(["n=аляксандр", "n=аляксандра"]));
    expect(recallKeys({ given: "Аліна" })).not.toContain("n=алена");
  });

  test("are those of all its words", () => {
    const keys = recallKeys({ given: "Марыя-Ганна", family: "Дунін-Марцінкевіч" });
    for (const word of ["Дунін", "Марцінкевіч", "Марыя", "Ганна"]) {
      expect(meet(exactKeys(wordOf(word)), keys), word).toBe(true);
    }
  });

  test("of no name are none", () => {
    expect(recallKeys({})).toEqual([]);
    expect(recallKeys({ given: "—", patronymic: "1", family: "💛" })).toEqual([]);
  });

  test("are few and short", () => {
    const names = families.map(({ be }) => ({
      given: "Аляксандра",
      patronymic: "Уладзіміраўна",
      family: be,
    }));
    const counts = names.map((name) => recallKeys(name).length);
    expect(Math.max(...counts)).toBeLessThan(45);
    expect(Math.max(...names.flatMap(recallKeys).map((key) => key.length))).toBeLessThan(16);
  });

  // PostgreSQL refuses an entry above 2712 bytes, and with it the save of whatever an editor has pasted.
  test("are few and short for a pasted text, and plain whatever is in it", () => {
    const check = (text: string) => {
      const keys = recallKeys({ given: text, patronymic: text, family: text });
      expect(keys.length).toBeLessThan(600);
      expect(keys.filter((key) => Buffer.byteLength(key) > 200 || !/^[\p{L}=^-]+$/u.test(key))).toEqual([]);
    };
    for (const text of ["к".repeat(20_000), "czckch".repeat(3_000), families.map(({ be }) => be).join(" ")])
      check(text);
    fc.assert(fc.property(anyText, check), { numRuns: 200 });
  });
});

describe("a family name is found", () => {
  test("by every spelling of it, most of them as it stands", () => {
    const people = families.map(({ be, ru }) => {
      const spellings = [be, ru, inLacinka(be), romanisedOfficially(be), romanisedByPress(ru)];
      return spellings.map((family) => ({ word: wordOf(family), keys: recallKeys({ family }) }));
    });
    const lost = (keysOf: (word: Sounded) => string[]) =>
      people.flatMap((spellings) =>
        spellings
          .map(({ word }) => ({ word, asked: keysOf(word) }))
          .filter(({ asked }) => !spellings.every(({ keys }) => meet(asked, keys)))
          .map(({ word }) => word.sounds),
      );
    expect(lost(familyKeys)).toEqual([]);
    expect(lost(exactKeys).length / people.length).toBeLessThan(0.05);
  });

  test.each([
    ["Уладзіміраў", "Владимиров"],
    ["Воўк", "Волк"],
    ["Павук", "Паук"],
    ["Доўгі", "Долгий"],
    ["Міцкевіч", "Mickiewicz"],
    ["Чыж", "Čyž"],
    ["Хадкевіч", "Chodkiewicz"],
    ["Лукашэнка", "Lukaschenko"],
    ["Ціханоўская", "Zichanouskaja"],
    ["Толстой", "Тоўсты"],
    ["Шчасны", "Счастный"],
    ["Пазнякоў", "Поздняков"],
    ["Мікалаеў", "Николаев"],
    ["Гук", "Ук"],
    ["Зуй", "Zui"],
  ])("%s by %s", (name, asked) => {
    expect(meet(familyKeys(wordOf(asked)), recallKeys({ family: name }))).toBe(true);
    expect(meet(familyKeys(wordOf(name)), recallKeys({ family: asked }))).toBe(true);
  });

  const syllable = fc.tuple(fc.constantFrom(..."бпмнфлрк"), fc.constantFrom(..."аі"));
  const slips = {
    dropped: (letters: string[], at: number) => letters.toSpliced(at, 1),
    doubled: (letters: string[], at: number) => letters.toSpliced(at, 0, letters[at] ?? ""),
    swapped: (letters: string[], at: number) => {
      return letters.toSpliced(at, 2, letters[at + 1] ?? "", letters[at] ?? "");
    },
    replaced: (letters: string[], at: number, by: string) => letters.with(at, by),
  };
  const slip = fc.constantFrom(...Object.values(slips));

  test("with one slip in it", () => {
    const name = fc.array(syllable, { minLength: 2, maxLength: 5 }).map((all) => all.flat());
    fc.assert(
      fc.property(name, slip, fc.nat(), fc.constantFrom(..."бпмнфлркаі"), (letters, slipped, place, by) => {
        const asked = slipped(letters, place % (letters.length - 1), by).join("");
        expect(meet(familyKeys(wordOf(asked)), recallKeys({ family: letters.join("") })), asked).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  // Not all: where a slip makes one sound of two, as in тс or sh, it is worth two.
  test.each([
    ["Belarusian", "абвгдежзійклмнопрстуўфхцчшыэюя", (be: string) => be, { near: 0.5, far: 0.2 }],
    ["Latin", "abcdefghijklmnoprstuvyz", romanisedOfficially, { near: 6, far: 1 }],
  ] as const)("with one slip in it, wherever that is, in %s letters", (_, alphabet, write, most) => {
    const lost = { near: 0, far: 0, all: 0 };
    for (const [index, { be }] of families.slice(0, 60).entries()) {
      const letters = [...write(be)];
      const keys = recallKeys({ family: letters.join("") });
      for (const at of letters.keys()) {
        for (const slipped of Object.values(slips)) {
          const asked = wordOf(
            slipped(letters, at, [...alphabet][(7 * index + at) % alphabet.length] ?? "").join(""),
          );
          lost.all++;
          if (!meet(familyKeys(asked), keys)) lost.near++;
          if (!meet(farKeys(asked), keys)) lost.far++;
        }
      }
    }
    expect((100 * lost.near) / lost.all).toBeLessThan(most.near);
    expect((100 * lost.far) / lost.all).toBeLessThan(most.far);
  });

  test("with two slips in it", () => {
    for (const asked of ["Клесікава", "Калзснікмва", "Каеснікмва"]) {
      expect(meet(farKeys(wordOf(asked)), recallKeys({ family: "Калеснікава" })), asked).toBe(true);
    }
  });

  test("by its beginning", () => {
    const keys = recallKeys({ given: "Марыя", family: "Калеснікава" });
    for (const asked of ["К", "Ка", "Ko", "Kal", "Колес", "Kalesnik", "М", "Mar"]) {
      expect(meet(beginningKeys(wordOf(asked)), keys), asked).toBe(true);
    }
    for (const asked of ["Х", "Сні", "Kr"])
      expect(meet(beginningKeys(wordOf(asked)), keys), asked).toBe(false);
  });
});

describe("others are not found", () => {
  test.each([
    ["Калеснікава", "Кавалёва"],
    ["Купала", "Колас"],
    ["Бык", "Бук"],
    ["Лось", "Лыс"],
  ])("%s by %s as it stands", (name, asked) => {
    expect(meet(exactKeys(wordOf(asked)), recallKeys({ family: name }))).toBe(false);
  });

  test("near keys are about as many as a word has letters", () => {
    for (const { be } of families) {
      expect(nearKeys(wordOf(be)).length).toBeLessThanOrEqual(8 + 4 * be.length);
      expect(new Set(nearKeys(wordOf(be))).size).toBe(nearKeys(wordOf(be)).length);
    }
  });
});
