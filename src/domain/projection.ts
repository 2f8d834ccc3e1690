import type { Death } from "#domain/case-file/death.ts";
import type { EventKind } from "#domain/case-file/events.ts";
import { type Basis, known } from "#domain/case-file/fact.ts";
import type { RiskGroup } from "#domain/case-file/health.ts";
import { type RecognitionState, recognitionStates } from "#domain/case-file/recognition.ts";
import { type DateBounds, dateBounds, type Edtf } from "#domain/dates/partial-date.ts";
import type { PublicForm } from "#domain/disclosure.ts";
import { latestAsOf } from "#domain/knowledge.ts";
import { type Language, languages } from "#domain/languages.ts";
import { recallKeys } from "#domain/names/recall-keys.ts";
import { cardOf, fullName, headingName } from "#domain/person-card.ts";
import { proseOf } from "#domain/prose.ts";
import { custodyFacetOf, exitOf } from "#domain/status.ts";
import { yearsOf } from "#domain/years.ts";

/** How a person stands with those who recognise political prisoners, strongest first; `called` is a text's word only. */
export const recognitionFacets = [...recognitionStates, "called", "none"] as const;
export type RecognitionFacet = (typeof recognitionFacets)[number];

/** The rows that lists, filters, facilities' pages and search read, made from a public form alone. */
export type Projection = ReturnType<typeof projectionOf>;

/** The projection of a person's current public form. Nothing in it depends on today. */
export function projectionOf(number: number, form: PublicForm) {
  const card = cardOf(number, form);
  return {
    card,
    sort: sortNames(number, form),
    state: card.status.state,
    custody: custodyFacetOf(card.status),
    exit: exitOf(card.status),
    sex: card.sex ?? null,
    recognition: recognitionFacet(form),
    names: form.names.map((name) => ({
      factId: name.id,
      language: name.language,
      script: name.script,
      preferred: name.preferred,
      text: fullName(name),
      given: name.given ?? null,
      patronymic: name.patronymic ?? null,
      family: name.family ?? null,
      keys: recallKeys(name),
    })),
    categories: card.categories,
    events: form.events.map((event) => ({
      factId: event.id,
      kind: event.kind,
      edtf: event.date?.edtf ?? null,
      ...bounds(event.date?.edtf),
    })),
    charges: form.prosecutions.flatMap((prosecution) =>
      prosecution.articles.map((article) => ({
        factId: article.id,
        prosecutionId: prosecution.id,
        articleCode: article.code,
      })),
    ),
    sentences: form.prosecutions.flatMap((prosecution) =>
      prosecution.sentence.map((punishment) => ({
        factId: punishment.id,
        prosecutionId: prosecution.id,
        type: punishment.type,
        years: punishment.term?.years ?? null,
        months: punishment.term?.months ?? null,
        days: punishment.term?.days ?? null,
        regime: punishment.regime ?? null,
        inAbsentia: known(prosecution.inAbsentia) === "yes",
      })),
    ),
    stays: staysOf(form),
    conditions: form.health.conditions.map((condition) => ({
      factId: condition.id,
      group: condition.group,
      onset: condition.onset,
      care: condition.care,
      details: {
        condition: condition.condition,
        ...(condition.note && { note: condition.note }),
        asOf: dayOf(condition.basis),
      },
    })),
    risks: risksOf(form),
    death: form.death && deathOf(form.death),
    prose: proseOf(form),
    years: yearsOf(form),
  };
}

function sortNames(number: number, form: PublicForm): Record<Language, string> {
  const sortName = (language: Language) => {
    const name = [language, ...languages].map((it) => headingName(form.names, it)).find((it) => it);
    // "Family given" is how a card index is sorted; a nameless card goes by its number.
    return name ? [name.family, name.given, name.patronymic].filter(Boolean).join(" ") : `№ ${number}`;
  };
  return { be: sortName("be"), ru: sortName("ru"), en: sortName("en") };
}

function recognitionFacet(form: PublicForm): RecognitionFacet {
  const states = new Set<RecognitionState>(form.recognitions.map((it) => it.state));
  const strongest = recognitionStates.find((state) => states.has(state));
  if (strongest) return strongest;
  return known(form.calledPoliticalPrisoner) === "yes" ? "called" : "none";
}

type Stay = {
  factId: string;
  facilityCode: string;
  kind: EventKind;
  edtf: Edtf | null;
  asOf: Edtf;
};

function staysOf(form: PublicForm): Stay[] {
  const atEvents: Stay[] = form.events.flatMap((event) =>
    event.facility === undefined
      ? []
      : [
          {
            factId: event.id,
            facilityCode: event.facility,
            kind: event.kind,
            edtf: event.date?.edtf ?? null,
            asOf: dayOf(event.basis),
          },
        ],
  );
  const placeOfDeath = form.death?.facility;
  const facilityCode = known(placeOfDeath);
  if (placeOfDeath === undefined || facilityCode === undefined) return atEvents;
  const edtf = known(form.death?.date)?.edtf ?? null;
  return [
    ...atEvents,
    { factId: placeOfDeath.id, facilityCode, kind: "death", edtf, asOf: dayOf(placeOfDeath.basis) },
  ];
}

function risksOf(form: PublicForm): RiskGroup[] {
  const groups = [...form.health.riskGroups, ...form.health.conditions].map((it) => it.group);
  return [...new Set(groups)].sort();
}

function deathOf(death: Death) {
  const edtf = known(death.date)?.edtf;
  return {
    setting: known(death.setting) ?? "not-known",
    edtf: edtf ?? null,
    ...bounds(edtf),
    details: death,
  };
}

function bounds(edtf: Edtf | undefined): DateBounds {
  return edtf === undefined ? { earliest: null, latest: null } : dateBounds(edtf);
}

/** The day up to which an entry's sources speak: an entry, and a fact with a value, always has one. */
function dayOf(basis: readonly Basis[]): Edtf {
  const day = latestAsOf(basis);
  if (day === null) throw new RangeError("a fact with a value and no basis");
  return day;
}
