import type { Client } from "pg";
import { z } from "zod";
import type { Erasure } from "#domain/erasure.ts";
import { type ChainFault, verifyChain } from "#domain/version-chain.ts";
import { withClient } from "./client.ts";
import { erasuresIn, ledgerAt, ledgerFile } from "./erasure-ledger.ts";

/** What was found: how much there is, how much of it something was erased from, and what is wrong, in words. */
export type Found = {
  persons: number;
  versions: number;
  erased: number;
  saves: number;
  entries: number;
  faults: string[];
};

/** Checks all that is only added to: versions against their hashes, saves and steps for gaps, erasures and their ledger. */
export function verify(source: { databaseUrl: string; dataDir: string }): Promise<Found> {
  return withClient(source.databaseUrl, async (client) => {
    await client.query("begin transaction isolation level repeatable read, read only");
    const erasures = await erasuresIn(client);
    const found: Found = { persons: 0, versions: 0, erased: 0, saves: 0, entries: 0, faults: [] };
    await verifyPersons(client, erasures, found);
    for (const table of ["draft_save", "draft_step"]) {
      for (const { draft } of await gaps(client, table)) {
        found.faults.push(`draft ${draft}: numbers of ${table} are missing`);
      }
    }
    found.saves = await count(client, "draft_save");
    found.entries = await count(client, "audit_entry");
    found.faults.push(...(await ledgerFaults(source.dataDir, erasures)));
    await client.query("commit");
    return found;
  });
}

const VersionRow = z.object({
  whose: z.string(),
  person: z.string(),
  current: z.number().nullable(),
  number: z.number(),
  file: z.unknown(),
  publicNote: z.unknown(),
  contentHash: z.string(),
  previousHash: z.string().nullable(),
  hash: z.string(),
  hashScheme: z.string(),
});
type VersionRow = z.infer<typeof VersionRow>;

const words: Readonly<Record<ChainFault, string>> = {
  number: "its number doesn't follow that of the version before",
  previous: "it doesn't name the hash of the version before",
  scheme: "its hash was made by an unknown scheme",
  file: "its file is not the one that was published",
  hash: "its hash is another one",
  erased: "it holds what was erased",
};

async function verifyPersons(client: Client, erasures: readonly Erasure[], found: Found): Promise<void> {
  const verifyOne = (versions: readonly VersionRow[]) => {
    const [first] = versions;
    if (first === undefined) return;
    const own = erasures.filter((it) => it.person === first.person);
    const { faults, erased } = verifyChain(versions, own);
    found.persons += 1;
    found.versions += versions.length;
    found.erased += erased.length;
    for (const { version, fault } of faults) {
      found.faults.push(`${first.whose}, version ${version}: ${words[fault]}`);
    }
    if (versions.at(-1)?.number !== first.current) {
      found.faults.push(`${first.whose}: the last version is missing, or not the current one`);
    }
  };
  await client.query(
    `declare versions no scroll cursor for
     select coalesce('№ ' || p.number, p.id::text) as whose, p.id::text as person, p.current_version as current,
       v.number, v.file, v.public_note as "publicNote", v.content_hash as "contentHash",
       v.previous_hash as "previousHash", v.hash, v.hash_scheme as "hashScheme"
     from version v join person p on p.id = v.person_id order by p.number, p.id, v.number`,
  );
  let theirs: VersionRow[] = [];
  for (;;) {
    const { rows } = await client.query("fetch 100 from versions");
    if (rows.length === 0) break;
    for (const row of rows) {
      const version = VersionRow.parse(row);
      if (theirs[0] !== undefined && theirs[0].person !== version.person) {
        verifyOne(theirs);
        theirs = [];
      }
      theirs.push(version);
    }
  }
  verifyOne(theirs);
}

async function gaps(client: Client, table: string): Promise<{ draft: string }[]> {
  const { rows } = await client.query<{ draft: string }>(
    `select draft_id::text as draft from ${table} group by 1 having max(number) <> count(*)`,
  );
  return rows;
}

async function count(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) as count from ${table}`);
  return Number(rows[0]?.count);
}

async function ledgerFaults(dataDir: string, erasures: readonly Erasure[]): Promise<string[]> {
  const ledger = await ledgerAt(ledgerFile(dataDir));
  const known = new Set(ledger?.erasures.map(({ id }) => id));
  return erasures
    .filter(({ id }) => !known.has(id))
    .map(({ id }) => `the erasure ${id} is missing in ${ledgerFile(dataDir)}`);
}
