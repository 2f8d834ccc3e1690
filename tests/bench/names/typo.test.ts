import fc from "fast-check";
import { expect, test } from "vitest";
import { withTypo } from "./typo.ts";

const name = "Марыя Калеснікава";

test("a slip is the same for the same seed, and differs between seeds", () => {
  expect(withTypo(name, "be", "1")).toBe(withTypo(name, "be", "1"));
  const slips = Array.from({ length: 300 }, (_, seed) => withTypo(name, "be", String(seed)));
  expect(new Set(slips).size).toBeGreaterThan(100);
  // Of all four kinds: a letter less, one more, and as many with others or in another order.
  expect(new Set(slips.map((it) => it.length - name.length))).toEqual(new Set([-1, 0, 1]));
  const letters = (text: string) => [...text].sort().join("");
  const sameLength = slips.filter((it) => it.length === name.length);
  expect(sameLength.some((it) => letters(it) === letters(name))).toBe(true);
  expect(sameLength.some((it) => letters(it) !== letters(name))).toBe(true);
});

test("a slip never gives the name itself, and keeps its words apart", () => {
  fc.assert(
    fc.property(fc.constantFrom("Анна Ганна", "Ёё", "Аа", "оооо ооо", name), fc.string(), (text, seed) => {
      const typed = withTypo(text, "be", seed);
      expect(typed).not.toBe(text);
      expect(typed.replace(/[^ ]/gu, "")).toBe(text.replace(/[^ ]/gu, ""));
    }),
  );
});

test("a replaced letter keeps the alphabet and the case", () => {
  for (let seed = 0; seed < 300; seed++) {
    expect(withTypo("ПЕТРОВА", "ru", String(seed))).toMatch(/^[А-ЯЁ]+$/u);
    expect(withTypo("petrova", "lat_ru", String(seed))).toMatch(/^[a-z]+$/);
  }
});
