import { setTimeout as wait } from "node:timers/promises";
import { cookies, headers } from "next/headers";
import { editorsAuth } from "#auth/auth.ts";
import { cookieAttributes, cookieName } from "#auth/cookies.ts";
import { deviceKnownFor, makeDeviceCookie } from "#auth/device-cookie.ts";
import { type SignedInBy, type SignInAnswer, trySignIn } from "#auth/sign-in.ts";
import { editorsRegistry } from "#db/registry.ts";
import { env } from "#env.ts";

/** Tries to sign in whoever sent this request. Their browser is given nothing yet. */
export async function signInFromHere(login: string, password: string): Promise<SignInAnswer> {
  return trySignIn(
    {
      login,
      password,
      address: (await headers()).get("x-kartateka-address") ?? undefined,
      deviceCookie: (await cookies()).get(cookieName("device", env.siteUrl))?.value,
    },
    {
      auth: editorsAuth(),
      registry: editorsRegistry(),
      secret: env.authSecret,
      now: () => new Date(),
      wait: (milliseconds) => wait(milliseconds),
    },
  );
}

/** Gives the browser its session, until it is closed; and where that was wished for the sign that it is known. */
export async function keepSession(
  { login, cookie: { name, value } }: SignedInBy,
  { known }: { known: boolean },
): Promise<void> {
  const { siteUrl, authSecret } = env;
  const jar = await cookies();
  jar.set(name, value, cookieAttributes(siteUrl));
  if (known) {
    jar.set(cookieName("device", siteUrl), makeDeviceCookie(login, authSecret), {
      ...cookieAttributes(siteUrl),
      maxAge: deviceKnownFor,
    });
  }
}

/** Takes the session's cookie from the browser. */
export async function dropSession(): Promise<void> {
  const { siteUrl } = env;
  (await cookies()).set(cookieName("session", siteUrl), "", { ...cookieAttributes(siteUrl), maxAge: 0 });
}
