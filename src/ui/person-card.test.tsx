import { expect, test } from "vitest";
import { PersonCardItem } from "#ui/person-card.tsx";
import { render } from "../../tests/support/render.tsx";

test("a category that the source's words say already isn't said again", () => {
  const html = render(
    "en",
    <PersonCardItem
      card={{
        number: 11,
        names: { en: "Nasta Lojka" },
        protectedIdentity: false,
        status: { state: "in-custody", custody: "not-known", release: null, asOf: null },
        categories: ["human-rights-defender", "activist"],
        occupation: { original: "en", en: "Human rights defender" },
        articles: [],
        punishments: [],
      }}
    />,
  );
  expect(html).toContain("<p>Human rights defender, activist</p>");
});
