import { userInfo } from "node:os";
import { z } from "zod";
import { makeOneTimePassword } from "#auth/one-time-password.ts";
import { hashPassword } from "#auth/password.ts";
import { addUser, changeRole, deactivateUser, reactivateUser, resetUser } from "#data/commands/users.ts";
import { readUsers, type UserAccount } from "#data/editor/users.ts";
import type { Registry } from "#db/registry.ts";
import { Login, UserName } from "#domain/account.ts";
import { type Actor, roles } from "#domain/policy.ts";
import { readCommandLine, text } from "./command-line.ts";
import { Failure, run, say } from "./report.ts";
import { withRegistry } from "./session.ts";

const usage = `The accounts of those who keep the registry:
  npm run user -- list
  npm run user -- add LOGIN --name NAME --role ROLE
  npm run user -- reset LOGIN
  npm run user -- role LOGIN --role ROLE
  npm run user -- deactivate LOGIN
  npm run user -- reactivate LOGIN
  LOGIN        what they sign in with: small Latin letters, digits, dots, hyphens
  --name NAME  how other editors know them
  --role ROLE  ${roles.join(", ")}
role, reset and deactivate sign the account out everywhere.
add and reset print a one-time password, this once; it has to be changed at the next sign-in.`;

const login = Login.or(z.undefined().transform(() => "")).refine((it) => it !== "", {
  error: "LOGIN is missing.",
});
const Order = z.discriminatedUnion(
  "verb",
  [
    z.strictObject({ verb: z.literal("list") }),
    z.strictObject({ verb: z.literal("add"), login, name: UserName, role: z.enum(roles) }),
    z.strictObject({ verb: z.literal("reset"), login }),
    z.strictObject({ verb: z.literal("role"), login, role: z.enum(roles) }),
    z.strictObject({ verb: z.literal("deactivate"), login }),
    z.strictObject({ verb: z.literal("reactivate"), login }),
  ],
  { error: "Say what to do: list, add, reset, role, deactivate or reactivate." },
);
type Order = z.infer<typeof Order>;

const actor: Actor = {
  id: `command line: ${userInfo().username}`,
  name: userInfo().username,
  role: "administrator",
};

await run(async () => {
  const order = readCommandLine({
    usage,
    words: ["verb", "login"],
    options: { name: text, role: text },
    schema: Order,
  });
  await withRegistry("user", (registry) => obey(registry, order));
});

async function obey(registry: Registry, order: Order): Promise<void> {
  if (order.verb === "list") {
    for (const user of await readUsers(registry)) say(lineOf(user));
  } else if (order.verb === "add") {
    const password = makeOneTimePassword();
    await addUser(registry, { ...order, passwordHash: await hashPassword(password), actor });
    sayPassword(order.login, password);
  } else {
    const { id: userId } = await find(registry, order.login);
    if (order.verb === "reset") {
      const password = makeOneTimePassword();
      await resetUser(registry, { userId, passwordHash: await hashPassword(password), actor });
      sayPassword(order.login, password);
    } else if (order.verb === "role") {
      await changeRole(registry, { userId, role: order.role, actor });
      say(`${order.login} is ${order.role} now, and signed out everywhere`);
    } else if (order.verb === "deactivate") {
      await deactivateUser(registry, { userId, actor });
      say(`${order.login} is deactivated, and signed out everywhere`);
    } else {
      await reactivateUser(registry, { userId, actor });
      say(`${order.login} can sign in again`);
    }
  }
}

async function find(registry: Registry, login: string): Promise<{ id: string }> {
  const user = await registry.user.findUnique({ where: { login }, select: { id: true } });
  if (user !== null) return user;
  throw new Failure(`There is no account "${login}".`, "npm run user -- list tells which there are.");
}

function sayPassword(login: string, password: string): void {
  say(`${login}: one-time password ${password}`);
  say("It is not shown again. Tell it to nobody else, by another way than the login name.");
}

function lineOf({ login, name, role, deactivatedAt, mustChangePassword, lastSignIn }: UserAccount): string {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const state =
    deactivatedAt === null
      ? `last signed in ${lastSignIn === undefined ? "never" : day(lastSignIn)}`
      : `deactivated ${day(deactivatedAt)}`;
  return `${login.padEnd(20)} ${role.padEnd(14)} ${name} (${state}${mustChangePassword ? ", one-time password" : ""})`;
}
