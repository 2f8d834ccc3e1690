import { describe, expect, test } from "vitest";
import { type Language, languages } from "#domain/languages.ts";
import { messagesIn } from "#i18n/messages.ts";
import { FoundSection } from "#ui/editor/found-section.tsx";
import { render } from "../../../tests/support/render.tsx";

describe("what a search found for editors", () => {
  const section = (language: Language, found: { people: unknown[]; more: boolean; nearest: boolean }) =>
    render(
      language,
      <FoundSection q="Калеснікава" found={found}>
        <ul />
      </FoundSection>,
    );

  test.each(languages)("doesn't count those who are merely near, in %s", (language) => {
    const { persons, search } = messagesIn(language);
    const near = section(language, { people: [1, 2], more: false, nearest: true });
    expect(near).toContain(search.nearest);
    expect(near).toContain(persons.nobody);
    expect(near).not.toMatch(/<h2[^>]*>[^<]*2/);
    const found = section(language, { people: [1, 2], more: true, nearest: false });
    expect(found).toMatch(/<h2[^>]*>[^<]*2/);
    expect(found).toContain(persons.more);
    expect(found).not.toContain(search.nearest);
    expect(found).not.toContain(persons.nobody);
  });
});
