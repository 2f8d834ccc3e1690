import { setTimeout as wait } from "node:timers/promises";
import { currentPublisher, NoPublisher } from "#publisher/current.ts";
import type { Concealment } from "#publisher/publisher.ts";

/** How long an answer waits for the pages of what is hidden already, in ms. */
const patience = 2_000;

/**
 * Hides something: when this ends nobody can read it any more. Tells whether its pages are made again; those that are
 * not yet say that they are being made. Undefined where nothing can be changed now.
 */
export async function concealed(
  concerned: () => Promise<Concealment>,
  command: () => Promise<void>,
): Promise<{ remade: boolean } | undefined> {
  try {
    const { remade } = await currentPublisher().conceal(concerned, command);
    const made = remade.then(
      () => true,
      () => false,
    );
    return { remade: await Promise.race([made, wait(patience, false)]) };
  } catch (thrown) {
    if (thrown instanceof NoPublisher) return undefined;
    throw thrown;
  }
}
