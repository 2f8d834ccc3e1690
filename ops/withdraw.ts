import { z } from "zod";
import { concernedByWithdrawal, withdraw } from "#data/commands/withdraw.ts";
import { Actor, hidingFields, PersonNumber, readCommandLine, text } from "./command-line.ts";
import { run, say, step } from "./report.ts";
import { makePages, withPublishing } from "./session.ts";

const usage = `Withdraw a whole person; their addresses then answer 410:
  npm run withdraw -- NUMBER --basis TEXT --review DAY
  --basis TEXT   why; for editors, never shown
  --review DAY   when somebody has to look at it again, such as 2026-01-31
  --actor NAME   who does it (default: the user of this machine)`;

await run(async () => {
  const { review, ...given } = readCommandLine({
    usage,
    words: ["number"],
    options: { basis: text, review: text, actor: text },
    schema: z.strictObject({ number: PersonNumber, ...hidingFields, actor: Actor }),
  });
  const order = { ...given, reviewOn: review };
  await withPublishing(
    "withdraw",
    async (publishing) => {
      const { registry, publisher } = publishing;
      const { remade } = await step("Withdraw", () =>
        publisher.conceal(
          () => concernedByWithdrawal(registry, order),
          () => withdraw(registry, order),
        ),
      );
      await step("Its pages", () => remade);
      // Not before: another page that cannot be made must not keep anything from being hidden.
      await makePages(publishing);
      say(`№ ${order.number} is withdrawn: /people/${order.number} answers 410`);
    },
    { hides: true },
  );
});
