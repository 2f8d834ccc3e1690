import { type Form, inForm } from "./forms.ts";
import { type BenchPerson, type Column, spellingsIn } from "./people.ts";
import { withTypo } from "./typo.ts";

/** Something asked. `name` is how the one who was meant is written in the column and form, before any slip. */
export type NameQuery = {
  person: BenchPerson;
  from: Column;
  to: Column;
  form: Form;
  name: string;
  asked: string;
};

/** What is asked for somebody in one column and form: once for each of their spellings that differs there. */
export function queriesFor(person: BenchPerson, from: Column, to: Column, form: Form): NameQuery[] {
  const written = spellingsIn(person, to).map((spelling) => inForm(spelling, form));
  return [...new Set(written)].flatMap((name, at) => {
    if (name === undefined) return [];
    const asked = form === "typo" ? withTypo(name, to, `${person.id} ${to} ${at}`) : name;
    return [{ person, from, to, form, name, asked }];
  });
}
