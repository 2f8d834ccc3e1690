import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { fileDifference } from "#domain/file-difference.ts";
import { factsOf } from "#domain/file-facts.ts";
import { type Language, languages } from "#domain/languages.ts";
import { Difference } from "#ui/review/difference.tsx";
import { noReferences } from "#ui/whole-file/references.ts";
import { arbitraryCaseFile } from "../../../tests/support/arbitrary-case-file.ts";
import { firstRecord } from "../../../tests/support/registry.ts";
import { render } from "../../../tests/support/render.tsx";

const file = CaseFile.parse(firstRecord("008-kseniya-lutskina"));
const [event, ...events] = file.events;
if (!event) throw new Error("the record has changed");

function shown(language: Language, before: object, after: object, isWhole = false): string {
  const sections = fileDifference({ ...before }, { ...after }, [{ fact: event?.id ?? "", manner: "told" }]);
  return render(language, <Difference sections={sections} references={noReferences} isWhole={isWhole} />);
}
const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("a difference in words", () => {
  test("marks the words that changed, in the language that they are in, and what that leaves outdated", () => {
    const note = { original: "en", en: "He was held in Minsk.", be: "Яго трымалі ў Мінску." } as const;
    const before = { ...event, note: { ...note, translates: { be: "000000000000" } } };
    const after = { ...before, note: { ...before.note, en: "He was held in Homiel." } };
    const html = shown("en", { ...file, events: [before] }, { ...file, events: [after] });
    expect(html).toContain("<span>He was held in </span><del>Minsk</del><ins>Homiel</ins><span>.</span>");
    expect(html).toContain('<dd lang="be"><span>Яго трымалі ў Мінску.</span>');
    expect(textOf(html)).toMatch(/Беларуская translation outdated Яго трымалі ў Мінску\. ?unchanged/);
    expect(textOf(html)).toContain("Русский no translation");
  });

  test("says what was withheld from readers, and whether an entry came, went or changed its place", () => {
    const gone = textOf(shown("en", file, { ...file, events }));
    expect(gone).toContain(`removed event ${event.id} withheld from readers`);
    const [second, third, ...rest] = events;
    const moved = textOf(shown("be", file, { ...file, events: [event, third, second, ...rest] }));
    expect(moved).toContain("Зменены парадак: Падзеі");
    expect(textOf(shown("ru", file, { ...file, death: {} }))).toContain("фактов в нём нет");
  });

  test("of a date tells the day and the words of the source", () => {
    const dated = (edtf: string, en: string) => ({
      ...event,
      date: { edtf, words: { original: "en", en } },
    });
    const html = shown(
      "en",
      { ...file, events: [dated("2021-04", "early April")] },
      { ...file, events: [dated("2021-05", "early May")] },
    );
    expect(html).toContain("<del>April 2021</del> → <ins>May 2021</ins>");
    expect(html).toContain("<span>early </span><del>April</del><ins>May</ins>");
  });

  test("tells what was said in three languages where it is not known any more", () => {
    const judge = (value: unknown) => ({ ...event, id: "f90", value, kind: undefined });
    const [first, ...others] = file.prosecutions;
    const withJudge = (value: unknown) => ({
      ...file,
      prosecutions: [{ ...first, judge: judge(value) }, ...others],
    });
    const said = { original: "be", be: "Суддзя", en: "The judge", translates: { en: "000000000000" } };
    const html = shown("en", withJudge(said), withJudge("not-known"));
    expect(html).toContain("<del>Суддзя</del>");
    expect(html).toContain("<del>The judge</del>");
    expect(html).toContain("<ins>not known</ins>");
  });

  test("of a file by itself marks nothing as new", () => {
    const html = shown("en", {}, file, true);
    expect(html).not.toMatch(/<(?:ins|del)>/);
    for (const { id } of factsOf(file)) expect(html).toContain(`id="${id}"`);
  });
});

test.each(languages)(
  "everything that any file says can be said in %s, as new, as gone and as it is",
  (language) => {
    fc.assert(
      fc.property(arbitraryCaseFile(), arbitraryCaseFile(), (one, other) => {
        const html = shown(language, one, other);
        const told = textOf(html);
        expect(told).not.toContain("[object Object]");
        expect(told).not.toContain("undefined");
        for (const { en } of other.events.flatMap(({ note }) => note ?? [])) {
          if (en !== undefined && en.length < 40 && /^[a-z ]+$/i.test(en)) expect(html).toContain(en);
        }
        shown(language, {}, other, true);
      }),
      { numRuns: 8, endOnFailure: true },
    );
  },
);
