import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { respaced } from "#domain/names/spacing.ts";
import { anyText } from "../../../tests/support/any-text.ts";

describe("a text with its spaces elsewhere", () => {
  test.each([
    ["Калес нікава", ["Калеснікава"]],
    ["Марыя Калес нікава", ["МарыяКалес нікава", "Марыя Калеснікава"]],
    ["Ры гор Маца пура", ["Рыгор Мацапура", "Рыгор Маца пура", "Ры горМаца пура", "Ры гор Мацапура"]],
    ["Mac-Donald Ivan", ["MacDonald Ivan", "Mac DonaldIvan"]],
  ])("%s has words joined", (typed, readings) => {
    expect(respaced(typed)).toEqual(readings);
  });

  test.each([
    ["КалеснікаваМарыя", ["Калеснікава Марыя"]],
    ["Лапко ВиталийВикторович", ["Лапко Виталий Викторович"]],
    ["марыякалеснікава", ["марыя калеснікава"]],
    ["kalesnikavamaryia", ["kalesnikava maryia"]],
  ])("%s is parted", (typed, readings) => {
    expect(respaced(typed)).toEqual(expect.arrayContaining(readings));
  });

  test("one word that has no given name in it, or one capital amiss, is left alone", () => {
    expect(respaced("Калеснікава")).toEqual([]);
    expect(respaced("лАина")).toEqual([]);
    expect(respaced("Шпак")).toEqual([]);
  });

  test("what is no name is left alone", () => {
    expect(respaced("")).toEqual([]);
    expect(respaced("!? 12")).toEqual([]);
    expect(respaced("пяць слоў не бываюць імем")).toEqual([]);
  });

  test("a text of any length gives few readings, soon", () => {
    for (const text of ["марыя".repeat(20_000), "к".repeat(100_000), "кот ".repeat(20_000)]) {
      expect(respaced(text)).toEqual([]);
    }
    fc.assert(
      fc.property(anyText, (text) => {
        expect(respaced(text).length).toBeLessThan(60);
      }),
    );
  });
});
