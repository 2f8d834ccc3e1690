import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DraftAnswer } from "#domain/form/draft-answer.ts";
import type { FormState } from "#domain/form-state.ts";
import { pauses, SectionSaver } from "#ui/whole-file/section-saver.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const saved = (save: number, more: Partial<Extract<DraftAnswer, { kind: "saved" }>> = {}): FormState => ({
  outcome: "done",
  problems: [],
  typed: [],
  draft: { kind: "saved", save, at: "2026-03-04T14:05:00.000Z", others: [], shown: {}, ...more },
});
const conflict: FormState = {
  outcome: "conflict",
  problems: [],
  typed: [],
  draft: { kind: "conflict", save: 7, aside: 8, others: [], before: {}, after: {} },
};
const refused = (code: string): FormState => ({ outcome: "refused", problems: [{ code }], typed: [] });
const signedOut: FormState = { outcome: "signed-out", problems: [{ code: "signed-out" }], typed: [] };

/** A saver of a form with one text, and what is sent; answers are given by the test. */
function open() {
  const page = { text: "" };
  const sent: Record<string, unknown>[] = [];
  const answers: { resolve: (state: FormState) => void; reject: (reason: Error) => void }[] = [];
  const goTo = vi.fn();
  const saver = new SectionSaver<Record<string, string>>(
    {
      collect: (button) => {
        const form = new FormData();
        form.set("text", page.text);
        for (const [name, value] of Object.entries(button ?? {})) form.set(name, value);
        return form;
      },
      post: (form) => {
        sent.push(Object.fromEntries(form));
        return new Promise((resolve, reject) => answers.push({ resolve, reject }));
      },
      goTo,
    },
    { bases: { base: 1, shown: {} }, answer: undefined },
  );
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return {
    saver,
    sent,
    goTo,
    type: (text: string) => {
      page.text = text;
      saver.typing();
    },
    press: (button: Record<string, string> = {}) => saver.press(button),
    answer: async (state: FormState) => {
      answers.shift()?.resolve(state);
      await settle();
    },
    break: async () => {
      answers.shift()?.reject(new TypeError("no answer"));
      await settle();
    },
    wait: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds),
  };
}

describe("a form", () => {
  test("saves itself when the typing stops, once", async () => {
    const form = open();
    form.type("a");
    await form.wait(pauses.typing - 1);
    form.type("ab");
    await form.wait(pauses.typing - 1);
    expect(form.sent).toEqual([]);
    await form.wait(1);
    expect(form.sent).toEqual([{ text: "ab", manner: "automatic", live: "yes" }]);
    await form.answer(saved(2));
    await form.wait(100_000);
    expect(form.sent).toHaveLength(1);
    expect(form.saver.state()).toMatchObject({ status: { kind: "saved" }, bases: { base: 2 } });
    expect(form.saver.isUnsaved).toBe(false);
  });

  test("never sends two saves at once; what was typed meanwhile goes with the next", async () => {
    const form = open();
    form.type("a");
    await form.wait(pauses.typing);
    form.type("ab");
    await form.wait(pauses.typing * 3);
    form.press();
    expect(form.sent).toHaveLength(1);
    await form.answer(saved(2));
    expect(form.sent).toHaveLength(2);
    expect(form.sent[1]).toEqual({ text: "ab", manner: "manual", live: "yes" });
    await form.answer(saved(3));
    await form.wait(100_000);
    expect(form.sent).toHaveLength(2);
  });

  test("isn't saved as long as letters come after what was sent", async () => {
    const form = open();
    form.type("a");
    await form.wait(pauses.typing);
    form.type("ab");
    await form.answer(saved(2));
    expect(form.saver.state().status.kind).toBe("unsaved");
    expect(form.saver.isUnsaved).toBe(true);
    await form.wait(pauses.typing);
    expect(form.sent[1]).toMatchObject({ text: "ab" });
  });

  test("goes on trying where no answer comes, and says so", async () => {
    const form = open();
    form.type("a");
    await form.wait(pauses.typing);
    await form.break();
    expect(form.saver.state()).toMatchObject({
      status: { kind: "failed", problem: { code: "not-reached" } },
    });
    expect(form.saver.state().answer).toBeUndefined();
    await form.wait(pauses.retry);
    expect(form.sent).toHaveLength(2);
    await form.answer(saved(2));
    expect(form.saver.isUnsaved).toBe(false);
  });

  test("keeps what was typed when the session has ended, and saves it with the next letter", async () => {
    const form = open();
    form.type("a");
    await form.wait(pauses.typing);
    await form.answer(signedOut);
    expect(form.saver.state().status).toEqual({ kind: "failed", problem: { code: "signed-out" } });
    expect(form.saver.isUnsaved).toBe(true);
    await form.wait(100_000);
    expect(form.sent).toHaveLength(1);
    form.type("ab");
    await form.wait(pauses.typing);
    await form.answer(saved(2));
    expect(form.saver.isUnsaved).toBe(false);
  });

  test("stops saving itself after a conflict, until somebody decides", async () => {
    const form = open();
    form.type("a");
    await form.wait(pauses.typing);
    await form.answer(conflict);
    expect(form.saver.state()).toMatchObject({
      status: { kind: "paused" },
      answer: conflict,
      wasAsked: false,
    });
    form.type("ab");
    await form.wait(100_000);
    expect(await form.saver.flush()).toBe(false);
    expect(form.sent).toHaveLength(1);
    form.press({ over: "7" });
    expect(form.sent[1]).toMatchObject({ text: "ab", over: "7", manner: "manual" });
    expect(form.saver.state().isRebuilding).toBe(true);
    await form.answer(saved(9, { goTo: "/be/editor" }));
    expect(form.goTo).toHaveBeenCalledExactlyOnceWith("/be/editor");
    expect(form.saver.state().isRebuilding).toBe(true);
  });

  test("stops saving itself after a refusal, and shows why", async () => {
    const form = open();
    form.type("a");
    await form.wait(pauses.typing);
    await form.answer(refused("too-late"));
    form.type("ab");
    await form.wait(100_000);
    expect(form.sent).toHaveLength(1);
    expect(form.saver.state().answer?.problems).toEqual([{ code: "too-late" }]);
  });

  test("tells what is wrong with what was saved only to whom asked for it", async () => {
    const wrong: FormState = { ...saved(2), problems: [{ field: "events.0.kind", code: "choose" }] };
    const form = open();
    form.type("a");
    await form.wait(pauses.typing);
    await form.answer(wrong);
    expect(form.saver.state().answer).toBeUndefined();
    form.press();
    await form.answer(wrong);
    expect(form.saver.state()).toMatchObject({ answer: wrong, wasAsked: true });
  });

  test("saves at once what is left when the page is left, and waits for the end of it", async () => {
    const form = open();
    form.type("a");
    const left = form.saver.flush();
    expect(form.sent).toHaveLength(1);
    await form.answer(saved(2));
    expect(await left).toBe(true);
    expect(await form.saver.flush()).toBe(true);
    expect(form.sent).toHaveLength(1);
  });

  test("tells its listeners of each change, and none after it is stopped", async () => {
    const form = open();
    const listener = vi.fn();
    form.saver.subscribe(listener);
    form.type("a");
    expect(listener).toHaveBeenCalledTimes(1);
    form.saver.stop();
    await form.wait(100_000);
    expect(form.sent).toEqual([]);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  test.each([
    [undefined, { kind: "saved", at: undefined }],
    [conflict, { kind: "paused" }],
    [signedOut, { kind: "failed", problem: { code: "signed-out" } }],
    [refused("missing"), { kind: "failed", problem: { code: "missing" } }],
  ])("never says that all is saved of an answer that saved nothing: %j", (answer, status) => {
    const ports = { collect: () => new FormData(), post: async () => saved(2), goTo: vi.fn() };
    const saver = new SectionSaver(ports, { bases: { base: 1, shown: {} }, answer });
    expect(saver.state().status).toEqual(status);
    expect(saver.isUnsaved).toBe(answer !== undefined);
    saver.stop();
  });
});
