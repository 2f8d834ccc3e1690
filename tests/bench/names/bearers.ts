import { type Form, inForm } from "./forms.ts";
import { type BenchPerson, type Column, columns, spellingsIn } from "./people.ts";
import type { NameQuery } from "./queries.ts";
import { nameKey } from "./same-name.ts";

/** Tells who truly bears a name: where two do, either is a right answer. Remembers what it has worked out. */
export function bearers() {
  const known = new Map<string, Map<BenchPerson, ReadonlySet<string>>>();

  function keysOf(person: BenchPerson, column: Column, form: Form): ReadonlySet<string> {
    const name = `${column} ${form}`;
    const before = known.get(name)?.get(person);
    if (before !== undefined) return before;
    const written = spellingsIn(person, column).map((spelling) => inForm(spelling, form));
    const keys = new Set(written.flatMap((it) => (it === undefined ? [] : [nameKey(it)])));
    const ofName = known.get(name) ?? new Map<BenchPerson, ReadonlySet<string>>();
    known.set(name, ofName.set(person, keys));
    return keys;
  }
  const overlap = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
    [...some].some((key) => others.has(key));

  return {
    /** Whether the name that was asked for is theirs, in the column that it was asked in. */
    bearsAsked(who: BenchPerson, { person, to, form, name, asked }: NameQuery): boolean {
      if (who === person) return true;
      const keys = keysOf(who, to, form);
      // A slip can make another's name of a name: that one was asked for too.
      return keys.has(nameKey(name)) || keys.has(nameKey(asked));
    },

    /**
     * Whether they stand in the index under the same name as who was asked for, as far as the form tells: no search can
     * part them.
     */
    sameInIndex(who: BenchPerson, { person, from, form }: NameQuery): boolean {
      return overlap(keysOf(who, from, form), keysOf(person, from, form));
    },

    /** Tells whether anybody of these people has the name of who was asked for, in any of their spellings. */
    borneBy(people: readonly BenchPerson[]): (query: NameQuery) => boolean {
      const names = new Map<string, ReadonlySet<string>>();
      const namesIn = (column: Column, form: Form) => {
        const before = names.get(`${column} ${form}`);
        if (before !== undefined) return before;
        const all = new Set(people.flatMap((person) => [...keysOf(person, column, form)]));
        names.set(`${column} ${form}`, all);
        return all;
      };
      return ({ person, to, form, asked }) =>
        namesIn(to, form).has(nameKey(asked)) ||
        columns.some((column) => overlap(keysOf(person, column, form), namesIn(column, form)));
    },
  };
}
