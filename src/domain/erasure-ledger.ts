import { z } from "zod";
import { contentHash } from "#domain/canonical.ts";
import { Erasure } from "#domain/erasure.ts";

// What was erased, kept outside the database, so that a backup from before doesn't bring it back. A text of lines: the
// first says whose ledger it is, each other is an erasure with a hash over itself and the hash of the line before.

/** The ledger of a registry: its erasures in their order, and the hash of each. The first hash is the beginning's. */
export type Ledger = { registry: string; erasures: readonly Erasure[]; hashes: readonly string[] };

/** How far a ledger had got. */
export type LedgerPosition = { entries: number; hash: string };

const FirstLine = z.strictObject({ kartateka: z.literal("erasures"), registry: z.guid() });
const Line = z.strictObject({ ...Erasure.shape, hash: z.string() });

/** A ledger in which nothing is written yet. */
export function emptyLedger(registry: string): Ledger {
  return { registry, erasures: [], hashes: [contentHash(firstLine(registry))] };
}

/** A ledger with one more erasure. */
export function continued(ledger: Ledger, erasure: Erasure): Ledger {
  const hash = contentHash({ previous: ledger.hashes.at(-1), ...erasure });
  return { ...ledger, erasures: [...ledger.erasures, erasure], hashes: [...ledger.hashes, hash] };
}

/** The ledger as it is kept: lines, each with its line feed. */
export function ledgerText(ledger: Ledger): string {
  const lines = ledger.erasures.map((erasure, index) => ({ ...erasure, hash: ledger.hashes[index + 1] }));
  return [firstLine(ledger.registry), ...lines].map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Reads a ledger. Throws an Error for one that was changed or cut in the middle of a line. */
export function readLedger(text: string): Ledger {
  const lines = text.split("\n");
  if (lines.pop() !== "") throw new Error("its last line is cut");
  const [first, ...rest] = lines.map((line, index) => jsonOf(line, index + 1));
  const begun = FirstLine.safeParse(first);
  if (!begun.success) throw new Error("it is no ledger of erasures");
  let ledger = emptyLedger(begun.data.registry);
  for (const [index, json] of rest.entries()) {
    const line = Line.safeParse(json);
    if (!line.success) throw new Error(`line ${index + 2} is not understood`);
    const { hash, ...erasure } = line.data;
    ledger = continued(ledger, erasure);
    if (ledger.hashes.at(-1) !== hash)
      throw new Error(`line ${index + 2} was changed, or one before it is missing`);
  }
  return ledger;
}

/** How far a ledger has got. */
export function positionOf({ erasures, hashes }: Ledger): LedgerPosition {
  return { entries: erasures.length, hash: hashes[erasures.length] ?? "" };
}

/** The erasures of a ledger that came after a position; undefined where it does not go on from there. */
export function erasuresSince(ledger: Ledger, { entries, hash }: LedgerPosition): Erasure[] | undefined {
  return ledger.hashes[entries] === hash ? ledger.erasures.slice(entries) : undefined;
}

function firstLine(registry: string): z.infer<typeof FirstLine> {
  return { kartateka: "erasures", registry };
}

function jsonOf(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`line ${number} is not understood`);
  }
}
