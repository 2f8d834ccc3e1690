import { z } from "zod";
import { rebuild } from "#data/commands/rebuild.ts";
import { Actor, readCommandLine, text } from "./command-line.ts";
import { asOwner } from "./owner.ts";
import { counter, run, say, step } from "./report.ts";
import { publicRules } from "./seed.ts";
import { withPublishing } from "./session.ts";

const usage = `Write all public tables afresh from versions and withholdings, then all pages:
  npm run rebuild
  --actor NAME   who does it (default: the user of this machine)`;

await run(async () => {
  const { actor } = readCommandLine({
    usage,
    words: [],
    options: { actor: text },
    schema: z.strictObject({ actor: Actor }),
  });
  const rules = await publicRules();
  await withPublishing("rebuild", async ({ publisher }, database) => {
    const persons = await step("Public tables", () =>
      asOwner(database.url, (registry) => rebuild(registry, { actor, rules, onPerson: counter("records") })),
    );
    await step("Pages", () => publisher.makeWhole(counter("pages")));
    say(`${persons} records and their pages are made afresh`);
  });
});
