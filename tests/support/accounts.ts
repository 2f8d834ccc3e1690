import { randomBytes } from "node:crypto";
import { createAuth } from "#auth/auth.ts";
import { hashPassword } from "#auth/password.ts";
import { addUser } from "#data/commands/users.ts";
import { openRegistry, type Registry } from "#db/registry.ts";
import { emailOf } from "#domain/account.ts";
import type { Actor, Role } from "#domain/policy.ts";
import { findPostgres } from "../../ops/postgres.ts";
import { readSecrets } from "../../ops/secrets.ts";

/** Somebody who can sign in, with a password of their own. */
export type TestAccount = Actor & { login: string; password: string };

/** A session's cookie, as a browser has it. As a header: `name=value`. */
export type SessionCookie = { name: string; value: string };

/** Whoever makes the tests' accounts. */
export const testAdministrator: Actor = {
  id: "command line: выпрабаванне",
  name: "Выпрабаванне",
  role: "administrator",
};

/** An account of a test's own, with a login and a password that nothing else has; `name` is how others see it. */
export async function makeAccount(registry: Registry, role: Role, name?: string): Promise<TestAccount> {
  const login = `${role}-${randomBytes(4).toString("hex")}`;
  const account = {
    login,
    name: name ?? `Выпрабаванне ${login.replace(/\D/g, "")}`,
    role,
    password: randomBytes(12).toString("hex"),
  };
  const passwordHash = await hashPassword(account.password);
  const id = await addUser(registry, { ...account, passwordHash, actor: testAdministrator });
  await registry.user.update({ where: { id }, data: { mustChangePassword: false } });
  return { ...account, id };
}

/** Signs an account in to the site at `siteUrl` whose secret this is. Each call is a session of its own. */
export async function signedInCookie(
  registry: Registry,
  { login, password }: TestAccount,
  site: { siteUrl: string; secret: string },
): Promise<SessionCookie> {
  const { headers } = await createAuth(registry, site).api.signInEmail({
    body: { email: emailOf(login), password },
    returnHeaders: true,
  });
  const [, name = "", value = ""] = /^([^=]+)=([^;]+)/.exec(headers.getSetCookie()[0] ?? "") ?? [];
  return { name, value };
}

/** The accounts of a running site. */
export type SiteAccounts = {
  /** The site's registry as its owner. */
  registry: Registry;
  make(role: Role, name?: string): Promise<TestAccount>;
  signIn(account: TestAccount): Promise<SessionCookie>;
  close(): Promise<void>;
};

/** Opens the accounts of the site that runs on this data folder and is read at this address. */
export async function openAccounts(site: { dataDir: string; baseURL: string }): Promise<SiteAccounts> {
  const server = await findPostgres(site.dataDir);
  if (server === undefined) throw new Error(`no database runs on ${site.dataDir}`);
  const { authSecret } = await readSecrets(site.dataDir);
  const registry = openRegistry(server.url);
  return {
    registry,
    make: (role, name) => makeAccount(registry, role, name),
    signIn: (account) => signedInCookie(registry, account, { siteUrl: site.baseURL, secret: authSecret }),
    close: () => registry.$disconnect(),
  };
}
