import { PagesNotMade } from "#publisher/pages-not-made.ts";
import type { Publisher } from "#publisher/publisher.ts";

export type OutboxWatch = { stop(): Promise<void> };

/**
 * Makes pages that a killed command left in the outbox, while somebody else may still be publishing. A database that
 * is down is no news here; pages that cannot be made are told once.
 */
export function watchOutbox(
  publisher: Pick<Publisher, "drain">,
  { tell, everyMilliseconds = 3_000 }: { tell: (message: string) => void; everyMilliseconds?: number },
): OutboxWatch {
  let told = "";
  let stopped = false;
  let timer = setTimeout(look, everyMilliseconds);
  let looking: Promise<void> = Promise.resolve();

  function look(): void {
    looking = publisher
      .drain({ ifIdle: true })
      .then(
        () => {
          told = "";
        },
        (error: unknown) => {
          if (!(error instanceof PagesNotMade) || error.message === told) return;
          told = error.message;
          tell(told);
        },
      )
      .finally(() => {
        if (!stopped) timer = setTimeout(look, everyMilliseconds);
      });
  }

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}
