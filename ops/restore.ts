import { z } from "zod";
import { restore } from "#data/commands/withdraw.ts";
import { Actor, PersonNumber, readCommandLine, text } from "./command-line.ts";
import { run, say, step } from "./report.ts";
import { makePages, withPublishing } from "./session.ts";

const usage = `Show a person again who was withdrawn:
  npm run restore -- NUMBER
  --actor NAME   who does it (default: the user of this machine)`;

await run(async () => {
  const order = readCommandLine({
    usage,
    words: ["number"],
    options: { actor: text },
    schema: z.strictObject({ number: PersonNumber, actor: Actor }),
  });
  await withPublishing("restore", async (publishing) => {
    await makePages(publishing);
    await step("Restore", () => publishing.publisher.reveal(() => restore(publishing.registry, order)));
    say(`№ ${order.number} is public again at /people/${order.number}`);
  });
});
