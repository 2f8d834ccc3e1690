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

/** All versions of a person, newest first; empty for one that is unknown or withdrawn. */
export async function listVersions(number: number): Promise<PublicVersion[]> {
  const rows = await publicRegistry().publicVersion.findMany({
    where: { number },
    orderBy: { version: "asc" },
  });
  const versions = rows.map((row) => ({ ...row, form: PublicForm.parse(row.form) }));
  return versions
    .map((version, index) => ({
      number,
      version: version.version,
      current: versions.length,
      form: version.form,
      card: cardOf(number, version.form),
      formHash: version.formHash,
      publicNote: version.publicNote === null ? null : LocalizedText.parse(version.publicNote),
      publishedAt: version.publishedAt.toISOString(),
      changes: changesBetween(versions[index - 1]?.form, version.form),
    }))
    .reverse();
}

/** One version of a person; undefined when there is none. */
export async function findVersion(number: number, version: number): Promise<PublicVersion | undefined> {
  return (await listVersions(number)).find((it) => it.version === version);
}
