import { describe, expect, test } from "vitest";
import {
  exactPlan,
  familyPlans,
  farPlans,
  nearPlan,
  type RecallPlan,
  readNameQuery,
} from "#domain/names/name-query.ts";

function plansOf(text: string): RecallPlan[] {
  const query = readNameQuery(text);
  return [exactPlan(query), nearPlan(query), ...farPlans(query), ...familyPlans(query)];
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
      for (const plan of plansOf(text)) expect(keysIn(plan), text).toBeLessThan(250);
    }
  });
});
