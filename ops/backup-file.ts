import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline, Readable } from "node:stream";
import { pipeline as pipelineOf } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";
import { syncFolder } from "#publisher/whole-file.ts";
import { exists } from "./files.ts";
import { Failure, wordsOf } from "./report.ts";

// A backup is one gzipped text of lines that end with a line feed:
//   {"kartateka":"backup", …}        the header
//   table person                     then as many rows as the header says, each as PostgreSQL writes it in JSON;
//   {"id": …}                        so table after table, in an order in which they can be loaded
//   end {"sha256": …, "rows": …}     of all bytes before this line

const format = 1;

const Header = z.strictObject({
  kartateka: z.literal("backup"),
  format: z.literal(format),
  at: z.iso.datetime(),
  /** Which registry it is of. */
  registry: z.guid(),
  /** The migrations that its tables had gone through, with the checksums of their scripts. */
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(z.strictObject({ name: z.string().regex(/^[a-z_]+$/), rows: z.int().nonnegative() })),
  /** How far the ledger of erasures had got: entries, and the hash of the last one. */
  erasures: z.strictObject({ entries: z.int().nonnegative(), hash: z.string() }),
});
/** What a backup says of itself. */
export type Header = z.infer<typeof Header>;

const Trailer = z.strictObject({ sha256: z.string(), rows: z.int().nonnegative() });

/** What is read of a backup: a row's table and its text, after the header. */
export type BackupRow = { table: string; row: string };

/**
 * Writes a backup whole or not at all, for its owner's eyes alone. Rows come in batches, in the order of the header's
 * tables, as many of each as it says. Throws `Failure` when there is a file of that name that it may not replace.
 */
export async function writeBackup(
  path: string,
  header: Omit<Header, "kartateka" | "format">,
  rowsOf: (table: string) => AsyncIterable<readonly string[]>,
  { replace }: { replace: boolean } = { replace: false },
): Promise<void> {
  if (!replace && (await exists(path)))
    throw new Failure(`${path} is there already.`, "Choose another name.");
  const temporary = `${path}.${process.pid}.new`;
  try {
    const text = backupText({ kartateka: "backup", format, ...header }, rowsOf);
    const file = createWriteStream(temporary, { mode: 0o600, flush: true });
    // Of batches that are read ahead each is megabytes.
    await pipelineOf(Readable.from(text, { highWaterMark: 1 }), createGzip(), file);
    await rename(temporary, path);
  } catch (cause) {
    if (!(cause instanceof Error && "path" in cause)) throw cause;
    throw new Failure(
      `${path} cannot be written: ${wordsOf(cause)}.`,
      "Choose a folder that is there, has room, and may be written to.",
      { cause },
    );
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(dirname(path));
}

async function* backupText(
  header: Header,
  rowsOf: (table: string) => AsyncIterable<readonly string[]>,
): AsyncGenerator<string> {
  const hash = createHash("sha256");
  let rows = 0;
  const hashed = (text: string) => {
    hash.update(text);
    return text;
  };
  yield hashed(`${JSON.stringify(header)}\n`);
  for (const table of header.tables) {
    yield hashed(`table ${table.name}\n`);
    let own = 0;
    for await (const batch of rowsOf(table.name)) {
      if (batch.length > 0) yield hashed(`${batch.join("\n")}\n`);
      own += batch.length;
    }
    if (own !== table.rows) throw new Error(`${table.name} has ${own} rows, not ${table.rows}`);
    rows += own;
  }
  const trailer: z.infer<typeof Trailer> = { sha256: hash.digest("hex"), rows };
  yield `end ${JSON.stringify(trailer)}\n`;
}

/** Reads a backup's header, and nothing after it. Throws `Failure` for a file that is none. */
export async function readHeader(path: string): Promise<Header> {
  for await (const line of linesOf(path)) return headerIn(path, line.toString());
  throw damaged(path, "it is empty");
}

/**
 * Reads a backup from its beginning to its end. Throws `Failure` for one that is damaged, cut or none, after the rows
 * before that place: what is made of them may only stay when it has ended well.
 */
export async function* readBackup(path: string): AsyncGenerator<BackupRow, void, undefined> {
  const lines = linesOf(path);
  const hash = createHash("sha256");
  const next = async (): Promise<string> => {
    const { value } = await lines.next();
    if (value === undefined) throw damaged(path, "its end is missing");
    return value.toString();
  };
  const header = headerIn(path, hashed(hash, await next()));
  let rows = 0;
  for (const { name, rows: own } of header.tables) {
    if (hashed(hash, await next()) !== `table ${name}`)
      throw damaged(path, `${name} is not where it has to be`);
    for (let read = 0; read < own; read++) yield { table: name, row: hashed(hash, await next()) };
    rows += own;
  }
  const end = await next();
  const trailer = Trailer.safeParse(jsonIn(end.replace(/^end /, "")));
  if (!end.startsWith("end ") || !trailer.success) throw damaged(path, "its end is not where it has to be");
  if (trailer.data.sha256 !== hash.digest("hex") || trailer.data.rows !== rows) {
    throw damaged(path, "its checksum is another one");
  }
  if (!(await lines.next()).done) throw damaged(path, "something follows its end");
}

function hashed(hash: Hash, line: string): string {
  hash.update(`${line}\n`);
  return line;
}

function headerIn(path: string, line: string): Header {
  const json = jsonIn(line);
  const known = z.object({ kartateka: z.literal("backup"), format: z.int() }).safeParse(json);
  if (!known.success)
    throw new Failure(
      `${path} is no backup of a registry.`,
      "Take a file that was made by `npm run backup`.",
    );
  if (known.data.format !== format) {
    throw new Failure(
      `${path} has the format ${known.data.format}, and this Kartateka reads ${format}.`,
      "Restore it with the Kartateka that made it, or with a newer one.",
    );
  }
  const header = Header.safeParse(json);
  if (header.success) return header.data;
  throw damaged(path, `its header is not understood (${z.prettifyError(header.error)})`);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function damaged(path: string, what: string, cause?: unknown): Failure {
  return new Failure(
    `${path} is damaged or cut: ${what}.`,
    "Nothing of it was kept. Take another copy of it, or another backup.",
    { cause },
  );
}

/** No row of a registry comes near it; what does is no backup, and must not fill the memory. */
const longestLine = 64 * 1024 * 1024;

/** The lines of a gzipped file, without their line feeds. A last line without one is missing its end. */
async function* linesOf(path: string): AsyncGenerator<Buffer, undefined, undefined> {
  const source = createReadStream(path);
  const text = createGunzip();
  pipeline(source, text, () => undefined);
  let rest: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of text) {
      let from = 0;
      for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, to)]);
        [rest, length, from] = [[], 0, to + 1];
      }
      rest.push(chunk.subarray(from));
      length += chunk.length - from;
      if (length > longestLine) throw damaged(path, "a line of it has no end");
    }
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw unreadable(path, cause);
  } finally {
    source.destroy();
  }
  if (length > 0) throw damaged(path, "its last line is cut");
}

function unreadable(path: string, cause: unknown): Failure {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (!code.startsWith("Z_")) {
    return new Failure(`${path} cannot be read: ${wordsOf(cause)}.`, "Look whether the path is right.", {
      cause,
    });
  }
  return damaged(path, wordsOf(cause), cause);
}
