import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPerson } from "#data/commands/create-person.ts";
import { discardDraft } from "#data/commands/discard-draft.ts";
import { holdDifferent, takeBackDifferent } from "#data/commands/hold-different.ts";
import { publish } from "#data/commands/publish.ts";
import { withdraw } from "#data/commands/withdraw.ts";
import {
  findAlike,
  findLikelyDuplicates,
  listHeldDifferent,
  listLikelyDuplicates,
  pairsPerPage,
} from "#data/editor/likely-duplicates.ts";
import type { Registry } from "#db/registry.ts";
import { type DraftFile, emptyFile } from "#domain/draft-file.ts";
import type { Alike } from "#domain/likely-duplicates.ts";
import { editor, otherEditor } from "../../support/actors.ts";
import { kalesnikava, publishKalesnikava, saveKey } from "../../support/drafts.ts";
import { familyStems } from "../../support/invented-names.ts";
import { createTestRegistry } from "../../support/registry.ts";

let registry: Registry;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ registry, drop } = await createTestRegistry());
});
afterAll(() => drop());

/** Each test has a family name of its own: the others' people stay out of its way. */
let family = "";
const families = familyStems.map(([stem]) => `${stem}овіч`);
beforeEach(() => {
  family = families.pop() ?? "";
});

const name = (given: string, more: object = {}) => ({
  id: "n1",
  language: "be",
  script: "Cyrl",
  kind: "legal",
  given,
  family,
  preferred: true,
  basis: [],
  ...more,
});

const born = (edtf: string) => ({ date: { id: "x1", value: { edtf }, basis: [] } });

function draftOf(given: string, more: DraftFile = {}): DraftFile {
  return { ...emptyFile(), names: [name(given)], ...more };
}

async function create(given: string, more: DraftFile = {}) {
  return createPerson(registry, { file: draftOf(given, more), actor: editor });
}

const ids = (alike: readonly Alike[]) => alike.map(({ person }) => person.personId);

/** The pairs of these people that everybody's list has, wherever it has them. */
async function pairsAmong(...people: { personId: string }[]) {
  const own = new Set(people.map(({ personId }) => personId));
  const { pages } = await listLikelyDuplicates(editor, 1);
  const all = [];
  for (let page = 1; page <= pages; page++) all.push(...(await listLikelyDuplicates(editor, page)).pairs);
  return all.filter(({ one, other }) => own.has(one.personId) && own.has(other.personId));
}

describe("who may be the same as somebody new", () => {
  test("are people of the name in any spelling, published, withdrawn or in a draft alone", async () => {
    const { personId, draftId } = await create("Дзмітрый");
    const asked = { ...emptyFile(), names: [name("Дмитрий", { language: "ru" })] };
    expect(await findAlike(editor, asked)).toMatchObject([
      {
        person: {
          personId,
          draftId,
          number: null,
          state: "unpublished",
          names: { be: `Дзмітрый ${family}` },
        },
        comparison: { likeness: "possible", reasons: [{ about: "name", strength: "sure" }] },
      },
    ]);
    expect(await findAlike(editor, draftOf("Ганна"))).toEqual([]);
    const { number } = await publishKalesnikava(registry);
    await withdraw(registry, { number, basis: "b", reviewOn: "2999-01-01", actor: "test" });
    const [first] = await findAlike(editor, { names: kalesnikava.names });
    expect(first?.person).toMatchObject({ number, state: "withdrawn" });
  });

  test("are also those whose draft was discarded, and those of whom only an initial is known", async () => {
    const discarded = await create("Юрый");
    await discardDraft(registry, { draftId: discarded.draftId, base: 1, actor: editor });
    const short = await create("Ю.");
    const found = await findAlike(editor, draftOf("Юрый"));
    expect(ids(found)).toEqual([discarded.personId, short.personId]);
    expect(found.map(({ comparison }) => comparison.likeness)).toEqual(["possible", "slight"]);
  });

  test("are not those who are clearly another", async () => {
    await create("Юрый", { birth: born("1950-01-01") });
    expect(await findAlike(editor, draftOf("Юрый", { birth: born("1999-12-31") }))).toEqual([]);
  });

  test("are also found by a day of birth, where no search would bring the names together", async () => {
    const { personId } = await create("Юрый", {
      names: [name("Юрый", { family: `${family}-Слабодскі` })],
      birth: born("1971-03-05"),
    });
    const near = { names: [name("Юрась", { family: `${family}с` })] };
    expect(ids(await findAlike(editor, draftOf("", { ...near, birth: born("1971-03-05") })))).toContain(
      personId,
    );
  });

  test("of somebody without a name is nobody", async () => {
    expect(await findAlike(editor, emptyFile())).toEqual([]);
    expect(await findLikelyDuplicates(editor, "x")).toEqual([]);
    expect(await findLikelyDuplicates(editor, "00000000-0000-4000-8000-000000000000")).toEqual([]);
  });
});

test("what is filled in says more, and is seen at once", async () => {
  const one = await create("Юрый", { birth: born("1971-03-05") });
  const other = await create("Юрий");
  const [before] = await findLikelyDuplicates(editor, other.personId);
  expect(before).toMatchObject({ person: { personId: one.personId }, comparison: { likeness: "possible" } });
  expect(await pairsAmong(one, other)).toMatchObject([{ comparison: { likeness: "possible" } }]);
  const save = (base: number, edtf: string) =>
    saveKey(registry, { draftId: other.draftId, base, key: "birth", value: born(edtf) });
  await save(1, "1971-03-05");
  const [after] = await findLikelyDuplicates(editor, other.personId);
  expect(after?.comparison.likeness).toBe("very-likely");
  expect(await pairsAmong(one, other)).toMatchObject([{ comparison: { likeness: "very-likely" } }]);
  await save(2, "1990-11-30");
  expect(await findLikelyDuplicates(editor, other.personId)).toEqual([]);
  expect(await pairsAmong(one, other)).toEqual([]);
});

describe("everybody's list", () => {
  test("has the likeliest first, a page at a time, each pair once", async () => {
    const people = [];
    for (let times = 0; times < 7; times++) people.push(await create("Юрый"));
    const day = { birth: born("1971-03-05") };
    const sure = [await create("Ян", day), await create("Ян", day)];
    const { pairs, total, pages } = await listLikelyDuplicates(editor, 1);
    expect(pairs).toHaveLength(pairsPerPage);
    expect(pages).toBe(Math.ceil(total / pairsPerPage));
    expect(total).toBeGreaterThan(pairsPerPage);
    const order = pairs.map(({ comparison }) => comparison.points);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(await pairsAmong(...people)).toHaveLength(21);
    expect(await pairsAmong(...sure)).toMatchObject([{ comparison: { likeness: "very-likely" } }]);
    expect((await listLikelyDuplicates(editor, pages + 1)).pairs).toEqual([]);
  });

  test("has published and withdrawn people, and none whose draft was discarded", async () => {
    const one = await create("Юрый");
    const other = await create("Юрый");
    expect(await pairsAmong(one, other)).toHaveLength(1);
    await discardDraft(registry, { draftId: other.draftId, base: 1, actor: editor });
    expect(await pairsAmong(one, other)).toEqual([]);
    const file = { ...kalesnikava, names: [{ ...kalesnikava.names[0], given: "Юрый", family }] };
    const { number } = await publish(registry, { file, baseVersion: 0, actor: "test" });
    const { id: personId } = await registry.person.findUniqueOrThrow({ where: { number } });
    expect(await pairsAmong(one, { personId })).toHaveLength(1);
    await withdraw(registry, { number, basis: "b", reviewOn: "2999-01-01", actor: "test" });
    const [pair] = await pairsAmong(one, { personId });
    expect([pair?.one.state, pair?.other.state].sort()).toEqual(["unpublished", "withdrawn"]);
  });

  test("has names that are merely near where both were born on one day", async () => {
    const one = await create("Юрый", { birth: born("1961-07-09") });
    const near = { names: [name("Юрась", { family: `${family}с` })], birth: born("1961-07-09") };
    const other = await create("", near);
    expect(await pairsAmong(one, other)).toHaveLength(1);
  });
});

describe("holding two people to be different", () => {
  const reason = "Their fathers have other names.";

  test("takes the pair off the lists, whichever of them is named first, until it is taken back", async () => {
    const [one, other] = [await create("Юрый"), await create("Юрый")];
    const { different } = await holdDifferent(registry, {
      person: other.personId,
      other: one.personId,
      reason,
      actor: editor,
    });
    expect(await pairsAmong(one, other)).toEqual([]);
    for (const { personId } of [one, other]) {
      expect(await findLikelyDuplicates(editor, personId)).toEqual([]);
      expect(await listHeldDifferent(editor, personId)).toMatchObject([
        { id: different, reason, by: editor.id, one: { state: "unpublished" } },
      ]);
    }
    expect(await listHeldDifferent(editor)).toContainEqual(expect.objectContaining({ id: different }));
    // Somebody new is another question.
    expect(await findAlike(editor, draftOf("Юрый"))).toHaveLength(2);
    await takeBackDifferent(registry, { different, actor: otherEditor });
    expect(await pairsAmong(one, other)).toHaveLength(1);
    expect(await listHeldDifferent(editor, one.personId)).toEqual([]);
    expect(await registry.differentPeople.findUnique({ where: { id: different } })).toMatchObject({
      takenBackBy: otherEditor.id,
    });
    await holdDifferent(registry, { person: one.personId, other: other.personId, reason, actor: editor });
    expect(await pairsAmong(one, other)).toEqual([]);
  });

  test("is refused for one and the same, for nobody, twice, and to whoever may not edit", async () => {
    const [one, other] = [await create("Юрый"), await create("Юрый")];
    const pair = { person: one.personId, other: other.personId, reason, actor: editor };
    const nobody = "00000000-0000-4000-8000-000000000000";
    const refused = (order: Partial<typeof pair>, why: string) =>
      expect(holdDifferent(registry, { ...pair, ...order })).rejects.toMatchObject({ reason: why });
    await refused({ other: one.personId }, "same-person");
    await refused({ other: one.personId.toUpperCase() }, "same-person");
    await refused({ other: nobody }, "unknown-person");
    await refused({ other: "x" }, "unknown-person");
    const { different } = await holdDifferent(registry, pair);
    await refused({ person: other.personId, other: one.personId }, "already-different");
    await takeBackDifferent(registry, { different, actor: editor });
    await expect(takeBackDifferent(registry, { different, actor: editor })).rejects.toMatchObject({
      reason: "already-taken-back",
    });
    await expect(takeBackDifferent(registry, { different: nobody, actor: editor })).rejects.toMatchObject({
      reason: "unknown-difference",
    });
  });

  test("at once, from both ends, is done once", async () => {
    const [one, other] = [await create("Юрый"), await create("Юрый")];
    const tries = [one, other, one, other].map(({ personId }) =>
      holdDifferent(registry, {
        person: personId,
        other: personId === one.personId ? other.personId : one.personId,
        reason,
        actor: editor,
      }),
    );
    const done = await Promise.allSettled(tries);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const it of done) {
      if (it.status === "rejected") expect(it.reason).toMatchObject({ reason: "already-different" });
    }
  });

  test("is written down, with both of them", async () => {
    const [one, other] = [await create("Юрый"), await create("Юрый")];
    const pair = { person: one.personId, other: other.personId, reason, actor: editor };
    const { different } = await holdDifferent(registry, pair);
    await takeBackDifferent(registry, { different, actor: otherEditor });
    const [first = "", second] = [one.personId, other.personId].sort();
    expect(
      await registry.auditEntry.findMany({
        where: { personId: first, action: { contains: "different" } },
        orderBy: { id: "asc" },
      }),
    ).toMatchObject([
      { actor: editor.id, action: "hold-different", details: { other: second } },
      { actor: otherEditor.id, action: "take-back-different", details: { other: second } },
    ]);
  });
});
