/** A place at which somebody is held up until it is opened. */
export type Latch = {
  /** Waits here, if nobody has opened it yet. */
  pass: () => Promise<void>;
  /** Resolves as soon as somebody waits at it. */
  reached: Promise<void>;
  open: () => void;
};

/** A latch that is shut. */
export function createLatch(): Latch {
  const arrival = Promise.withResolvers<void>();
  const opening = Promise.withResolvers<void>();
  return {
    pass: () => {
      arrival.resolve();
      return opening.promise;
    },
    reached: arrival.promise,
    open: opening.resolve,
  };
}
