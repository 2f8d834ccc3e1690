import { run, step } from "./report.ts";
import { checkStyle, checkTypes } from "./tools.ts";

// npm run check: what can be known in seconds.

await run(async () => {
  await step("Types", checkTypes);
  await step("Lint and format", checkStyle);
});
