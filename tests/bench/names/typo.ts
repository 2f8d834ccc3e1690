import { drawing, seedOf } from "../../support/drawing.ts";
import type { Column } from "./people.ts";

const latin = "abcdefghijklmnopqrstuvwxyz";
const alphabets: Readonly<Record<Column, string>> = {
  be: "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
  ru: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
  lat_be: latin,
  lat_ru: latin,
  lat_press: latin,
};

/**
 * A name with one slip of the hand, another one for each `seed`: a letter dropped, doubled, swapped with its neighbour, or
 * replaced by one of the alphabet that the column is written in. Never the name itself.
 */
export function withTypo(text: string, column: Column, seed: string): string {
  const { of, between } = drawing(seedOf(seed));
  const letters = [...text.normalize("NFC")];
  const places = letters.flatMap((letter, index) => (/\p{L}/u.test(letter) ? [index] : []));
  for (;;) {
    const at = of(places);
    const letter = letters[at] ?? "";
    const next = letters[at + 1];
    const kind = of(["dropped", "doubled", "swapped", "replaced"] as const);
    if (kind === "swapped" && !/\p{L}/u.test(next ?? "")) continue;
    const slip = {
      dropped: () => letters.toSpliced(at, 1),
      doubled: () => letters.toSpliced(at, 0, letter),
      swapped: () => letters.toSpliced(at, 2, next ?? "", letter),
      replaced: () => {
        const other = [...alphabets[column]][between(0, alphabets[column].length - 1)] ?? "";
        return letters.with(at, letter === letter.toLowerCase() ? other : other.toUpperCase());
      },
    };
    const typed = slip[kind]().join("");
    if (typed !== letters.join("")) return typed;
  }
}
