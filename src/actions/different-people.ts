"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { editorAction, formFields } from "#actions/editor-action.ts";
import { registryForActions } from "#data/commands/editors-registry.ts";
import * as differing from "#data/commands/hold-different.ts";
import { localizedPath } from "#domain/addresses.ts";
import type { DoneCode } from "#domain/done.ts";
import type { Language } from "#domain/languages.ts";

/** Whose page the form was on; left out on everybody's. */
const of = z.guid().optional();

/** Holds two people to be different. */
export const holdDifferent = editorAction(
  "holdDifferent",
  z.strictObject({
    ...formFields,
    person: z.guid(),
    other: z.guid(),
    of,
    reason: z.string().trim().min(1, { error: "missing" }).max(2_000, { error: "too-long" }),
  }),
  async ({ actor, input: { person, other, reason, of: whose, language } }) => {
    await differing.holdDifferent(registryForActions(), { person, other, reason, actor });
    redirect(pathTo(language, whose, "held-different"));
  },
);

/** Takes back that two people are different. */
export const takeBackDifferent = editorAction(
  "takeBackDifferent",
  z.strictObject({ ...formFields, different: z.guid(), of }),
  async ({ actor, input: { different, of: whose, language } }) => {
    await differing.takeBackDifferent(registryForActions(), { different, actor });
    redirect(pathTo(language, whose, "difference-taken-back"));
  },
);

function pathTo(language: Language, person: string | undefined, done: DoneCode): string {
  const query = new URLSearchParams({ ...(person !== undefined && { person }), done });
  return `${localizedPath("/editor/duplicates", language)}?${query}`;
}
