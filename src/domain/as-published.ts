import type { CaseFile } from "#domain/case-file/case-file.ts";
import type { PublishedPerson } from "#domain/concerned.ts";
import { disclose, type FactWithholding, noteId } from "#domain/disclosure.ts";
import type { LocalizedText } from "#domain/localized-text.ts";

/** A published file with what readers are told of it. */
export type KeptVersion = { number: number; file: CaseFile; publicNote: LocalizedText | null };

/** A person as the public would meet them under these withholdings. */
export function asPublished(
  number: number,
  versions: readonly KeptVersion[],
  withholdings: readonly FactWithholding[],
): PublishedPerson {
  const withheld = new Set(withholdings.map((it) => it.fact));
  return {
    number,
    versions: versions.map(({ number: version, file, publicNote }) => ({
      form: disclose(file, withholdings),
      publicNote: withheld.has(noteId(version)) ? null : publicNote,
    })),
  };
}
