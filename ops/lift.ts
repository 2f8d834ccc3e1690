import { z } from "zod";
import { lift } from "#data/commands/decide-showing.ts";
import { Fact, PersonNumber, readCommandLine, showingFields, showingOptions } from "./command-line.ts";
import { run, say, step } from "./report.ts";
import { makePages, withPublishing } from "./session.ts";

const usage = `Show a fact again that was withheld; two people are needed:
  npm run lift -- NUMBER FACT --asked-by NAME --agreed-by NAME
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
    words: ["number", "factId"],
    options: showingOptions,
    schema: z.strictObject({ number: PersonNumber, factId: Fact, ...showingFields }),
  });
  const order = { ...given, askedBy, agreedBy };
  await withPublishing("lift", async (publishing) => {
    await makePages(publishing);
    const isSeen = await step("Lift", () =>
      publishing.publisher.reveal(() => lift(publishing.registry, order)),
    );
    const what = `${order.factId} of № ${order.number}`;
    say(isSeen ? `${what} is shown again` : `${what} is no longer hidden; what it stands in is not shown`);
  });
});
