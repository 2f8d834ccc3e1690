import type { Language } from "#domain/languages.ts";

/** A public page without its language: `/`, `/people/12`, `/facilities/ik-4`. */
export type Address = `/${string}`;

/** Pages that every edition has, whatever is in the registry. */
export const staticAddresses = [
  "/",
  "/people",
  "/facilities",
  "/deaths",
  "/health",
  "/updates",
  "/articles",
  "/search",
  "/methodology",
  "/about",
] as const satisfies readonly Address[];

/** Pages that take a query and are then rendered for the reader who asks; without one they are finished files. */
export const liveAddresses: readonly Address[] = ["/people", "/search", "/updates", "/deaths"];

/** The path of an address in a language: `/be`, `/be/people/12`. */
export function localizedPath(address: Address, language: Language): Address {
  return address === "/" ? `/${language}` : `/${language}${address}`;
}

/** A person's profile. */
export function profileAddress(number: number): Address {
  return `/people/${number}`;
}

/** The list of a person's versions. */
export function versionsAddress(number: number): Address {
  return `/people/${number}/versions`;
}

/** The permanent address of one version. */
export function versionAddress(number: number, version: number): Address {
  return `/people/${number}/versions/${version}`;
}

/** All pages of one person with so many versions. */
export function personAddresses(number: number, versions: number): Address[] {
  return [
    profileAddress(number),
    versionsAddress(number),
    ...Array.from({ length: versions }, (_, index) => versionAddress(number, index + 1)),
  ];
}

/** A facility and who is known to have been held there. */
export function facilityAddress(code: string): Address {
  return `/facilities/${code}`;
}

/** An article and who was charged under it. */
export function articleAddress(code: string): Address {
  return `/articles/${code}`;
}
