import type { ActionName } from "#domain/policy.ts";

/** What is in the registry for forms to name. */
export type Named = {
  /** An open draft, the save that it stands at, and the id of its summary. */
  draft: { id: string; save: number; summary: string };
  /** A submitted draft of somebody else's. */
  submitted: { id: string; save: number };
  /** A published person without a draft, with a fact to be withheld. */
  person: { id: string; fact: string };
  /** A fact that is withheld, and a request to show it again. */
  withheld: { person: string; fact: string; request: string };
  /** Two people who are held to be different: the id of that. */
  different: string;
  /** An account, and one that is deactivated. */
  user: string;
  deactivated: string;
};

/** A form as a page sends it. Both kinds of fields are all that its action knows. */
export type ActionForm = {
  /** Fields that are needed and can only be few things: ids, numbers, choices. Anything else has to be refused. */
  strict: Readonly<Record<string, string>>;
  /** Words, and what may be left out. */
  loose: Readonly<Record<string, string>>;
};

const language = "be";
const review = "2999-01-01";

/** For each action a form that it would take from whoever may. */
export function actionForms({
  draft,
  submitted,
  person,
  withheld,
  different,
  user,
  deactivated,
}: Named): Readonly<Record<ActionName, ActionForm>> {
  const ofDraft = { language, draft: draft.id, base: String(draft.save) };
  const ofSubmitted = { language, draft: submitted.id, base: String(submitted.save) };
  return {
    signIn: { strict: { language }, loose: { login: "nobody-of-this-name", password: "not a password" } },
    signOut: { strict: { language }, loose: {} },
    changePassword: {
      strict: { language },
      loose: {
        currentPassword: "x",
        newPassword: "drum-otter-lantern-42",
        newPasswordAgain: "drum-otter-lantern-42",
      },
    },
    addUser: {
      strict: { language, role: "reviewer" },
      loose: { login: "somebody.new", name: "Somebody New" },
    },
    resetUser: { strict: { language, user }, loose: {} },
    changeRole: { strict: { language, user, role: "administrator" }, loose: {} },
    deactivateUser: { strict: { language, user }, loose: {} },
    reactivateUser: { strict: { language, user: deactivated }, loose: {} },
    createPerson: {
      strict: { language, kind: "legal" },
      loose: { "be.given": "Новая", "be.family": "Асоба", "en.given": "New", "en.family": "Person" },
    },
    openDraft: { strict: { language, person: person.id }, loose: {} },
    saveDraft: {
      strict: { ...ofDraft, section: "summary", complete: "yes" },
      loose: {
        "summary.id": draft.summary,
        "summary.value.en": "Said otherwise.",
        manner: "manual",
        live: "yes",
      },
    },
    goBackToSave: { strict: { ...ofDraft, to: "1", section: "summary" }, loose: {} },
    rebaseDraft: { strict: { ...ofDraft, onto: "1" }, loose: {} },
    submitDraft: { strict: ofDraft, loose: {} },
    takeBackDraft: { strict: ofSubmitted, loose: {} },
    discardDraft: { strict: ofDraft, loose: {} },
    addCaseUpdate: {
      strict: { language, person: person.id, kind: "transfer", wordsIn: "en" },
      loose: {
        date: "10 May 2023",
        note: "Moved.",
        address: "https://example.org/a",
        title: "A text",
        publisher: "A paper",
        sourceDate: "11 May 2023",
        sourceLanguage: "en",
        after: "submit",
      },
    },
    holdDifferent: {
      strict: { language, person: person.id, other: withheld.person },
      loose: { of: person.id, reason: "Born in different years." },
    },
    takeBackDifferent: { strict: { language, different }, loose: { of: person.id } },
    returnDraft: { strict: ofSubmitted, loose: { reason: "A source is missing." } },
    publishDraft: {
      strict: ofSubmitted,
      loose: { internal: "Checked.", "note.original": "en", "note.en": "Corrected." },
    },
    withholdFact: {
      strict: { language, person: person.id, fact: person.fact, manner: "told", review },
      loose: { seen: "silent", basis: "The family asked." },
    },
    withdrawPerson: {
      strict: { language, person: person.id, review },
      loose: { basis: "The family asked." },
    },
    askToShow: {
      strict: { language, person: withheld.person },
      loose: { fact: withheld.fact, reason: "The family agreed." },
    },
    decideShowing: {
      strict: { language, person: withheld.person, request: withheld.request, outcome: "granted" },
      loose: {},
    },
  };
}
