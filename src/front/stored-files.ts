import { createHash } from "node:crypto";
import { readFileSync, type Stats, statSync } from "node:fs";
import { extname } from "node:path";
import type { Encoding } from "#front/negotiate.ts";
import { encodings } from "#publisher/layout.ts";

/** One form of a file, ready to be sent. */
export type Form = { body: Buffer; etag: string; encoding: Encoding };

/** A file of the edition with its compressed copies. */
export type StoredFile = {
  contentType: string;
  forms: Readonly<Partial<Record<Encoding, Form>>> & { identity: Form };
};

export type StoredFiles = {
  /** The file at a path as it is at this moment; undefined where there is none. */
  find(path: string): StoredFile | undefined;
};

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

type Kept = { stored: StoredFile; seen: Stats; bytes: number };

/**
 * Files of an edition, kept in memory up to a number of bytes. Each is looked at again, by one `stat`, whenever it
 * is asked for, so that what another process publishes or takes down shows at once. Nothing here waits: a `stat`
 * takes microseconds, and a file is read once.
 */
export function createStoredFiles({ mostBytes = 64 * 1024 * 1024 } = {}): StoredFiles {
  const kept = new Map<string, Kept>();
  let bytes = 0;

  function forget(path: string): void {
    bytes -= kept.get(path)?.bytes ?? 0;
    kept.delete(path);
  }

  return {
    find(path) {
      const seen = look(path);
      const known = kept.get(path);
      if (known !== undefined && seen !== undefined && isSame(known.seen, seen)) return known.stored;
      if (known !== undefined) forget(path);
      if (seen === undefined) return undefined;
      const read = readAsSeen(path, seen);
      if (read === undefined) return undefined;
      // Without its copies a file is between two states, or what a killed process left: ask again next time.
      if (!isCompressed(path) || read.stored.forms.br !== undefined) {
        kept.set(path, read);
        bytes += read.bytes;
      }
      for (const oldest of kept.keys()) {
        if (bytes <= mostBytes) break;
        forget(oldest);
      }
      return read.stored;
    },
  };
}

const attempts = 5;

/** Copies belong to the file when it is the same before and after they were read: see publisher/whole-file.ts. */
function readAsSeen(path: string, first: Stats): Kept | undefined {
  let before: Stats | undefined = first;
  for (let attempt = 1; before !== undefined; attempt++) {
    const body = read(path);
    const copies = isCompressed(path) && attempt < attempts ? encodings : [];
    const compressed = copies.map(({ encoding, suffix }) => ({ encoding, body: read(path + suffix) }));
    const after = look(path);
    if (body !== undefined && after !== undefined && (isSame(before, after) || attempt === attempts)) {
      return keep(path, after, body, compressed);
    }
    before = after;
  }
  return undefined;
}

type Copy = { encoding: Encoding; body: Buffer | undefined };

function keep(path: string, seen: Stats, body: Buffer, copies: readonly Copy[]): Kept {
  const bytes = copies.reduce((sum, copy) => sum + (copy.body?.length ?? 0), body.length);
  return { stored: storedFile(path, body, copies), seen, bytes };
}

/** A file's content with its compressed copies; its type follows from its name. */
export function storedFile(path: string, body: Buffer, copies: readonly Copy[]): StoredFile {
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const forms: Partial<Record<Encoding, Form>> = {};
  for (const copy of copies) {
    if (copy.body === undefined) continue;
    forms[copy.encoding] = { body: copy.body, etag: `"${hash}-${copy.encoding}"`, encoding: copy.encoding };
  }
  const contentType = contentTypes[extname(path)] ?? "application/octet-stream";
  const identity: Form = { body, etag: `"${hash}"`, encoding: "identity" };
  return { contentType, forms: { ...forms, identity } };
}

function isCompressed(path: string): boolean {
  return /\.(?:html|css|svg|txt|xml|webmanifest)$/.test(path);
}

function isSame(a: Stats, b: Stats): boolean {
  return a.ino === b.ino && a.mtimeMs === b.mtimeMs && a.size === b.size && a.ctimeMs === b.ctimeMs;
}

function look(path: string): Stats | undefined {
  const seen = statSync(path, { throwIfNoEntry: false });
  return seen?.isFile() ? seen : undefined;
}

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
