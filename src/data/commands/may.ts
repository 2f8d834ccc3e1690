import { Refusal } from "#data/commands/refusal.ts";
import { type Actor, may, type Permission } from "#domain/policy.ts";

/** Refuses somebody whose role doesn't allow it. Asked by every command, whoever calls it. */
export function assertMay(actor: Actor, permission: Permission): void {
  if (!may(actor.role, permission)) {
    throw new Refusal("not-allowed", `The role "${actor.role}" does not allow this.`);
  }
}
