import { z } from "zod";
import { readCommandLine } from "./command-line.ts";
import { counter, run, say, step } from "./report.ts";
import { withPublishing } from "./session.ts";

const usage = `Make every page afresh, and put the new edition in the old one's place:
  npm run edition`;

await run(async () => {
  readCommandLine({ usage, words: [], options: {}, schema: z.strictObject({}) });
  await withPublishing("edition", async ({ publisher }) => {
    await step("Pages", () => publisher.makeWhole(counter("pages")));
    say("The new edition is served");
  });
});
