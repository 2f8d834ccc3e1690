import { z } from "zod";
import { auditedActions } from "#domain/audited-actions.ts";
import { recordNumber } from "#domain/record-number.ts";

const fields = {
  /** Who did it, or whose account it was done to: an account's id, or what stands in the place of one. */
  user: z.string().max(200),
  /** A record's number, or a person's id. */
  person: z.union([z.guid(), z.string().refine((text) => recordNumber(text) !== undefined)]),
  draft: z.guid(),
  action: z.enum(auditedActions),
  /** By UTC. */
  day: z.iso.date(),
};
const Fields = z.strictObject(fields).partial();
export type AuditFilters = z.infer<typeof Fields>;
export type AuditFilter = keyof AuditFilters;

/** What the audit is asked for; filters combine with "and". */
export type AuditQuery = AuditFilters & { page: number };

/** The filters, in the order of the form and of an address. */
export const auditFilters: readonly AuditFilter[] = Fields.keyof().options;

const Page = z.coerce.number().int().min(1).max(100_000);

/** Reads the query of the audit. What cannot be read is left out and named; what is empty isn't asked for. */
export function parseAuditQuery(params: URLSearchParams): { query: AuditQuery; unread: AuditFilter[] } {
  const given = new Map<string, string>();
  const unread: AuditFilter[] = [];
  for (const filter of auditFilters) {
    const value = params.get(filter)?.trim();
    if (!value) continue;
    if (value.isWellFormed() && !value.includes("\0") && fields[filter].safeParse(value).success) {
      given.set(filter, value);
    } else unread.push(filter);
  }
  const page = Page.safeParse(params.get("page"));
  return { query: { ...Fields.parse(Object.fromEntries(given)), page: page.data ?? 1 }, unread };
}

/** The address of what is asked for, with its query. */
export function auditAddress(query: AuditQuery): `/editor/audit${string}` {
  const params = new URLSearchParams();
  for (const filter of auditFilters) {
    const value = query[filter];
    if (value !== undefined) params.set(filter, value);
  }
  if (query.page > 1) params.set("page", String(query.page));
  return params.size === 0 ? "/editor/audit" : `/editor/audit?${params}`;
}
