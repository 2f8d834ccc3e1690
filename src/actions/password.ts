"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { editorAction, formFields } from "#actions/editor-action.ts";
import { isCurrentPassword } from "#auth/current-password.ts";
import { hashPassword } from "#auth/password.ts";
import { registryForActions } from "#data/commands/editors-registry.ts";
import * as users from "#data/commands/users.ts";
import { newPasswordProblem, shortestPassword } from "#domain/account.ts";
import { pathWhenDone } from "#domain/done.ts";
import type { Problem } from "#domain/form-state.ts";

const text = z.string().min(1, { error: "missing" });
const ChangePassword = z.strictObject({
  ...formFields,
  currentPassword: text,
  newPassword: text,
  newPasswordAgain: text,
});

export const changePassword = editorAction("changePassword", ChangePassword, async ({ actor, input }) => {
  const { currentPassword, newPassword, newPasswordAgain, language } = input;
  const problem = newPasswordProblem(newPassword, actor);
  if (problem !== undefined) {
    return refused({ field: "newPassword", code: problem, values: { least: shortestPassword } });
  }
  if (newPassword !== newPasswordAgain)
    return refused({ field: "newPasswordAgain", code: "password-differs" });
  if (newPassword === currentPassword) return refused({ field: "newPassword", code: "password-same" });
  const isRight = await isCurrentPassword(actor.id, currentPassword);
  if (isRight === false) return refused({ field: "currentPassword", code: "password-wrong" });
  if (isRight !== true) {
    return refused({ code: "too-many-tries", values: { seconds: isRight.turnedAwayFor } });
  }
  await users.changePassword(registryForActions(), {
    passwordHash: await hashPassword(newPassword),
    sessionId: actor.sessionId,
    actor,
  });
  redirect(pathWhenDone("/editor", language, "password-changed"));
});

function refused(problem: Problem) {
  return { outcome: "refused", problems: [problem] } as const;
}
