import { describe, expect, test } from "vitest";
import { wordsOf } from "#domain/names/letters.ts";
import { endsAsPatronymic } from "#domain/names/patronymic.ts";
import { soundsOf } from "#domain/names/sounds.ts";

const ends = (text: string) => wordsOf(text).map((word) => endsAsPatronymic(soundsOf(word)));

describe("the ending of a patronymic", () => {
  test.each([
    "Аляксандравіч Александрович Aliaksandravič Aliaksandravich Aleksandrovich Alexandrovitch",
    "Аляксандраўна Александровна Aliaksandraŭna Aliaksandrauna Aliaksandrawna Aleksandrovna",
    "Андрэевіч Андреевич Andrejevič Andreyevich Andreevich",
    "Сяргееўна Сергеевна Siarhiejeŭna Siarheyeuna Sergeyevna Sergeevna",
    "Юр’евіч Юрьевич Jurjevič Yuryevich Yurievich",
    "Ільіч Ильич Iljič Ilyich Illich",
    "Лукіч Лукич Łukič Lukich",
    "Кузьміч Кузьмич Kuźmič Kuzmich",
    "Мікіціч Никитич Mikicič Nikitich",
    "Ільінічна Ильинична Ilyinichna",
    "Львовіч Львовна Якаўлевіч Яковлевна",
  ])("%s have it", (row) => {
    expect(ends(row)).not.toContain(false);
  });

  test("family names may have it too, and the ending alone decides nothing", () => {
    expect(ends("Міцкевіч Дашкевіч Пратасевіч")).toEqual([true, true, true]);
  });

  test.each(["Калеснікава", "Купала", "Бяляцкі", "Руднева", "Кіч", "Анна", "Ніна", "М", ""])(
    "%s has not",
    (text) => {
      expect(ends(text)).not.toContain(true);
    },
  );
});
