import { z } from "zod";
import type { Registry, Transaction } from "#db/registry.ts";
import type { Address } from "#domain/addresses.ts";

/** A public address whose page changed, and which change of it this is: no two have the same generation. */
type Change = { address: Address; generation: number };

/** The outbox as the publisher wants it. */
export function outboxOf(registry: Registry) {
  return {
    changes: () => lastChanges(registry),
    pending: (addresses?: readonly Address[]) => pendingChanges(registry, addresses),
    add: (addresses: readonly Address[]) => addToOutbox(registry, addresses),
    clear: (changes: readonly Change[]) => strikeOut(registry, changes),
  };
}

/** Notes addresses whose pages have to be made again: a new change of each, also of one that is to be made already. */
export async function addToOutbox(db: Registry | Transaction, addresses: readonly Address[]): Promise<void> {
  // In one order, so that two at once wait for each other and for nothing else.
  await db.$executeRaw`
    insert into outbox (address) select distinct unnest(${[...addresses]}::text[]) as address order by address
    on conflict (address) do update set generation = default`;
}

async function lastChanges(registry: Registry): Promise<Change[]> {
  return changesOf(await registry.outbox.findMany());
}

const Rows = z.array(z.object({ address: z.string(), generation: z.bigint() }));

async function pendingChanges(registry: Registry, addresses?: readonly Address[]): Promise<Change[]> {
  // One array is one parameter; a list would be as many, and there can be more addresses than PostgreSQL takes.
  const some = addresses === undefined ? null : [...addresses];
  const rows: unknown = await registry.$queryRaw`
    select address, generation from outbox
    where made <> generation and (${some}::text[] is null or address = any(${some}::text[])) order by generation`;
  return changesOf(Rows.parse(rows));
}

async function strikeOut(registry: Registry, changes: readonly Change[]): Promise<void> {
  const generations = changes.map(({ generation }) => BigInt(generation));
  await registry.$executeRaw`
    update outbox set made = generation where generation = any(${generations}::bigint[]) and made <> generation`;
}

function changesOf(rows: readonly { address: string; generation: bigint }[]): Change[] {
  return rows.map(({ address, generation }) => ({
    address: `/${address.replace(/^\//, "")}`,
    generation: Number(generation),
  }));
}
