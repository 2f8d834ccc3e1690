import { type Actor, may, type Permission } from "#domain/policy.ts";

/** Throws for somebody whose role doesn't allow it: pages have asked before, so that this is a mistake of ours. */
export function assertMayRead(actor: Actor, permission: Permission = "read"): void {
  if (!may(actor.role, permission)) throw new Error(`the role "${actor.role}" may not ${permission}`);
}
