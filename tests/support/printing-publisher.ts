import { join } from "node:path";
import { outboxOf } from "#data/commands/outbox.ts";
import { concernedByWithdrawal, withdraw } from "#data/commands/withdraw.ts";
import { concernedByWithholding, withhold } from "#data/commands/withhold.ts";
import { listAddresses } from "#data/public/addresses.ts";
import type { Registry } from "#db/registry.ts";
import { env } from "#env.ts";
import type { ListAddresses, Render } from "#publisher/ports.ts";
import { createPublisher, type Hidden, type Publisher } from "#publisher/publisher.ts";
import { publisherLocks } from "../../ops/publisher-locks.ts";
import { renderPrinted } from "./printed-pages.ts";

/** Stands for Next, with its pages of errors. */
export const renderAll: Render = async (path) => {
  const [, language, errors, status] = path.split("/");
  if (errors !== "errors") return renderPrinted(path);
  const html = `<!DOCTYPE html><html lang="${language}"><head><title>${status}</title></head><body></body></html>`;
  return { status: 200, body: Buffer.from(html) };
};

/** All addresses but those of places and articles, which are most, and of no interest here. */
export const listFewAddresses: ListAddresses = async () => {
  const { addresses, withdrawn } = await listAddresses();
  return { addresses: addresses.filter((it) => !/^\/(?:facilities|articles)\//.test(it)), withdrawn };
};

/** A publisher as a process of its own would have it, on the PostgreSQL that the environment names. */
export function printingPublisher(registry: Registry, folder: string, render: Render = renderAll): Publisher {
  return createPublisher({
    editionLink: join(folder, "edition"),
    siteUrl: "https://example.org",
    stamp: "printed",
    render,
    listAddresses: listFewAddresses,
    outbox: outboxOf(registry),
    locks: publisherLocks(env.editorDatabaseUrl),
  });
}

/** What is hidden: one fact of a person, or all of them. */
export type Hiding = { number: number; factId?: string | undefined };

/** Hides by the registry's own commands. `onCommit` is called right after the transaction. */
export function conceal(
  registry: Registry,
  publisher: Publisher,
  { number, factId }: Hiding,
  onCommit = () => {},
): Promise<Hidden<void>> {
  const order = { number, basis: "asked by the family", reviewOn: "2999-01-01", actor: "Editor of the test" };
  if (factId === undefined) {
    return publisher.conceal(
      () => concernedByWithdrawal(registry, { number }),
      () => withdraw(registry, order).then(onCommit),
    );
  }
  const withholding = { ...order, factId, manner: "silent" } as const;
  return publisher.conceal(
    async () => ({ addresses: await concernedByWithholding(registry, withholding) }),
    () => withhold(registry, withholding).then(onCommit),
  );
}
