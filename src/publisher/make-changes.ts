import { type Address, localizedPath } from "#domain/addresses.ts";
import { type Language, languages } from "#domain/languages.ts";
import { markGone, putPage, readyPage, removePage, unmarkGone } from "#publisher/edition.ts";
import { inParallel } from "#publisher/in-parallel.ts";
import { personOf } from "#publisher/layout.ts";
import { createPageMaker } from "#publisher/page.ts";
import type { Failure } from "#publisher/pages-not-made.ts";
import type { Change, ListAddresses, Render, StillHeld } from "#publisher/ports.ts";
import { writeSiteFiles } from "#publisher/site-files.ts";
import type { ReadyFile } from "#publisher/whole-file.ts";

/**
 * Lets files be written for those of the changes that are still the last ones of their addresses. What was rendered
 * for another one may show what has been hidden since.
 */
export type Gate = (
  changes: readonly Change[],
  write: (last: readonly Change[], stillHeld: StillHeld) => Promise<void>,
) => Promise<void>;

type Making = { siteUrl: string; render: Render; listAddresses: ListAddresses };

/** What came of changes: `made` are those without a failure, `pages` those of addresses that there are. */
type Made = { pages: readonly Change[]; made: readonly Change[]; failures: readonly Failure[] };

// Their pages are in memory together, and written while whoever hides something waits.
const addressesAtOnce = 8;

/** Brings an edition up to the changes: renders their pages, takes down what is gone, writes the site's own files. */
export async function makeChanges(
  { siteUrl, render, listAddresses }: Making,
  edition: string,
  changes: readonly Change[],
  gate: Gate,
): Promise<Made> {
  const makePage = createPageMaker(render);
  const { addresses, withdrawn } = await listAddresses();
  const { pages, gone, absent } = sorted(changes, new Set(addresses), new Set(withdrawn));
  if (gone.length > 0) await gate(gone, (last) => markPersonsGone(edition, last));
  if (absent.length > 0) await gate(absent, (last) => removePages(edition, last));
  const failures: Failure[] = [];
  for (let from = 0; from < pages.length; from += addressesAtOnce) {
    const some = pages.slice(from, from + addressesAtOnce);
    const ready: { address: Address; path: string; file: ReadyFile }[] = [];
    const failed = await inParallel(
      inEveryLanguage(addressesOf(some)),
      async ({ address, language, path }) => {
        const html = await makePage(edition, path);
        ready.push({ address, path, file: await readyPage(edition, address, language, html) });
      },
    );
    failures.push(...failed);
    await gate(some, async (last, stillHeld) => {
      const writable = new Set(addressesOf(last));
      const unwritten = await inParallel(
        ready.filter(({ address }) => writable.has(address)),
        async ({ file }) => {
          await stillHeld();
          await putPage(file);
        },
      );
      failures.push(...unwritten);
    });
  }
  await writeSiteFiles(edition, siteUrl, addresses);
  const failed = new Set(failures.map(({ path }) => path));
  const isMade = ({ address }: Change) => languages.every((it) => !failed.has(localizedPath(address, it)));
  return { pages, made: changes.filter(isMade), failures };
}

/** Lets persons who are no longer withdrawn be answered again, once all their pages are there. */
export async function showAgain(
  edition: string,
  pages: readonly Change[],
  made: readonly Change[],
): Promise<void> {
  const there = new Set(made);
  for (const [number, theirs] of Map.groupBy(pages, ({ address }) => personOf(address))) {
    if (number === undefined || !theirs.every((it) => there.has(it))) continue;
    for (const language of languages) await unmarkGone(edition, number, language);
  }
}

export type LocalizedPage = { address: Address; language: Language; path: string };

/** The pages of addresses. */
export function inEveryLanguage(addresses: readonly Address[]): LocalizedPage[] {
  return addresses.flatMap((address) =>
    languages.map((language) => ({ address, language, path: localizedPath(address, language) })),
  );
}

/** What there is to do for each address: a page to make, a person who is gone, or nothing there any more. */
function sorted(changes: readonly Change[], known: ReadonlySet<Address>, withdrawn: ReadonlySet<number>) {
  const pages: Change[] = [];
  const gone: Change[] = [];
  const absent: Change[] = [];
  for (const change of changes) {
    const number = personOf(change.address);
    if (number !== undefined && withdrawn.has(number)) gone.push(change);
    else if (known.has(change.address)) pages.push(change);
    else absent.push(change);
  }
  return { pages, gone, absent };
}

async function markPersonsGone(edition: string, changes: readonly Change[]): Promise<void> {
  const numbers = new Set(addressesOf(changes).flatMap((it) => personOf(it) ?? []));
  for (const language of languages) for (const number of numbers) await markGone(edition, number, language);
}

async function removePages(edition: string, changes: readonly Change[]): Promise<void> {
  for (const { address, language } of inEveryLanguage(addressesOf(changes))) {
    await removePage(edition, address, language);
  }
}

function addressesOf(changes: readonly Change[]): Address[] {
  return changes.map(({ address }) => address);
}
