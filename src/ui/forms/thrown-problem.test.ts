import { expect, test } from "vitest";
import { thrownProblem } from "#ui/forms/thrown-problem.ts";

test("a form to which no answer came says why, in the server's words where it has some", () => {
  expect(thrownProblem(new TypeError("Failed to fetch"))).toEqual({ code: "not-reached" });
  expect(thrownProblem(new Error("An unexpected response was received from the server."))).toEqual({
    code: "not-reached",
  });
  expect(thrownProblem("nothing")).toEqual({ code: "not-reached" });
  expect(thrownProblem(new Error("Старонка адкрыта да абнаўлення."))).toEqual({
    code: "told",
    values: { text: "Старонка адкрыта да абнаўлення." },
  });
});
