import {
  type Address,
  articleAddress,
  facilityAddress,
  profileAddress,
  versionAddress,
  versionsAddress,
} from "#domain/addresses.ts";
import { canonicalText } from "#domain/canonical.ts";
import { type PublicForm, withheldUnder } from "#domain/disclosure.ts";
import type { LocalizedText } from "#domain/localized-text.ts";
import { type Projection, projectionOf } from "#domain/projection.ts";

/** A person as the public meets them: the public form of every version, first to last. */
export type PublishedPerson = {
  number: number;
  versions: readonly { form: PublicForm; publicNote: LocalizedText | null }[];
};

/**
 * The addresses whose pages a change concerns: those that show another thing after it than before it.
 * `before` is undefined for a first publication or a restoring, `after` for a withdrawal.
 */
export function concernedBy(
  before: PublishedPerson | undefined,
  after: PublishedPerson | undefined,
): Address[] {
  const [old, fresh] = [pagesOf(before), pagesOf(after)];
  const addresses = new Set([...old.keys(), ...fresh.keys()]);
  return [...addresses].filter((address) => old.get(address) !== fresh.get(address)).sort();
}

/** What each public page shows of a person, as canonical text: pages that differ in it are made again. */
function pagesOf(person: PublishedPerson | undefined): Map<Address, string> {
  const pages = new Map<Address, unknown>();
  const current = person?.versions.at(-1);
  if (person === undefined || current === undefined) return new Map();
  const { number, versions } = person;
  pages.set(profileAddress(number), { form: current.form, version: versions.length });
  pages.set(versionsAddress(number), versions);
  for (const [index, { form, publicNote }] of versions.entries()) {
    pages.set(versionAddress(number, index + 1), {
      form,
      publicNote,
      before: versions[index - 1]?.form,
      current: versions.length,
    });
  }
  const projection = projectionOf(number, current.form);
  for (const [address, shown] of listings(projection, current.form)) pages.set(address, shown);
  pages.set("/", { card: projection.card, sort: projection.sort, versions });
  pages.set("/updates", { card: projection.card, versions });
  return new Map([...pages].map(([address, shown]) => [address, canonicalText(shown)]));
}

function listings(projection: Projection, form: PublicForm): Map<Address, unknown> {
  const { card, sort, stays, charges, death, risks, conditions } = projection;
  const pages = new Map<Address, unknown>([["/people", projection]]);
  if (stays.length > 0) pages.set("/facilities", [...new Set(stays.map((it) => it.facilityCode))].sort());
  for (const stay of stays) {
    const here = stays.filter((it) => it.facilityCode === stay.facilityCode);
    pages.set(facilityAddress(stay.facilityCode), { card, sort, stays: here });
  }
  if (charges.length > 0) pages.set("/articles", [...card.articles].sort());
  for (const code of card.articles) pages.set(articleAddress(code), { card, sort });
  if (death) pages.set("/deaths", { card, sort, death, withheld: withheldUnder("death", form) });
  if (risks.length > 0) pages.set("/health", { card, sort, conditions, risks });
  return pages;
}
