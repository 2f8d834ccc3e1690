import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, query, type TestDatabase } from "../../support/database.ts";

const hash = "a".repeat(64);
const person = "00000000-0000-4000-8000-000000000001";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await query(
    database.url,
    `insert into person (id) values ('${person}');
     ${version({ number: 1, previousHash: null })};
     update person set number = 1, state = 'published', current_version = 1;
     insert into audit_entry (actor, action, person_id, details) values ('test', 'publish', '${person}', '{}')`,
  );
});
afterAll(() => database.drop());

function version(it: {
  number: number;
  previousHash: string | null;
  contentHash?: string;
  file?: string;
}): string {
  const previous = it.previousHash === null ? "null" : `'${it.previousHash}'`;
  return `insert into version (person_id, number, file, created_by, content_hash, previous_hash, hash, hash_scheme)
    values ('${person}', ${it.number}, '${it.file ?? "{}"}', 'test', '${it.contentHash ?? hash}', ${previous}, '${hash}', 'v1')`;
}

function withholding(factId: string, more = ""): string {
  const on = more === "" ? "current_date + 30" : more;
  return `insert into withholding (person_id, fact_id, manner, basis, review_on, created_by)
    values ('${person}', ${factId}, 'told', 'asked by the family', ${on}, 'test')`;
}

describe("what is only ever added", () => {
  test.each([
    [
      "update version set created_by = 'somebody else'",
      /rows of version are only ever added: update is refused/,
    ],
    ["delete from version", /rows of version are only ever added: delete is refused/],
    ["truncate version cascade", /rows of version are only ever added: truncate is refused/],
    ["update audit_entry set actor = 'nobody'", /rows of audit_entry are only ever added: update is refused/],
    ["delete from audit_entry", /rows of audit_entry are only ever added: delete is refused/],
    ["truncate audit_entry", /rows of audit_entry are only ever added: truncate is refused/],
  ])("%s", async (statement, complaint) => {
    await expect(query(database.url, statement)).rejects.toThrow(complaint);
  });
});

describe("constraints refuse", () => {
  test.each([
    [
      "a hash that is none",
      version({ number: 2, previousHash: hash, contentHash: "A".repeat(64) }),
      "sha256",
    ],
    [
      "a second version without the hash before",
      version({ number: 2, previousHash: null }),
      "chain_begins_at_one",
    ],
    ["a version 0", version({ number: 0, previousHash: hash }), "number_is_positive"],
    ["a file that is no object", version({ number: 2, previousHash: hash, file: "[]" }), "file_is_an_object"],
    ["a person number 0", "insert into person (number) values (0)", "person_number_is_positive"],
    ["a published person without a number", "insert into person (state) values ('published')", "numbered"],
    ["a current version that isn't there", "update person set current_version = 7", "current_version_fkey"],
    ["a fact id that is none", withholding("'x-1'"), "fact_id_is_one"],
    ["a review before the day itself", withholding("'e1'", "current_date - 2"), "reviewed_later"],
    ["a lifting by nobody", "update withholding set lifted_at = now()", "lifted_by_somebody"],
    ["an outbox address without a path", "insert into outbox (address) values ('people')", "is_a_path"],
  ])("%s", async (_, statement, constraint) => {
    const attempt = query(
      database.url,
      `${withholding("'n9'")}; ${statement}; set constraints all immediate; rollback`,
    );
    await expect(attempt).rejects.toThrow(constraint);
  });

  test("a second active withholding of a fact, or of the person, but not one after a lifting", async () => {
    const lift = "update withholding set lifted_at = now(), lifted_by = 'test'";
    for (const fact of ["'e5'", "null"]) {
      const twice = query(database.url, `${withholding(fact)}; ${withholding(fact)}`);
      await expect(twice).rejects.toThrow(/withholding_active_(?:fact|person)_key/);
      await query(database.url, `begin; ${withholding(fact)}; ${lift}; ${withholding(fact)}; rollback`);
    }
  });

  test("a term that isn't positive, and dates in the wrong order", async () => {
    const row = `insert into public_version values (1, 1, '{}', '${hash}', null, now());
      insert into public_person (number, version, form, card, sort_be, sort_ru, sort_en, state, recognition, published_at)
      values (1, 1, '{}', '{}', 'a', 'a', 'a', 'custody', 'none', now())`;
    const sentence = `insert into public_sentence (number, fact_id, prosecution_id, type, months, in_absentia)
      values (1, 'f1', 'f2', 'imprisonment', 0, false)`;
    await expect(query(database.url, `${row}; ${sentence}`)).rejects.toThrow("term_is_positive");
    const event = `insert into public_event (number, fact_id, kind, earliest, latest)
      values (1, 'e1', 'detention', '2024-02-01', '2024-01-01')`;
    await expect(query(database.url, `${row}; ${event}`)).rejects.toThrow("days_are_in_order");
    await expect(query(database.url, row.split(";").at(-1) ?? "")).rejects.toThrow(
      "public_person_version_fkey",
    );
  });
});

test("a number once given stays, and a withholding is only lifted, once", async () => {
  await query(database.url, withholding("'e9'"));
  const refused = {
    "update person set number = 2": /the number of a person never changes/,
    "update person set number = null, state = null": /the number of a person never changes/,
    "update withholding set manner = 'silent'": /update is refused/,
    "update withholding set basis = 'another'": /update is refused/,
    "delete from withholding": /delete is refused/,
    "truncate withholding": /truncate is refused/,
  };
  for (const [statement, complaint] of Object.entries(refused)) {
    await expect(query(database.url, statement), statement).rejects.toThrow(complaint);
  }
  const lifting = "update withholding set lifted_at = now(), lifted_by = 'test' where fact_id = 'e9'";
  await query(database.url, lifting);
  await expect(query(database.url, lifting)).rejects.toThrow(/update is refused/);
});

test("two people are held to be different once, in order, and that is only taken back, once", async () => {
  const other = "00000000-0000-4000-8000-000000000002";
  const differ = (one: string, two: string) =>
    `insert into different_people (one_id, other_id, reason, by) values ('${one}', '${two}', 'why', 'test')`;
  await query(database.url, `insert into person (id) values ('${other}'); ${differ(person, other)}`);
  const taken = "update different_people set taken_back_at = now(), taken_back_by = 'test'";
  const refused = {
    [differ(other, person)]: /two_in_order/,
    [differ(person, person)]: /two_in_order/,
    [differ(person, other)]: /different_people_once/,
    "update different_people set taken_back_at = now()": /taken_back_by_somebody/,
    "update different_people set reason = 'another'": /update is refused/,
    "delete from different_people": /delete is refused/,
    "truncate different_people": /truncate is refused/,
  };
  for (const [statement, complaint] of Object.entries(refused)) {
    await expect(query(database.url, statement), statement).rejects.toThrow(complaint);
  }
  await query(database.url, taken);
  await expect(query(database.url, taken)).rejects.toThrow(/update is refused/);
  await query(database.url, differ(person, other));
});

test("names sort by the Belarusian alphabet", async () => {
  const alphabet = "абвгдеёжзійклмнопрстуўфхцчшыьэюя";
  const sorted = await query(
    database.url,
    `insert into public_version select number, 1, '{}', '${hash}', null, now() from generate_series(1, 32) as number;
     insert into public_person (number, version, form, card, sort_be, sort_ru, sort_en, state, recognition, published_at)
       select number, 1, '{}', '{}', letter, letter, letter, 'custody', 'none', now()
       from unnest(string_to_array('${[...alphabet].reverse().join(" ")}', ' ')) with ordinality as row (letter, number);
     select string_agg(sort_be, '' order by sort_be) as letters from public_person`,
  );
  expect(sorted).toEqual([{ letters: alphabet }]);
});
