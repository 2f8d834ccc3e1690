import { assertMayRead } from "#data/editor/reading.ts";
import { editorsRegistry, type Registry } from "#db/registry.ts";
import type { Actor, Role } from "#domain/policy.ts";

/** Somebody's account, as administrators see it. */
export type UserAccount = {
  id: string;
  login: string;
  name: string;
  role: Role;
  /** Whether they still have the password that they were given. */
  mustChangePassword: boolean;
  createdAt: Date;
  deactivatedAt: Date | null;
  /** When they last signed in; undefined for somebody who never has. */
  lastSignIn: Date | undefined;
};

/** All accounts: active ones first, then by name. */
export async function listUsers(actor: Actor): Promise<UserAccount[]> {
  assertMayRead(actor, "manage-users");
  return readUsers(editorsRegistry());
}

/** One account. */
export async function findUser(actor: Actor, id: string): Promise<UserAccount | undefined> {
  assertMayRead(actor, "manage-users");
  const [user] = await readUsers(editorsRegistry(), id);
  return user;
}

/** The same for the command line, which is asked by whoever may read the whole database. */
export async function readUsers(registry: Registry, id?: string): Promise<UserAccount[]> {
  const users = await registry.user.findMany({
    ...(id !== undefined && { where: { id } }),
    orderBy: [{ deactivatedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }, { login: "asc" }],
    select: {
      id: true,
      login: true,
      name: true,
      role: true,
      mustChangePassword: true,
      createdAt: true,
      deactivatedAt: true,
    },
  });
  const signIns = await registry.auditEntry.groupBy({
    by: ["actor"],
    where: { action: "sign-in", actor: { in: users.map((user) => user.id) } },
    _max: { at: true },
  });
  const last = new Map(signIns.map((it) => [it.actor, it._max.at]));
  return users.map((user) => ({ ...user, lastSignIn: last.get(user.id) ?? undefined }));
}

/** How users are called, by their ids. What isn't an account's id (the command line, the first records) is left out. */
export async function namesOf(ids: Iterable<string>): Promise<Map<string, string>> {
  const users = await editorsRegistry().user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
