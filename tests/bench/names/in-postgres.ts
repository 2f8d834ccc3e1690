import { findPublicNames } from "#data/public/search.ts";
import { recallKeys } from "#domain/names/recall-keys.ts";
import { fullName } from "#domain/person-card.ts";
import { insertRows, startScratchDatabase } from "../scratch-database.ts";
import type { IndexedName, NameIndex } from "./name-index.ts";
import type { Column } from "./people.ts";

const written: Readonly<Record<Column, { language: string; script: string }>> = {
  be: { language: "be", script: "Cyrl" },
  ru: { language: "ru", script: "Cyrl" },
  lat_be: { language: "be", script: "Latn" },
  lat_ru: { language: "ru", script: "Latn" },
  lat_press: { language: "en", script: "Latn" },
};

/** The site's own search, as the role of its public pages, on a PostgreSQL that holds these names and nothing else. */
export async function indexInPostgres(): Promise<NameIndex> {
  const { owner, stop } = await startScratchDatabase();
  return {
    fill: async (names) => {
      await owner.query("truncate public_version, public_person cascade");
      const people = [...new Set(names.map(({ person }) => person))];
      await insertRows(owner, "public_version", people.map(versionRow));
      await insertRows(owner, "public_person", people.map(personRow));
      await insertRows(owner, "public_name", nameRows(names));
      await owner.query("analyze public_person, public_name");
    },
    leaveOut: async (people) => {
      await owner.query("delete from public_person where number = any($1)", [people]);
    },
    find: async (q) => {
      const { hits } = await findPublicNames(q, {});
      return hits.map(({ row, match }) => ({ ...match, person: row.person, text: row.text }));
    },
    close: stop,
  };
}

const published = { version: 1, form: {}, published_at: "2026-01-01" };

function versionRow(number: number): object {
  return { number, ...published, form_hash: "0".repeat(64) };
}

function personRow(number: number): object {
  const sort = { sort_be: "", sort_ru: "", sort_en: "" };
  return { number, ...published, ...sort, card: {}, state: "in-custody", recognition: "none" };
}

function nameRows(names: readonly IndexedName[]): object[] {
  return names.map(({ person, column, parts }, at) => ({
    number: person,
    fact_id: `n${at + 1}`,
    ...written[column],
    preferred: true,
    text: fullName(parts),
    ...parts,
    keys: recallKeys(parts),
  }));
}
