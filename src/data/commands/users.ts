import { randomUUID } from "node:crypto";
import { audit } from "#data/commands/audit.ts";
import { assertMay } from "#data/commands/may.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import { emailOf } from "#domain/account.ts";
import type { Actor, Role } from "#domain/policy.ts";

/** Somebody's account, by its id, and who changes it. */
export type AccountOrder = { userId: string; actor: Actor };

/** Where better-auth keeps an account's password. */
const provider = "credential";

/** Makes an account with a password that has to be changed at the first sign-in, and gives its id. */
export function addUser(
  registry: Registry,
  order: { login: string; name: string; role: Role; passwordHash: string; actor: Actor },
): Promise<string> {
  const { login, name, role, passwordHash, actor } = order;
  assertMay(actor, "manage-users");
  return inTransaction(registry, async (tx) => {
    const id = randomUUID();
    const { count } = await tx.user.createMany({
      data: [{ id, login, name, role, email: emailOf(login), emailVerified: true }],
      skipDuplicates: true,
    });
    if (count === 0) throw new Refusal("login-taken", `There is an account "${login}" already.`, { login });
    await tx.account.create({
      data: { id: randomUUID(), userId: id, accountId: id, providerId: provider, password: passwordHash },
    });
    await audit(tx, { actor: actor.id, action: "add-user", details: { user: id, login, after: role } });
    return id;
  });
}

/** Gives an account a new password, to be changed at the next sign-in, and ends its sessions. */
export function resetUser(
  registry: Registry,
  { userId, passwordHash, actor }: AccountOrder & { passwordHash: string },
): Promise<void> {
  return inTransaction(registry, async (tx) => {
    const { login } = await lockUser(tx, { userId, actor });
    await writePassword(tx, userId, passwordHash);
    await tx.user.update({ where: { id: userId }, data: { mustChangePassword: true } });
    await tx.session.deleteMany({ where: { userId } });
    await audit(tx, { actor: actor.id, action: "reset-user", details: { user: userId, login } });
  });
}

/** Gives an account another role, and ends its sessions. */
export function changeRole(
  registry: Registry,
  { userId, role, actor }: AccountOrder & { role: Role },
): Promise<void> {
  return inTransaction(registry, async (tx) => {
    const { login, role: before } = await lockUser(tx, { userId, actor });
    if (before === role) throw new Refusal("unchanged", `"${login}" has the role ${role} already.`);
    if (before === "administrator") await keepAnAdministrator(tx, userId);
    await tx.user.update({ where: { id: userId }, data: { role } });
    await tx.session.deleteMany({ where: { userId } });
    await audit(tx, {
      actor: actor.id,
      action: "change-role",
      details: { user: userId, login, before, after: role },
    });
  });
}

/** Lets nobody sign in with an account any more, and ends its sessions. Its name stays with what it has done. */
export function deactivateUser(registry: Registry, { userId, actor }: AccountOrder): Promise<void> {
  return inTransaction(registry, async (tx) => {
    const { login, role, deactivatedAt } = await lockUser(tx, { userId, actor });
    if (deactivatedAt !== null)
      throw new Refusal("already-deactivated", `"${login}" is deactivated already.`);
    if (role === "administrator") await keepAnAdministrator(tx, userId);
    await tx.user.update({ where: { id: userId }, data: { deactivatedAt: new Date() } });
    await tx.session.deleteMany({ where: { userId } });
    await audit(tx, {
      actor: actor.id,
      action: "deactivate-user",
      details: { user: userId, login, before: "active", after: "deactivated" },
    });
  });
}

/** Lets somebody sign in again with an account that was deactivated. */
export function reactivateUser(registry: Registry, { userId, actor }: AccountOrder): Promise<void> {
  return inTransaction(registry, async (tx) => {
    const { login, deactivatedAt } = await lockUser(tx, { userId, actor });
    if (deactivatedAt === null) throw new Refusal("not-deactivated", `"${login}" is not deactivated.`);
    await tx.user.update({ where: { id: userId }, data: { deactivatedAt: null } });
    await audit(tx, {
      actor: actor.id,
      action: "reactivate-user",
      details: { user: userId, login, before: "deactivated", after: "active" },
    });
  });
}

/** Gives the actor the password that they have chosen, and ends all of their sessions but this one. */
export function changePassword(
  registry: Registry,
  { passwordHash, sessionId, actor }: { passwordHash: string; sessionId: string; actor: Actor },
): Promise<void> {
  return inTransaction(registry, async (tx) => {
    await writePassword(tx, actor.id, passwordHash);
    await tx.user.update({ where: { id: actor.id }, data: { mustChangePassword: false } });
    await tx.session.deleteMany({ where: { userId: actor.id, id: { not: sessionId } } });
    await audit(tx, { actor: actor.id, action: "change-password", details: {} });
  });
}

/** Writes down that somebody has signed in, and ends the session that the same browser had before. */
export function recordSignIn(
  registry: Registry,
  { userId, sessionBefore }: { userId: string; sessionBefore: string | undefined },
): Promise<void> {
  return inTransaction(registry, async (tx) => {
    if (sessionBefore !== undefined) await tx.session.deleteMany({ where: { id: sessionBefore } });
    await tx.session.deleteMany({ where: { expiresAt: { lt: new Date() } } });
    await audit(tx, { actor: userId, action: "sign-in", details: {} });
  });
}

/** Ends one session. */
export function endSession(
  registry: Registry,
  { sessionId, actor }: { sessionId: string; actor: Actor },
): Promise<void> {
  return inTransaction(registry, async (tx) => {
    await tx.session.deleteMany({ where: { id: sessionId } });
    await audit(tx, { actor: actor.id, action: "sign-out", details: {} });
  });
}

/** Locks an account until the transaction ends. Refuses an unknown one, and one that the actor may not change. */
async function lockUser(tx: Transaction, { userId, actor }: AccountOrder) {
  // All administrators', too, and in one order: of two who depose each other one comes second.
  await tx.$queryRaw`select 1 from "user" where id = ${userId} or role = 'administrator' order by id for update`;
  const user = await tx.user.findUnique({ where: { id: userId } });
  if (user === null) throw new Refusal("unknown-user", "There is no such account.");
  if (actor.id === userId) throw new Refusal("own-account", "Nobody changes their own account.");
  assertMay(actor, "manage-users");
  return user;
}

/** Refuses to take away the last administrator who can sign in. */
async function keepAnAdministrator(tx: Transaction, userId: string): Promise<void> {
  const others = await tx.user.count({
    where: { role: "administrator", deactivatedAt: null, id: { not: userId } },
  });
  if (others === 0) throw new Refusal("last-administrator", "An administrator has to stay.");
}

async function writePassword(tx: Transaction, userId: string, passwordHash: string): Promise<void> {
  await tx.account.updateMany({
    where: { userId, providerId: provider },
    data: { password: passwordHash },
  });
}
