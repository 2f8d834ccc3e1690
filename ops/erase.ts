import { existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { z } from "zod";
import type { Registry } from "#db/registry.ts";
import { Actor, Fact, flag, readCommandLine, text } from "./command-line.ts";
import { databasePlace } from "./database.ts";
import { type ErasureOrder, planned, sameWordsBesides } from "./erasing.ts";
import { eraseEverywhere } from "./erasing-everywhere.ts";
import { ledgerFile } from "./erasure-ledger.ts";
import { Failure, run, say } from "./report.ts";
import { withPublishing } from "./session.ts";

const usage = `Erase something of a person for good, where law or the family require it:
  npm run erase -- PERSON FACT --basis TEXT
  npm run erase -- PERSON --whole --basis TEXT
  PERSON is a record's number, or the id of somebody who was never published
  FACT is the id of a fact, such as e3, or v2 for the notes of version 2, the public one and that for editors
  --whole            the whole file; the number answers as that of somebody withdrawn, and is given to nobody else
  --notes            also all that editors have noted about the person, and the bases of what was withheld
  --basis TEXT       why; kept for editors, never shown: that something was erased stays known, never what
  --backups FOLDER   where backups are that are to be written anew without it (default: backups in DATA_DIR)
  --yes              don't ask
  --actor NAME       who does it (default: the user of this machine)
It cannot be taken back. To hide something, withhold it instead.`;

const Person = z.union([z.coerce.number().int().positive(), z.guid()], {
  error: "PERSON has to be a record's number, or a person's id.",
});

const Order = z
  .strictObject({
    person: Person,
    fact: Fact.optional(),
    whole: z.boolean().default(false),
    notes: z.boolean().default(false),
    basis: z.string({ error: "--basis is missing: why?" }).trim().min(1, { error: "--basis is empty: why?" }),
    backups: z.string().refine(existsSync, { error: "--backups: there is no such folder." }).optional(),
    yes: z.boolean().default(false),
    actor: Actor,
  })
  .refine((it) => (it.fact === undefined) === it.whole, { error: "Say either FACT or --whole." });

await run(async () => {
  const given = readCommandLine({
    usage,
    words: ["person", "fact"],
    options: {
      whole: flag,
      notes: flag,
      basis: text,
      backups: text,
      yes: flag,
      actor: text,
    },
    schema: Order,
  });
  const { dataDir } = databasePlace();
  await withPublishing(
    "erase",
    async (publishing, { url }) => {
      const { registry } = publishing;
      const order = {
        person: await idOf(registry, given.person),
        fact: given.fact ?? null,
        notes: given.notes || given.whole,
        basis: given.basis,
        by: given.actor,
      };
      await tellWhatGoes(registry, order);
      if (!given.yes) await ask(String(given.person));
      await eraseEverywhere({ ...publishing, databaseUrl: url, dataDir, backups: given.backups }, order);
      say(`${given.fact ?? "The whole file"} of ${whoever(given.person)} is erased`);
      say(
        `Copy ${ledgerFile(dataDir)} to wherever copies of your backups are: without it they aren't restored`,
      );
    },
    { hides: true },
  );
});

function whoever(person: number | string): string {
  return typeof person === "number" ? `№ ${person}` : person;
}

async function idOf(registry: Registry, person: number | string): Promise<string> {
  const where = typeof person === "number" ? { number: person } : { id: person };
  const found = await registry.person.findUnique({ where, select: { id: true } });
  if (found !== null) return found.id;
  throw new Failure(
    `There is no ${typeof person === "number" ? "record " : "person "}${whoever(person)}.`,
    `\n${usage}`,
  );
}

async function tellWhatGoes(registry: Registry, order: ErasureOrder): Promise<void> {
  const { versions, ids } = await planned(registry, order);
  say(`In ${versions.length === 0 ? "drafts alone" : `versions ${versions.join(", ")}`}`);
  const others = ids.filter((id) => id !== order.fact);
  if (others.length > 0) say(`With it goes what stands in it and what only it names: ${others.join(", ")}`);
  const besides = await sameWordsBesides(registry, order);
  if (besides.length === 0) return;
  say(
    "The same words stand in the following too, which stays. Look at it, and erase it too if it says the same:",
  );
  for (const { id, section } of besides) say(`  ${id} (${section})`);
}

async function ask(expected: string): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await Promise.race([
      terminal.question(`  This cannot be taken back. Type ${expected} again to erase it: `),
      new Promise<string>((resolve) => terminal.once("close", () => resolve(""))),
    ]);
    if (answer.trim() !== expected)
      throw new Failure("Nothing was erased.", "Type the number when you are asked.");
  } finally {
    terminal.close();
  }
}
