/** What somebody with an account may be. Each may do all that the one before may. */
export const roles = ["editor", "reviewer", "administrator"] as const;
export type Role = (typeof roles)[number];

/** Whoever does something: a user with the role that they have now. */
export type Actor = { id: string; name: string; role: Role };

/** What can be allowed, with the least role that may do it. */
export const permissions = {
  /** Desk, persons with all their versions, drafts of everybody. */
  read: "editor",
  /** Persons, drafts and their saves; submitting, taking back, discarding. */
  edit: "editor",
  /** Returning a draft, and publishing one that somebody else has saved. */
  review: "reviewer",
  /** Hiding a fact or a person: one pair of eyes is enough. Asking to show it again. */
  withhold: "reviewer",
  /** Agreeing to show again what another asked for. */
  show: "reviewer",
  /** Accounts of others. */
  "manage-users": "administrator",
  /** Who did what. */
  "read-audit": "administrator",
} as const satisfies Readonly<Record<string, Role>>;
export type Permission = keyof typeof permissions;

/** Whether a role is allowed something. */
export function may(role: Role, permission: Permission): boolean {
  return roles.indexOf(role) >= roles.indexOf(permissions[permission]);
}

/** Nobody publishes what they have saved themselves. `authors` are the ids of all who saved the draft. */
export function mayPublish(actor: Actor, authors: readonly string[]): boolean {
  return may(actor.role, "review") && !authors.includes(actor.id);
}

/** What is withheld is shown again by two: one asks, another agrees. */
export function mayShow(actor: Actor, askedBy: string): boolean {
  return may(actor.role, "show") && actor.id !== askedBy;
}

/** Nobody deactivates, or takes the role from, the account that they are signed in with: an administrator must stay. */
export function mayChangeAccount(actor: Actor, userId: string): boolean {
  return may(actor.role, "manage-users") && actor.id !== userId;
}

/**
 * Every server action by its exported name, and what it asks for: a permission, an account whatever its role, or
 * nothing at all. An action that is not in this table cannot be made, and fails the tests' run.
 */
export const actionPermissions = {
  signIn: "anyone",
  signOut: "signed-in",
  changePassword: "signed-in",
  addUser: "manage-users",
  resetUser: "manage-users",
  changeRole: "manage-users",
  deactivateUser: "manage-users",
  reactivateUser: "manage-users",
  createPerson: "edit",
  openDraft: "edit",
  saveDraft: "edit",
  goBackToSave: "edit",
  submitDraft: "edit",
  takeBackDraft: "edit",
  rebaseDraft: "edit",
  discardDraft: "edit",
  addCaseUpdate: "edit",
  holdDifferent: "edit",
  takeBackDifferent: "edit",
  returnDraft: "review",
  publishDraft: "review",
  withholdFact: "withhold",
  withdrawPerson: "withhold",
  askToShow: "withhold",
  decideShowing: "show",
} as const satisfies Readonly<Record<string, Permission | "anyone" | "signed-in">>;
export type ActionName = keyof typeof actionPermissions;
