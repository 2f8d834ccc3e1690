import { z } from "zod";
import { restore } from "#data/commands/decide-showing.ts";
import { PersonNumber, readCommandLine, showingFields, showingOptions } from "./command-line.ts";
import { run, say, step } from "./report.ts";
import { makePages, withPublishing } from "./session.ts";

const usage = `Show a person again who was withdrawn; two people are needed:
  npm run restore -- NUMBER --asked-by NAME --agreed-by NAME
  --asked-by NAME   who asks
  --agreed-by NAME  who agrees: somebody else
  --reason TEXT     why; for editors, never shown`;

await run(async () => {
  const {
    "asked-by": askedBy,
    "agreed-by": agreedBy,
    ...given
  } = readCommandLine({
    usage,
    words: ["number"],
    options: showingOptions,
    schema: z.strictObject({ number: PersonNumber, ...showingFields }),
  });
  const order = { ...given, askedBy, agreedBy };
  await withPublishing("restore", async (publishing) => {
    await makePages(publishing);
    await step("Restore", () => publishing.publisher.reveal(() => restore(publishing.registry, order)));
    say(`№ ${order.number} is public again at /people/${order.number}`);
  });
});
