import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { walkFacts } from "#domain/case-file/walk.ts";
import { disclose, type FactWithholding, manners, PublicForm } from "#domain/disclosure.ts";
import { isRecord } from "#domain/json.ts";
import { arbitraryCaseFile } from "../../tests/support/arbitrary-case-file.ts";
import { publicForm, toldIn } from "../../tests/support/public-form.ts";

const canary = "CANARY";

/** A file, and withholdings of some of its facts, each fact once at most. */
const fileAndWithholdings = fc
  .tuple(
    arbitraryCaseFile(),
    fc.array(fc.tuple(fc.nat({ max: 1_000 }), fc.constantFrom(...manners)), { maxLength: 12 }),
  )
  .map(([file, picks]) => {
    const ids = [...walkFacts(file)].map((it) => it.id);
    const chosen = new Map(
      picks.flatMap(([pick, manner]) => {
        const id = ids[pick % ids.length];
        return id === undefined ? [] : [[id, manner] as const];
      }),
    );
    const withholdings: FactWithholding[] = [...chosen].map(([fact, manner]) => ({ fact, manner }));
    return { file, withholdings };
  });

/** Ids of the withheld facts and of all facts inside them. */
function hiddenIds(file: CaseFile, withholdings: readonly FactWithholding[]): Set<string> {
  const withheld = new Set(withholdings.map((it) => it.fact));
  const hidden = [...walkFacts(file)].filter(
    ({ id, within }) => withheld.has(id) || (within !== undefined && withheld.has(within)),
  );
  return new Set(hidden.map((it) => it.id));
}

/** The same file with the canary in each basis of what is withheld, and in the titles of sources that only that names. */
function withCanaries(file: CaseFile, withholdings: readonly FactWithholding[]): CaseFile {
  const hidden = hiddenIds(file, withholdings);
  const named = new Set(
    [...walkFacts(file)]
      .filter((it) => !hidden.has(it.id))
      .flatMap((it) => it.bases.map((basis) => basis.source)),
  );
  function plant(node: unknown, inHidden: boolean): unknown {
    if (Array.isArray(node)) return node.map((item) => plant(item, inHidden));
    if (!isRecord(node)) return node;
    if (inHidden && "asOf" in node) return { ...node, note: { original: "en", en: canary } };
    const isHidden = inHidden || (typeof node.id === "string" && hidden.has(node.id));
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plant(value, isHidden)]));
  }
  return CaseFile.parse({
    ...file,
    ...Object.fromEntries(Object.entries(file).map(([key, value]) => [key, plant(value, false)])),
    sources: file.sources.map((it) => (named.has(it.id) ? it : { ...it, title: canary })),
  });
}

describe("what is withheld", () => {
  test("never occurs in the public form, nor do sources that only it names", () => {
    let planted = 0;
    fc.assert(
      fc.property(fileAndWithholdings, ({ file, withholdings }) => {
        const withCanary = withCanaries(file, withholdings);
        if (JSON.stringify(withCanary).includes(canary)) planted += 1;
        expect(JSON.stringify(disclose(withCanary, withholdings))).not.toContain(canary);
      }),
    );
    expect(planted).toBeGreaterThan(50);
  });

  test("leaves its id and place where it is told, and no trace where it is silent or stands inside what is withheld", () => {
    fc.assert(
      fc.property(fileAndWithholdings, ({ file, withholdings }) => {
        const withheld = new Set(withholdings.map((it) => it.fact));
        const form = disclose(file, withholdings);
        const text = JSON.stringify({ ...form, withheld: [] });
        for (const { id, section, within } of walkFacts(file)) {
          const isInside = within !== undefined && withheld.has(within);
          const manner = withholdings.find((it) => it.fact === id)?.manner;
          if (manner === undefined && !isInside) continue;
          expect(text).not.toContain(`"${id}"`);
          const told = form.withheld.filter((it) => it.id === id);
          const place = within === undefined ? { id, section } : { id, section, within };
          expect(told).toEqual(manner === "told" && !isInside ? [place] : []);
        }
        expect(form.withheld.length).toBeLessThanOrEqual(withholdings.length);
      }),
    );
  });

  test("takes nothing else with it", () => {
    fc.assert(
      fc.property(fileAndWithholdings, ({ file, withholdings }) => {
        const hidden = hiddenIds(file, withholdings);
        const shown = [...walkFacts(disclose(file, withholdings))];
        const expected = [...walkFacts(file)].filter((it) => !hidden.has(it.id));
        expect(shown.map(({ id, section, bases }) => ({ id, section, bases }))).toEqual(
          expected.map(({ id, section, bases }) => ({ id, section, bases })),
        );
        const titles = new Map(file.sources.map((it) => [it.id, it]));
        for (const source of disclose(file, withholdings).sources) {
          expect(source).toEqual(titles.get(source.id));
        }
      }),
    );
  });
});

test("a public form is one by its own schema, and disclosing it again changes nothing", () => {
  fc.assert(
    fc.property(fileAndWithholdings, ({ file, withholdings }) => {
      const form = disclose(file, withholdings);
      expect(PublicForm.parse(form)).toEqual(form);
      expect(disclose(form, withholdings)).toEqual(form);
    }),
  );
});

test("withholding more of a public form gives what withholding all at once does", () => {
  fc.assert(
    fc.property(fileAndWithholdings, fc.nat({ max: 12 }), ({ file, withholdings }, first) => {
      const inTwoSteps = disclose(disclose(file, withholdings.slice(0, first)), withholdings);
      const atOnce = disclose(file, withholdings);
      const byId = (form: PublicForm) => [...form.withheld].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect({ ...inTwoSteps, withheld: byId(inTwoSteps) }).toEqual({ ...atOnce, withheld: byId(atOnce) });
    }),
  );
});

test("with nothing withheld all is shown but sources that nothing names, and an empty death", () => {
  fc.assert(
    fc.property(arbitraryCaseFile(), (file) => {
      const { sources, withheld, death = {}, ...shown } = disclose(file, []);
      const { sources: all, death: deathOnFile = {}, ...rest } = file;
      expect(death).toEqual(deathOnFile);
      const named = new Set([...walkFacts(file)].flatMap((it) => it.bases.map((basis) => basis.source)));
      expect(shown).toEqual(rest);
      expect(sources).toEqual(all.filter((it) => named.has(it.id)));
      expect(withheld).toEqual([]);
    }),
  );
});

test("a death of which everything is withheld leaves no death", () => {
  const basis = toldIn("2023-05-21");
  const { withheld: _, ...file } = publicForm({
    death: {
      setting: { id: "d1", basis, value: "in-custody" },
      date: { id: "d2", basis, value: "not-known" },
    },
  });
  const form = disclose(file, [
    { fact: "d1", manner: "silent" },
    { fact: "d2", manner: "silent" },
  ]);
  expect("death" in form).toBe(false);
});

test("sources go that only what is withheld names, and stay where anything shown names them", () => {
  const [first, second, third] = toldIn("2021", "2022", "2023");
  const { withheld: _, ...file } = publicForm({
    events: [
      { id: "e1", basis: [first, second], kind: "charge" },
      { id: "e2", basis: [second], kind: "search" },
    ],
    sex: { id: "x1", basis: [], value: "not-known", disputed: [{ value: "male", basis: [third] }] },
  });
  const sourcesOf = (form: PublicForm) => form.sources.map((it) => it.id);
  expect(sourcesOf(disclose(file, []))).toEqual(["s1", "s2", "s3"]);
  expect(sourcesOf(disclose(file, [{ fact: "e1", manner: "told" }]))).toEqual(["s2", "s3"]);
  expect(sourcesOf(disclose(file, [{ fact: "x1", manner: "silent" }]))).toEqual(["s1", "s2"]);
});

test("what was told inside a fact is no longer told once that fact is withheld", () => {
  const basis = toldIn("2023-05-21");
  const judge = { id: "f1", basis, value: { original: "en", en: "A judge" } };
  const { withheld: _, ...file } = publicForm({
    prosecutions: [{ id: "p1", basis, articles: [], sentence: [], judge }],
  });
  const told = disclose(file, [{ fact: "f1", manner: "told" }]);
  expect(disclose(told, [{ fact: "p1", manner: "silent" }]).withheld).toEqual([]);
});

test("an event stays where the prosecution that it belongs to is withheld, and no longer names it", () => {
  const basis = toldIn("2023-05-21");
  const { withheld, ...file } = publicForm({
    events: [{ id: "e1", basis, kind: "charge", prosecution: "p1" }],
    prosecutions: [{ id: "p1", basis, articles: [], sentence: [] }],
  });
  expect(withheld).toEqual([]);
  const form = disclose(file, [{ fact: "p1", manner: "silent" }]);
  expect(form.events).toEqual([{ id: "e1", basis, kind: "charge" }]);
});

test("a judge that is withheld and told names the prosecution", () => {
  const basis = toldIn("2023-05-21");
  const judge = { id: "f1", basis, value: { original: "en", en: "A judge" } };
  const { withheld: _, ...file } = publicForm({
    prosecutions: [{ id: "p1", basis, articles: [], sentence: [], judge }],
  });
  expect(disclose(file, [{ fact: "f1", manner: "told" }]).withheld).toEqual([
    { id: "f1", section: "prosecutions.judge", within: "p1" },
  ]);
});
