import { expect, test } from "vitest";
import { highestIds, idsAfter } from "#domain/draft-file.ts";
import { withNewSources } from "#domain/form/new-sources.ts";

const old = { id: "s4", title: "Old", language: "be", address: "https://www.spring96.org/be/news/1/" };

function entered(...typed: string[]) {
  const file = {
    events: typed.map((newSource, index) => ({ id: `e${index}`, basis: [{ asOf: "2021", newSource }] })),
    sources: [old],
  };
  return withNewSources(file, idsAfter(highestIds(file)));
}

test("a source that was typed beside a fact is entered into the list, and named there", () => {
  expect(entered("charter97.org/be/2", "A letter from the colony")).toEqual({
    events: [
      { id: "e0", basis: [{ asOf: "2021", source: "s5" }] },
      { id: "e1", basis: [{ asOf: "2021", source: "s6" }] },
    ],
    sources: [
      old,
      { id: "s5", address: "https://charter97.org/be/2" },
      { id: "s6", title: "A letter from the colony" },
    ],
  });
});

test("an address or a title that the list has already is recognised, however it was copied", () => {
  const file = entered(
    "http://spring96.org/be/news/1?utm_source=tg",
    "Old",
    "charter97.org/2",
    "https://charter97.org/2/",
  );
  expect(file.sources).toEqual([old, { id: "s5", address: "https://charter97.org/2" }]);
  expect(file.events).toMatchObject(["s4", "s4", "s5", "s5"].map((source) => ({ basis: [{ source }] })));
});
