import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { editorAction, formFields } from "#actions/editor-action.ts";
import type { SignedIn } from "#auth/session.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { idle } from "#domain/form-state.ts";
import { type ActionName, actionPermissions, may, roles } from "#domain/policy.ts";

const currentActor = vi.hoisted(() => vi.fn<() => Promise<SignedIn | undefined>>());
vi.mock("#auth/actor.ts", () => ({ currentActor }));

const somebody: SignedIn = {
  id: "u1",
  login: "nina",
  name: "Ніна",
  role: "editor",
  sessionId: "s1",
  mustChangePassword: false,
};
const Form = z.strictObject({ ...formFields, note: z.string().min(1, { error: "missing" }) });
const filled = { language: "be", note: "нататка" };
const run = vi.fn();

function call(name: Exclude<ActionName, "signIn">, fields: Record<string, string> = filled) {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  return editorAction(name, Form, run)(idle, form);
}

beforeEach(() => {
  currentActor.mockReset().mockResolvedValue(somebody);
  run.mockReset().mockResolvedValue(undefined);
});

describe("an action", () => {
  test("runs with who it is and what was typed", async () => {
    expect(await call("saveDraft")).toEqual({ outcome: "done", problems: [], typed: Object.entries(filled) });
    expect(run).toHaveBeenCalledExactlyOnceWith({
      actor: somebody,
      input: filled,
      form: expect.any(FormData),
    });
  });

  test("answers what it is told to, and keeps what was typed", async () => {
    run.mockResolvedValue({ outcome: "conflict", problems: [{ code: "draft-changed" }] });
    expect(await call("saveDraft")).toEqual({
      outcome: "conflict",
      problems: [{ code: "draft-changed" }],
      typed: Object.entries(filled),
    });
  });

  test("runs nothing for somebody who isn't signed in, whatever was sent", async () => {
    currentActor.mockResolvedValue(undefined);
    expect(await call("saveDraft", { nonsense: "1" })).toMatchObject({ outcome: "signed-out" });
    expect(run).not.toHaveBeenCalled();
  });

  test("asks for a password of one's own before anything but that and leaving", async () => {
    currentActor.mockResolvedValue({ ...somebody, role: "administrator", mustChangePassword: true });
    for (const name of names) {
      const isLeft = name === "changePassword" || name === "signOut";
      expect(await call(name), name).toMatchObject(
        isLeft ? { outcome: "done" } : { outcome: "denied", problems: [{ code: "password-first" }] },
      );
    }
  });

  test("runs for each role what the table of permissions allows it, and no more", async () => {
    for (const role of roles) {
      currentActor.mockResolvedValue({ ...somebody, role });
      for (const name of names) {
        const permission = actionPermissions[name];
        const isAllowed = permission === "signed-in" || may(role, permission);
        const asked = { language: "be", note: "" };
        // A role that isn't enough is said before anything that is wrong with the form.
        expect(await call(name, asked), `${role} ${name}`).toMatchObject({
          outcome: isAllowed ? "refused" : "denied",
          problems: [isAllowed ? { field: "note", code: "missing" } : { code: "not-allowed" }],
        });
      }
    }
    expect(run).not.toHaveBeenCalled();
  });

  test("tells a command's refusal as a problem of the form", async () => {
    run.mockRejectedValue(new Refusal("draft-open", "One is open.", { draft: "d1" }));
    expect(await call("openDraft")).toEqual({
      outcome: "refused",
      problems: [{ code: "draft-open", values: { draft: "d1" } }],
      typed: Object.entries(filled),
    });
  });

  test("lets through what isn't a refusal: redirects, and our mistakes", async () => {
    const redirect = Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;replace;/be;303;" });
    run.mockRejectedValue(redirect);
    await expect(call("openDraft")).rejects.toBe(redirect);
  });

  test("never sends a password back", async () => {
    const { typed } = await call("saveDraft", { ...filled, newPassword: "secret", password: "secret" });
    expect(JSON.stringify(typed)).not.toContain("secret");
  });

  test.each([undefined, null, "text", 7, [], {}, { get: () => "be" }])(
    "refuses %j in a form's place",
    async (form) => {
      const answer = await Reflect.apply(editorAction("saveDraft", Form, run), undefined, [idle, form]);
      expect(answer).toMatchObject({ outcome: "refused" });
      expect(run).not.toHaveBeenCalled();
    },
  );

  test("never throws for what somebody sends, and runs only for what its schema takes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("note", "language")),
            fc.string({ unit: "binary" }),
          ),
        ),
        async (fields) => {
          run.mockClear();
          const form = new FormData();
          for (const [name, value] of fields) form.append(name, value);
          const { outcome } = await editorAction("saveDraft", Form, run)(idle, form);
          expect(outcome === "done").toBe(run.mock.calls.length === 1);
          expect(["done", "refused"]).toContain(outcome);
        },
      ),
    );
  });
});

const names = Object.keys(actionPermissions).filter(
  (name): name is Exclude<ActionName, "signIn"> => name !== "signIn",
);
