import type { Registry, Transaction } from "#db/registry.ts";
import type { Address } from "#domain/addresses.ts";

/** Public addresses that are still to be made again, oldest first. */
export async function pendingAddresses(registry: Registry): Promise<Address[]> {
  const rows = await registry.outbox.findMany({ orderBy: [{ since: "asc" }, { address: "asc" }] });
  return rows.map((row) => pathOf(row.address));
}

/** Notes addresses whose pages have to be made again. */
export async function addToOutbox(db: Registry | Transaction, addresses: readonly Address[]): Promise<void> {
  await db.outbox.createMany({ data: addresses.map((address) => ({ address })), skipDuplicates: true });
}

/** Strikes out addresses whose pages have been made. */
export async function clearFromOutbox(registry: Registry, addresses: readonly Address[]): Promise<void> {
  // A statement of PostgreSQL's has at most 65,535 parameters.
  for (let from = 0; from < addresses.length; from += mostAtOnce) {
    const some = addresses.slice(from, from + mostAtOnce);
    await registry.outbox.deleteMany({ where: { address: { in: some } } });
  }
}

const mostAtOnce = 10_000;

function pathOf(address: string): Address {
  return `/${address.replace(/^\//, "")}`;
}
