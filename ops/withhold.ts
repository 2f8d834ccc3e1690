import { z } from "zod";
import { concernedByWithholding, withhold } from "#data/commands/withhold.ts";
import { Actor, Fact, flag, hidingFields, PersonNumber, readCommandLine, text } from "./command-line.ts";
import { run, say, step } from "./report.ts";
import { makePages, withPublishing } from "./session.ts";

const usage = `Withhold one fact of a person, in every version:
  npm run withhold -- NUMBER FACT (--told | --silent) --basis TEXT --review DAY
  FACT is the id of a fact, such as e3, or v2 for the public note of version 2
  --told         the page says "withheld" in its place
  --silent       the page doesn't show that there is anything
  --basis TEXT   why; for editors, never shown
  --review DAY   when somebody has to look at it again, such as 2026-01-31
  --actor NAME   who does it (default: the user of this machine)`;

const Order = z
  .strictObject({
    number: PersonNumber,
    factId: Fact,
    told: z.boolean().default(false),
    silent: z.boolean().default(false),
    ...hidingFields,
    actor: Actor,
  })
  .refine((it) => it.told !== it.silent, { error: "Say either --told or --silent." });

await run(async () => {
  const {
    told,
    silent: _,
    review,
    ...given
  } = readCommandLine({
    usage,
    words: ["number", "factId"],
    options: { told: flag, silent: flag, basis: text, review: text, actor: text },
    schema: Order,
  });
  const order = { ...given, manner: told ? "told" : "silent", reviewOn: review } as const;
  await withPublishing(
    "withhold",
    async (publishing) => {
      const { registry, publisher } = publishing;
      const { remade } = await step("Withhold", () =>
        publisher.conceal(
          async () => ({ addresses: await concernedByWithholding(registry, order) }),
          () => withhold(registry, order),
        ),
      );
      await step("Its pages", () => remade);
      // Not before: another page that cannot be made must not keep anything from being hidden.
      await makePages(publishing);
      say(`${order.factId} of № ${order.number} is withheld in every version`);
    },
    { hides: true },
  );
});
