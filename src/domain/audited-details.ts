import { roles } from "#domain/policy.ts";
import { draftStates } from "#domain/workflow.ts";

/** What an entry of the audit may hold beside who, when, what, whom. Each has its words under `audit.detail`. */
export const auditedDetails = [
  "user",
  "login",
  "before",
  "after",
  "from",
  "to",
  "save",
  "version",
  "baseVersion",
  "fromVersion",
  "onto",
  "number",
  "hash",
  "fact",
  "manner",
  "reviewOn",
  "request",
  "other",
  "askedBy",
  "versions",
  "notes",
  "persons",
  "records",
  "rules",
  "rows",
] as const;
export type AuditedDetail = (typeof auditedDetails)[number];

/** Small values: states before and after, numbers of saves and versions. Never a file's words. */
export type AuditedDetails = { [detail in AuditedDetail]?: string | number | null };

/** Values that are said in words, under `audit.value`; others are shown as they are. */
export const auditedValues = [
  ...roles,
  ...draftStates,
  "active",
  "deactivated",
  "told",
  "silent",
  "erased",
  "manual",
  "automatic",
  "aside",
] as const;
export type AuditedValue = (typeof auditedValues)[number];

/** Where a number among the details leads: to a save of the entry's draft, or to a version of its person. */
export function numberLeadsTo(detail: string, isOfDraft: boolean): "save" | "version" | undefined {
  if (isOfDraft && ["save", "before", "to"].includes(detail)) return "save";
  return ["version", "from", "onto", "baseVersion", "fromVersion"].includes(detail) ? "version" : undefined;
}
