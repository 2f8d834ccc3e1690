import type { Client } from "pg";
import type { ReferenceData } from "#data/commands/load-reference.ts";
import { riskGroups } from "#domain/case-file/health.ts";
import { categories } from "#domain/case-file/person.ts";
import { recallKeys } from "#domain/names/recall-keys.ts";
import { fullName, type PersonCard } from "#domain/person-card.ts";
import { recognitionFacets } from "#domain/projection.ts";
import { custodyFacets, exits } from "#domain/status.ts";
import { drawing } from "../../support/drawing.ts";
import {
  type InventedPerson,
  type PopulationSpelling,
  populationSpellings,
} from "../../support/invented-population.ts";
import { insertRows } from "../scratch-database.ts";

const writtenIn: Readonly<
  Record<PopulationSpelling, { language: string; script: string; preferred: boolean }>
> = {
  be: { language: "be", script: "Cyrl", preferred: true },
  ru: { language: "ru", script: "Cyrl", preferred: true },
  official: { language: "en", script: "Latn", preferred: true },
  press: { language: "en", script: "Latn", preferred: false },
  lacinka: { language: "be", script: "Latn", preferred: false },
};
const published = { version: 1, form: {}, published_at: "2026-01-01" };
const peopleAtATime = 2_000;

/** Fills the public tables that the search reads with these people alone, each number as drawn. */
export async function fillWithPopulation(
  client: Client,
  people: readonly InventedPerson[],
  { articles, facilities }: Pick<ReferenceData, "articles" | "facilities">,
): Promise<void> {
  await client.query("truncate public_version, public_person cascade");
  // Ten times as fast as adding each name's keys to it; it is the same index then, packed closer.
  const keysIndex = await takeIndexAway(client, "public_name_keys_idx");
  const { between, chance, of } = drawing(2);
  const some = <T>(most: number, list: readonly T[]) => [
    ...new Set(Array.from({ length: between(1, most) }, () => of(list))),
  ];
  for (let at = 0; at < people.length; at += peopleAtATime) {
    const numbered = people
      .slice(at, at + peopleAtATime)
      .map((person, index) => ({ person, number: at + index + 1 }));
    const each = (rows: (number: number, person: InventedPerson) => object[]) =>
      numbered.flatMap(({ number, person }) => rows(number, person).map((row) => ({ number, ...row })));
    await insertRows(
      client,
      "public_version",
      each(() => [{ ...published, form_hash: "0".repeat(64) }]),
    );
    await insertRows(
      client,
      "public_person",
      each((number, person) => {
        const out = chance(0.5);
        const facets = { custody: out ? null : of(custodyFacets), exit: out ? of(exits) : null };
        return [
          {
            ...published,
            ...sortNames(person),
            ...facets,
            card: cardOf(number, person),
            state: out ? "released" : "in-custody",
            sex: person.sex,
            recognition: of(recognitionFacets),
          },
        ];
      }),
    );
    await insertRows(
      client,
      "public_name",
      each((_, person) => nameRows(person)),
    );
    await insertRows(
      client,
      "public_category",
      each(() => some(2, categories).map((category) => ({ category }))),
    );
    await insertRows(
      client,
      "public_charge",
      each(() =>
        some(3, articles).map(({ code }, index) => ({
          fact_id: `p${index + 2}`,
          prosecution_id: "p1",
          article_code: code,
        })),
      ),
    );
    await insertRows(
      client,
      "public_stay",
      each(() =>
        some(6, facilities).map(({ code }, index) => ({
          fact_id: `e${index + 1}`,
          facility_code: code,
          kind: "transfer",
          as_of: "2025-05-21",
        })),
      ),
    );
    await insertRows(
      client,
      "public_risk",
      each(() => (chance(0.2) ? [{ group: of(riskGroups) }] : [])),
    );
  }
  await client.query(keysIndex);
  await client.query("vacuum analyze");
}

/** Drops an index, and gives the statement that makes it again. */
async function takeIndexAway(client: Client, name: string): Promise<string> {
  const { rows } = await client.query<{ definition: string }>(
    "select pg_get_indexdef($1::regclass) as definition",
    [name],
  );
  await client.query(`drop index ${name}`);
  return rows[0]?.definition ?? "";
}

function nameRows({ names }: InventedPerson): object[] {
  return populationSpellings.map((spelling, index) => ({
    fact_id: `n${index + 1}`,
    ...writtenIn[spelling],
    text: fullName(names[spelling]),
    ...names[spelling],
    keys: recallKeys(names[spelling]),
  }));
}

function sortNames({ names: { be, ru, official } }: InventedPerson) {
  const sorted = (name: typeof be) => [name.family, name.given, name.patronymic].join(" ");
  return { sort_be: sorted(be), sort_ru: sorted(ru), sort_en: sorted(official) };
}

function cardOf(number: number, { sex, names: { be, ru, official } }: InventedPerson): PersonCard {
  return {
    number,
    names: { be: fullName(be), ru: fullName(ru), en: fullName(official) },
    protectedIdentity: false,
    sex,
    status: { state: "in-custody", custody: "penal-colony", release: null, asOf: "2025-05-21" },
    categories: ["protester"],
    articles: ["342"],
    punishments: [{ type: "imprisonment", term: { years: 3 }, inAbsentia: false }],
  };
}
