import { z } from "zod";
import { type ListedPerson, peopleByIds } from "#data/editor/people.ts";
import { assertMayRead } from "#data/editor/reading.ts";
import { editorsRegistry } from "#db/registry.ts";
import type { AuditQuery } from "#domain/audit-query.ts";
import type { Actor } from "#domain/policy.ts";
import { recordNumber } from "#domain/record-number.ts";

/** One thing that was done. Users stand as their ids: see `namesOf`. */
export type AuditEntry = {
  id: string;
  at: Date;
  by: string;
  /** One of `auditedActions`, or of a time when there were others. */
  action: string;
  person: ListedPerson | undefined;
  /** Of an entry about two people. */
  other: ListedPerson | undefined;
  draftId: string | undefined;
  details: Readonly<Record<string, string | number | null>>;
};

const Details = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const perPage = 50;
const day = 24 * 60 * 60_000;

/** What was done, newest first, a page of it. */
export async function readAudit(
  actor: Actor,
  { user, person, draft, action, day: on, page }: AuditQuery,
): Promise<{ entries: AuditEntry[]; total: number; pages: number }> {
  assertMayRead(actor, "read-audit");
  const registry = editorsRegistry();
  const from = on === undefined ? undefined : new Date(`${on}T00:00:00Z`);
  const where = {
    ...(user !== undefined && { OR: [{ actor: user }, { details: { path: ["user"], equals: user } }] }),
    ...(person !== undefined && { personId: await personIdOf(person) }),
    ...(draft !== undefined && { draftId: draft }),
    ...(action !== undefined && { action }),
    ...(from !== undefined && { at: { gte: from, lt: new Date(from.getTime() + day) } }),
  };
  const [total, rows] = await Promise.all([
    registry.auditEntry.count({ where }),
    registry.auditEntry.findMany({
      where,
      orderBy: { id: "desc" },
      skip: (page - 1) * perPage,
      take: perPage,
    }),
  ]);
  const read = rows.map((row) => {
    const details = Details.parse(row.details);
    return { ...row, details, other: typeof details.other === "string" ? details.other : undefined };
  });
  const ids = read.flatMap(({ personId, other }) => [personId ?? [], other ?? []].flat());
  const people = await peopleByIds(actor, ids);
  const entries = read.map((row) => ({
    id: String(row.id),
    at: row.at,
    by: row.actor,
    action: row.action,
    person: row.personId === null ? undefined : people.get(row.personId),
    other: row.other === undefined ? undefined : people.get(row.other),
    draftId: row.draftId ?? undefined,
    details: row.details,
  }));
  return { entries, total, pages: Math.max(1, Math.ceil(total / perPage)) };
}

/** Everybody who has done something, accounts and others, by what stands for them. */
export async function listActors(actor: Actor): Promise<string[]> {
  assertMayRead(actor, "read-audit");
  const rows = await editorsRegistry().auditEntry.findMany({ distinct: ["actor"], select: { actor: true } });
  return rows.map((row) => row.actor);
}

/** Nobody's id where there is no such person: then nothing was done to them. */
async function personIdOf(person: string): Promise<string> {
  const number = recordNumber(person);
  if (number === undefined) return person;
  const found = await editorsRegistry().person.findUnique({ where: { number }, select: { id: true } });
  return found?.id ?? "00000000-0000-0000-0000-000000000000";
}
