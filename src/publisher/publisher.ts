import { readlink } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type Address, localizedPath } from "#domain/addresses.ts";
import { type Language, languages } from "#domain/languages.ts";
import { markGone, removePage, takeDown, unmarkGone, writePage } from "#publisher/edition.ts";
import { beginEdition, removeUnserved, servedStamp, serveEdition } from "#publisher/editions.ts";
import { inParallel } from "#publisher/in-parallel.ts";
import { errorFile, errorPath, errorStatuses, personOf } from "#publisher/layout.ts";
import { createPageMaker } from "#publisher/page.ts";
import { PagesNotMade } from "#publisher/pages-not-made.ts";
import type { ListAddresses, Lock, Outbox, Render, StillHeld } from "#publisher/ports.ts";
import { writeSiteFiles } from "#publisher/site-files.ts";
import { ignoreMissing, writeFile } from "#publisher/whole-file.ts";

/** What a hiding concerns: addresses to take down, and the person of whom nothing may stay. */
export type Concealment = { addresses: readonly Address[]; gone?: number };

/** What the command gave, and when its pages are there again (or `PagesNotMade`); nobody has to wait for them. */
export type Hidden<T> = { result: T; remade: Promise<void> };

/** Pages made so far, and in all. */
export type Progress = (made: number, all: number) => void;

/** Makes the edition. Each of its functions throws `PagesNotMade` when pages fail. */
export type Publisher = {
  /** Runs a command that shows something, then makes the pages that its transaction wrote into the outbox. */
  reveal<T>(command: () => Promise<T>): Promise<T>;
  /**
   * Runs a command that hides something: the pages go, then comes the command, then they are made again. Whenever
   * it is killed, nothing is shown that was hidden. What it concerns is asked when nobody else publishes.
   */
  conceal<T>(concerned: () => Promise<Concealment>, command: () => Promise<T>): Promise<Hidden<T>>;
  /** Makes what is in the outbox; with `ifIdle` only when no other publisher is at it. */
  drain(options?: { ifIdle?: boolean }): Promise<void>;
  /** Makes a whole edition beside the old one and puts it in its place. The old one stays when a page fails. */
  makeWhole(progress?: Progress): Promise<void>;
  /** Before serving: makes what is left in the outbox, or a whole edition where none fits this build. */
  prepare(progress?: Progress): Promise<void>;
};

export type PublisherOptions = {
  /** The symbolic link to the edition that is served. */
  editionLink: string;
  /** The address that readers use, without a slash at its end. */
  siteUrl: string;
  /** Stands for the build and all else that every page depends on. */
  stamp: string;
  render: Render;
  listAddresses: ListAddresses;
  outbox: Outbox;
  lock: Lock;
};

/** Makes the edition's files out of public addresses. */
export function createPublisher(options: PublisherOptions): Publisher {
  const { editionLink, siteUrl, stamp, listAddresses, outbox, lock } = options;
  const makePage = createPageMaker(options.render);

  const publisher: Publisher = {
    reveal: (command) =>
      lock.wait(async (stillHeld) => {
        const result = await command();
        await makePending(stillHeld, result);
        return result;
      }),

    conceal: (concerned, command) =>
      lock.wait(async (stillHeld) => {
        const concealment = await concerned();
        await outbox.add(concealment.addresses);
        await hide(concealment);
        await stillHeld();
        const result = await command().catch(async (error: unknown) => {
          // What the command says is the news; pages that this leaves unmade stay in the outbox.
          await makePending(stillHeld).catch(() => undefined);
          throw error;
        });
        const remade = makePending(stillHeld, result);
        await remade.catch(() => undefined);
        return { result, remade };
      }),

    async drain({ ifIdle = false } = {}) {
      if ((await outbox.pending()).length === 0) return;
      if (ifIdle) await lock.attempt((stillHeld) => makePending(stillHeld));
      else await lock.wait((stillHeld) => makePending(stillHeld));
    },

    makeWhole: (progress) => lock.wait((stillHeld) => makeWhole(stillHeld, progress)),

    async prepare(progress) {
      if ((await servedStamp(editionLink)) !== stamp) return publisher.makeWhole(progress);
      // A crash while editions were exchanged leaves the old one, with what has been hidden since.
      await lock.wait(() => removeUnserved(editionLink));
      await publisher.drain();
    },
  };
  return publisher;

  async function hide({ addresses, gone }: Concealment): Promise<void> {
    const edition = await servedEdition(editionLink);
    if (edition === undefined) return;
    for (const language of languages) {
      if (gone !== undefined) await markGone(edition, gone, language);
      for (const address of addresses) {
        if (gone === undefined || personOf(address) !== gone) await takeDown(edition, address, language);
      }
    }
  }

  async function makePending(stillHeld: StillHeld, result?: unknown): Promise<void> {
    const pending = await outbox.pending();
    const edition = await servedEdition(editionLink);
    if (pending.length === 0 || edition === undefined) return;
    const { addresses, withdrawn } = await listAddresses();
    const { pages, gone, absent } = sorted(pending, new Set(addresses), new Set(withdrawn));
    for (const language of languages) {
      for (const number of gone) await markGone(edition, number, language);
      for (const address of absent) await removePage(edition, address, language);
    }
    const failures = await inParallel(inEveryLanguage(pages), async (page) => {
      const html = await makePage(edition, page.path);
      // Without the lock a page that somebody has hidden since could come back.
      await stillHeld();
      await writePage(edition, page.address, page.language, html);
    });
    const failed = new Set(failures.map(({ path }) => path));
    const made = (address: Address) => languages.every((it) => !failed.has(localizedPath(address, it)));
    await showAgain(edition, pages, made);
    await writeSiteFiles(edition, siteUrl, addresses);
    await outbox.clear(pending.filter(made));
    if (failures.length > 0) throw new PagesNotMade(failures, result);
  }

  async function makeWhole(stillHeld: StillHeld, progress: Progress = () => {}): Promise<void> {
    const pending = await outbox.pending();
    const { addresses, withdrawn } = await listAddresses();
    const edition = await beginEdition(editionLink, stamp);
    for (const language of languages) {
      for (const status of errorStatuses) {
        const html = await makePage(edition, errorPath(language, status));
        await writeFile(errorFile(edition, language, status), html, { compress: true });
      }
      for (const number of withdrawn) await markGone(edition, number, language);
    }
    const pages = inEveryLanguage(addresses);
    let made = 0;
    const failures = await inParallel(pages, async (page) => {
      await writePage(edition, page.address, page.language, await makePage(edition, page.path));
      progress(++made, pages.length);
    });
    if (failures.length > 0) throw new PagesNotMade(failures);
    await writeSiteFiles(edition, siteUrl, addresses);
    await stillHeld();
    await serveEdition(editionLink, edition);
    await outbox.clear(pending);
  }
}

type LocalizedPage = { address: Address; language: Language; path: string };

function inEveryLanguage(addresses: readonly Address[]): LocalizedPage[] {
  return addresses.flatMap((address) =>
    languages.map((language) => ({ address, language, path: localizedPath(address, language) })),
  );
}

/** What there is to do for each address: a page to make, a person who is gone, or nothing there any more. */
function sorted(pending: readonly Address[], known: ReadonlySet<Address>, withdrawn: ReadonlySet<number>) {
  const pages: Address[] = [];
  const absent: Address[] = [];
  const gone = new Set<number>();
  for (const address of pending) {
    const number = personOf(address);
    if (number !== undefined && withdrawn.has(number)) gone.add(number);
    else if (known.has(address)) pages.push(address);
    else absent.push(address);
  }
  return { pages, gone, absent };
}

/** Lets a person who is no longer withdrawn be answered again, once all their pages are there. */
async function showAgain(
  edition: string,
  pages: readonly Address[],
  made: (address: Address) => boolean,
): Promise<void> {
  const persons = Map.groupBy(pages, personOf);
  for (const [number, theirs] of persons) {
    if (number === undefined || !theirs.every(made)) continue;
    for (const language of languages) await unmarkGone(edition, number, language);
  }
}

/** The edition's own folder. Where there is none nothing is shown, and a whole one will be made. */
async function servedEdition(editionLink: string): Promise<string | undefined> {
  const target = await readlink(editionLink).catch(ignoreMissing);
  return target && resolve(dirname(editionLink), target);
}
