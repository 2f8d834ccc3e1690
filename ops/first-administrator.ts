import { makeOneTimePassword } from "#auth/one-time-password.ts";
import { hashPassword } from "#auth/password.ts";
import { addUser } from "#data/commands/users.ts";
import type { Registry } from "#db/registry.ts";
import { env } from "#env.ts";
import { say } from "./report.ts";

const login = "admin";

/** Makes the first administrator where there is no account yet, and says the password: this once. */
export async function keepAdministrator(registry: Registry): Promise<void> {
  if ((await registry.user.count()) > 0) return;
  const password = makeOneTimePassword();
  await addUser(registry, {
    login,
    name: "Administrator",
    role: "administrator",
    passwordHash: await hashPassword(password),
    actor: { id: "first start", name: "first start", role: "administrator" },
  });
  say(`The first administrator signs in at ${env.siteUrl}/en/editor`);
  say(`  login name         ${login}`);
  say(`  one-time password  ${password}`);
  say("It is not shown again, and has to be changed there. Where it is lost: npm run user -- reset admin");
}
