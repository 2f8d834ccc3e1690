import { env } from "#env.ts";
import type { Publisher } from "#publisher/publisher.ts";

/** What an action needs of the publisher. */
export type CommandPublisher = Pick<Publisher, "reveal" | "conceal">;

/** There is no publisher at the moment, because there is no database: nothing can be changed. */
export class NoPublisher extends Error {
  override name = "NoPublisher";
}

// Next's bundle is another graph of modules in the same process: a variable here would be there twice.
const key = Symbol.for("kartateka.publisher");
const shared: typeof globalThis & { [key]?: CommandPublisher } = globalThis;

/** Gives the actions of this process their publisher. What is returned takes it back. */
export function providePublisher(publisher: CommandPublisher): () => void {
  shared[key] = publisher;
  return () => {
    if (shared[key] === publisher) delete shared[key];
  };
}

/** The publisher of this process. Throws `NoPublisher`; `npm run dev`, which has no edition, needs none. */
export function currentPublisher(): CommandPublisher {
  const provided = shared[key];
  if (provided !== undefined) return provided;
  if (env.development) return withoutEdition;
  throw new NoPublisher("There is no publisher: the database is not up.");
}

const withoutEdition: CommandPublisher = {
  reveal: (command) => command(),
  conceal: async (_concerned, command) => ({ result: await command(), remade: Promise.resolve() }),
};
