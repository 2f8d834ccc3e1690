import { expect, test } from "vitest";
import { forms, inForm } from "./forms.ts";
import { partsOf } from "./parts-of.ts";

const allForms = (text: string) =>
  Object.fromEntries(forms.map((form) => [form, inForm({ text, parts: partsOf(text) }, form)]));

test("a name is asked for in six forms", () => {
  expect(allForms("Марыя Аляксандраўна КАЛЕСНІКАВА")).toEqual({
    whole: "Марыя Аляксандраўна КАЛЕСНІКАВА",
    "without-patronymic": "Марыя КАЛЕСНІКАВА",
    surname: "КАЛЕСНІКАВА",
    initial: "КАЛЕСНІКАВА М.",
    reversed: "КАЛЕСНІКАВА Марыя Аляксандраўна",
    typo: "Марыя КАЛЕСНІКАВА",
  });
});

test("a name that is written family name first is reversed the other way round", () => {
  expect(allForms("Колесникова Мария Александровна")).toMatchObject({
    "without-patronymic": "Мария Колесникова",
    reversed: "Мария Александровна Колесникова",
  });
});

test("a name of one word is asked for whole and as a surname", () => {
  const { whole, surname, ...others } = allForms("Дыяген");
  expect([whole, surname]).toEqual(["Дыяген", "Дыяген"]);
  expect(Object.values(others)).toEqual([undefined, undefined, undefined, undefined]);
});
