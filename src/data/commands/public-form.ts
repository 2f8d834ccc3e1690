import {
  factWithholdingsOf,
  type LockedPerson,
  type StoredVersion,
  versionsOf,
} from "#data/commands/person.ts";
import { writeProse } from "#data/commands/prose.ts";
import type { Prisma } from "#db/generated/client.ts";
import type { Transaction } from "#db/registry.ts";
import { asPublished } from "#domain/as-published.ts";
import { contentHash } from "#domain/canonical.ts";
import type { PublishedPerson } from "#domain/concerned.ts";
import type { PublicForm } from "#domain/disclosure.ts";
import { projectionOf } from "#domain/projection.ts";

/**
 * Writes all public rows of a person afresh: the public form of each version and the projection of the current
 * one, or, for a withdrawn person, that the number is withdrawn. The one way in which public tables are written,
 * so that step by step and from nothing give the same. `read` are all the person's versions, where they are known.
 */
export async function writePublicForm(
  tx: Transaction,
  person: LockedPerson,
  read?: readonly StoredVersion[],
): Promise<PublishedPerson | undefined> {
  const { number } = person;
  await tx.publicPerson.deleteMany({ where: { number } });
  await tx.publicVersion.deleteMany({ where: { number } });
  await tx.publicWithdrawal.deleteMany({ where: { number } });
  if (person.state === "withdrawn") {
    await tx.publicWithdrawal.create({ data: { number } });
    return undefined;
  }
  const versions = read ?? (await versionsOf(tx, person.id));
  const published = asPublished(number, versions, await factWithholdingsOf(tx, person.id));
  await tx.publicVersion.createMany({ data: publicVersions(published, versions) });
  const [current, form] = [versions.at(-1), published.versions.at(-1)?.form];
  if (current === undefined || form === undefined) throw new Error(`№ ${number} has no version`);
  await writeProjection(tx, number, form, current);
  return published;
}

function publicVersions(
  { number, versions: forms }: PublishedPerson,
  versions: readonly StoredVersion[],
): Prisma.PublicVersionCreateManyInput[] {
  return forms.flatMap(({ form, publicNote }, index) => {
    const version = versions[index];
    if (version === undefined) return [];
    return [
      {
        number,
        version: version.number,
        form,
        formHash: contentHash(form),
        ...(publicNote && { publicNote }),
        publishedAt: version.createdAt,
      },
    ];
  });
}

async function writeProjection(
  tx: Transaction,
  number: number,
  form: PublicForm,
  current: StoredVersion,
): Promise<void> {
  const { card, sort, categories, risks, events, death, prose, years, ...rest } = projectionOf(number, form);
  const { names, charges, sentences, stays, conditions, ...facets } = rest;
  await tx.publicPerson.create({
    data: {
      number,
      version: current.number,
      form,
      card,
      sortBe: sort.be,
      sortRu: sort.ru,
      sortEn: sort.en,
      ...facets,
      publishedAt: current.createdAt,
    },
  });
  const own = <T>(rows: readonly T[]) => ({ data: rows.map((row) => ({ number, ...row })) });
  await tx.publicName.createMany(own(names));
  await tx.publicCategory.createMany(own(categories.map((category) => ({ category }))));
  await tx.publicEvent.createMany(own(events.map(withDays)));
  await tx.publicCharge.createMany(own(charges));
  await tx.publicSentence.createMany(own(sentences));
  await tx.publicStay.createMany(own(stays));
  await tx.publicHealthCondition.createMany(own(conditions));
  await tx.publicRisk.createMany(own(risks.map((group) => ({ group }))));
  await tx.publicYear.createMany(own(years));
  await writeProse(tx, number, prose);
  if (death) await tx.publicDeath.create({ data: { number, ...withDays(death) } });
}

function withDays<T extends { earliest: string | null; latest: string | null }>(row: T) {
  return { ...row, earliest: asDay(row.earliest), latest: asDay(row.latest) };
}

function asDay(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}
