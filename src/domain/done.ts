import { type Address, localizedPath } from "#domain/addresses.ts";
import type { Language } from "#domain/languages.ts";

/** What an action has done, for the page that it leads to: the words are in `messages`, under `done.{code}`. */
export const doneCodes = [
  "signed-out",
  "password-changed",
  "role-changed",
  "user-deactivated",
  "user-reactivated",
  "hidden",
  "hidden-remaking",
  "withdrawn",
  "withdrawn-remaking",
  "asked-to-show",
  "showing-declined",
  "showing-taken-back",
  "shown",
  "shown-remaking",
  "no-longer-hidden",
  "person-created",
  "held-different",
  "difference-taken-back",
  "draft-opened",
  "went-back",
  "draft-submitted",
  "draft-taken-back",
  "draft-returned",
  "draft-discarded",
  "draft-rebased",
  "section-saved",
  "case-update-saved",
  "case-update-submitted",
  "case-update-not-submitted",
  "published",
  "published-remaking",
] as const;
export type DoneCode = (typeof doneCodes)[number];

/** Whether a page's `done` in the query is one that it has words for. */
export function isDoneCode(text: unknown): text is DoneCode {
  return doneCodes.some((code) => code === text);
}

/** The path of a page that says that it was done. */
export function pathWhenDone(address: Address, language: Language, code: DoneCode): Address {
  return `${localizedPath(address, language)}?done=${code}`;
}
