import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { canonicalText } from "#domain/canonical.ts";
import { caseFileFields } from "#domain/case-file/case-file.ts";
import { fact } from "#domain/case-file/fact.ts";
import { sectionNames } from "#domain/draft-file.ts";
import { caseFileForm, type FormField, fieldsOf } from "#domain/form/model.ts";
import { readSection } from "#domain/form/read-section.ts";
import { isSectionsOwn } from "#domain/form/section-fields.ts";
import { sectionForm } from "#domain/form/section-form.ts";
import { type Language, languages } from "#domain/languages.ts";
import { LocalizedText } from "#domain/localized-text.ts";
import { PlainText } from "#domain/plain-text.ts";
import { Fields } from "#ui/whole-file/node-fields.tsx";
import { PlaceContext } from "#ui/whole-file/place-context.ts";
import { arbitraryCaseFile } from "../../../tests/support/arbitrary-case-file.ts";
import { formFields } from "../../../tests/support/form-fields.ts";
import { render } from "../../../tests/support/render.tsx";

const today = "2026-03-04";

/** What a browser sends of a form, without what stands beside the fields of the file. */
function sent(language: Language, form: readonly FormField[], node: Readonly<Record<string, unknown>>) {
  const html = render(language, <Fields name="" section="" fields={form} node={node} />);
  return formFields(html).filter(([name]) => isSectionsOwn(name));
}

describe("a section's form", () => {
  test.each(languages)(
    "in %s, opened and saved, gives the same file",
    (language) => {
      fc.assert(
        fc.property(arbitraryCaseFile(), (file) => {
          for (const section of sectionNames) {
            const form = sectionForm(section);
            const { part, unknown } = readSection(form, sent(language, form, file), {
              previous: file,
              today,
            });
            const before = Object.entries(file).filter(([key]) => form.some((field) => field.key === key));
            expect(unknown).toEqual([]);
            expect(canonicalText(part)).toBe(canonicalText(Object.fromEntries(before)));
          }
        }),
        { numRuns: 10 },
      );
    },
    120_000,
  );

  test("keeps what could not be read as it was typed, for as long as nobody changes it", () => {
    const form = sectionForm("events");
    const typed = {
      events: [
        {
          id: "e1",
          kind: "fine",
          date: { edtf: "the day after" },
          amount: "many",
          facility: "nowhere",
          note: { original: "be", ru: "Текст" },
          basis: [{ asOf: "soon", manner: "stated", newSource: "spring96.org/be/1" }],
        },
        { id: "e2", kind: "party", basis: [] },
        { id: "e3", basis: [] },
      ],
    };
    for (const language of languages) {
      const first = readSection(form, sent(language, form, typed), { previous: {}, today }).part;
      const again = readSection(form, sent(language, form, first), { previous: {}, today }).part;
      expect(first).toMatchObject({ events: typed.events.map(({ note: _, ...event }) => event) });
      expect(again).toEqual(first);
    }
  });

  test("has an input for a field that the schema has got since", () => {
    const shape = {
      rank: fact(LocalizedText).optional(),
      nickname: PlainText.optional(),
      days: z.int().optional(),
    };
    const form = fieldsOf(shape);
    const fact1 = {
      id: "x1",
      value: { original: "en", en: "captain" },
      basis: [{ source: "s1", asOf: "2021", manner: "stated" }],
    };
    const names = sent("en", form, { rank: fact1 }).map(([name]) => name);
    expect(names).toEqual(
      expect.arrayContaining(["rank.id", "rank.value.en", "rank.basis.0.source", "nickname", "days"]),
    );
    const added = render("en", <Fields name="" section="" fields={form} node={{}} />);
    expect(added).toContain('value="add:rank"');
  });

  test("sends of a long list only what was opened, and gives the same file", () => {
    const form = sectionForm("events");
    const events = Array.from({ length: 30 }, (_, index) => ({
      id: `e${index + 1}`,
      kind: "search",
      basis: [{ source: "s1", asOf: "2021", manner: "stated" }],
    }));
    const fields = sent("en", form, { events });
    expect(fields).toHaveLength(60);
    const { part, unknown } = readSection(form, fields, { previous: { events }, today });
    expect({ part, unknown }).toEqual({ part: { events }, unknown: [] });
    const opened = render(
      "en",
      <PlaceContext
        value={{ withheld: new Set(["e5"]), hidingPath: (id) => `/hide?fact=${id}`, at: "events.3" }}
      >
        <Fields name="" section="" fields={form} node={{ events }} />
      </PlaceContext>,
    );
    expect(formFields(opened).map(([name]) => name)).toContain("events.3.date.edtf");
    expect(opened).not.toContain('name="events.4.date.edtf"');
    expect(opened.match(/href="\/hide\?fact=e5"/g)).toHaveLength(1);
  });

  test("has every key of a file, in one section", () => {
    const keys = sectionNames.flatMap((section) => sectionForm(section).map(({ key }) => key));
    expect(keys.sort()).toEqual(caseFileForm.map(({ key }) => key).sort());
    expect(["schemaVersion", ...keys].sort()).toEqual(Object.keys(caseFileFields).sort());
  });
});
