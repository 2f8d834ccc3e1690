import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { custodyKinds, releaseKinds } from "#domain/case-file/events.ts";
import { walkFacts } from "#domain/case-file/walk.ts";
import { disclose, PublicForm } from "#domain/disclosure.ts";
import { custodyFacetOf, deriveStatus, exitOf, type State, Status, states } from "#domain/status.ts";
import { arbitraryCaseFile } from "../../tests/support/arbitrary-case-file.ts";
import { publicForm, type Sections, toldIn } from "../../tests/support/public-form.ts";

let lastId = 0;
const nextId = () => `f${++lastId}`;

/** An event told by texts of these days; `date` undefined where its own day is not known. */
function event(kind: string, date: string | undefined, told: string | string[], more: object = {}) {
  return {
    id: nextId(),
    kind,
    ...(date && { date: { edtf: date } }),
    basis: toldIn(...[told].flat()),
    ...more,
  };
}

const detention = (date: string | undefined, told: string | string[], custody = "pre-trial-detention") =>
  event("detention", date, told, { custody });
const reported = (date: string | undefined, told: string, custody = "not-known") =>
  event("reported-in-custody", date, told, { custody });
const release = (kind: string, date: string | undefined, told: string | string[]) =>
  event("release", date, told, { release: kind });

function prosecution(types: string[], told: string, more: { verdict?: string; inAbsentia?: boolean } = {}) {
  const basis = toldIn(told);
  return {
    id: nextId(),
    basis,
    articles: [],
    sentence: types.map((type) => ({ id: nextId(), basis, type, term: { years: 5 } })),
    ...(more.verdict && { verdictDate: { id: nextId(), basis, value: { edtf: more.verdict } } }),
    ...(more.inAbsentia && { inAbsentia: { id: nextId(), basis, value: "yes" } }),
  };
}

function deathFacts(told: string, facts: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      { id: nextId(), basis: value === "not-known" ? [] : toldIn(told), value },
    ]),
  );
}

const statusOf = (sections: Sections) => deriveStatus(publicForm(sections));
const status = (state: State, asOf: string | null, more: Partial<Status> = {}): Status => ({
  state,
  custody: null,
  release: null,
  asOf,
  ...more,
});

describe("custody", () => {
  test("detained, and no more is told", () => {
    expect(statusOf({ events: [detention("2020-09-07", "2024-02")] })).toEqual(
      status("in-custody", "2024-02", { custody: "pre-trial-detention" }),
    );
  });

  test("is as of the freshest text that tells of it", () => {
    const events = [detention("2020-09-07", ["2021", "2024-09-13"]), reported("2023-05-21", "2023-05-21")];
    expect(statusOf({ events })).toEqual(status("in-custody", "2024-09-13", { custody: "not-known" }));
  });

  test("is as of the sentence that a fresher text tells", () => {
    const prosecutions = [prosecution(["imprisonment"], "2023-05-21", { verdict: "2023-03" })];
    expect(statusOf({ events: [detention("2021-05-18", "2021")], prosecutions }).asOf).toBe("2023-05-21");
  });

  test("has the kind that was last told", () => {
    const events = [
      event("transfer", "2022-01", "2023", { custody: "penal-colony" }),
      detention("2020-09-07", "2023"),
      event("punishment-cell", "2022-11", "2023", { cell: "shizo" }),
    ];
    expect(statusOf({ events }).custody).toBe("penal-colony");
  });

  test("of a kind that ends with a sentence is of no known kind after it", () => {
    const events = [detention("2021-05-18", "2023-05-21")];
    const sentenced = prosecution(["imprisonment"], "2023-05-21", { verdict: "2023-03-17" });
    expect(statusOf({ events, prosecutions: [sentenced] })).toEqual(
      status("in-custody", "2023-05-21", { custody: "not-known" }),
    );
    const earlier = prosecution(["imprisonment"], "2023-05-21", { verdict: "2016" });
    expect(statusOf({ events, prosecutions: [earlier] }).custody).toBe("pre-trial-detention");
  });

  test("is told by a punishment cell and by silence alone, without its kind", () => {
    for (const it of [
      event("punishment-cell", undefined, "2025-05-21~", { cell: "shizo" }),
      event("reported-incommunicado", undefined, "2024-02"),
    ]) {
      expect(statusOf({ events: [it] })).toMatchObject({ state: "in-custody", custody: "not-known" });
    }
  });

  test.each(["charge", "search", "hospital", "ill-treatment", "dismissal", "attempted-expulsion"])(
    "is not told by: %s",
    (kind) => {
      expect(statusOf({ events: [event(kind, "2021", "2021-06-01")] })).toEqual(
        status("never-known-in-custody", "2021-06-01"),
      );
    },
  );
});

describe("a sentence", () => {
  test.each(["imprisonment", "open-facility", "arrest", "psychiatric-treatment"])(
    "of %s, with no report of custody, is a sentence only",
    (type) => {
      expect(statusOf({ prosecutions: [prosecution([type], "2021")] })).toEqual(status("sentenced", "2021"));
    },
  );

  test.each([["suspended"], ["fine"], ["home-confinement"]])("%s puts nobody into custody", (type) => {
    expect(statusOf({ prosecutions: [prosecution([type, "fine"], "2021")] })).toEqual(
      status("never-known-in-custody", "2021"),
    );
  });

  test("in absentia never makes custody", () => {
    const prosecutions = [prosecution(["imprisonment"], "2024-06-01", { inAbsentia: true })];
    expect(statusOf({ prosecutions }).state).toBe("never-known-in-custody");
    expect(statusOf({ prosecutions, events: [event("flight", "2021-07", "2021-08")] })).toEqual(
      status("fled", "2021-08"),
    );
  });

  test("counts again where the fact that it was in absentia is withheld, but not against a flight", () => {
    const prosecutions = [prosecution(["imprisonment"], "2024-06-01", { verdict: "2024-05" })];
    expect(statusOf({ prosecutions, events: [event("flight", "2021-07", "2021-08")] }).state).toBe("fled");
  });

  test("after a release that ended another case is the later word", () => {
    const events = [detention("2019", "2022"), release("sentence-served", "2020-03", "2022")];
    const prosecutions = [prosecution(["imprisonment"], "2022", { verdict: "2021-10-05" })];
    expect(statusOf({ events, prosecutions })).toEqual(status("sentenced", "2022"));
  });

  test("whose day is not known follows a release to await trial, and comes before a pardon", () => {
    const prosecutions = [prosecution(["imprisonment"], "2025-05-21~")];
    const until = (kind: string) =>
      statusOf({
        events: [detention("2020-12", "2025-05-21~"), release(kind, "2021-08", "2025-05-21~")],
        prosecutions,
      });
    expect(until("awaiting-trial").state).toBe("sentenced");
    expect(until("end-of-detention").state).toBe("sentenced");
    expect(until("pardoned")).toEqual(status("released", "2025-05-21~", { release: "pardoned" }));
  });
});

describe("a release", () => {
  test("imprisoned by a text of 2023, pardoned in August 2024", () => {
    const events = [
      reported("2023-05-21", "2023-05-21"),
      release("pardoned", "2024-08", "2025-05-21~"),
      detention(undefined, "2025-05-21~"),
    ];
    const prosecutions = [prosecution(["imprisonment"], "2025-05-21~")];
    expect(statusOf({ events, prosecutions })).toEqual(
      status("released", "2025-05-21~", { release: "pardoned" }),
    );
  });

  test("after serving, and a later sentence in absentia", () => {
    const events = [detention(undefined, "2025-05-21~"), release("sentence-served", "2023", "2025-05-21~")];
    const prosecutions = [
      prosecution(["imprisonment"], "2025-05-21~"),
      prosecution(["imprisonment"], "2025-05-21~", { verdict: "2024", inAbsentia: true }),
    ];
    expect(statusOf({ events, prosecutions })).toEqual(
      status("released", "2025-05-21~", { release: "sentence-served" }),
    );
  });

  test("of a known year ends the custody that an older text reports within that year", () => {
    const events = [release("sentence-served", "2023", "2025-05-21~"), reported("2023-05-21", "2023-05-21")];
    expect(statusOf({ events }).state).toBe("released");
  });

  test("of a known year that was told before a report of custody comes before it", () => {
    const events = [reported("2023-05-21", "2023-05-21"), release("parole", "2023", "2023-02-01")];
    expect(statusOf({ events }).state).toBe("in-custody");
  });

  test("without a day comes before what is reported after the text that tells of it", () => {
    const events = [release("not-known", undefined, "2021"), reported("2023-05-21", "2023-05-21")];
    expect(statusOf({ events }).state).toBe("in-custody");
    const later = [release("not-known", undefined, "2024-09-13"), reported("2023-05-21", "2023-05-21")];
    expect(statusOf({ events: later })).toEqual(status("released", "2024-09-13", { release: "not-known" }));
  });

  test("gives way to a detention after it", () => {
    const events = [
      detention("2020-08-10", "2021"),
      release("end-of-detention", "2020-08-20", "2021"),
      detention("2020-11-05", "2021", "administrative-detention"),
    ];
    expect(statusOf({ events })).toEqual(
      status("in-custody", "2021", { custody: "administrative-detention" }),
    );
  });

  test("gives way to an undated detention in a fresher text, not to one in a text that tells of the release", () => {
    const freed = release("amnestied", "2021-03", "2021-06-01");
    expect(statusOf({ events: [freed, detention(undefined, "2023-05-21")] }).state).toBe("in-custody");
    expect(statusOf({ events: [freed, detention(undefined, "2021-06-01")] }).state).toBe("released");
    expect(statusOf({ events: [freed, detention(undefined, ["2020-12-01", "2023-05-21"])] }).state).toBe(
      "released",
    );
  });

  test("on the day of the detention follows it as the file has them", () => {
    const [held, freed] = [detention("2021-03", "2021"), release("end-of-detention", "2021-03-15", "2021")];
    expect(statusOf({ events: [held, freed] }).state).toBe("released");
    const again = detention("2021-03", "2021");
    expect(statusOf({ events: [held, freed, again] }).state).toBe("in-custody");
  });

  test("told by the fresher of two texts on what may be one time counts, in whatever order the file has them", () => {
    const [older, fresher] = [
      release("parole", "2023", "2023-12-01"),
      release("pardoned", "2023", "2024-09-13"),
    ];
    for (const events of [
      [older, fresher],
      [fresher, older],
    ]) {
      expect(statusOf({ events })).toEqual(status("released", "2024-09-13", { release: "pardoned" }));
    }
  });

  test("that a text has before its day is of its first day", () => {
    const events = [release("pardoned", "2023-01-01/..", "2022"), reported("2023-05-21", "2023-05-21")];
    expect(statusOf({ events }).state).toBe("in-custody");
  });

  test("of no known kind takes the kind that another text gives", () => {
    const events = [
      release("not-known", undefined, "2025-05-21~"),
      release("pardoned", "2024-08", "2024-09-13"),
    ];
    expect(statusOf({ events })).toEqual(status("released", "2025-05-21~", { release: "pardoned" }));
  });

  test("of no known kind does not take the kind of one before another imprisonment", () => {
    const events = [
      detention("2020-08-10", "2021"),
      release("end-of-detention", "2020-08-20", "2021"),
      reported("2023-05-21", "2023-05-21"),
      release("not-known", undefined, "2025-05-21~"),
    ];
    expect(statusOf({ events }).release).toBe("not-known");
  });
});

describe("leaving the country", () => {
  test("short detentions, then flight", () => {
    const events = [
      detention("2020-08-10", "2021", "administrative-detention"),
      release("end-of-detention", "2020-08-25", "2021"),
      detention("2020-11-01", "2021", "administrative-detention"),
      release("end-of-detention", "2020-11-15", "2021"),
      event("flight", undefined, "2021"),
    ];
    expect(statusOf({ events })).toEqual(status("fled", "2021"));
  });

  test("released and deported on one day", () => {
    const events = [
      event("deportation", "2025-06-21", "2025-06-22"),
      reported("2025-05-21", "2025-05-21"),
      release("pardoned", "2025-06-21", "2025-06-22"),
    ];
    expect(statusOf({ events })).toEqual(status("deported", "2025-06-22"));
  });

  test("and detained after coming back", () => {
    const events = [event("flight", "2021", "2021-12-01"), detention("2023-02-01", "2023-05-21")];
    expect(statusOf({ events }).state).toBe("in-custody");
  });
});

describe("death", () => {
  const held = [detention("2020-12", "2021")];
  const freed = [...held, release("sentence-served", "2024-12", "2025-05-21~")];

  test.each([
    ["in-custody", "died-in-custody"],
    ["after-police-custody", "died-after-police-custody"],
    ["after-release", "died-after-release"],
    ["outside-custody", "killed-outside-custody"],
    ["not-known", "died"],
  ])("setting %s: %s, whatever was reported before", (setting, state) => {
    for (const events of [[], held, freed]) {
      const told = [...events, event("death", "2021-05-21", "2021-06-01")];
      expect(statusOf({ events: told, death: deathFacts("2025-05-21~", { setting }) })).toMatchObject({
        state,
      });
    }
  });

  test("under investigation is in custody only for who was held", () => {
    const death = deathFacts("2024", { setting: "under-investigation" });
    expect(statusOf({ events: held, death }).state).toBe("died-in-custody");
    expect(statusOf({ death }).state).toBe("died");
  });

  test("in hospital after a beating by the police", () => {
    const events = [
      detention("2020-11-11", "2021", "administrative-detention"),
      event("ill-treatment", "2020-11-11", "2021"),
      event("hospital", "2020-11-11", "2021"),
      event("death", "2020-11-12", "2021"),
    ];
    const death = deathFacts("2021", { setting: "after-police-custody" });
    expect(statusOf({ events, death })).toEqual(status("died-after-police-custody", "2021"));
  });

  test("after release keeps the kind of the release", () => {
    const death = deathFacts("2025-05-21~", { setting: "after-release" });
    expect(statusOf({ events: freed, death })).toEqual(
      status("died-after-release", "2025-05-21~", { release: "sentence-served" }),
    );
  });

  test("whose setting is withheld is told as the other facts allow", () => {
    const death = event("death", "2025-01", "2025-05-21~");
    expect(statusOf({ events: [...held, death] }).state).toBe("died");
    expect(statusOf({ events: [...freed, death] }).state).toBe("died-after-release");
    expect(statusOf({ events: [{ ...death, facility: "ik-4" }] }).state).toBe("died-in-custody");
    expect(statusOf({ events: [event("killing-outside-custody", "2020-08-10", "2021")] }).state).toBe(
      "killed-outside-custody",
    );
    const cause = { original: "en", en: "Sepsis" };
    expect(statusOf({ events: held, death: deathFacts("2023-07-11", { officialCause: cause }) })).toEqual(
      status("died", "2023-07-11"),
    );
  });

  test("that is known not to be one is none", () => {
    expect(statusOf({ events: held, death: deathFacts("2025", { setting: "no" }) }).state).toBe("in-custody");
  });
});

describe("the day that the knowledge ends", () => {
  test("is compared by first days, and the more exact of two that begin alike", () => {
    expect(statusOf({ events: [detention("2020", ["2024-09-13", "2024", "2023-05-21"])] }).asOf).toBe(
      "2024-09-13",
    );
    expect(statusOf({ events: [detention("2020", ["2024", "2024-01", "../2023"])] }).asOf).toBe("2024-01");
  });

  test("is not moved by what was added from reference works", () => {
    const reference = { source: "s2", asOf: "2026-11-22", manner: "reference" };
    const name = { id: "n1", language: "be", script: "Cyrl", kind: "legal", given: "Марыя", preferred: true };
    const names = [{ ...name, basis: [...toldIn("2021"), reference] }];
    expect(statusOf({ names })).toEqual(status("never-known-in-custody", "2021"));
    expect(statusOf({}).asOf).toBeNull();
  });
});

const forms = arbitraryCaseFile().map((file) => disclose(file, []));

describe("of any file", () => {
  test("the status is one, is of a day that a basis names, and has the details of its state only", () => {
    const seen = new Set<State>();
    fc.assert(
      fc.property(forms, (form) => {
        const derived = Status.parse(deriveStatus(form));
        seen.add(derived.state);
        const days = [...walkFacts(form)].flatMap((it) => it.bases.map((basis) => basis.asOf));
        if (derived.asOf !== null) expect(days).toContain(derived.asOf);
        expect(derived.custody !== null).toBe(derived.state === "in-custody");
        if (derived.state === "released") expect(derived.release).not.toBeNull();
        else if (derived.state !== "died-after-release") expect(derived.release).toBeNull();
      }),
      { numRuns: 300 },
    );
    expect(seen.size).toBeGreaterThan(states.length - 4);
  });

  test("a sentence in absentia changes nothing but the day of who was never known in custody", () => {
    const inAbsentia = PublicForm.shape.prosecutions.parse([
      prosecution(["imprisonment"], "2025-12-31", { verdict: "2025-12-30", inAbsentia: true }),
    ]);
    fc.assert(
      fc.property(forms, (form) => {
        const { asOf, ...derived } = deriveStatus(form);
        const { asOf: later, ...same } = deriveStatus({
          ...form,
          prosecutions: [...form.prosecutions, ...inAbsentia],
        });
        expect(same).toEqual(derived);
        if (derived.state !== "never-known-in-custody") expect(later).toBe(asOf);
      }),
    );
  });

  test("a detention after all that is told is the status, unless the person has died", () => {
    const held = PublicForm.shape.events.parse([detention("2030-01-01", "2030-01-02", "prison")]);
    fc.assert(
      fc.property(forms, (form) => {
        const { state } = deriveStatus(form);
        const after = deriveStatus({ ...form, events: [...held, ...form.events] });
        if (/died|killed/.test(state)) expect(after.state).toMatch(/died|killed/);
        else expect(after).toEqual(status("in-custody", "2030-01-02", { custody: "prison" }));
      }),
    );
  });

  test("a release after all that is told is the status, unless the person has died", () => {
    const freed = PublicForm.shape.events.parse([release("exchanged", "2030-01-01", "2030-01-02")]);
    fc.assert(
      fc.property(forms, (form) => {
        const { state } = deriveStatus(form);
        const after = deriveStatus({ ...form, events: [...freed, ...form.events] });
        if (/died|killed/.test(state)) expect(after.state).toMatch(/died|killed/);
        else expect(after).toEqual(status("released", "2030-01-02", { release: "exchanged" }));
      }),
    );
  });

  test("events of different days, told in any order, give the same", () => {
    const dayOf = (index: number) => `2020-${String((index % 12) + 1).padStart(2, "0")}-05`;
    const kinds = fc.array(
      fc.constantFrom("detention", "reported-in-custody", "release", "flight", "deportation", "charge"),
      { maxLength: 10 },
    );
    const shuffled = kinds.chain((list) => {
      const events = list.map((kind, index) =>
        event(kind, dayOf(index), "2022", {
          ...(["detention", "reported-in-custody"].includes(kind) && { custody: "prison" }),
          ...(kind === "release" && { release: "parole" }),
        }),
      );
      return fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }));
    });
    fc.assert(
      fc.property(shuffled, ([inOrder, inDisorder]) => {
        expect(statusOf({ events: inDisorder })).toEqual(statusOf({ events: inOrder }));
        const last = inOrder.findLast((it) => it.kind !== "charge");
        const byKind: Record<string, State> = {
          flight: "fled",
          deportation: "deported",
          release: "released",
        };
        const expected = last === undefined ? "never-known-in-custody" : (byKind[last.kind] ?? "in-custody");
        expect(statusOf({ events: inOrder }).state).toBe(expected);
      }),
    );
  });
});

describe("facets", () => {
  test("an exit is how custody ended", () => {
    for (const kind of releaseKinds) {
      const released = status("released", "2021", { release: kind });
      expect(exitOf(released)).toBe(kind === "awaiting-trial" ? null : kind);
      expect(custodyFacetOf(released)).toBe(kind === "awaiting-trial" ? kind : null);
    }
    expect(states.map((state) => [state, exitOf(status(state, "2021"))])).toEqual([
      ["in-custody", null],
      ["sentenced", null],
      ["released", "not-known"],
      ["deported", "deported"],
      ["fled", "fled"],
      ["died-in-custody", "died"],
      ["died-after-police-custody", "died"],
      ["died-after-release", "died"],
      ["killed-outside-custody", null],
      ["died", "died"],
      ["never-known-in-custody", null],
    ]);
  });

  test("custody is where who has not left it was last known", () => {
    for (const custody of custodyKinds) {
      expect(custodyFacetOf(status("in-custody", "2021", { custody }))).toBe(custody);
    }
    expect(custodyFacetOf(status("sentenced", "2021"))).toBe("sentenced");
    expect(custodyFacetOf(status("never-known-in-custody", null))).toBe("never-known-in-custody");
    expect(custodyFacetOf(status("died-in-custody", "2021"))).toBeNull();
  });
});
