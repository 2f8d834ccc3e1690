import { once } from "node:events";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { Client } from "pg";
import { z } from "zod";
import { publishDraft } from "#data/commands/publish-draft.ts";
import { openRegistry } from "#db/registry.ts";
import { env } from "#env.ts";
import { reviewer } from "./actors.ts";
import { dieAtStep } from "./dying.ts";
import { conceal, printingPublisher, renderAll } from "./printing-publisher.ts";

// Another process on the same PostgreSQL and edition: `npm run edition`, held up at a page until it reads a line; or
// `npm run withhold` or `npm run withdraw`, or the publishing of a draft, ended by SIGKILL at a step. One that comes to
// its end prints its steps.

const Options = z.object({
  folder: z.string(),
  /** Makes a whole edition, and stops once this page is rendered. */
  held: z.string().optional(),
  /** Hides this person, or this fact of theirs. */
  number: z.coerce.number().optional(),
  fact: z.string().optional(),
  /** Publishes this draft as it stands at the save `base`; every statement sent to PostgreSQL is a step, too. */
  draft: z.string().optional(),
  base: z.coerce.number().default(1),
  /** Dies right before this step; at "commit" right after the transaction. */
  at: z.union([z.literal("commit"), z.coerce.number()]).default(0),
});
const text = { type: "string" } as const;
const { values } = parseArgs({
  options: { folder: text, held: text, number: text, fact: text, draft: text, base: text, at: text },
});
const { folder, held, number, fact, draft, base, at } = Options.parse(values);

const steps = dieAtStep(at === "commit" ? 0 : at);
const registry = openRegistry(env.editorDatabaseUrl);
if (draft !== undefined) {
  const { query } = Client.prototype;
  Object.assign(Client.prototype, {
    query(this: Client, ...words: Parameters<typeof query>) {
      steps.take("query");
      return Reflect.apply(query, this, words);
    },
  });
  await printingPublisher(registry, folder).reveal(async () => {
    const done = await publishDraft(registry, { draftId: draft, base, actor: reviewer });
    steps.take("committed");
    return done;
  });
} else if (number !== undefined) {
  const { remade } = await conceal(
    registry,
    printingPublisher(registry, folder),
    { number, factId: fact },
    () => {
      if (at === "commit") process.kill(process.pid, "SIGKILL");
      steps.take("committed");
    },
  );
  await remade;
} else {
  const lines = createInterface(process.stdin);
  const publisher = printingPublisher(registry, folder, async (path) => {
    const rendered = await renderAll(path);
    if (path !== held) return rendered;
    const goOn = once(lines, "line");
    console.log("held");
    await goOn;
    return rendered;
  });
  await publisher.makeWhole();
  lines.close();
}
console.log(JSON.stringify(steps.taken));
process.exit(0);
