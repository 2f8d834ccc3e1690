import { contentHash, hashScheme, versionHash } from "#domain/canonical.ts";
import { NoteId } from "#domain/disclosure.ts";
import { emptyFile } from "#domain/draft-file.ts";
import type { Erasure } from "#domain/erasure.ts";
import { LocalizedText } from "#domain/localized-text.ts";
import { idsIn } from "#domain/without-fact.ts";

/** A version as it is stored, with its hashes. */
export type ChainedVersion = {
  number: number;
  file: unknown;
  publicNote: unknown;
  contentHash: string;
  previousHash: string | null;
  hash: string;
  hashScheme: string;
};

/** What can be wrong with a version. */
export type ChainFault =
  /** Its number doesn't follow that of the version before. */
  | "number"
  /** It doesn't name the hash of the version before. */
  | "previous"
  /** Its hash was made by a scheme that this code doesn't know. */
  | "scheme"
  /** The file isn't the one that was published, and nothing that was erased explains it. */
  | "file"
  /** The hash doesn't fit the version, and nothing that was erased explains it. */
  | "hash"
  /** What was erased is there. */
  | "erased";

export type Verification = {
  faults: { version: number; fault: ChainFault }[];
  /** Versions that don't fit their hashes because something was erased from them. */
  erased: number[];
};

/** Checks the versions of one person, first to last, against their hashes and against what was erased of the person. */
export function verifyChain(versions: readonly ChainedVersion[], erasures: readonly Erasure[]): Verification {
  const result: Verification = { faults: [], erased: [] };
  for (const [index, version] of versions.entries()) {
    const { number } = version;
    const before = versions[index - 1];
    const own = erasures.filter((it) => it.fact === null || it.versions.includes(number));
    const note = own.some((it) => it.fact === null || it.fact === `v${number}`);
    const file = own.some((it) => !NoteId.safeParse(it.fact).success);
    const fits = {
      file: contentHash(version.file) === version.contentHash,
      hash: hashOf(version) === version.hash,
    };
    const found: Record<ChainFault, boolean> = {
      number: number !== index + 1,
      previous: version.previousHash !== (before?.hash ?? null),
      scheme: version.hashScheme !== hashScheme,
      file: !fits.file && !file,
      hash: !fits.hash && !note,
      erased: erasures.some((it) => holds(version, it)),
    };
    for (const fault of faults) if (found[fault]) result.faults.push({ version: number, fault });
    if ((!fits.file && file) || (!fits.hash && note)) result.erased.push(number);
  }
  return result;
}

const faults: readonly ChainFault[] = ["number", "previous", "scheme", "file", "hash", "erased"];

function hashOf({ contentHash: content, number, previousHash: previous, publicNote }: ChainedVersion) {
  const note = LocalizedText.nullable().safeParse(publicNote);
  return note.success ? versionHash({ content, number, previous, publicNote: note.data }) : undefined;
}

function holds({ number, file, publicNote }: ChainedVersion, { fact }: Erasure): boolean {
  if (fact === null) return publicNote !== null || contentHash(file) !== contentHash(emptyFile());
  if (fact === `v${number}`) return publicNote !== null;
  return idsIn(file).includes(fact);
}
