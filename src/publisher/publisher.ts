import type { Address } from "#domain/addresses.ts";
import { languages } from "#domain/languages.ts";
import { markGone, takeDown } from "#publisher/edition.ts";
import { removeUnserved, servedEdition, servedStamp } from "#publisher/editions.ts";
import { inParallel } from "#publisher/in-parallel.ts";
import { personOf } from "#publisher/layout.ts";
import { type Gate, inEveryLanguage, makeChanges, showAgain } from "#publisher/make-changes.ts";
import { type Failure, PagesNotMade } from "#publisher/pages-not-made.ts";
import type { Change, Exclusively, ListAddresses, Locks, Outbox, Render } from "#publisher/ports.ts";
import { makeWholeEdition } from "#publisher/whole-edition.ts";

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
   * it is killed, nothing is shown that was hidden. The addresses that it concerns include those that the command
   * writes into the outbox.
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
  locks: Locks;
};

/** Makes the edition's files out of public addresses. */
export function createPublisher(options: PublisherOptions): Publisher {
  const { editionLink, stamp, outbox, locks } = options;

  const publisher: Publisher = {
    async reveal(command) {
      const { result, changed } = await locks.exclusively(async () => {
        const before = new Set((await outbox.pending()).map(({ generation }) => generation));
        const given = await command();
        const after = await done(given, outbox.pending());
        return { result: given, changed: after.filter(({ generation }) => !before.has(generation)) };
      });
      await done(result, makeAll(changed.map(({ address }) => address)));
      return result;
    },

    async conceal(concerned, command) {
      let taken: readonly Address[] = [];
      const hiding = locks.exclusively(async (stillHeld) => {
        const concealment = await concerned();
        await outbox.add(concealment.addresses);
        taken = concealment.addresses;
        await hide(concealment);
        await stillHeld();
        return command();
      });
      const result = await hiding.catch(async (error: unknown) => {
        // What the command says is the news; pages that this leaves unmade stay in the outbox.
        await makeAll(taken).catch(() => undefined);
        throw error;
      });
      const remade = done(result, makeAll(taken));
      remade.catch(() => undefined);
      return { result, remade };
    },

    async drain({ ifIdle = false } = {}) {
      if ((await outbox.pending()).length === 0) return;
      const make = async (exclusively: Exclusively) => {
        const failures = await makePending(exclusively);
        if (failures.length > 0) throw new PagesNotMade(failures);
      };
      if (ifIdle) await locks.pages.attempt(make);
      else await locks.pages.wait(make);
    },

    makeWhole: (progress) =>
      locks.whole.wait((exclusively) => makeWholeEdition(options, exclusively, progress)),

    async prepare(progress) {
      if ((await servedStamp(editionLink)) === stamp) {
        // A crash while editions were exchanged leaves the old one, with what has been hidden since.
        await locks.whole.attempt(() => locks.pages.wait(() => removeUnserved(editionLink)));
      } else {
        await locks.whole.wait(async (exclusively) => {
          // Another process may have made it while this one waited.
          if ((await servedStamp(editionLink)) === stamp) return;
          await makeWholeEdition(options, exclusively, progress);
        });
      }
      await publisher.drain();
    },
  };
  return publisher;

  async function hide({ addresses, gone }: Concealment): Promise<void> {
    const edition = await servedEdition(editionLink);
    if (edition === undefined) return;
    if (gone !== undefined) for (const language of languages) await markGone(edition, gone, language);
    const others = addresses.filter((it) => gone === undefined || personOf(it) !== gone);
    const failures = await inParallel(inEveryLanguage(others), ({ address, language }) =>
      takeDown(edition, address, language),
    );
    const [first] = failures;
    if (first) throw new Error(`${first.path} cannot be taken down: ${first.reason}`);
  }

  /** Makes these addresses' pages, or waits until others have made them: with whatever else is to be made. */
  async function makeAll(addresses: readonly Address[]): Promise<void> {
    const paths = new Set(inEveryLanguage(addresses).map(({ path }) => path));
    while (await isPending(addresses)) {
      const failures = await locks.pages.wait(async (exclusively) =>
        (await isPending(addresses)) ? makePending(exclusively) : [],
      );
      const theirs = failures.filter(({ path }) => paths.has(path));
      if (theirs.length > 0) throw new PagesNotMade(theirs);
    }
  }

  async function isPending(addresses: readonly Address[]): Promise<boolean> {
    return (await servedEdition(editionLink)) !== undefined && (await outbox.pending(addresses)).length > 0;
  }

  async function makePending(exclusively: Exclusively): Promise<readonly Failure[]> {
    const pending = await outbox.pending();
    // Looked up after them: an edition that is put in its place from now on has all these changes, and strikes them out.
    const edition = await servedEdition(editionLink);
    if (pending.length === 0 || edition === undefined) return [];
    const gate: Gate = (changes, write) =>
      exclusively(async (stillHeld) => write(await stillLast(changes), stillHeld));
    const { pages, made, failures } = await makeChanges(options, edition, pending, gate);
    await gate(made, async (last) => {
      await showAgain(edition, pages, last);
      await outbox.clear(last);
    });
    return failures;
  }

  /** The changes that nothing has come after, and that nobody else has made meanwhile. */
  async function stillLast(changes: readonly Change[]): Promise<readonly Change[]> {
    const pending = await outbox.pending(changes.map(({ address }) => address));
    const last = new Set(pending.map(({ generation }) => generation));
    return changes.filter(({ generation }) => last.has(generation));
  }
}

/** After its command nothing is a refusal any more: whatever fails then leaves pages in the outbox, and says so. */
async function done<T>(result: unknown, work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    const failures = error instanceof PagesNotMade ? error.failures : [];
    throw new PagesNotMade(failures, { result, cause: error });
  });
}
