import type { KeptVersion } from "#domain/as-published.ts";
import type { CaseFile } from "#domain/case-file/case-file.ts";
import { known } from "#domain/case-file/fact.ts";
import type { FactWithholding } from "#domain/disclosure.ts";
import { same } from "#domain/draft-merge.ts";
import { type FactDifference, mannersOf } from "#domain/file-difference.ts";
import { type FileFact, factsOf, ownFields } from "#domain/file-facts.ts";
import { sameWordsShown } from "#domain/hiding.ts";
import { fullName } from "#domain/person-card.ts";
import type { SharedWords } from "#domain/same-words.ts";

/** Something that a reviewer should look at twice before others can read it. */
export type ReviewWarning =
  /** A fact that is new says what a withheld one says. */
  | { kind: "same-value"; id: string; section: string; withheld: string }
  /** Words of a withheld fact stand in one that came or changed. */
  | { kind: "same-words"; id: string; section: string; withheld: string; inEach: SharedWords[] }
  /** The identity is to be protected, but versions that can be read give another name. */
  | { kind: "real-name"; id: string; name: string; versions: number[] };

type Reviewed = {
  file: CaseFile;
  /** What differs from the version before. */
  differences: readonly FactDifference[];
  versions: readonly KeptVersion[];
  withholdings: readonly FactWithholding[];
};

/**
 * What publishing a file could show of what is hidden. A withholding holds for a fact by its id: the same words under
 * another id, or in a text, are shown.
 */
export function reviewWarnings(reviewed: Reviewed): ReviewWarning[] {
  const twins = sameValues(reviewed);
  const words = wordsOfWithheld(reviewed).filter(({ id }) => !twins.some((twin) => twin.id === id));
  return [...twins, ...words, ...realNames(reviewed)];
}

function sameValues({ differences, versions, withholdings }: Reviewed): ReviewWarning[] {
  const before = versions.flatMap(({ file }) => factsOf(file));
  const ids = new Set(before.map(({ id }) => id));
  const mannerOf = mannersOf(withholdings);
  const hidden = before.filter((fact) => mannerOf(fact) !== undefined);
  const added = differences.flatMap(({ after }) => (after && !ids.has(after.id) ? [after] : []));
  return added.flatMap((fact) => {
    const twin = hidden.find((it) => it.section === fact.section && same(contentOf(it), contentOf(fact)));
    return twin ? [{ kind: "same-value", id: fact.id, section: fact.section, withheld: twin.id }] : [];
  });
}

/** What a fact says, without its id and what it rests on. */
function contentOf(fact: FileFact): unknown {
  const fields = ownFields(fact).filter(({ key }) => key !== "basis" && key !== "disputed");
  return Object.fromEntries(fields.map(({ key }) => [key, fact.node[key]]));
}

function wordsOfWithheld({ file, differences, versions, withholdings }: Reviewed): ReviewWarning[] {
  const mannerOf = mannersOf(withholdings);
  const within = versions.flatMap(({ file: older }) => factsOf(older).filter((fact) => mannerOf(fact)));
  const hidden = new Set<string>([...withholdings.map(({ fact }) => fact), ...within.map(({ id }) => id)]);
  const changed = new Set(
    differences.flatMap(({ after, withheld }) => (after && !withheld ? [after.id] : [])),
  );
  return [...hidden].flatMap((withheld) =>
    sameWordsShown(withheld, { versions, draft: file }, hidden)
      .filter(({ id }) => changed.has(id))
      .map(({ id, section, inEach }) => ({ kind: "same-words" as const, id, section, withheld, inEach })),
  );
}

function realNames({ file, versions, withholdings }: Reviewed): ReviewWarning[] {
  if (known(file.protectedIdentity) !== "yes") return [];
  const hidden = new Set<string>(withholdings.map(({ fact }) => fact));
  const shown = versions.flatMap(({ number, file: older }) =>
    older.names
      .filter(({ id, kind }) => !hidden.has(id) && kind !== "pseudonym" && kind !== "given-name-only")
      .map((name) => ({ id: name.id, name: fullName(name), version: number })),
  );
  return [...Map.groupBy(shown, ({ id, name }) => `${id} ${name}`).values()].flatMap((same) => {
    const [first] = same;
    const numbers = same.map(({ version }) => version);
    return first ? [{ kind: "real-name", id: first.id, name: first.name, versions: numbers }] : [];
  });
}
