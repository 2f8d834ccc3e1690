import { expect, test } from "vitest";
import { inLacinka, romanisedByPress, romanisedOfficially } from "./romanised.ts";

test.each([
  ["Яўген", "Yauhen", "Jaŭhien"],
  ["Сяргей", "Siarhei", "Siarhiej"],
  ["Людміла", "Liudmila", "Ludmiła"],
  ["Калеснікава", "Kalesnikava", "Kalesnikava"],
  ["Васіль", "Vasil", "Vasil"],
  ["Генадзь", "Henadz", "Hienadź"],
  ["Дар’я", "Darya", "Darja"],
])("%s is %s in a passport, %s in Łacinka", (be, official, lacinka) => {
  expect(romanisedOfficially(be)).toBe(official);
  expect(inLacinka(be)).toBe(lacinka);
});

test.each([
  ["Сергей", "Sergey"],
  ["Евгений", "Yevgeny"],
  ["Хрущёв", "Khrushchyov"],
  ["Татьяна", "Tatyana"],
])("%s is %s in newspapers", (ru, press) => {
  expect(romanisedByPress(ru)).toBe(press);
});
