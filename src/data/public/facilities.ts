import { z } from "zod";
import { orderIn } from "#data/public/order.ts";
import { byTypeAndNumber, facilityOf } from "#data/public/reference.ts";
import { publicRegistry } from "#db/public.ts";
import { type EventKind, eventKinds } from "#domain/case-file/events.ts";
import { Edtf } from "#domain/dates/partial-date.ts";
import type { Language } from "#domain/languages.ts";
import { PersonCard } from "#domain/person-card.ts";
import type { Facility } from "#domain/reference.ts";

/** Places of detention by type and number, each with how many people are known to have been held there. */
export async function listFacilities(): Promise<(Facility & { people: number })[]> {
  const rows = await publicRegistry().facility.findMany({
    include: { stays: { distinct: ["number"], select: { number: true } } },
  });
  return rows
    .map(({ stays, ...row }) => ({ ...facilityOf(row), people: stays.length }))
    .sort(byTypeAndNumber);
}

/** A stay that a person's events, or the place of their death, tell of. */
export type Stay = { factId: string; kind: EventKind; edtf: Edtf | null; asOf: Edtf };

const StoredStay = z.object({
  factId: z.string(),
  kind: z.enum(eventKinds),
  edtf: Edtf.nullable(),
  asOf: Edtf,
});

/** A facility and who is known to have been held there; undefined for an unknown code. */
export async function findFacility(
  code: string,
  language: Language,
): Promise<{ facility: Facility; held: { card: PersonCard; stays: Stay[] }[] } | undefined> {
  const row = await publicRegistry().facility.findUnique({ where: { code } });
  if (row === null) return undefined;
  const persons = await publicRegistry().publicPerson.findMany({
    where: { stays: { some: { facilityCode: code } } },
    include: { stays: { where: { facilityCode: code }, orderBy: [{ edtf: "asc" }, { factId: "asc" }] } },
    orderBy: orderIn(language),
  });
  const held = persons.map((person) => ({
    card: PersonCard.parse(person.card),
    stays: person.stays.map((stay) => StoredStay.parse(stay)),
  }));
  return { facility: facilityOf(row), held };
}
