import { currentPublisher, NoPublisher } from "#publisher/current.ts";
import { PagesNotMade } from "#publisher/pages-not-made.ts";

/** What an action answers where there is no publisher: nothing can be changed for the moment. */
export const noPublisher = { outcome: "refused" as const, problems: [{ code: "no-publisher" }] };

/**
 * Shows something: the pages that it concerns are made and read back before this ends. Tells whether they are; those
 * that could not be made are tried again without us. Undefined where nothing can be changed now.
 */
export async function revealed(command: () => Promise<unknown>): Promise<{ remade: boolean } | undefined> {
  try {
    await currentPublisher().reveal(command);
    return { remade: true };
  } catch (thrown) {
    if (thrown instanceof PagesNotMade) return { remade: false };
    if (thrown instanceof NoPublisher) return undefined;
    throw thrown;
  }
}
