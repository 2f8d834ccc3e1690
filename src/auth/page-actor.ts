import { notFound, redirect } from "next/navigation";
import { currentActor } from "#auth/actor.ts";
import type { SignedIn } from "#auth/session.ts";
import { type Address, localizedPath } from "#domain/addresses.ts";
import { may, type Permission } from "#domain/policy.ts";
import { currentLanguage } from "#i18n/current-language.ts";

/** Who looks at a page, and at which. */
export type PageActor = SignedIn & {
  /** The page's address without its language, with its query. */
  address: Address;
};

/**
 * The actor of a page, or no page: without a session it leads to signing in and back, with a password that was given to
 * the one of changing it, and where the role isn't enough it says what it says of addresses that aren't there. Pages
 * call it before they read anything; `change-password` is allowed to everybody who is signed in. `address` is the page's
 * own, without its language and with the query to come back to: `/editor/people?q=…`.
 */
export async function pageActor(
  permission: Permission | "change-password",
  address: Address,
): Promise<PageActor> {
  const language = await currentLanguage();
  const actor = await currentActor();
  if (actor === undefined) {
    const to = new URLSearchParams({ to: localizedPath(address, language) });
    redirect(`${localizedPath("/editor/sign-in", language)}?${to}`);
  }
  if (permission !== "change-password") {
    if (actor.mustChangePassword) redirect(localizedPath("/editor/password", language));
    if (!may(actor.role, permission)) notFound();
  }
  return { ...actor, address };
}
