import { dirname } from "node:path";
import { z } from "zod";
import { audit } from "#data/commands/audit.ts";
import { backUp } from "./backing-up.ts";
import { Actor, readCommandLine, text } from "./command-line.ts";
import { keepLedgerBeside, ledgerAt, ledgerFile } from "./erasure-ledger.ts";
import { asOwner } from "./owner.ts";
import { counter, run, say, step } from "./report.ts";
import { withDatabase } from "./session.ts";

const usage = `Write the whole registry into one file, while everybody goes on working:
  npm run backup -- FILE
  --actor NAME   who does it (default: the user of this machine)
It holds all that is withheld too, and the passwords' hashes: keep it like the database itself. Who is signed in is not
in it, nor are secrets.json and what is made again from the rest: public forms, pages. Beside it comes erasures.jsonl, the
ledger of what was erased, without which no backup is restored: keep the newest.`;

const Order = z.strictObject({ file: z.string({ error: "FILE is missing." }).min(1), actor: Actor });

/** Tables whose rows are said. */
const counted: ReadonlySet<string> = new Set([
  "person",
  "version",
  "draft",
  "draft_save",
  "user",
  "audit_entry",
]);

await run(async () => {
  const { file, actor } = readCommandLine({
    usage,
    words: ["file"],
    options: { actor: text },
    schema: Order,
  });
  await withDatabase("backup", async ({ url: databaseUrl }, { dataDir }) => {
    const { tables } = await step("Backup", () => backUp({ databaseUrl, dataDir }, file, counter("rows")));
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    await asOwner(databaseUrl, (registry) => audit(registry, { actor, action: "backup", details: { rows } }));
    const ledger = await ledgerAt(ledgerFile(dataDir));
    if (ledger !== undefined) await keepLedgerBeside(dirname(file), ledger);
    for (const { name, rows } of tables) if (counted.has(name)) say(`${rows} × ${name}`);
    say(`Written: ${file}`);
  });
});
