import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesBetween } from "#domain/changes.ts";
import { disclose, type PublicForm } from "#domain/disclosure.ts";
import { languages } from "#domain/languages.ts";
import { ChangeList } from "#ui/profile/change-list.tsx";
import { arbitraryCaseFile } from "../../../tests/support/arbitrary-case-file.ts";
import { publicForm, type Sections, toldIn } from "../../../tests/support/public-form.ts";
import { render } from "../../../tests/support/render.tsx";

const basis = toldIn("2023");
const text = (en: string) => ({ original: "en", en });

function shown(before: PublicForm, after: PublicForm): string {
  const html = render("en", <ChangeList number={12} version={3} changes={changesBetween(before, after)} />);
  return html.replaceAll(/ <a [^>]*>#<\/a>/g, "");
}

function between(before: Sections, after: Sections): string {
  return shown(publicForm(before), publicForm(after));
}

const detention = { id: "e1", basis, kind: "detention", custody: "not-known", date: { edtf: "2023-05" } };

describe("a change in words", () => {
  test("what came: under the name of its section", () => {
    expect(between({}, { events: [detention] })).toBe(
      '<dl class="facts changes"><dt>event</dt><dd>added: <ins>Detention\u00a0· May 2023</ins></dd></dl>',
    );
  });

  test("what went", () => {
    expect(between({ events: [detention] }, {})).toContain(
      "<dd>removed: <del>Detention\u00a0· May 2023</del></dd>",
    );
  });

  test("what is another thing now: before and after", () => {
    const later = { ...detention, date: { edtf: "2023-05-10" } };
    expect(between({ events: [detention] }, { events: [later] })).toContain(
      "<dd>changed: <del>Detention\u00a0· May 2023</del> → <ins>Detention\u00a0· 10 May 2023</ins></dd>",
    );
  });

  test("the same thing on other grounds", () => {
    const again = { ...detention, basis: toldIn("2023", "2024") };
    expect(between({ events: [detention] }, { events: [again] })).toContain(
      "<dd>sources or notes changed: Detention\u00a0· May 2023</dd>",
    );
  });

  test("a long text is only said to be reworded", () => {
    const summary = (words: string) => ({ summary: { id: "x1", value: text(words.repeat(60)), basis } });
    expect(between(summary("One. "), summary("Two. "))).toContain("<dd>reworded</dd>");
  });

  test("what is withheld says no more than that", () => {
    const before = publicForm({ events: [detention] });
    const html = shown(before, disclose(before, [{ fact: "e1", manner: "told" }]));
    expect(html).toContain("<dt>event</dt><dd>withheld</dd>");
  });

  test("a gap that was filled", () => {
    const autopsy = (value: unknown) => ({ death: { autopsy: { id: "d1", value, basis } } });
    expect(between(autopsy("not-known"), autopsy("no"))).toContain("<del>not known</del> → <ins>no</ins>");
  });
});

test("a link leads to the fact in the version that has it", () => {
  const html = render(
    "en",
    <ChangeList
      number={12}
      version={3}
      changes={changesBetween(
        publicForm({ events: [detention] }),
        publicForm({ events: [{ ...detention, id: "e2" }] }),
      )}
    />,
  );
  expect(html).toContain('href="/en/people/12/versions/3#e2"');
  expect(html).toContain('href="/en/people/12/versions/2#e1"');
});

test("every fact of any file can be told in a line, in every language", () => {
  fc.assert(
    fc.property(arbitraryCaseFile(), fc.constantFrom(...languages), (file, language) => {
      const form = disclose(file, []);
      const changes = changesBetween(publicForm({}), form);
      const html = render(language, <ChangeList number={1} version={2} changes={changes} />);
      expect(html).not.toMatch(/\[object|undefined|NaN/);
    }),
    { numRuns: 30 },
  );
});
