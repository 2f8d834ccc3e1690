import { describe, expect, test } from "vitest";
import {
  exactPlan,
  familyPlans,
  farPlans,
  narrowPlans,
  nearPlan,
  type RecallPlan,
  readNameQuery,
  shortPlans,
  withMendedGroups,
} from "#domain/names/name-query.ts";
import { farKeys } from "#domain/names/recall-keys.ts";

function plansOf(text: string): RecallPlan[] {
  const query = withMendedGroups(readNameQuery(text));
  return [
    exactPlan(query),
    ...narrowPlans(query),
    nearPlan(query),
    ...farPlans(query),
    ...shortPlans(query),
    ...familyPlans(query),
  ];
}

const keysIn = ({ every }: RecallPlan) => every.reduce((sum, keys) => sum + keys.length, 0);

describe("the keys that PostgreSQL is asked for", () => {
  test.each([
    ["words of two hundred letters in all", "щбщвщгщдщжщзщкщлщмщнщпщрщсщтщфщхщцщы ".repeat(5)],
    ["letters that may be read in two ways", "chcbdchcbfchcgklchcmnchcprchcstchcv ".repeat(5)],
    ["many of them", "chcbchcdchcfchcgchcklma ".repeat(8)],
  ])("are few for %s", (_, text) => {
    for (const plan of plansOf(text)) {
      expect(keysIn(plan)).toBeLessThanOrEqual(400);
      expect(plan.every.every((keys) => keys.length > 0)).toBe(true);
    }
  });

  test("are all there for the longest names", () => {
    for (const text of ["Krzyzanowski-Chrapkowicz Wladyslaw Kazimierz", "Chicherinchikov Michail"]) {
      const query = readNameQuery(text);
      for (const plan of [exactPlan(query), nearPlan(query)]) expect(keysIn(plan), text).toBeLessThan(250);
    }
  });

  test("have all that are two slips apart before those that a slip in a group may have broken", () => {
    for (const text of ["Vasil Shcherbatsevich", "Vasil Chyrvonashchokau"]) {
      const query = withMendedGroups(readNameQuery(text));
      const family = query.words[1];
      const [plan] = farPlans(query);
      expect(plan?.every[0]).toEqual(
        expect.arrayContaining(farKeys(family?.sounded ?? { sounds: "", additions: [] })),
      );
    }
  });

  test("are of no further plan for more words than a name has", () => {
    const query = withMendedGroups(readNameQuery("к л м н п р с т".replaceAll(" ", "ана ")));
    expect([...farPlans(query), ...shortPlans(query), ...familyPlans(query)]).toEqual([]);
  });
});
