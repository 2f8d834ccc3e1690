import { femaleNames } from "#domain/names/given-names-female.ts";
import { maleNames } from "#domain/names/given-names-male.ts";

/**
 * One given name in both languages. `be` and `ru` hold its full forms, capitalised: all of one entry are the same name,
 * and forms of two entries are two names, however alike. `latin` holds full forms that reading letters cannot give.
 * `short` holds everyday forms of either language; one short form may belong to several names.
 */
export type GivenName = {
  sex: "female" | "male";
  be: readonly string[];
  ru: readonly string[];
  latin?: readonly string[];
  short?: readonly string[];
};

/**
 * The given names that people of Belarus bear, so that the two forms of one name are known to be equal and two names
 * that look alike are known to differ.
 *
 * - Equal is what documents and newspapers write for one and the same person: the passport's form, its counterpart in
 *   the other language, the church's and the classical orthography's (Уладзімер), and the national form that people
 *   bear all their life (Зміцер, Мікола, Алесь, Міхась).
 * - Different are names that two people would each call their own, though one saint gave them both: Ян and Іван, Юрый
 *   and Георгій, Марта and Марфа.
 * - A form that is a name of its own and besides serves another name in daily life is full here and short there:
 *   Лявон of Леанід, Алёна of Алена, Паліна of Пелагея. Yiddish forms beside a passport's are short too (Янкель of Якаў).
 * - What the other language merely writes in its own letters (Змицер, Нікалай) isn't listed, neither is what differs
 *   by і and и, ў and у, a soft sign or an apostrophe alone: the letters say it.
 */
export const givenNames: readonly GivenName[] = [
  ...femaleNames.map((row) => readRow("female", row)),
  ...maleNames.map((row) => readRow("male", row)),
];

// A row is "be | ru | short | latin"; the last two may be missing.
function readRow(sex: GivenName["sex"], row: string): GivenName {
  const [be = [], ru = [], short = [], latin = []] = row.split("|").map((part) => part.match(/\S+/gu) ?? []);
  return {
    sex,
    be,
    ru,
    ...(short.length > 0 ? { short } : {}),
    ...(latin.length > 0 ? { latin } : {}),
  };
}
