import { z } from "zod";
import { Actor, readCommandLine, text } from "./command-line.ts";
import { takeDataFolder } from "./data-folder.ts";
import { databasePlace } from "./database.ts";
import { counter, run, say, step } from "./report.ts";
import { type Restorable, restorable, restoreInto } from "./restoring.ts";
import { atShutdown, shutDown, shutDownOnSignals } from "./shutdown.ts";
import type { Found } from "./verifying.ts";

const usage = `Bring a registry back from a file that npm run backup made, into an empty database:
  DATA_DIR=FOLDER npm run restore-backup -- FILE --erasures LEDGER
  --erasures LEDGER   what was erased up to today: erasures.jsonl of the registry's DATA_DIR, as it was last
                      (default: that in the DATA_DIR that is restored into)
  --actor NAME        who does it (default: the user of this machine)
What was erased since the backup is erased in it, too, before anything is shown. Everybody has to sign in again.`;

const Order = z.strictObject({
  file: z.string({ error: "FILE is missing." }).min(1),
  erasures: z.string().min(1).optional(),
  actor: Actor,
});

process.umask(0o022);
shutDownOnSignals(130);
await run(async () => {
  const { file, erasures, actor } = readCommandLine({
    usage,
    words: ["file"],
    options: { erasures: text, actor: text },
    schema: Order,
  });
  try {
    await restore(file, erasures, actor);
  } finally {
    await shutDown();
  }
});

async function restore(file: string, ledgerPath: string | undefined, actor: string): Promise<void> {
  const place = databasePlace();
  const { dataDir } = place;
  const backup = await step("Backup", () => restorable(file, { dataDir, ledgerPath }, counter("rows")));
  await takeDataFolder(
    dataDir,
    "npm run restore-backup",
    "Restore into another one: DATA_DIR=FOLDER of a folder that isn't there yet.",
  );
  const restoring = step("Restore", () => restoreInto(place, backup, { actor, onRows: counter("rows") }));
  atShutdown(async () => (await restoring).database.stop());
  tell(backup, (await restoring).found);
}

function tell({ header, ledger }: Restorable, found: Found): void {
  say(`The registry is as it was at ${header.at}, less what was erased since`);
  say(`${found.persons} persons with ${found.versions} versions, whose hashes are right`);
  if (found.erased > 0)
    say(`${found.erased} versions don't fit theirs because something was erased from them`);
  say(`${found.saves} saves of drafts, ${found.entries} entries of the audit`);
  say(`${ledger.erasures.length - header.erasures.entries} erasures came after the backup`);
  say("New passwords of the database were made; everybody signs in again with their own");
  say("npm start makes the pages and serves them");
}
