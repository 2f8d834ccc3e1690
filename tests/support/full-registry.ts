import { askToShow } from "#data/commands/ask-to-show.ts";
import { createPerson } from "#data/commands/create-person.ts";
import { discardDraft } from "#data/commands/discard-draft.ts";
import { holdDifferent } from "#data/commands/hold-different.ts";
import { openDraft } from "#data/commands/open-draft.ts";
import { publish } from "#data/commands/publish.ts";
import { returnDraft } from "#data/commands/return-draft.ts";
import { submitDraft } from "#data/commands/submit-draft.ts";
import { addUser } from "#data/commands/users.ts";
import { withdraw } from "#data/commands/withdraw.ts";
import { withhold } from "#data/commands/withhold.ts";
import type { Registry } from "#db/registry.ts";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { emptyFile } from "#domain/draft-file.ts";
import { editor, otherEditor, reviewer } from "./actors.ts";
import { kalesnikava, saveKey } from "./drafts.ts";
import { firstRecord } from "./registry.ts";

/** Stands in every text of the event `e90`, in the source `s90` that only it names, and in what was said about it. */
export const canary = "CANARY-77e4";
/** Stands beside it, in what has to stay. Its last letters break lines for some, and are nothing but letters here. */
export const kept = "kept\u2028words\\n";

/** Why № 1 and № 3 are held to be different. */
export const toldApart = "told apart by their fathers";

const far = "2999-01-01";
const note = { original: "en", en: canary } as const;

/** The record with an event that carries the canary, in a file of its own. */
export function fileWithCanary(): CaseFile {
  const basis = [{ source: "s90", asOf: "2021", manner: "stated", note }];
  return CaseFile.parse({
    ...kalesnikava,
    events: [
      ...kalesnikava.events,
      { id: "e90", kind: "other", date: { edtf: "2021" }, place: note, note, basis },
    ],
    sources: [...kalesnikava.sources, { id: "s90", title: canary, author: canary, language: "en" }],
  });
}

/**
 * Fills a registry so that every table that is kept has something: № 1 with two versions and an open draft that was
 * returned, both with the canary; № 2 withdrawn; № 3 as it is; somebody without a number. Gives the ids of № 1.
 */
export async function fillTestRegistry(
  registry: Registry,
): Promise<{ personId: string; draftId: string; unnumbered: string }> {
  const actor = "test";
  const administrator = { ...reviewer, role: "administrator" } as const;
  await addUser(registry, {
    login: "ada",
    name: kept,
    role: "editor",
    passwordHash: "hash",
    actor: administrator,
  });
  await registry.session.create({ data: someSession(await registry.user.findFirstOrThrow()) });
  await registry.signInThrottle.create({ data: { key: "b".repeat(64), failures: 1, lastAt: new Date() } });
  await registry.verification.create({
    data: { id: "v", identifier: "v", value: "SECRET-OF-VERIFICATION", expiresAt: new Date() },
  });
  await publish(registry, {
    file: fileWithCanary(),
    baseVersion: 0,
    actor,
    internalNote: `about e90: ${kept}`,
  });
  const second = { ...fileWithCanary(), events: fileWithCanary().events.slice(1) };
  const publicNote = { original: "en", en: "Corrected." } as const;
  await publish(registry, { file: second, number: 1, baseVersion: 1, actor, publicNote });
  for (const name of ["012-vitold-ashurak", "008-kseniya-lutskina"]) {
    await publish(registry, { file: firstRecord(name), baseVersion: 0, actor });
  }
  const fact = { number: 1, factId: "e90" } as const;
  await withhold(registry, { ...fact, manner: "told", basis: `asked: ${canary}`, reviewOn: far, actor });
  await askToShow(registry, { ...fact, reason: `why: ${canary}`, actor: reviewer });
  await withdraw(registry, { number: 2, basis: kept, reviewOn: far, actor });

  const { id: personId } = await registry.person.findUniqueOrThrow({ where: { number: 1 } });
  const { draftId } = await openDraft(registry, { personId, actor: editor });
  const events = [...second.events, { id: "e91", note: { typed: kept } }];
  await saveKey(registry, { draftId, base: 1, key: "events", value: events, actor: editor });
  const later = second.events.filter(({ id }) => id !== "e91");
  await saveKey(registry, {
    draftId,
    base: 1,
    key: "events",
    value: [...later, later[0]],
    actor: otherEditor,
  });
  await saveKey(registry, { draftId, base: 2, key: "events", value: later.toReversed(), actor: editor });
  await submitDraft(registry, { draftId, base: 4, actor: editor });
  await returnDraft(registry, { draftId, base: 4, note: kept, actor: reviewer });

  const name = { id: "n1", language: "be", script: "Cyrl", kind: "legal", given: "Ян", preferred: true };
  const made = await createPerson(registry, { file: { ...emptyFile(), names: [name] }, actor: editor });
  const own = [{ id: "e1", note: { typed: kept } }];
  await saveKey(registry, { draftId: made.draftId, base: 1, key: "events", value: own, actor: editor });
  await discardDraft(registry, { draftId: made.draftId, base: 2, actor: editor });
  const third = await registry.person.findUniqueOrThrow({ where: { number: 3 } });
  await holdDifferent(registry, { person: personId, other: third.id, reason: toldApart, actor: editor });
  return { personId, draftId, unnumbered: made.personId };
}

function someSession({ id: userId }: { id: string }) {
  return { id: "session", token: "SECRET-OF-SESSION", expiresAt: new Date(), userId };
}
