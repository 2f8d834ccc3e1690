import { z } from "zod";
import type { Auth } from "#auth/auth.ts";
import type { Registry } from "#db/registry.ts";
import { type Actor, roles } from "#domain/policy.ts";

/** How long a session lasts without a request, in milliseconds. */
export const longestIdle = 60 * 60_000;

/** The time of the last request is written down no more often than this. */
const grain = 60_000;

/** Who is signed in, in which session. */
export type SignedIn = Actor & { login: string; sessionId: string; mustChangePassword: boolean };

const User = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  role: z.enum(roles),
  mustChangePassword: z.boolean(),
  deactivatedAt: z.date().nullish(),
});

type Where = { auth: Auth; registry: Registry; now: Date };

/**
 * Who a request's cookies sign in: undefined where the session has ended, was never there, or the account is
 * deactivated. The role is read afresh. Counts as a request of that session.
 */
export async function findSignedIn(
  cookies: string,
  { auth, registry, now }: Where,
): Promise<SignedIn | undefined> {
  const found = await auth.api.getSession({
    headers: new Headers({ cookie: cookies }),
    query: { disableRefresh: true },
  });
  if (found === null) return undefined;
  const { session } = found;
  const { deactivatedAt, ...user } = User.parse(found.user);
  const idle = now.getTime() - session.updatedAt.getTime();
  if (deactivatedAt || idle > longestIdle) {
    await registry.session.deleteMany({ where: { id: session.id } });
    return undefined;
  }
  if (idle > grain) {
    await registry.session.updateMany({ where: { id: session.id }, data: { updatedAt: now } });
  }
  return { ...user, sessionId: session.id };
}
