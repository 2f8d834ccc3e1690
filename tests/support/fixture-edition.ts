import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Address } from "#domain/addresses.ts";
import type { Render } from "#publisher/ports.ts";
import { createPublisher, type Publisher } from "#publisher/publisher.ts";

/** A registry that is nothing but its pages: what each address says, who is withdrawn, what is still to be made. */
export type FixtureRegistry = {
  pages: Map<Address, string>;
  withdrawn: Set<number>;
  outbox: Set<Address>;
};

export type FixtureEdition = {
  link: string;
  registry: FixtureRegistry;
  publisher: Publisher;
  render: Render;
  remove: () => Promise<void>;
};

const texts: readonly [Address, string][] = [
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
  const link = join(folder, "edition");
  const registry: FixtureRegistry = {
    pages: new Map(texts),
    withdrawn: new Set([7]),
    outbox: new Set(),
  };
  const render: Render = async (path) => renderFixture(registry, path);
  const publisher = createPublisher({
    editionLink: link,
    siteUrl: "http://127.0.0.1",
    stamp: "fixture",
    render,
    listAddresses: async () => ({
      addresses: [...registry.pages.keys()],
      withdrawn: [...registry.withdrawn],
    }),
    outbox: {
      pending: async () => [...registry.outbox],
      add: async (addresses) => addresses.forEach((it) => void registry.outbox.add(it)),
      clear: async (addresses) => addresses.forEach((it) => void registry.outbox.delete(it)),
    },
    lock: {
      wait: (work) => work(),
      attempt: async (work) => {
        await work();
        return true;
      },
    },
  });
  await publisher.makeWhole();
  return { link, registry, publisher, render, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** As Next would answer: with scripts that are to be taken out. */
export function renderFixture(registry: FixtureRegistry, path: string): { status: number; body: Buffer } {
  if (path.endsWith(".css"))
    return { status: 200, body: Buffer.from("body{margin:0;background:url(paper.svg)}") };
  if (path.endsWith(".svg")) return { status: 200, body: Buffer.from("<svg/>") };
  const [pathname = "", query] = path.split("?");
  const [, language = "", error] = /^\/(be|ru|en)(?:\/errors\/(\d+))?/.exec(pathname) ?? [];
  const address: Address = `/${pathname.split("/").slice(2).join("/")}`;
  const text = error ?? registry.pages.get(address);
  if (text === undefined) return { status: 404, body: Buffer.from("<html></html>") };
  const said = `${language}: ${text}${query === undefined ? "" : ` with ${encodeURIComponent(query)}`}. `;
  return {
    status: 200,
    body: Buffer.from(
      `<!DOCTYPE html><html lang="${language}"><head><meta charSet="utf-8"/><link rel="stylesheet" href="/_next/static/chunks/site.css" data-precedence="next"/><script src="/_next/static/chunks/x.js" async=""></script><title>${text}</title><link rel="icon" href="/favicon.svg"/></head><body><main>${said.repeat(40)}</main><script>self.__next_f=[]</script></body></html>`,
    ),
  };
}
