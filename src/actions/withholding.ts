"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { concealed } from "#actions/concealed.ts";
import { dayInMinsk } from "#actions/day-in-minsk.ts";
import { editorAction, formFields } from "#actions/editor-action.ts";
import { noPublisher, revealed } from "#actions/revealed.ts";
import * as asking from "#data/commands/ask-to-show.ts";
import * as deciding from "#data/commands/decide-showing.ts";
import { registryForActions } from "#data/commands/editors-registry.ts";
import { concernedByWithdrawal, withdraw } from "#data/commands/withdraw.ts";
import { concernedByWithholding, withhold } from "#data/commands/withhold.ts";
import { type Address, localizedPath } from "#domain/addresses.ts";
import { readTypedDate } from "#domain/dates/typed-date.ts";
import { FactWithholding } from "#domain/disclosure.ts";
import type { DoneCode } from "#domain/done.ts";
import type { Language } from "#domain/languages.ts";
import { showingOutcomes } from "#domain/showing.ts";

const person = { ...formFields, person: z.guid() };
const Fact = FactWithholding.shape.fact;
const prose = z.string().trim().min(1, { error: "missing" }).max(2_000, { error: "too-long" });

/** A whole day, typed in any of the three languages: when somebody has to look at it again. */
const ReviewDay = z
  .string()
  .trim()
  .min(1, { error: "missing" })
  .transform((text, context) => {
    const read = readTypedDate(text, dayInMinsk());
    if ("problem" in read) context.addIssue({ code: "custom", message: `date-${read.problem}` });
    else if (!/^\d{4}-\d{2}-\d{2}$/.test(read.edtf))
      context.addIssue({ code: "custom", message: "needs-a-day" });
    else if (read.edtf < dayInMinsk()) context.addIssue({ code: "custom", message: "review-in-the-past" });
    else return read.edtf;
    return z.NEVER;
  });

/** Withholds a fact, or the public note of a version. Answers as soon as it is hidden. */
export const withholdFact = editorAction(
  "withholdFact",
  z.strictObject({
    ...person,
    fact: Fact,
    manner: FactWithholding.shape.manner,
    /** How it was withheld when the page was made; left out where it wasn't. */
    seen: FactWithholding.shape.manner.optional(),
    basis: prose,
    review: ReviewDay,
  }),
  async ({ actor, input: { person: personId, fact, manner, seen = null, basis, review, language } }) => {
    const registry = registryForActions();
    const order = { personId, factId: fact, manner, seen, basis, reviewOn: review, actor: actor.id };
    const done = await concealed(
      async () => ({ addresses: await concernedByWithholding(registry, order) }),
      () => withhold(registry, order),
    );
    if (done === undefined) return noPublisher;
    const page = `/editor/people/${personId}/withhold` as const;
    redirect(pathTo(page, language, { fact, done: done.remade ? "hidden" : "hidden-remaking" }));
  },
);

/** Withdraws a person. Answers as soon as they are withdrawn. */
export const withdrawPerson = editorAction(
  "withdrawPerson",
  z.strictObject({ ...person, basis: prose, review: ReviewDay }),
  async ({ actor, input: { person: personId, basis, review, language } }) => {
    const registry = registryForActions();
    const order = { personId, basis, reviewOn: review, actor: actor.id };
    const done = await concealed(
      () => concernedByWithdrawal(registry, order),
      () => withdraw(registry, order),
    );
    if (done === undefined) return noPublisher;
    const code = done.remade ? "withdrawn" : "withdrawn-remaking";
    redirect(pathTo(`/editor/people/${personId}`, language, { done: code }));
  },
);

/** Asks that something be shown again; without a fact, the whole person. */
export const askToShow = editorAction(
  "askToShow",
  z.strictObject({ ...person, fact: Fact.optional(), reason: prose }),
  async ({ actor, input: { person: personId, fact, reason, language } }) => {
    await asking.askToShow(registryForActions(), { personId, factId: fact ?? null, reason, actor });
    redirect(pathTo(`/editor/people/${personId}/show`, language, { done: "asked-to-show" }));
  },
);

/** Decides what another asked for, or takes back what one asked for oneself. */
export const decideShowing = editorAction(
  "decideShowing",
  z.strictObject({ ...person, request: z.guid(), outcome: z.enum(showingOutcomes) }),
  async ({ actor, input: { person: personId, request, outcome, language } }) => {
    let isSeen = false;
    const decide = async () => {
      isSeen = await deciding.decideShowing(registryForActions(), { request, outcome, actor });
    };
    const page = `/editor/people/${personId}/show` as const;
    if (outcome !== "granted") {
      await decide();
      const code = outcome === "declined" ? "showing-declined" : "showing-taken-back";
      redirect(pathTo(page, language, { done: code }));
    }
    const done = await revealed(decide);
    if (done === undefined) return noPublisher;
    if (!isSeen) redirect(pathTo(page, language, { done: "no-longer-hidden" }));
    redirect(pathTo(page, language, { done: done.remade ? "shown" : "shown-remaking" }));
  },
);

function pathTo(address: Address, language: Language, query: { done: DoneCode; fact?: string }): string {
  return `${localizedPath(address, language)}?${new URLSearchParams(query)}`;
}
