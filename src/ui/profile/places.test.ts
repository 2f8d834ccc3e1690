import { expect, test } from "vitest";
import { placesOf } from "#ui/profile/places.tsx";
import { publicForm, toldIn } from "../../../tests/support/public-form.ts";

const basis = toldIn("2023");

test("each place stands once, with all that happened there, in the order of the events", () => {
  const zhodzina = { original: "en", en: "outside the prison in Zhodzina" };
  const { events } = publicForm({
    events: [
      { id: "e1", basis, kind: "detention", custody: "not-known", facility: "akrestsina" },
      { id: "e2", basis, kind: "charge" },
      { id: "e3", basis, kind: "search", place: zhodzina },
      { id: "e4", basis, kind: "transfer", custody: "prison", facility: "akrestsina" },
    ],
  });
  expect(placesOf(events).map((it) => [it.facility ?? it.place?.en, it.events.map(({ id }) => id)])).toEqual([
    ["akrestsina", ["e1", "e4"]],
    ["outside the prison in Zhodzina", ["e3"]],
  ]);
});
