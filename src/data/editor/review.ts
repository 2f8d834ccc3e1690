import { type FoundDraft, findDraft } from "#data/editor/draft.ts";
import { listFactWithholdings } from "#data/editor/person.ts";
import { editorsRegistry } from "#db/registry.ts";
import type { KeptVersion } from "#domain/as-published.ts";
import { readCaseFile } from "#domain/case-file/upgrade.ts";
import type { FactWithholding } from "#domain/disclosure.ts";
import { LocalizedText } from "#domain/localized-text.ts";
import type { Actor } from "#domain/policy.ts";

/** A draft with all that it is to be held against. */
export type DraftToReview = {
  draft: FoundDraft;
  /** All versions of the person, first to last. */
  versions: KeptVersion[];
  withholdings: FactWithholding[];
};

/** A draft with the person's versions and withholdings; undefined where there is none. */
export async function findDraftToReview(actor: Actor, draftId: string): Promise<DraftToReview | undefined> {
  const draft = await findDraft(actor, draftId);
  if (draft === undefined) return undefined;
  const { personId } = draft;
  const [rows, withholdings] = await Promise.all([
    editorsRegistry().version.findMany({ where: { personId }, orderBy: { number: "asc" } }),
    listFactWithholdings(actor, personId),
  ]);
  const versions = rows.map(({ number, file, publicNote }) => ({
    number,
    file: readCaseFile(file),
    publicNote: publicNote === null ? null : LocalizedText.parse(publicNote),
  }));
  return { draft, versions, withholdings };
}
