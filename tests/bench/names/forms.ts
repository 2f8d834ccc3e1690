import type { Spelling } from "./people.ts";

/** The forms in which a name is asked for. */
export const forms = ["whole", "without-patronymic", "surname", "initial", "reversed", "typo"] as const;
export type Form = (typeof forms)[number];

/** What is typed for a name in a form, a slip not yet made; undefined where the name lacks a part of it. */
export function inForm(
  { text, parts: { given, patronymic, family } }: Spelling,
  form: Form,
): string | undefined {
  switch (form) {
    case "whole":
      return text;
    case "without-patronymic":
    case "typo":
      return given === undefined || family === undefined ? undefined : `${given} ${family}`;
    case "surname":
      return family;
    case "initial":
      return given === undefined || family === undefined ? undefined : `${family} ${firstLetter(given)}.`;
    case "reversed": {
      if (given === undefined || family === undefined) return undefined;
      const forenames = [given, patronymic].filter((it) => it !== undefined).join(" ");
      const reversed = `${family} ${forenames}`;
      // Some lists put the family name first: the other order is then the usual one.
      return reversed === text.normalize("NFC") ? `${forenames} ${family}` : reversed;
    }
  }
}

function firstLetter(word: string): string {
  return [...word][0] ?? "";
}
