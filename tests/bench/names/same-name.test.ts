import { expect, test } from "vitest";
import { nameKey } from "./same-name.ts";

test.each([
  ["Iгар КАЗЛОЎ", "Ігар Казлоў", "a Latin I"],
  ["Маĸсім КАЗЛОЎ", "Максім Казлоў", "kra"],
  ["CЯРГЕЙ", "Сяргей", "a Latin capital"],
  ["Казлоў Ігар", "Ігар Казлоў", "order"],
  ["Пракоп’еў", "Пракоп'еў", "apostrophes"],
  ["Козлов\u0438\u0306", "Козловй", "composed letters"],
  ["КАЗЛОЎ І.", "Казлоў І", "a full stop"],
])("%s is %s (%3$s)", (one, other) => {
  expect(nameKey(one)).toBe(nameKey(other));
});

test.each([
  ["Алена", "Аліна"],
  ["Пётр", "Петр"],
  ["Казлова", "Казлоў"],
  ["Ihar", "Іhar"],
  ["Anna Anna", "Anna"],
])("%s is not %s", (one, other) => {
  expect(nameKey(one)).not.toBe(nameKey(other));
});
