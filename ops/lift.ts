import { z } from "zod";
import { lift } from "#data/commands/withhold.ts";
import { Actor, Fact, PersonNumber, readCommandLine, text } from "./command-line.ts";
import { run, say, step } from "./report.ts";
import { makePages, withPublishing } from "./session.ts";

const usage = `Show a fact again that was withheld:
  npm run lift -- NUMBER FACT
  --actor NAME   who does it (default: the user of this machine)`;

await run(async () => {
  const order = readCommandLine({
    usage,
    words: ["number", "factId"],
    options: { actor: text },
    schema: z.strictObject({ number: PersonNumber, factId: Fact, actor: Actor }),
  });
  await withPublishing("lift", async (publishing) => {
    await makePages(publishing);
    await step("Lift", () => publishing.publisher.reveal(() => lift(publishing.registry, order)));
    say(`${order.factId} of № ${order.number} is shown again`);
  });
});
