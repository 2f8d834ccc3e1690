import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Address } from "#domain/addresses.ts";
import type { PublisherOptions } from "#publisher/publisher.ts";

const State = z.object({
  pages: z.array(z.tuple([z.templateLiteral(["/", z.string()]), z.string()])),
  withdrawn: z.array(z.number()),
  outbox: z.array(z.templateLiteral(["/", z.string()])),
});

/** What a registry says: the text of each address, who is withdrawn, what is still to be made. */
export type State = { pages: Map<Address, string>; withdrawn: Set<number>; outbox: Set<Address> };

/** A registry in a file, with transactions: stands for PostgreSQL where a process is killed in the middle. */
export function openFileRegistry(folder: string) {
  const file = join(folder, "registry.json");

  function read(): State {
    const { pages, withdrawn, outbox } = State.parse(JSON.parse(readFileSync(file, "utf8")));
    return { pages: new Map(pages), withdrawn: new Set(withdrawn), outbox: new Set(outbox) };
  }

  /** Changes the registry all at once, or not. */
  function transact(change: (state: State) => void): void {
    const state = read();
    change(state);
    write(state);
  }

  function write({ pages, withdrawn, outbox }: State): void {
    const json = JSON.stringify({ pages: [...pages], withdrawn: [...withdrawn], outbox: [...outbox] });
    writeFileSync(`${file}.new`, json);
    renameSync(`${file}.new`, file);
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
      pending: async () => [...read().outbox],
      add: async (addresses) => transact(({ outbox }) => addresses.forEach((it) => void outbox.add(it))),
      clear: async (addresses) => transact(({ outbox }) => addresses.forEach((it) => void outbox.delete(it))),
    },
    lock: {
      wait: (work) => work(async () => undefined),
      attempt: async (work) => {
        await work(async () => undefined);
        return true;
      },
    },
  };
  return { read, write, transact, options };
}

/** Answers as Next would, with scripts that are to be taken out. Every page says its language and its text. */
export function renderFixture(
  { pages }: Pick<State, "pages">,
  path: string,
): { status: number; body: Buffer } {
  if (path.endsWith(".css"))
    return { status: 200, body: Buffer.from("body{margin:0;background:url(paper.svg)}") };
  if (path.endsWith(".svg")) return { status: 200, body: Buffer.from("<svg/>") };
  const [pathname = "", query] = path.split("?");
  const [, language = "", error] = /^\/(be|ru|en)(?:\/errors\/(\d+))?/.exec(pathname) ?? [];
  const address: Address = `/${pathname.split("/").slice(2).join("/")}`;
  const text = error ?? pages.get(address);
  if (text === undefined) return { status: 404, body: Buffer.from("<html></html>") };
  const said = `${language}: ${text}${query === undefined ? "" : ` with ${encodeURIComponent(query)}`}. `;
  const html = `<!DOCTYPE html><html lang="${language}"><head><meta charSet="utf-8"/><link rel="stylesheet" href="/_next/static/chunks/site.css" data-precedence="next"/><script src="/_next/static/chunks/x.js" async=""></script><title>${text}</title><link rel="icon" href="/favicon.svg"/></head><body><main>${said.repeat(40)}</main><script>self.__next_f=[]</script></body></html>`;
  return { status: 200, body: Buffer.from(html) };
}
