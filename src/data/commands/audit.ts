import type { Transaction } from "#db/registry.ts";

/** What the audit keeps of one command. `details` holds no text of a file: that is in its version. */
export type AuditedAction = {
  actor: string;
  action:
    | "publish"
    | "withhold"
    | "lift"
    | "withdraw"
    | "restore"
    | "ask-to-show"
    | "decline-showing"
    | "take-back-showing"
    | "rebuild"
    | "create-person"
    | "open-draft"
    | "save-draft"
    | "go-back-to-save"
    | "rebase-draft"
    | "submit-draft"
    | "take-back-draft"
    | "return-draft"
    | "discard-draft";
  personId?: string;
  draftId?: string;
  details: Record<string, string | number | null>;
};

/** Writes one entry of the audit. */
export async function audit(tx: Transaction, entry: AuditedAction): Promise<void> {
  await tx.auditEntry.create({ data: entry });
}
