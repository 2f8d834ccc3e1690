import { expect, test } from "vitest";
import { after, draftStates, isClosed, openStates, type Step, stepsFrom } from "#domain/workflow.ts";

test("each state allows these steps and no others", () => {
  expect(Object.fromEntries(draftStates.map((state) => [state, stepsFrom(state)]))).toEqual({
    editing: ["save", "submit", "discard"],
    submitted: ["take-back", "return", "publish"],
    returned: ["save", "submit", "discard"],
    published: [],
    discarded: [],
  } satisfies Record<string, Step[]>);
});

test("what is submitted cannot be saved, and what is not submitted cannot be published", () => {
  expect(after("save", "submitted")).toBeUndefined();
  for (const state of ["editing", "returned", "published", "discarded"] as const) {
    expect(after("publish", state)).toBeUndefined();
  }
});

test("the open states are those from which a step leads on", () => {
  expect(draftStates.filter((state) => !isClosed(state))).toEqual(openStates);
});
