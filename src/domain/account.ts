import { z } from "zod";
import { isGuessable } from "#domain/guessable-password.ts";

/** What somebody types to sign in: small letters of the Latin alphabet, digits, single dots and hyphens. */
export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?=.{2,40}$)[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/, { error: "login-form" });

/** How other editors know somebody. */
export const UserName = z.string().trim().min(1, { error: "missing" }).max(80, { error: "too-long" });

/** better-auth knows accounts by addresses: this one's, at a domain that cannot exist. */
export function emailOf(login: string): string {
  return `${login}@kartateka.invalid`;
}

export const shortestPassword = 12;
export const longestPassword = 256;
/** More than a password of that length can have in any way of typing it, in UTF-16's units. */
export const longestTyped = 4 * longestPassword;

/** Whose password it is to be. */
type Owner = { login: string; name: string };

/**
 * What is wrong with a new password, as a problem's code, or undefined. Characters are counted as Unicode's, in the form
 * (NFKC) in which it is kept, and any are taken.
 */
export function newPasswordProblem(
  password: string,
  { login, name }: Owner,
): "password-short" | "password-long" | "password-guessable" | undefined {
  const { length } = [...password.normalize("NFKC")];
  if (length < shortestPassword) return "password-short";
  if (length > longestPassword) return "password-long";
  return isGuessable(password, [login, ...name.split(/\s+/)]) ? "password-guessable" : undefined;
}

/** The path of an editors' page that was asked for before signing in; undefined for anything else. */
export function pathAfterSignIn(asked: string | undefined): string | undefined {
  const path = /^\/(?:be|ru|en)\/editor(?:\/[A-Za-z0-9_-]+)*(?:\?[^\\\s#]*)?$/.exec(asked ?? "")?.[0];
  return path === undefined || /^\/..\/editor\/sign-in/.test(path) ? undefined : path;
}
