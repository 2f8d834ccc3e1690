import { expect, test } from "vitest";
import { languages } from "#domain/languages.ts";
import { messagesIn } from "#i18n/messages.ts";
import { Audit } from "#ui/editor/audit.tsx";
import { render } from "../../../tests/support/render.tsx";

const person = { id: "p", number: 3, names: {} };
const other = { id: "q", number: null, names: { be: "Ганна Стол" } };

function auditOf(action: string, draftId: string | undefined, details: Record<string, string | number>) {
  const entry = { id: "1", at: new Date(0), by: "u1", action, person, other, draftId, details };
  const users = new Map([["u1", "Ales B."]]);
  const shown = { query: { page: 1 }, unread: [], entries: [entry], total: 1, pages: 1, actors: [] };
  return (language: (typeof languages)[number]) => render(language, <Audit {...shown} users={users} />);
}

test.each(languages)("who asked for something is called by their name, in %s", (language) => {
  const html = auditOf("lift", undefined, { fact: "e2", askedBy: "u1" })(language);
  expect(html).toContain(`<dt>${messagesIn(language).audit.detail.askedBy}</dt><dd>Ales B.</dd>`);
});

test.each(languages)("a save's manner is not what readers see, in %s", (language) => {
  const { savedHow, detail, value } = messagesIn(language).audit;
  const saved = auditOf("save-draft", "d", { save: 2, manner: "automatic" })(language);
  expect(saved).toContain(`<dt>${savedHow}</dt><dd>${value.automatic}</dd>`);
  const hidden = auditOf("withhold", undefined, { fact: "e2", manner: "silent" })(language);
  expect(hidden).toContain(`<dt>${detail.manner}</dt><dd>${value.silent}</dd>`);
});

test.each(languages)("of two people the other is named, too, in %s", (language) => {
  const html = auditOf("hold-different", undefined, { other: "q" })(language);
  expect(html).toContain(`<a href="/${language}/editor/people/q">Ганна Стол</a>`);
});
