import { z } from "zod";
import { readCommandLine } from "./command-line.ts";
import { Failure, run, say, step } from "./report.ts";
import { withDatabase } from "./session.ts";
import { verify } from "./verifying.ts";

const usage = `Check every version against its hashes and the one before it, and that nothing which was erased is there:
  npm run verify`;

await run(async () => {
  readCommandLine({ usage, words: [], options: {}, schema: z.strictObject({}) });
  await withDatabase("verify", async ({ url: databaseUrl }, { dataDir }) => {
    const found = await step("Hashes", () => verify({ databaseUrl, dataDir }));
    if (found.faults.length > 0) {
      throw new Failure(
        `${found.faults.length} × something is wrong:\n${found.faults.join("\n")}`,
        "Compare with a backup: somebody changed the database past its triggers, or its disk is damaged.",
      );
    }
    say(`${found.persons} persons with ${found.versions} versions, whose hashes are right`);
    if (found.erased > 0)
      say(`${found.erased} versions don't fit theirs because something was erased from them`);
    say(`${found.saves} saves of drafts and ${found.entries} entries of the audit`);
  });
});
