import type { Transaction } from "#db/registry.ts";
import type { AuditedActionName } from "#domain/audited-actions.ts";
import type { AuditedDetails } from "#domain/audited-details.ts";

/** What the audit keeps of one command. `details` holds no text of a file: that is in its version. */
export type AuditedAction = {
  actor: string;
  action: AuditedActionName;
  personId?: string;
  draftId?: string;
  details: AuditedDetails;
};

/** Writes one entry of the audit. */
export async function audit(tx: Transaction, entry: AuditedAction): Promise<void> {
  await tx.auditEntry.create({ data: entry });
}
