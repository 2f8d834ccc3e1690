import { expect, test } from "vitest";
import { cardOf } from "#domain/person-card.ts";
import { personJsonLd } from "#ui/profile/person-json-ld.ts";
import { publicForm, toldIn } from "../../../tests/support/public-form.ts";

const basis = toldIn("2024");
const text = (en: string) => ({ original: "en", en });
const url = "https://kartateka.example/en/people/7";

function name(id: string, family: string, preferred: boolean) {
  return { id, basis, language: "en", script: "Latn", kind: "legal", given: "Ales", family, preferred };
}

const sections = {
  names: [name("n1", "Pushkin", true), name("n2", "Puskin", false)],
  occupations: [{ id: "o1", basis, title: text("artist") }],
  citizenships: [{ id: "z1", basis, country: "BY" }],
  birth: { date: { id: "x1", value: { edtf: "1965-08-06" }, basis } },
  death: {
    date: { id: "d1", value: { edtf: "2023-07" }, basis },
    officialCause: { id: "d2", value: text("CANARY of a cause"), basis },
  },
  health: {
    riskGroups: [],
    conditions: [
      {
        id: "h1",
        basis,
        condition: text("CANARY ulcer"),
        group: "physical-illness",
        onset: "in-custody",
        care: "denied",
      },
    ],
  },
  summary: { id: "x2", value: text("CANARY summary that may tell of health"), basis },
};

function jsonLd(form: ReturnType<typeof publicForm>) {
  return personJsonLd(cardOf(7, form), form, "en", url);
}

test("names the person, with every spelling, occupation, citizenship and dates, but no health", () => {
  const data = jsonLd(publicForm(sections));
  expect(data).toEqual({
    "@type": "Person",
    name: "Ales Pushkin",
    url,
    identifier: "7",
    alternateName: ["Ales Puskin"],
    jobTitle: ["artist"],
    nationality: [{ "@type": "Country", name: "BY" }],
    birthDate: "1965-08-06",
    deathDate: "2023-07",
  });
  expect(JSON.stringify(data)).not.toContain("CANARY");
});

test("of a protected person it has the name in use only", () => {
  const names = sections.names.map((it) => ({ ...it, kind: "pseudonym" }));
  const form = publicForm({ ...sections, names, protectedIdentity: { id: "x9", value: "yes", basis } });
  expect(jsonLd(form)).toEqual({ "@type": "Person", name: "Ales Pushkin", url });
});

test("a date that isn't exact, or that sources dispute, is left out", () => {
  const form = publicForm({
    ...sections,
    birth: { date: { id: "x1", value: { edtf: "1965~" }, basis } },
    death: {
      date: {
        id: "d1",
        value: { edtf: "2023-07-11" },
        basis,
        disputed: [{ value: { edtf: "2023-07-10" }, basis }],
      },
    },
  });
  expect(jsonLd(form)).not.toHaveProperty("birthDate", expect.anything());
  expect(jsonLd(form)).not.toHaveProperty("deathDate", expect.anything());
});
