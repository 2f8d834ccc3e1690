import type { Address } from "#domain/addresses.ts";
import { languages } from "#domain/languages.ts";
import { markGone, putPage, readyPage } from "#publisher/edition.ts";
import { beginEdition, removeUnserved, serveEdition } from "#publisher/editions.ts";
import { inParallel } from "#publisher/in-parallel.ts";
import { errorFile, errorPath, errorStatuses } from "#publisher/layout.ts";
import { type Gate, inEveryLanguage, makeChanges, showAgain } from "#publisher/make-changes.ts";
import { createPageMaker } from "#publisher/page.ts";
import { PagesNotMade } from "#publisher/pages-not-made.ts";
import type { Change, Exclusively, StillHeld } from "#publisher/ports.ts";
import type { Progress, PublisherOptions } from "#publisher/publisher.ts";
import { writeSiteFiles } from "#publisher/site-files.ts";
import { writeFile } from "#publisher/whole-file.ts";

/**
 * Makes every page into an edition beside the one that is served, and puts it in its place. What is published or
 * hidden meanwhile shows in the old one at once; in the new one before it is served.
 */
export async function makeWholeEdition(
  options: PublisherOptions,
  exclusively: Exclusively,
  progress: Progress = () => {},
): Promise<void> {
  const { editionLink, siteUrl, stamp, outbox, locks } = options;
  // Whoever makes single pages may be at work in an edition that was served until a moment ago.
  const removeOthers = () => locks.pages.wait(() => removeUnserved(editionLink));
  await removeOthers();
  const edition = await beginEdition(editionLink, stamp);
  const held = new Map<Address, Change>();
  const hold = (changes: readonly Change[]) => changes.forEach((it) => void held.set(it.address, it));
  const notHeld = async () =>
    (await outbox.changes()).filter((it) => held.get(it.address)?.generation !== it.generation);

  hold(await outbox.changes());
  await makeAllPages();
  while (!(await exclusively(serveIfUpToDate))) await catchUp();
  await removeOthers();

  async function makeAllPages(): Promise<void> {
    const makePage = createPageMaker(options.render);
    const { addresses, withdrawn } = await options.listAddresses();
    for (const language of languages) {
      for (const status of errorStatuses) {
        const html = await makePage(edition, errorPath(language, status));
        await writeFile(errorFile(edition, language, status), html, { compress: true });
      }
      for (const number of withdrawn) await markGone(edition, number, language);
    }
    const pages = inEveryLanguage(addresses);
    let made = 0;
    const failures = await inParallel(pages, async ({ address, language, path }) => {
      await putPage(await readyPage(edition, address, language, await makePage(edition, path)));
      progress(++made, pages.length);
    });
    if (failures.length > 0) throw new PagesNotMade(failures);
    await writeSiteFiles(edition, siteUrl, addresses);
  }

  async function catchUp(): Promise<void> {
    const changes = await notHeld();
    const { pages, made, failures } = await makeChanges(options, edition, changes, nobodyElse);
    if (failures.length > 0) throw new PagesNotMade(failures);
    await showAgain(edition, pages, made);
    hold(changes);
  }

  async function serveIfUpToDate(stillHeld: StillHeld): Promise<boolean> {
    if ((await notHeld()).length > 0) return false;
    await stillHeld();
    await serveEdition(editionLink, edition);
    await outbox.clear([...held.values()]);
    return true;
  }
}

/** Nobody else writes into an edition that isn't served yet. */
const nobodyElse: Gate = (changes, write) => write(changes, async () => undefined);
