/** Why a spelling matched what was asked for, in the order in which it is told. */
export const matchReasons = [
  /** Letter for letter; case and apostrophes aside. */
  "exact",
  /** Another language's or romanisation's spelling of the same name. */
  "other-spelling",
  /** The form that another language has of the given name: Мікалай, Николай. */
  "given-name-form",
  /** An everyday form of the given name: Саша for Аляксандр. */
  "short-form",
  /** One letter stands for the given name. */
  "initial",
  /** What was typed begins the name. */
  "beginning",
  /** Letters differ: a slip of the hand, or another name. */
  "near",
  /** Latin letters in a Cyrillic word, or the other way round. */
  "look-alike",
  /** Typed while the keyboard stood at another layout. */
  "layout",
  /** A space too many or too few was typed. */
  "spacing",
] as const;
export type MatchReason = (typeof matchReasons)[number];
