import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askToShow } from "#data/commands/ask-to-show.ts";
import { createPerson } from "#data/commands/create-person.ts";
import { decideShowing } from "#data/commands/decide-showing.ts";
import { publish } from "#data/commands/publish.ts";
import { withdraw } from "#data/commands/withdraw.ts";
import { concernedByWithholding, withhold } from "#data/commands/withhold.ts";
import {
  findConsequences,
  findPersonToHide,
  listShowingRequests,
  listWithholdingsDue,
} from "#data/editor/withholdings.ts";
import { editor, otherReviewer, reviewer } from "../../support/actors.ts";
import { createTestRegistry, firstRecord, type TestRegistry } from "../../support/registry.ts";

const order = { basis: "asked by the family", reviewOn: "2998-03-01", actor: reviewer.id };

let testRegistry: TestRegistry;
let person: string;
let unpublished: string;

beforeAll(async () => {
  testRegistry = await createTestRegistry();
  const { registry } = testRegistry;
  const file = firstRecord("001-maryia-kalesnikava");
  const publicNote = { original: "be" as const, be: "Першая версія." };
  await publish(registry, { file, baseVersion: 0, publicNote, actor: "test" });
  person = (await registry.person.findUniqueOrThrow({ where: { number: 1 } })).id;
  ({ personId: unpublished } = await createPerson(registry, {
    file: Object.fromEntries(Object.entries(Object(file))),
    actor: editor,
  }));
});
afterAll(() => testRegistry.drop());

describe("what is hidden of a person", () => {
  test("is listed with what can be hidden, who did it and what is asked", async () => {
    const { registry } = testRegistry;
    await withhold(registry, { personId: person, factId: "h1", manner: "silent", ...order });
    await withhold(registry, { personId: person, factId: "v1", manner: "silent", ...order });
    await askToShow(registry, { personId: person, factId: "h1", reason: "agreed", actor: reviewer });
    const found = await findPersonToHide(editor, person);
    expect(found).toMatchObject({ number: 1, state: "published", names: { be: "Марыя Калеснікава" } });
    expect(found?.hideable.map((it) => it.id)).toEqual(expect.arrayContaining(["h1", "e1", "v1"]));
    expect(found?.hidden).toMatchObject([
      {
        factId: "h1",
        manner: "silent",
        by: reviewer.id,
        reviewOn: order.reviewOn,
        what: { kind: "fact", section: "health.conditions", versions: [1] },
        request: { reason: "agreed", askedBy: reviewer.id },
      },
      { factId: "v1", what: { kind: "note", version: 1 }, request: undefined },
    ]);
    expect(await findPersonToHide(editor, "no-uuid")).toBeUndefined();
  });

  test("is due on its day, with the person it is of", async () => {
    const due = async (day: string) => (await listWithholdingsDue(editor, day)).map((it) => it.factId);
    expect(await due("2998-02-28")).toEqual([]);
    expect(await due("2998-03-01")).toEqual(["h1", "v1"]);
    const [first] = await listWithholdingsDue(editor, "2998-03-01");
    expect(first?.person).toMatchObject({ id: person, number: 1, names: { en: "Maryia Kalesnikava" } });
  });

  test("stands among the requests until it is decided, and then is no more hidden", async () => {
    const [first, ...more] = await listShowingRequests(editor);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ factId: "h1", request: { reason: "agreed" }, person: { number: 1 } });
    const request = first?.request?.id ?? "";
    await decideShowing(testRegistry.registry, { request, outcome: "granted", actor: otherReviewer });
    expect(await listShowingRequests(editor)).toEqual([]);
    expect((await findPersonToHide(editor, person))?.hidden.map((it) => it.factId)).toEqual(["v1"]);
  });

  test("is told beforehand: the pages are those that the command concerns", async () => {
    const fact = { fact: "h1", manner: "told" } as const;
    const found = await findConsequences(editor, person, fact);
    expect(found?.consequences?.addresses).toEqual(
      await concernedByWithholding(testRegistry.registry, { personId: person, factId: "h1", manner: "told" }),
    );
    expect(found?.sameWords.map((it) => it.id)).toContain("e4");
  });

  test("can be of somebody whom nobody sees yet, and of a whole card", async () => {
    const found = await findPersonToHide(editor, unpublished);
    expect(found).toMatchObject({ number: null, state: null, names: { ru: "Мария Колесникова" } });
    expect(found?.hideable.every((it) => it.kind === "fact" && it.versions.length === 0)).toBe(true);
    const consequences = await findConsequences(editor, unpublished, { fact: "h1", manner: "told" });
    expect(consequences?.consequences).toBeUndefined();
    expect(consequences?.sameWords.length).toBeGreaterThan(0);
    await withdraw(testRegistry.registry, { personId: person, ...order });
    const withdrawn = await findPersonToHide(editor, person);
    expect(withdrawn?.state).toBe("withdrawn");
    expect(withdrawn?.hidden[0]).toMatchObject({ factId: null, what: undefined });
  });
});
