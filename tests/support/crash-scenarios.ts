import { join } from "node:path";
import type { Address } from "#domain/addresses.ts";
import { type Concealment, createPublisher, type Publisher } from "#publisher/publisher.ts";
import { openFileRegistry, type State, setTexts } from "./file-registry.ts";

/** Stands in what is to be hidden. */
export const canary = "CANARY-51c0";

const before: readonly [Address, string][] = [
  ["/", `home names ${canary}`],
  ["/people", `people: ${canary}`],
  ["/people/1", `first, ${canary}`],
  ["/people/1/versions", `versions of the first, ${canary}`],
  ["/people/1/versions/1", `first version, ${canary}`],
];

type Change = (state: State) => void;

/** Sets texts of pages, as a command does in its transaction, with the outbox. */
function texts(entries: readonly [Address, string | undefined][]): Change {
  return (state) => setTexts(state, entries);
}

const publication = texts([
  ["/", `home anew, with ${canary}`],
  ["/people/1", `first, corrected, ${canary}`],
  ["/people/1/versions", `two versions of the first, ${canary}`],
  ["/people/1/versions/2", `second version, ${canary}`],
]);

const restoring: Change = (state) => {
  texts([
    ["/people/7", "back again"],
    ["/people/7/versions", "versions of the one who is back"],
  ])(state);
  state.withdrawn.delete(7);
};

/** Hides whatever is public of the first person by then. */
const withholding: Change = (state) =>
  texts([...state.pages].map(([address, text]) => [address, text.replace(canary, "withheld")]))(state);

const withdrawal: Change = (state) => {
  const theirs = [...state.pages.keys()].filter((address) => address.startsWith("/people/1"));
  texts([["/", "home"], ["/people", "nobody"], ...theirs.map((it): [Address, undefined] => [it, undefined])])(
    state,
  );
  state.withdrawn.add(1);
};

type Run = {
  /** Another publisher of the same registry, held up by `onRendered` at each page once it is rendered. */
  publisher: (onRendered?: (path: string) => Promise<void>) => Publisher;
  commit: (change: Change) => Promise<void>;
  concerned: (gone?: number) => Promise<Concealment>;
};

async function withhold({ publisher, commit, concerned }: Run): Promise<void> {
  const { remade } = await publisher().conceal(
    () => concerned(),
    () => commit(withholding),
  );
  await remade;
}

async function withdraw({ publisher, commit, concerned }: Run): Promise<void> {
  const { remade } = await publisher().conceal(
    () => concerned(1),
    () => commit(withdrawal),
  );
  await remade;
}

/** Runs something when a page is rendered, and lets nobody have it before that is done. */
function at(page: string, work: () => Promise<void>): (path: string) => Promise<void> {
  let done: Promise<void> | undefined;
  return async (path) => {
    if (path !== page) return;
    done ??= work();
    await done;
  };
}

/** What is tried, and how many states the registry goes through. */
export const scenarios: Readonly<Record<string, { states: number; run: (run: Run) => Promise<void> }>> = {
  publish: { states: 2, run: ({ publisher, commit }) => publisher().reveal(() => commit(publication)) },
  restore: { states: 2, run: ({ publisher, commit }) => publisher().reveal(() => commit(restoring)) },
  withhold: { states: 2, run: withhold },
  withdraw: { states: 2, run: withdraw },
  "whole edition, with what a killed command left": {
    states: 2,
    run: ({ publisher, commit }) => commit(publication).then(() => publisher().makeWhole()),
  },
  "withhold while a whole edition is made": {
    states: 2,
    // Its pages are in the new edition already, as they were before.
    run: (run) => run.publisher(at("/en/people/1/versions/1", () => withhold(run))).makeWhole(),
  },
  "publish and withdraw while a whole edition is made": {
    states: 3,
    async run(run) {
      const { publisher, commit } = run;
      const publishing = () => publisher().reveal(() => commit(publication));
      const both = () => publishing().then(() => withdraw(run));
      await publisher(at("/en/people/1/versions/1", both)).makeWhole();
    },
  },
};

/** A registry before anything happens: one person, and number 7, who is withdrawn. */
export async function beginScenario(folder: string): Promise<void> {
  openFileRegistry(folder).write({ pages: new Map(before), withdrawn: new Set([7]), outbox: new Map() });
  await publisherOf(folder).makeWhole();
}

/**
 * Does what the scenario is about. `onStep` is called with a name right before each change of the registry, and right
 * after a command's.
 */
export async function runScenario(
  folder: string,
  scenario: string,
  onStep: (name: string) => void = () => {},
): Promise<void> {
  const registry = openFileRegistry(folder, () => onStep("registry"));
  await scenarios[scenario]?.run({
    publisher: (onRendered) =>
      createPublisher({
        editionLink: join(folder, "edition"),
        ...registry.options,
        render: async (path) => {
          const rendered = await registry.options.render(path);
          await onRendered?.(path);
          return rendered;
        },
      }),
    async commit(change) {
      registry.transact(change);
      onStep("committed");
    },
    async concerned(gone) {
      const { pages } = registry.read();
      return { addresses: [...pages.keys()], ...(gone !== undefined && { gone }) };
    },
  });
}

/** What the next start does. */
export async function startAgain(folder: string): Promise<void> {
  await publisherOf(folder).prepare();
}

export function publisherOf(folder: string): Publisher {
  return createPublisher({ editionLink: join(folder, "edition"), ...openFileRegistry(folder).options });
}
