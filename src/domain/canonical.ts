import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { LocalizedText } from "#domain/localized-text.ts";

/** The hashing scheme that `versionHash` follows; kept beside each hash, so that a later scheme can stand next to it. */
export const hashScheme = "kartateka-1";

/** JSON as RFC 8785 writes it. Throws on what JSON cannot carry: `undefined` alone, NaN, lone surrogates, cycles. */
export function canonicalText(json: unknown): string {
  const text = canonicalize(json);
  if (text === undefined) throw new TypeError("not a JSON value");
  return text;
}

/** UTF-8 bytes of the canonical JSON (RFC 8785). */
export function canonicalBytes(json: unknown): Uint8Array {
  return utf8ToBytes(canonicalText(json));
}

/** SHA-256 of the canonical bytes, 64 hex digits. */
export function contentHash(json: unknown): string {
  return bytesToHex(sha256(canonicalBytes(json)));
}

/** What the hash of a version covers: the file's own hash, the version's number and note, the version before. */
export type HashedVersion = {
  /** `contentHash` of the file. */
  content: string;
  /** 1 for the first. */
  number: number;
  /** `versionHash` of the version before, null for the first. */
  previous: string | null;
  publicNote: LocalizedText | null;
};

/** Hash of a version under the scheme `kartateka-1`: the content hash of its own description, 64 hex digits. */
export function versionHash({ content, number, previous, publicNote }: HashedVersion): string {
  return contentHash({ scheme: hashScheme, content, number, previous, publicNote });
}
