import { publicRegistry } from "#db/public.ts";
import { type Change, changesBetween } from "#domain/changes.ts";
import { PublicForm } from "#domain/disclosure.ts";
import { LocalizedText } from "#domain/localized-text.ts";
import { cardOf, type PersonCard } from "#domain/person-card.ts";

/** One version as the public meets it. */
export type PublicVersion = {
  number: number;
  version: number;
  /** The number of the version that is current today. */
  current: number;
  form: PublicForm;
  card: PersonCard;
  /** SHA-256 of the public form's canonical bytes, hex. */
  formHash: string;
  publicNote: LocalizedText | null;
  /** ISO 8601 in UTC. */
  publishedAt: string;
  /** What differs from the version before; everything is "added" in the first. */
  changes: Change[];
};

type Row = { version: number; form: unknown; formHash: string; publicNote: unknown; publishedAt: Date };

/** All versions of a person, newest first; empty for one that is unknown or withdrawn. */
export async function listVersions(number: number): Promise<PublicVersion[]> {
  const rows = await publicRegistry().publicVersion.findMany({
    where: { number },
    orderBy: { version: "asc" },
  });
  return rows.map((row, index) => asVersion(number, row, rows[index - 1], rows.length)).reverse();
}

/** One version of a person; undefined when there is none. */
export async function findVersion(number: number, version: number): Promise<PublicVersion | undefined> {
  const registry = publicRegistry();
  const [rows, current] = await Promise.all([
    registry.publicVersion.findMany({ where: { number, version: { in: [version - 1, version] } } }),
    registry.publicVersion.count({ where: { number } }),
  ]);
  const row = rows.find((it) => it.version === version);
  const before = rows.find((it) => it.version === version - 1);
  return row && asVersion(number, row, before, current);
}

function asVersion(number: number, row: Row, before: Row | undefined, current: number): PublicVersion {
  const form = PublicForm.parse(row.form);
  return {
    number,
    version: row.version,
    current,
    form,
    card: cardOf(number, form),
    formHash: row.formHash,
    publicNote: row.publicNote === null ? null : LocalizedText.parse(row.publicNote),
    publishedAt: row.publishedAt.toISOString(),
    changes: changesBetween(before && PublicForm.parse(before.form), form),
  };
}
