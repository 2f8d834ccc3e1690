import fc from "fast-check";
import { expect, test } from "vitest";
import { namePairs, type PersonsName } from "#domain/name-pairs.ts";
import { compareNames } from "#domain/names/match-name.ts";

const given = [
  "Марыя",
  "Мария",
  "Maryia",
  "Маша",
  "Марына",
  "Уладзімір",
  "Владимир",
  "Уладзя",
  "М.",
  "Прыдумана",
];
const family = [
  "Калеснікава",
  "Колесникова",
  "Kalesnikava",
  "Калеснікова",
  "Калеснкіава",
  "Калеснікаў",
  "Чыж",
  "Чиж",
  "Чыжык",
  "Рудамін",
];

const name = fc.record({ given: fc.constantFrom(...given), family: fc.constantFrom(...family) });
const people = fc
  .array(fc.array(name, { minLength: 1, maxLength: 2 }), { maxLength: 6 })
  .map((all) => all.flatMap((names, index) => names.map((it) => ({ ...it, person: `p${index}` }))));

function pairsOf(names: readonly PersonsName[]) {
  return [...namePairs(names)].flat();
}

test("everybody who surely bears a name that another has is paired with them as such, once", () => {
  fc.assert(
    fc.property(people, (names) => {
      const pairs = pairsOf(names);
      const keys = pairs.map(({ one, other }) => `${one} ${other}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { one, other } of pairs) expect(one < other).toBe(true);
      for (const a of names) {
        for (const b of names) {
          if (a.person >= b.person || compareNames(a, b)?.strength !== "sure") continue;
          const pair = pairs.find(({ one, other }) => one === a.person && other === b.person);
          expect(pair?.most, `${JSON.stringify(a)} ${JSON.stringify(b)}`).toBe("sure");
        }
      }
    }),
  );
});

test("the order of names doesn't matter", () => {
  const sorted = (names: readonly PersonsName[]) =>
    pairsOf(names)
      .map((it) => JSON.stringify(it))
      .sort();
  fc.assert(
    fc.property(people, (names) => {
      expect(sorted(names)).toEqual(sorted(names.toReversed()));
    }),
  );
});

test.each([
  ["Марыя Калеснікава", "Мария Колесникова", "sure"],
  ["Марыя Калеснікава", "Маша Калеснікава", "sure"],
  ["Марыя Калеснікава", "М. Калеснікава", "likely"],
  ["Марыя Калеснікава", "Марыя Калесікава", "likely"],
  ["Марыя Калеснікава", "Марыя Рудаміна", undefined],
  ["Марыя Калеснікава", "Ганна Калеснікава", undefined],
])("%s and %s: %s", (one, other, most) => {
  const names = [one, other].map((text, index) => {
    const [given, family] = text.split(" ");
    return { person: String(index), given, family };
  });
  expect(pairsOf(names).map((pair) => pair.most)).toEqual(most === undefined ? [] : [most]);
});

test("names without a family name pair nobody", () => {
  expect(
    pairsOf([
      { person: "1", given: "Марыя" },
      { person: "2", given: "Марыя" },
    ]),
  ).toEqual([]);
  expect(pairsOf([{ person: "1", family: "!" }, { person: "2" }])).toEqual([]);
});

test("those of one day need one given name or one family name, the others both", () => {
  const people = (days: string[]) => [
    { person: "1", given: "Марыя", family: "Калеснікава", days },
    { person: "2", given: "Мария", family: "Рудамина", days },
    { person: "3", given: "Ганна", family: "Kalesnikava", days },
    { person: "4", given: "Вера", family: "Чыж", days },
  ];
  expect(pairsOf(people([]))).toEqual([]);
  expect(pairsOf(people(["b1982-04-24"])).map(({ one, other, most }) => [one, other, most])).toEqual([
    ["1", "2", "near"],
    ["1", "3", "near"],
  ]);
  const [first, ...others] = people(["b1982-04-24"]);
  expect(pairsOf([...(first ? [{ ...first, days: ["d1982-04-24"] }] : []), ...others])).toEqual([]);
});
