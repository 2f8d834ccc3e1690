import { publicRegistry } from "#db/public.ts";
import {
  type Address,
  articleAddress,
  facilityAddress,
  personAddresses,
  staticAddresses,
} from "#domain/addresses.ts";

/** Every address that a whole edition has, and the numbers whose records are withdrawn. */
export async function listAddresses(): Promise<{ addresses: Address[]; withdrawn: number[] }> {
  const registry = publicRegistry();
  const [persons, withdrawn, facilities, articles] = await Promise.all([
    registry.publicPerson.findMany({
      select: { number: true, version: true },
      orderBy: { number: "asc" },
    }),
    registry.publicWithdrawal.findMany({ orderBy: { number: "asc" } }),
    registry.facility.findMany({ select: { code: true }, orderBy: { code: "asc" } }),
    registry.article.findMany({ select: { code: true }, orderBy: { position: "asc" } }),
  ]);
  return {
    addresses: [
      ...staticAddresses,
      ...persons.flatMap(({ number, version }) => personAddresses(number, version)),
      ...facilities.map(({ code }) => facilityAddress(code)),
      ...articles.map(({ code }) => articleAddress(code)),
    ],
    withdrawn: withdrawn.map(({ number }) => number),
  };
}
