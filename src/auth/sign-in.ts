import { isIPv6 } from "node:net";
import { isAPIError } from "better-auth/api";
import { parseSetCookieHeader } from "better-auth/cookies";
import type { Auth } from "#auth/auth.ts";
import { knownDevice } from "#auth/device-cookie.ts";
import { type Counted, forgetOldTurns, takeTurn } from "#auth/sign-in-pace.ts";
import type { Registry } from "#db/registry.ts";
import { emailOf, Login, longestTyped } from "#domain/account.ts";

/** What somebody sends to sign in, as it came. */
export type Given = {
  login: string;
  password: string;
  /** Where the request comes from; undefined where the front doesn't say it. */
  address: string | undefined;
  deviceCookie: string | undefined;
};

export type SignInParts = {
  auth: Auth;
  registry: Registry;
  secret: string;
  now: () => Date;
  wait: (milliseconds: number) => Promise<void>;
};

/** Whom a session was made for, and its cookie, which nobody has yet. */
export type SignedInBy = { userId: string; login: string; cookie: { name: string; value: string } };

export type SignInAnswer =
  | ({ outcome: "signed-in" } & SignedInBy)
  /** The name, the password, or both; or the account is deactivated. */
  | { outcome: "wrong" }
  /** Not looked at. */
  | { outcome: "turned-away"; seconds: number };

/** More tries waiting for their turn than this would keep editors who are at work from theirs. */
const mostWaiting = 32;
let waiting = 0;

/** Signs somebody in, as slowly as the pace of tries demands. Whatever is wrong takes the same time and is not told. */
export async function trySignIn(given: Given, parts: SignInParts): Promise<SignInAnswer> {
  const { auth, registry, secret, now, wait } = parts;
  const login = Login.safeParse(given.login).data;
  const turn = await takeTurn(countedUnder(given, login, secret), { registry, secret, now: now() });
  if ("turnedAwayFor" in turn) return { outcome: "turned-away", seconds: turn.turnedAwayFor };
  if (turn.wait > 0) {
    if (waiting >= mostWaiting) return { outcome: "turned-away", seconds: Math.ceil(turn.wait / 1000) };
    waiting++;
    await wait(turn.wait).finally(() => waiting--);
  }
  const isTaken = given.password.length <= longestTyped;
  // What can be nobody's is tried all the same, so that it takes as long.
  const email = isTaken && login !== undefined ? emailOf(login) : "nobody@elsewhere.invalid";
  const hash = await passwordHashOf(email, registry);
  const { headers, response } = await auth.api
    .signInEmail({
      body: { email, password: given.password.slice(0, longestTyped) },
      returnHeaders: true,
    })
    .catch((thrown: unknown) => {
      if (isAPIError(thrown) && thrown.status === "UNAUTHORIZED")
        return { headers: undefined, response: undefined };
      throw thrown;
    });
  if (response === undefined || login === undefined) return { outcome: "wrong" };
  // Whoever resets a password ends the sessions that are there: this one has come after, with the one before.
  if ((await passwordHashOf(email, registry)) !== hash) {
    await registry.session.deleteMany({ where: { token: response.token } });
    return { outcome: "wrong" };
  }
  await turn.giveBack();
  await forgetOldTurns(registry, now());
  const [cookie] = parseSetCookieHeader(headers.get("set-cookie") ?? "");
  if (cookie === undefined) throw new Error("better-auth gave no cookie");
  const [name, { value }] = cookie;
  return { outcome: "signed-in", userId: response.user.id, login, cookie: { name, value } };
}

async function passwordHashOf(email: string, registry: Registry): Promise<string | null | undefined> {
  const account = await registry.account.findFirst({
    where: { user: { email }, providerId: "credential" },
    select: { password: true },
  });
  return account?.password;
}

function countedUnder(
  { login: typed, address, deviceCookie }: Given,
  login: string | undefined,
  secret: string,
): Counted {
  const name = login ?? typed.slice(0, 100);
  const device = login === undefined ? undefined : knownDevice(deviceCookie, login, secret);
  if (device !== undefined) return [{ lane: "device", value: `${name}\0${device}` }];
  const from = networkOf(address);
  return [
    { lane: "address", value: from },
    { lane: "pair", value: `${name}\0${from}` },
    { lane: "account", value: name, after: "free" },
    { lane: "insistent", value: name, after: "waiting" },
  ];
}

/** An address, or of IPv6 the network that one household has. */
function networkOf(address: string | undefined): string {
  if (address === undefined) return "unknown";
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = new URL(`http://[${address.replace(/%.*/, "")}]`).hostname
    .slice(1, -1)
    .split("::");
  const [first, last] = [head, tail].map((part) => part.split(":").filter((it) => it !== ""));
  const zeros = Array.from({ length: 8 - (first?.length ?? 0) - (last?.length ?? 0) }, () => "0");
  return [...(first ?? []), ...zeros, ...(last ?? [])].slice(0, 4).join(":");
}
