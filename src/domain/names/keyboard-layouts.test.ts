import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { otherLayouts } from "#domain/names/keyboard-layouts.ts";
import { anyText } from "../../../tests/support/any-text.ts";

const readings = (text: string) => otherLayouts(text).map((it) => `${it.layout}: ${it.text}`);

describe("what was typed while the keyboard stood at another layout", () => {
  test.each([
    ["Rjktcybrjdf", ["be: Колеснікова", "ru: Колесникова"]],
    ["Rfktcybrfdf", ["be: Калеснікава", "ru: Калесникава"]],
    // The same keys in both: one reading.
    ["Cdtnkfyf", ["be: Светлана"]],
    // Letters on keys that have none in English, with and without Shift.
    ["[jvtyrj", ["be: хоменко"]],
    ["{jvtyrj", ["be: Хоменко"]],
    ["<skm", ["be: Быль"]],
    ["oerjd", ["be: ўуков", "ru: щуков"]],
    ["Шмфтщм", ["latin: Ivanщv", "latin: Ivanov"]],
    ["Шмфтўм", ["latin: Ivanov", "latin: Ivanўv"]],
    ["Ьфкнш", ["latin: Maryi"]],
  ])("%s", (text, expected) => {
    expect(readings(text)).toEqual(expected);
  });

  test("is nothing where no letter or both scripts were typed", () => {
    for (const text of ["", "  ", "1982", "<>", "💛", "Kупала", "Ян Yan"])
      expect(otherLayouts(text), text).toEqual([]);
  });

  test("leaves alone what is on no key", () => {
    expect(readings("Ofk 12 💛")).toEqual(["be: Ўал 12 💛", "ru: Щал 12 💛"]);
  });

  test("is never what was typed, nor twice the same, and leads back to it", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const texts = otherLayouts(text).map((reading) => reading.text);
        expect(new Set([text, ...texts]).size).toBe(texts.length + 1);
      }),
      { numRuns: 200 },
    );
    const latin = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzABC "), minLength: 1 });
    fc.assert(
      fc.property(latin, (text) => {
        for (const reading of otherLayouts(text)) {
          expect(otherLayouts(reading.text).map((back) => back.text)).toContain(text);
        }
      }),
      { numRuns: 100 },
    );
  });
});
