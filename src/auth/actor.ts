import { headers } from "next/headers";
import { cache } from "react";
import { editorsAuth } from "#auth/auth.ts";
import { findSignedIn, type SignedIn } from "#auth/session.ts";
import { editorsRegistry } from "#db/registry.ts";

/** Who makes this request, in a page or an action; undefined for somebody who isn't signed in. */
export const currentActor = cache(async (): Promise<SignedIn | undefined> => {
  const cookies = (await headers()).get("cookie");
  if (cookies === null) return undefined;
  return findSignedIn(cookies, { auth: editorsAuth(), registry: editorsRegistry(), now: new Date() });
});
