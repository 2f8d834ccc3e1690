import { outboxOf } from "#data/commands/outbox.ts";
import type { Registry } from "#db/registry.ts";
import type { Address } from "#domain/addresses.ts";

/** Public addresses whose pages are still to be made, those that changed first in front. */
export async function pendingAddresses(registry: Registry): Promise<Address[]> {
  return (await outboxOf(registry).pending()).map(({ address }) => address);
}
