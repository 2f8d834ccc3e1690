import type { Exclusively, Locks, Turn } from "#publisher/ports.ts";

/** The publisher's locks for one process: each is got in turn, as PostgreSQL's are. */
export function locksInMemory(): Locks {
  const exclusive = queue();
  const exclusively: Exclusively = (work) => exclusive.wait(() => work(async () => undefined));
  return { exclusively, pages: turn(exclusively), whole: turn(exclusively) };
}

function turn(exclusively: Exclusively): Turn {
  const { isBusy, wait } = queue();
  return {
    wait: (work) => wait(() => work(exclusively)),
    async attempt(work) {
      if (isBusy()) return false;
      await wait(() => work(exclusively));
      return true;
    },
  };
}

function queue() {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    isBusy: () => waiting > 0,
    wait<T>(work: () => Promise<T>): Promise<T> {
      waiting++;
      const turn = last.then(work).finally(() => {
        waiting--;
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
