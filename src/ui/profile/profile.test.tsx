import fc from "fast-check";
import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { walkFacts } from "#domain/case-file/walk.ts";
import { disclose, type PublicForm } from "#domain/disclosure.ts";
import { type Language, languages } from "#domain/languages.ts";
import { cardOf } from "#domain/person-card.ts";
import { Profile } from "#ui/profile/profile.tsx";
import { viewOf } from "#ui/profile/view.ts";
import { arbitraryCaseFile } from "../../../tests/support/arbitrary-case-file.ts";
import { publicForm, type Sections, toldIn } from "../../../tests/support/public-form.ts";
import { render } from "../../../tests/support/render.tsx";

const language = fc.constantFrom(...languages);

/** A public form of any file, with some of its facts withheld and the page saying so. */
const form = fc
  .tuple(arbitraryCaseFile(), fc.array(fc.nat({ max: 1_000 }), { maxLength: 8 }))
  .map(([file, picks]) => {
    const ids = [...walkFacts(file)].map((it) => it.id);
    const chosen = new Set(picks.map((pick) => ids[pick % ids.length] ?? ""));
    return disclose(
      file,
      [...chosen].filter(Boolean).map((fact) => ({ fact, manner: "told" as const })),
    );
  });

function profile(shown: PublicForm, in_: Language = "en"): string {
  return render(
    in_,
    <Profile
      view={viewOf(shown, { facilities: new Map(), articles: new Map() })}
      card={cardOf(12, shown)}
      version={3}
      publishedAt="2026-11-22T10:00:00.000Z"
      siteUrl="https://kartateka.example"
    />,
  );
}

function allMatches(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, group = ""]) => group);
}

describe("the profile of any file, in any language", () => {
  test("has one anchor for each fact, each withheld fact that is told, and each source", () => {
    fc.assert(
      fc.property(form, language, (shown, in_) => {
        const ids = allMatches(profile(shown, in_), / id="([^"]+)"/g);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toEqual(
          expect.arrayContaining([
            ...[...walkFacts(shown)].map((fact) => fact.id),
            ...shown.withheld.map((told) => told.id),
            ...shown.sources.map((source) => source.id),
          ]),
        );
      }),
      { numRuns: 30 },
    );
  });

  test("leads from each citation to a source or a note that is there", () => {
    fc.assert(
      fc.property(form, language, (shown, in_) => {
        const html = profile(shown, in_);
        const ids = new Set(allMatches(html, / id="([^"]+)"/g));
        for (const target of allMatches(html, /href="#([^"]+)"/g)) expect(ids).toContain(target);
        const cited = allMatches(html, /href="#(s\d+)[a-z]*"/g);
        expect(new Set(cited)).toEqual(new Set(shown.sources.map((source) => source.id)));
      }),
      { numRuns: 30 },
    );
  });

  test("is valid HTML", async () => {
    const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
    await fc.assert(
      fc.asyncProperty(form, language, async (shown, in_) => {
        const report = await validator.validateString(`<main>${profile(shown, in_)}</main>`);
        expect(report.results.flatMap((it) => it.messages.map((m) => `${m.ruleId} ${m.message}`))).toEqual(
          [],
        );
      }),
      { numRuns: 20 },
    );
  });
});

const basis = toldIn("2024");
const text = (en: string) => ({ original: "en", en });

function profileOf(sections: Sections, in_: Language = "en"): string {
  return profile(publicForm(sections), in_);
}

/** The text of the element with an id, without its citations. */
function textAt(html: string, id: string): string {
  const from = html.slice(html.indexOf(`id="${id}"`)).replaceAll(/<small>.*?<\/small>/g, "");
  return from.slice(from.indexOf(">") + 1, from.search(/<\/(?:dd|li|p|span)>/)).replaceAll(/<[^>]+>/g, "");
}

function name(id: string, lang: Language, family: string, rest: object = {}) {
  const script = lang === "en" ? "Latn" : "Cyrl";
  return { id, basis, language: lang, script, kind: "legal", family, preferred: true, ...rest };
}

describe("the three gaps", () => {
  const death = {
    autopsy: { id: "d1", value: "no", basis },
    bodyState: { id: "d2", value: "not-known", basis: [] },
  };
  const withheld = [{ id: "d3", section: "death.investigation" }];

  test("are told apart in words", () => {
    const html = profileOf({ death, withheld });
    expect(textAt(html, "d1")).toBe("no");
    expect(html).toMatch(/Not known: <span id="d2">state of the body/);
    expect(textAt(html, "d3")).toBe("withheld");
    expect(html).toContain('<dt>investigation</dt><dd id="d3">');
  });

  test("are told apart in looks", () => {
    const html = profileOf({ death, withheld });
    expect(html).toContain('<dd id="d1"><b>no</b>');
    expect(html).toContain('<p class="gap">Not known');
    expect(html).toContain('<dd id="d3"><i class="withheld">withheld</i></dd>');
  });

  test("a fact withheld within a case stands in that case", () => {
    const prosecution = (id: string) => ({ id, basis, articles: [], sentence: [] });
    const html = profileOf({
      prosecutions: [prosecution("p1"), prosecution("p2")],
      withheld: [{ id: "f1", section: "prosecutions.judge", within: "p1" }],
    });
    const [first, second] = [html.indexOf('id="p1"'), html.indexOf('id="p2"')];
    expect(html.indexOf("<dt>judge</dt>")).toBeGreaterThan(first);
    expect(html.indexOf("<dt>judge</dt>")).toBeLessThan(second);
  });
});

test("sources that contradict each other stand side by side, each value with its own", () => {
  const html = profileOf({
    death: {
      officialCause: {
        id: "d1",
        value: text("A heart attack."),
        basis: [{ source: "s1", asOf: "2023", manner: "stated" }],
        disputed: [{ value: text("Beaten."), basis: [{ source: "s2", asOf: "2023", manner: "stated" }] }],
      },
    },
  });
  const sides = html.slice(html.indexOf('<ul class="sides">'), html.indexOf("</ul>", html.indexOf("sides")));
  expect(
    sides.split("</li>").map((side) => [/>([\w ]+\.)</.exec(side)?.[1], /#s\d/.exec(side)?.[0]]),
  ).toEqual([
    ["A heart attack.", "#s1"],
    ["Beaten.", "#s2"],
    [undefined, undefined],
  ]);
});

test("a citation says how its source carries the fact, in a sign and in words, and when it was true", () => {
  const html = profileOf({
    sex: {
      id: "x1",
      value: "female",
      basis: [{ source: "s1", asOf: "2023-04", manner: "inferred", note: text("From a pronoun.") }],
    },
  });
  expect(html).toContain(
    '<a href="#s1a" aria-label="Source 1a, inferred from the source’s words">[1a≈]</a><span> as of April 2023 </span>',
  );
  expect(html).toContain('<li id="s1a">a) From a pronoun.</li>');
});

describe("the head of the page", () => {
  const dead = {
    events: [{ id: "e1", basis, kind: "death" }],
    death: {
      setting: { id: "d1", value: "in-custody", basis },
      date: { id: "d2", value: { edtf: "2023-07-11" }, basis },
    },
  };

  test("keeps the day of a death and the day of the knowledge apart", () => {
    const html = profileOf(dead);
    expect(html).toMatch(/<b>Died in custody, <time[^>]*>11 July 2023<\/time><\/b>latest information: /);
    expect(html).toContain("This is not today’s news");
  });

  test("says no day of a death of which the sources disagree", () => {
    const basisOfOther = { value: { edtf: "2023-07-12" }, basis };
    const date = { ...dead.death.date, disputed: [basisOfOther] };
    const html = profileOf({ ...dead, death: { ...dead.death, date } });
    expect(html).toContain("<b>Died in custody</b>");
  });

  test("has words of the person's gender, where it is known", () => {
    const released = { events: [{ id: "e1", basis, kind: "release", release: "pardoned" }] };
    const sex = (value: string) => ({ id: "x1", value, basis });
    expect(profileOf({ ...released, sex: sex("female") }, "be")).toContain("Вызваленая");
    expect(profileOf({ ...released, sex: sex("male") }, "ru")).toContain("Освобождён");
    expect(profileOf(released, "be")).toContain("Вызваленне");
  });

  test("says with dignity that an identity is protected", () => {
    expect(profileOf({ protectedIdentity: { id: "x1", value: "yes", basis } })).toContain(
      "The name was changed or shortened in the source for safety.",
    );
    expect(profileOf({})).not.toContain("for safety");
  });

  test("has the name in the three languages, each marked", () => {
    const html = profileOf(
      { names: [name("n1", "be", "Ашурак"), name("n2", "ru", "Ашурак"), name("n3", "en", "Ashurak")] },
      "be",
    );
    expect(html).toContain("<h1>Ашурак</h1>");
    expect(html).toContain('<span lang="ru">Ашурак</span>\u00a0· <span lang="en">Ashurak</span>');
  });
});

test("an event without a day says so, and when it was told", () => {
  const html = profileOf({ events: [{ id: "e1", basis: toldIn("2025-05-21~"), kind: "hospital" }] });
  expect(html).toContain("Day not known. Reported: about 21 May 2025");
});

test("a place leads to its page and to what happened there", () => {
  const html = profileOf({
    events: [{ id: "e1", basis, kind: "detention", custody: "not-known", facility: "akrestsina" }],
  });
  expect(html).toMatch(
    /<h2>Places<\/h2><ul><li><a href="\/en\/facilities\/akrestsina">akrestsina<\/a>\u00a0· <a href="#e1">Detention<\/a>/,
  );
});

test("a text in another language than the page's is marked, and so is a spelling in other letters", () => {
  const html = profileOf(
    {
      names: [name("n1", "be", "Ašurak", { script: "Latn" })],
      events: [{ id: "e1", basis, kind: "other", note: text("He spoke in court.") }],
    },
    "be",
  );
  expect(html).toContain('<span lang="en">He spoke in court.</span>');
  expect(html).toContain('<b lang="be-Latn">Ašurak</b>');
});

test("the citation line names the card, the version, its day and the address at which it stays", () => {
  const html = profileOf({ names: [name("n1", "en", "Ashurak")] });
  expect(html).toContain(
    "Ashurak. Card № 0012, version 3. Kartateka, 22 November 2026. https://kartateka.example/en/people/12/versions/3",
  );
});

test("no name can end the block of linked data", () => {
  const html = profileOf({ names: [name("n1", "en", "</script><script>alert(1)</script>")] });
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toContain("<script>");
});

test("what is withheld in silence leaves no trace", () => {
  const file = {
    names: [name("n1", "en", "Ashurak")],
    events: [{ id: "e1", basis, kind: "other", note: text("CANARY") }],
  };
  const html = profile(disclose(publicForm(file), [{ fact: "e1", manner: "silent" }]));
  expect(html).not.toMatch(/CANARY|id="e1"|withheld|What happened/);
});
