import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** How long a browser is known, in seconds. */
export const deviceKnownFor = 90 * 24 * 60 * 60;

/**
 * The value of a device cookie (OWASP: "Slow Down Online Guessing Attacks with Device Cookies"): it says that somebody
 * has signed in with this name from this browser, and to nobody but us which name.
 */
export function makeDeviceCookie(login: string, secret: string): string {
  const nonce = randomBytes(16).toString("base64url");
  return `${nonce}.${signature(login, nonce, secret)}`;
}

/** The browser that a device cookie was given to, if it was for this name. */
export function knownDevice(cookie: string | undefined, login: string, secret: string): string | undefined {
  const [nonce = "", given = ""] = cookie?.split(".") ?? [];
  const expected = Buffer.from(signature(login, nonce, secret));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected) ? nonce : undefined;
}

function signature(login: string, nonce: string, secret: string): string {
  return createHmac("sha256", secret).update(`device\0${login}\0${nonce}`).digest("base64url");
}
