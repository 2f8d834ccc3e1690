import { setTimeout as wait } from "node:timers/promises";
import { isPassword } from "#auth/password.ts";
import { takeTurn } from "#auth/sign-in-pace.ts";
import { editorsRegistry } from "#db/registry.ts";
import { longestTyped } from "#domain/account.ts";
import { env } from "#env.ts";

/**
 * Whether this is the password of somebody who is signed in: whoever finds their browser open is to guess it no faster
 * than by signing in. Gives the seconds until the next try instead, when there were too many.
 */
export async function isCurrentPassword(
  userId: string,
  password: string,
): Promise<boolean | { turnedAwayFor: number }> {
  const registry = editorsRegistry();
  const counted = [{ lane: "device", value: `signed in\0${userId}` }] as const;
  const turn = await takeTurn(counted, { registry, secret: env.authSecret, now: new Date() });
  if ("turnedAwayFor" in turn) return turn;
  await wait(turn.wait);
  const account = await registry.account.findFirst({ where: { userId, providerId: "credential" } });
  const isRight =
    password.length <= longestTyped &&
    account?.password != null &&
    (await isPassword(password, account.password));
  if (isRight) await turn.giveBack();
  return isRight;
}
