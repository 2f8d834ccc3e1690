"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { editorAction, formFields } from "#actions/editor-action.ts";
import { makeOneTimePassword } from "#auth/one-time-password.ts";
import { hashPassword } from "#auth/password.ts";
import { registryForActions } from "#data/commands/editors-registry.ts";
import * as users from "#data/commands/users.ts";
import { Login, UserName } from "#domain/account.ts";
import { pathWhenDone } from "#domain/done.ts";
import { roles } from "#domain/policy.ts";

const Role = z.enum(roles);
const account = { ...formFields, user: z.string().min(1).max(100) };

export const addUser = editorAction(
  "addUser",
  z.strictObject({ ...formFields, login: Login, name: UserName, role: Role }),
  async ({ actor, input: { login, name, role } }) => {
    const oneTimePassword = makeOneTimePassword();
    const passwordHash = await hashPassword(oneTimePassword);
    await users.addUser(registryForActions(), { login, name, role, passwordHash, actor });
    return { oneTimePassword };
  },
);

export const resetUser = editorAction("resetUser", z.strictObject(account), async ({ actor, input }) => {
  const oneTimePassword = makeOneTimePassword();
  const passwordHash = await hashPassword(oneTimePassword);
  await users.resetUser(registryForActions(), { userId: input.user, passwordHash, actor });
  return { oneTimePassword };
});

export const changeRole = editorAction(
  "changeRole",
  z.strictObject({ ...account, role: Role }),
  async ({ actor, input: { user, role, language } }) => {
    await users.changeRole(registryForActions(), { userId: user, role, actor });
    redirect(pathWhenDone(`/editor/users/${user}`, language, "role-changed"));
  },
);

export const deactivateUser = editorAction(
  "deactivateUser",
  z.strictObject(account),
  async ({ actor, input: { user, language } }) => {
    await users.deactivateUser(registryForActions(), { userId: user, actor });
    redirect(pathWhenDone(`/editor/users/${user}`, language, "user-deactivated"));
  },
);

export const reactivateUser = editorAction(
  "reactivateUser",
  z.strictObject(account),
  async ({ actor, input: { user, language } }) => {
    await users.reactivateUser(registryForActions(), { userId: user, actor });
    redirect(pathWhenDone(`/editor/users/${user}`, language, "user-reactivated"));
  },
);
