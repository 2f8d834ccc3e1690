import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { Event, eventKinds } from "#domain/case-file/events.ts";
import { Source } from "#domain/case-file/sources.ts";
import {
  type CaseUpdate,
  CaseUpdateForm,
  eventFields,
  readCaseUpdate,
  withCaseUpdate,
} from "#domain/case-update.ts";
import { type DraftFile, emptyFile, highestIds, idsAfter } from "#domain/draft-file.ts";
import { arbitraryCaseFile } from "../../tests/support/arbitrary-case-file.ts";

const today = "2024-03-01";

const article = {
  id: "s1",
  title: "Пра перавод",
  publisher: "Вясна",
  date: { edtf: "2023-05-12" },
  language: "be",
  address: "https://spring96.org/be/news/1",
};
const file: DraftFile = { ...emptyFile(), sources: [article] };

/** A form with some of its fields filled in. */
function form(fields: Readonly<Record<string, string>> = {}): CaseUpdateForm {
  return CaseUpdateForm.parse({
    language: "en",
    wordsIn: "en",
    person: "5b0c1f9e-0000-4000-8000-000000000001",
    kind: "hospital",
    ...fields,
  });
}

function read(fields: Readonly<Record<string, string>>, context: { file?: DraftFile; known?: Source } = {}) {
  return readCaseUpdate(form(fields), { file, known: undefined, today, ...context });
}

/** `field code` of each problem. */
function problems(fields: Readonly<Record<string, string>>, context: Parameters<typeof read>[1] = {}) {
  const update = read(fields, context);
  return "problems" in update ? update.problems.map((it) => `${it.field} ${it.code}`).sort() : [];
}

/** The file with the update; fails where there is none. */
function added(fields: Readonly<Record<string, string>>, context: Parameters<typeof read>[1] = {}) {
  const update = read(fields, context);
  if ("problems" in update) throw new Error(JSON.stringify(update.problems));
  const before = context.file ?? file;
  return withCaseUpdate(before, update, idsAfter(highestIds(before))).file;
}

describe("the form", () => {
  test("asks for every field that the schema has for the kind, but id and basis", () => {
    for (const option of Event.options) {
      const kind = option.shape.kind.value;
      const keys = Object.keys(option.shape).filter((key) => !["id", "basis", "kind"].includes(key));
      expect(eventFields(kind).map(({ key }) => key)).toEqual(keys);
      for (const key of keys) expect(CaseUpdateForm.shape).toHaveProperty(key);
    }
  });

  test("takes no other field", () => {
    expect(CaseUpdateForm.safeParse({ ...form(), basis: "x" }).success).toBe(false);
    expect(CaseUpdateForm.safeParse({ ...form(), kind: "miracle" }).success).toBe(false);
  });
});

describe("an event", () => {
  test("has what was typed, words that EDTF cannot say among it", () => {
    const { events } = CaseFile.parse(
      added({
        kind: "punishment-cell",
        cell: "shizo",
        days: "10",
        date: "у пачатку красавіка 2023",
        facility: "ik-4",
        place: " Гомель ",
        note: "Без\r\nперадач.",
        wordsIn: "be",
        source: "s1",
      }),
    );
    expect(events).toEqual([
      {
        id: "e1",
        kind: "punishment-cell",
        cell: "shizo",
        days: 10,
        date: { edtf: "2023-04~", words: { original: "be", be: "у пачатку красавіка 2023" } },
        facility: "ik-4",
        place: { original: "be", be: "Гомель" },
        note: { original: "be", be: "Без\nперадач." },
        basis: [{ source: "s1", asOf: "2023-05-12", manner: "stated" }],
      },
    ]);
  });

  test.each(eventKinds)("of the kind %s can be added", (kind) => {
    const fields = Object.fromEntries(
      eventFields(kind).flatMap(({ key, model }) =>
        model.kind === "choice" ? [[key, model.values[0] ?? ""]] : [],
      ),
    );
    const whole = CaseFile.parse(added({ kind, ...fields, note: "Said so.", source: "s1" }));
    expect(whole.events[0]?.kind).toBe(kind);
  });

  test("needs what the schema needs, told at each field", () => {
    expect(problems({ kind: "transfer", source: "s1" })).toEqual(["custody choose"]);
    expect(problems({ kind: "other", source: "s1" })).toEqual(["note missing"]);
    expect(problems({ kind: "punishment-cell", cell: "cellar", days: "ten", source: "s1" })).toEqual([
      "cell choose",
      "days not-number",
    ]);
    expect(problems({ kind: "fine", amount: "-5", currency: "BYN", source: "s1" })).toEqual([
      "amount not-number",
    ]);
    expect(problems({ facility: "No such", source: "s1" })).toEqual(["facility choose"]);
    expect(problems({ date: "31.02.2023", source: "s1" })).toEqual(["date date-no-such-day"]);
    expect(problems({ date: "10.05.23", asOf: "soon", source: "s1" })).toEqual([
      "asOf date-not-understood",
      "date date-two-digit-year",
    ]);
  });

  test("has happened, and what tells of it was written", () => {
    expect(problems({ date: "2 March 2024", source: "s1" })).toEqual(["date date-in-future"]);
    expect(problems({ date: "2042", asOf: "2024-04", source: "s1" })).toEqual([
      "asOf date-in-future",
      "date date-in-future",
    ]);
    const other = { title: "New", sourceLanguage: "en", address: "https://example.org/2" };
    expect(problems({ ...other, sourceDate: "2025" })).toEqual(["sourceDate date-in-future"]);
    // What may have come already is not said to be wrong.
    for (const date of ["2024-03-01", "2024-03", "2024", "2024-02/..", "../2025"]) {
      expect(problems({ date, source: "s1" }), date).toEqual([]);
    }
  });

  test("of a fine has a currency with an amount only, which is offered beforehand", () => {
    const fine = (amount: string) => added({ kind: "fine", amount, currency: "BYN", source: "s1" }).events;
    expect(fine("1 250,50")).toMatchObject([{ amount: 1250.5, currency: "BYN" }]);
    expect(fine("")).not.toMatchObject([{ currency: "BYN" }]);
  });

  test("told from the day of typing", () => {
    expect(added({ date: "учора", source: "s1" }).events).toMatchObject([{ date: { edtf: "2024-02-29" } }]);
  });
});

describe("a source", () => {
  test("of the file is chosen", () => {
    const { sources, events } = added({ source: "s1" });
    expect(sources).toEqual([article]);
    expect(events).toMatchObject([{ basis: [{ source: "s1", asOf: "2023-05-12" }] }]);
  });

  test.each([
    "https://spring96.org/be/news/1",
    "http://www.spring96.org/be/news/1/",
    "spring96.org/be/news/1?utm_source=x&utm_medium=y#top",
  ])("of the file is recognised by its address: %s", (address) => {
    expect(added({ address }).sources).toEqual([article]);
  });

  test("of the file is used as it is: what was typed besides is not dropped in silence", () => {
    const { address } = article;
    expect(problems({ address, title: "Another title", sourceDate: "2020" })).toEqual([
      "sourceDate source-says-otherwise",
      "title source-says-otherwise",
    ]);
    expect(problems({ source: "s1", author: "Somebody" })).toEqual(["author source-says-otherwise"]);
    expect(problems({ source: "s1", address: "https://example.org/a" })).toEqual([
      "address source-says-otherwise",
    ]);
    const { title, publisher } = article;
    expect(problems({ address, title, publisher, sourceDate: "12.05.2023", sourceLanguage: "be" })).toEqual(
      [],
    );
  });

  const known = Source.parse({ ...article, id: "s7", author: "А. Б.", fileHash: "0f".repeat(32) });

  test("of another file lends its particulars, but for what was typed", () => {
    const address = "https://spring96.org/be/news/1?utm_source=x";
    const { sources } = added({ address, author: "В. Г." }, { file: emptyFile(), known });
    const { title, publisher, date, language } = article;
    expect(sources).toEqual([{ id: "s1", title, publisher, date, language, author: "В. Г.", address }]);
  });

  test("that is new needs a title and a language", () => {
    const address = "https://example.org/a";
    expect(problems({ address })).toEqual(["sourceLanguage choose", "title new-source"]);
    expect(problems({ address, title: "A", sourceLanguage: "en" })).toEqual(["asOf missing"]);
    expect(problems({ address, title: "A", sourceLanguage: "English!", asOf: "2024" })).toEqual([
      "sourceLanguage choose",
    ]);
    const typed = { title: "A", publisher: "B", sourceDate: "early May 2023", sourceLanguage: "en" };
    expect(added({ address: "example.org/a", ...typed }).sources).toEqual([
      article,
      {
        id: "s2",
        address,
        title: "A",
        publisher: "B",
        date: { edtf: "2023-05~", words: { original: "en", en: "early May 2023" } },
        language: "en",
      },
    ]);
  });

  test("that is on paper needs no address", () => {
    const { sources } = added({ title: "Прысуд", sourceLanguage: "be", asOf: "2022" });
    expect(sources).toEqual([article, { id: "s2", title: "Прысуд", language: "be" }]);
  });

  test("is needed", () => {
    expect(problems({})).toEqual(["source source-needed"]);
    expect(problems({ source: "s9" })).toEqual(["source choose-source"]);
    expect(problems({ address: "my desk", title: "A", sourceLanguage: "en", asOf: "2022" })).toEqual([
      "address not-address",
    ]);
    expect(problems({ address: "javascript:alert(1)" })).toEqual(["address not-address"]);
  });

  test("that somebody entered meanwhile isn't entered twice", () => {
    const update = read({ address: "https://example.org/a", title: "A", sourceLanguage: "en", asOf: "2022" });
    if ("problems" in update) throw new Error("problems");
    const meanwhile = {
      ...file,
      sources: [article, { ...article, id: "s5", address: "http://example.org/a/" }],
    };
    const { file: after } = withCaseUpdate(meanwhile, update, idsAfter(highestIds(meanwhile)));
    expect(after.sources).toEqual(meanwhile.sources);
    expect(after.events).toMatchObject([{ basis: [{ source: "s5" }] }]);
  });

  test("says up to which day it speaks, unless that is typed", () => {
    const basisOf = (fields: Record<string, string>) => added({ source: "s1", ...fields }).events;
    expect(basisOf({ asOf: "10.05.2023" })).toMatchObject([{ basis: [{ asOf: "2023-05-10" }] }]);
    expect(basisOf({})).toMatchObject([{ basis: [{ asOf: "2023-05-12" }] }]);
  });
});

describe("an event that the file has already", () => {
  const once = added({ date: "10.05.2023", source: "s1" });

  test("is added when that is confirmed", () => {
    const again = { date: "10 May 2023", address: article.address };
    expect(problems(again, { file: once })).toEqual(["confirm same-event"]);
    expect(added({ ...again, confirm: "yes" }, { file: once }).events).toHaveLength(2);
  });

  test("is another one by its kind, date or source", () => {
    expect(problems({ date: "11.05.2023", source: "s1" }, { file: once })).toEqual([]);
    expect(problems({ date: "10.05.2023", source: "s1", kind: "injury" }, { file: once })).toEqual([]);
    const other = { title: "B", sourceLanguage: "be", asOf: "2023" };
    expect(problems({ date: "10.05.2023", ...other }, { file: once })).toEqual([]);
  });
});

test("what is added to a valid file leaves all else as it was, and the file valid", () => {
  fc.assert(
    fc.property(arbitraryCaseFile(), fc.nat(), (before, index) => {
      const source = before.sources[index % before.sources.length];
      const fields = {
        kind: "other",
        note: "Words.",
        asOf: "2023",
        confirm: "yes",
        source: source?.id ?? "",
      };
      const after = CaseFile.parse(added(fields, { file: before }));
      expect({ ...after, events: after.events.slice(0, -1) }).toEqual(before);
      expect(after.events.at(-1)?.id).not.toSatisfy((id) => before.events.some((it) => it.id === id));
    }),
  );
});

test("whatever is typed, the answer is problems of this form's fields or a valid file", () => {
  const piece = fc.oneof(
    fc.constantFrom("", "2023", "10.05.2023", "s1", "be", "shizo", "https://example.org/a", "5", "yes"),
    fc.string({ unit: "binary", maxLength: 20 }),
  );
  const names = Object.keys(CaseUpdateForm.shape).filter(
    (name) => !["language", "person", "kind", "wordsIn", "confirm", "after"].includes(name),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...eventKinds),
      fc.dictionary(fc.constantFrom(...names), piece, { maxKeys: 12 }),
      (kind, fields) => {
        const update: CaseUpdate | { problems: readonly { field?: string | undefined }[] } = read({
          ...fields,
          kind,
        });
        if ("problems" in update) {
          expect(update.problems.length).toBeGreaterThan(0);
          for (const { field } of update.problems) expect(CaseUpdateForm.shape).toHaveProperty(field ?? "");
        } else {
          CaseFile.parse(withCaseUpdate(file, update, idsAfter(highestIds(file))).file);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
