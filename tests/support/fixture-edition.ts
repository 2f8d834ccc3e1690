import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Address } from "#domain/addresses.ts";
import type { Render } from "#publisher/ports.ts";
import { createPublisher, type Publisher } from "#publisher/publisher.ts";
import { openFileRegistry, type State } from "./file-registry.ts";

export type FixtureEdition = {
  link: string;
  publisher: Publisher;
  render: Render;
  /** Sets what a page says, and notes that it is to be made again. */
  write: (address: Address, text: string) => void;
  remove: () => Promise<void>;
};

const pages: readonly [Address, string][] = [
  ["/", "home"],
  ["/people", "people"],
  ["/search", "search"],
  ["/updates", "updates"],
  ["/deaths", "deaths"],
  ["/people/1", "first"],
  ["/people/1/versions", "versions of the first"],
  ["/people/1/versions/1", "first version of the first"],
  ["/facilities/ik-4", "a colony"],
  ["/articles/koap-19.11", "an article"],
];

/** An edition in a temporary folder, made without Next and without a database. Number 7 is withdrawn. */
export async function createFixtureEdition(): Promise<FixtureEdition> {
  const folder = await mkdtemp(join(tmpdir(), "kartateka-edition-"));
  const state: State = { pages: new Map(pages), withdrawn: new Set([7]), outbox: new Map() };
  const registry = openFileRegistry(folder);
  registry.write(state);
  const link = join(folder, "edition");
  const publisher = createPublisher({ editionLink: link, ...registry.options });
  await publisher.makeWhole();
  return {
    link,
    publisher,
    render: registry.options.render,
    write: (address, text) => registry.change([address, text]),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
