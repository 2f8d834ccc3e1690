import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Address } from "#domain/addresses.ts";
import type { Change } from "#publisher/ports.ts";
import type { PublisherOptions } from "#publisher/publisher.ts";
import { locksInMemory } from "./locks-in-memory.ts";

const AnyAddress = z.templateLiteral(["/", z.string()]);
const Kept = z.object({
  pages: z.array(z.tuple([AnyAddress, z.string()])),
  withdrawn: z.array(z.number()),
  outbox: z.array(z.tuple([AnyAddress, z.object({ generation: z.number(), made: z.number() })])),
});

/** What a registry says: the text of each address, who is withdrawn, which pages changed and which of them are made. */
export type State = {
  pages: Map<Address, string>;
  withdrawn: Set<number>;
  outbox: Map<Address, { generation: number; made: number }>;
};

/** Notes a change of an address, as a command does in its transaction. */
export function noteChange({ outbox }: State, address: Address): void {
  const generation = 1 + Math.max(0, ...[...outbox.values()].map((it) => it.generation));
  outbox.set(address, { generation, made: outbox.get(address)?.made ?? 0 });
}

/** Sets what pages say, or ends those without a text, as a command does in its transaction. */
export function setTexts(state: State, texts: readonly (readonly [Address, string | undefined])[]): void {
  for (const [address, text] of texts) {
    noteChange(state, address);
    if (text === undefined) state.pages.delete(address);
    else state.pages.set(address, text);
  }
}

/** The addresses that are still to be made. */
export function pendingIn({ outbox }: Pick<State, "outbox">): Set<Address> {
  return new Set(
    [...outbox].flatMap(([address, { generation, made }]) => (made === generation ? [] : [address])),
  );
}

/**
 * A registry in a file, with transactions: stands for PostgreSQL where a process is killed in the middle. `onStep` is
 * called right before each change of the file.
 */
export function openFileRegistry(folder: string, onStep = () => {}) {
  const file = join(folder, "registry.json");

  function read(): State {
    const { pages, withdrawn, outbox } = Kept.parse(JSON.parse(readFileSync(file, "utf8")));
    return { pages: new Map(pages), withdrawn: new Set(withdrawn), outbox: new Map(outbox) };
  }

  /** Changes the registry all at once, or not. */
  function transact(change: (state: State) => void): void {
    const state = read();
    change(state);
    onStep();
    write(state);
  }

  /** A command that changes pages. */
  function change(...texts: [Address, string | undefined][]): void {
    transact((state) => setTexts(state, texts));
  }

  function write({ pages, withdrawn, outbox }: State): void {
    const json = JSON.stringify({ pages: [...pages], withdrawn: [...withdrawn], outbox: [...outbox] });
    writeFileSync(`${file}.new`, json);
    renameSync(`${file}.new`, file);
  }

  function changes(): Change[] {
    return [...read().outbox].map(([address, { generation }]) => ({ address, generation }));
  }

  const options: Omit<PublisherOptions, "editionLink"> = {
    siteUrl: "http://127.0.0.1",
    stamp: "fixture",
    render: async (path) => renderFixture(read(), path),
    listAddresses: async () => {
      const { pages, withdrawn } = read();
      return { addresses: [...pages.keys()], withdrawn: [...withdrawn] };
    },
    outbox: {
      changes: async () => changes(),
      pending: async (addresses) => {
        const pending = pendingIn(read());
        return changes().filter(
          ({ address }) => pending.has(address) && (addresses?.includes(address) ?? true),
        );
      },
      add: async (addresses) => transact((state) => addresses.forEach((it) => void noteChange(state, it))),
      clear: async (made) =>
        transact(({ outbox }) => {
          const generations = new Set(made.map((it) => it.generation));
          for (const row of outbox.values()) if (generations.has(row.generation)) row.made = row.generation;
        }),
    },
    locks: locksInMemory(),
  };
  return { read, write, transact, change, options };
}

/** Answers as Next would, with scripts that are to be taken out. Every page says its language and its text. */
function renderFixture({ pages }: Pick<State, "pages">, path: string): { status: number; body: Buffer } {
  if (path.endsWith(".css"))
    return { status: 200, body: Buffer.from("body{margin:0;background:url(paper.svg)}") };
  if (path.endsWith(".svg")) return { status: 200, body: Buffer.from("<svg/>") };
  const [pathname = "", query] = path.split("?");
  const [, language = "", error] = /^\/(be|ru|en)(?:\/errors\/(\d+))?/.exec(pathname) ?? [];
  const address: Address = `/${pathname.split("/").slice(2).join("/")}`;
  const text = error ?? pages.get(address);
  if (text === undefined) return { status: 404, body: Buffer.from("<html></html>") };
  const said = `${language}: ${text}${query === undefined ? "" : ` with ${encodeURIComponent(query)}`}. `;
  const typed =
    error === "500" || error === "409" ? '<section id="typed" hidden=""><h2>typed</h2></section>' : "";
  const html = `<!DOCTYPE html><html lang="${language}"><head><meta charSet="utf-8"/><link rel="stylesheet" href="/_next/static/chunks/site.css" data-precedence="next"/><script src="/_next/static/chunks/x.js" async=""></script><title>${text}</title><link rel="icon" href="/favicon.svg"/></head><body><main>${said.repeat(40)}${typed}</main><script>self.__next_f=[]</script></body></html>`;
  return { status: 200, body: Buffer.from(html) };
}
