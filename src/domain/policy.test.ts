import { expect, test } from "vitest";
import {
  type Actor,
  actionPermissions,
  may,
  mayChangeAccount,
  mayPublish,
  mayShow,
  type Permission,
  roles,
} from "#domain/policy.ts";

const allPermissions: Permission[] = [
  "read",
  "edit",
  "review",
  "withhold",
  "show",
  "manage-users",
  "read-audit",
];
const actor = (id: string, role: Actor["role"]): Actor => ({ id, name: id, role });

test("an editor reads and edits; a reviewer publishes and hides; an administrator keeps accounts and audit", () => {
  const allowed = Object.fromEntries(
    roles.map((role) => [role, allPermissions.filter((it) => may(role, it))]),
  );
  expect(allowed).toEqual({
    editor: ["read", "edit"],
    reviewer: ["read", "edit", "review", "withhold", "show"],
    administrator: ["read", "edit", "review", "withhold", "show", "manage-users", "read-audit"],
  });
});

test("nobody publishes what they saved, whatever their role", () => {
  for (const role of roles) expect(mayPublish(actor("a", role), ["b", "a"])).toBe(false);
  expect(mayPublish(actor("c", "reviewer"), ["a", "b"])).toBe(true);
  expect(mayPublish(actor("c", "editor"), ["a"])).toBe(false);
});

test("two are needed to show again", () => {
  expect(mayShow(actor("a", "administrator"), "a")).toBe(false);
  expect(mayShow(actor("b", "reviewer"), "a")).toBe(true);
  expect(mayShow(actor("b", "editor"), "a")).toBe(false);
});

test("nobody takes their own account away", () => {
  expect(mayChangeAccount(actor("a", "administrator"), "a")).toBe(false);
  expect(mayChangeAccount(actor("a", "administrator"), "b")).toBe(true);
  expect(mayChangeAccount(actor("a", "reviewer"), "b")).toBe(false);
});

test("signing in is the only action for anyone", () => {
  const open = Object.entries(actionPermissions).filter(([, permission]) => permission === "anyone");
  expect(open.map(([name]) => name)).toEqual(["signIn"]);
});
