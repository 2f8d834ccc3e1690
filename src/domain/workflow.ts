/** Where a draft stands. The first three are open: one of those a person. */
export const draftStates = ["editing", "submitted", "returned", "published", "discarded"] as const;
export type DraftState = (typeof draftStates)[number];

export const openStates = ["editing", "submitted", "returned"] as const satisfies readonly DraftState[];

/**
 * Every step that a draft can take: the states that it is taken from, and the one that it leads to.
 * Saving a returned draft makes it one in editing again; what is submitted is not changed before it is taken back.
 */
export const steps = {
  open: { from: [], to: "editing" },
  save: { from: ["editing", "returned"], to: "editing" },
  submit: { from: ["editing", "returned"], to: "submitted" },
  "take-back": { from: ["submitted"], to: "editing" },
  return: { from: ["submitted"], to: "returned" },
  publish: { from: ["submitted"], to: "published" },
  discard: { from: ["editing", "returned"], to: "discarded" },
} as const satisfies Readonly<Record<string, { from: readonly DraftState[]; to: DraftState }>>;
export type Step = keyof typeof steps;

/** The state that a step leads to from this one; undefined where it cannot be taken. */
export function after(step: Step, state: DraftState): DraftState | undefined {
  const { from, to }: { from: readonly DraftState[]; to: DraftState } = steps[step];
  return from.includes(state) ? to : undefined;
}

/** The steps that can be taken from a state, in the order of the table. */
export function stepsFrom(state: DraftState): Step[] {
  return stepNames.filter((step) => after(step, state) !== undefined);
}

/** Every step, in the order of the table. */
export const stepNames: readonly Step[] = [
  "open",
  "save",
  "submit",
  "take-back",
  "return",
  "publish",
  "discard",
];

/** Whether a stored step is one of the table. */
export function isStep(text: string): text is Step {
  return stepNames.some((step) => step === text);
}

/** Whether nothing more can happen to a draft. */
export function isClosed(state: DraftState): boolean {
  return stepsFrom(state).length === 0;
}
