import { join } from "node:path";
import type { Address } from "#domain/addresses.ts";
import { type Concealment, createPublisher, type Publisher } from "#publisher/publisher.ts";
import { noteChange, openFileRegistry, type State } from "./file-registry.ts";

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
  return (state) => {
    for (const [address, text] of entries) {
      noteChange(state, address);
      if (text === undefined) state.pages.delete(address);
      else state.pages.set(address, text);
    }
  };
}

const withdrawal: Change = (state) => {
  texts([
    ["/", "home"],
    ["/people", "nobody"],
    ["/people/1", undefined],
    ["/people/1/versions", undefined],
    ["/people/1/versions/1", undefined],
  ])(state);
  state.withdrawn.add(1);
};

const withholding = texts(before.map(([address, text]) => [address, text.replace(canary, "withheld")]));

async function conceal(publisher: Publisher, concealment: Concealment, commit: () => void): Promise<void> {
  const { remade } = await publisher.conceal(
    async () => concealment,
    async () => commit(),
  );
  await remade;
}

export const scenarios = {
  publish: {
    hides: false,
    change: texts([
      ["/", "home anew"],
      ["/people/1", "first, corrected"],
      ["/people/1/versions", "two versions of the first"],
      ["/people/1/versions/2", "second version"],
    ]),
    run: (publisher: Publisher, commit: () => void) => publisher.reveal(async () => commit()),
  },
  restore: {
    hides: false,
    change: (state: State) => {
      texts([
        ["/people/7", "back again"],
        ["/people/7/versions", "versions of the one who is back"],
      ])(state);
      state.withdrawn.delete(7);
    },
    run: (publisher: Publisher, commit: () => void) => publisher.reveal(async () => commit()),
  },
  withhold: {
    hides: true,
    change: withholding,
    run: (publisher: Publisher, commit: () => void) =>
      conceal(publisher, { addresses: before.map(([address]) => address) }, commit),
  },
  withdraw: {
    hides: true,
    change: withdrawal,
    run: (publisher: Publisher, commit: () => void) =>
      conceal(publisher, { addresses: before.map(([address]) => address), gone: 1 }, commit),
  },
  whole: {
    hides: false,
    change: () => {},
    run: (publisher: Publisher) => publisher.makeWhole(),
  },
} as const;

export type Scenario = keyof typeof scenarios;

/** A registry before anything happens: one person, and number 7, who is withdrawn. */
export async function beginScenario(folder: string): Promise<void> {
  openFileRegistry(folder).write({ pages: new Map(before), withdrawn: new Set([7]), outbox: new Map() });
  await publisherOf(folder).makeWhole();
}

/** Does what the scenario is about. `committed` is called as soon as the registry has changed. */
export async function runScenario(folder: string, scenario: Scenario, committed = () => {}): Promise<void> {
  const { change, run } = scenarios[scenario];
  await run(publisherOf(folder), () => {
    openFileRegistry(folder).transact(change);
    committed();
  });
}

/** What the next start does. */
export async function startAgain(folder: string): Promise<void> {
  await publisherOf(folder).prepare();
}

export function publisherOf(folder: string): Publisher {
  return createPublisher({ editionLink: join(folder, "edition"), ...openFileRegistry(folder).options });
}
