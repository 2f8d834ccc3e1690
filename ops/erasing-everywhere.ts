import { join } from "node:path";
import type { Ledger } from "#domain/erasure-ledger.ts";
import { backupLock } from "./backing-up.ts";
import { withClient } from "./client.ts";
import { concernedByErasure, type ErasureOrder, erase } from "./erasing.ts";
import { addToLedger, keepLedgerBeside, tombstonesIn } from "./erasure-ledger.ts";
import { exists } from "./files.ts";
import { forgetOldRows } from "./forgetting.ts";
import { asOwner } from "./owner.ts";
import type { Publishing } from "./publishing.ts";
import { say, step } from "./report.ts";
import { rewriteBackups } from "./rewriting-backups.ts";
import { makePages } from "./session.ts";

/** Where something can stand: the database, its pages, the ledger's data folder, a folder of backups. */
export type Everywhere = Pick<Publishing, "publisher" | "registry"> & {
  databaseUrl: string;
  dataDir: string;
  /** By default `backups` in the data folder, where there is one. */
  backups?: string | undefined;
};

/**
 * Erases something for good: takes its pages down, erases it in the database and notes it in the ledger, makes the pages
 * again, has PostgreSQL forget the old rows, and writes backups anew without it.
 */
export async function eraseEverywhere(everywhere: Everywhere, order: ErasureOrder): Promise<void> {
  const { publisher, registry, databaseUrl, dataDir } = everywhere;
  let ledger: Ledger | undefined;
  const { remade } = await step("Erase", () =>
    publisher.conceal(
      () => concernedByErasure(registry, order),
      () =>
        asOwner(databaseUrl, (owner) =>
          erase(owner, order, async (erasure) => {
            ledger = await addToLedger(dataDir, erasure);
          }),
        ),
    ),
  );
  // Pages that cannot be made are down, and keep nothing else from being forgotten.
  const pages = step("Its pages", () => remade);
  await pages.catch(() => undefined);
  await step("Old rows", () => forgetOldRows(databaseUrl));
  if (ledger !== undefined) await eraseInBackups(everywhere, ledger);
  await pages;
  await makePages({ publisher });
}

async function eraseInBackups({ databaseUrl, dataDir, backups }: Everywhere, ledger: Ledger): Promise<void> {
  const folder = backups ?? join(dataDir, "backups");
  if (backups === undefined && !(await exists(folder))) return;
  const { rewritten, unreadable } = await step("Backups", () =>
    withClient(databaseUrl, async (client) => {
      // One that is being written still holds it: it is waited for.
      await client.query("select pg_advisory_lock($1)", [backupLock]);
      return rewriteBackups(folder, ledger, await tombstonesIn(client));
    }),
  );
  await keepLedgerBeside(folder, ledger);
  for (const name of rewritten) say(`${name} was written anew without it`);
  for (const name of unreadable) say(`${name} could not be read and is as it was: delete it`);
}
