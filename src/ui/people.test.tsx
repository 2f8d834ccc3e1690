import { describe, expect, test } from "vitest";
import { type PeopleQuery, parsePeopleQuery } from "#domain/filters.ts";
import { PeopleList } from "#ui/people.tsx";
import { render } from "../../tests/support/render.tsx";

const facets = {
  custody: [],
  exit: [{ value: "pardoned", people: 4 }],
  category: [{ value: "medic", people: 7 }],
  article: [{ value: "koap-19.11", people: 1 }],
  place: [{ value: "ik-99", people: 1 }],
  sex: [{ value: "female", people: 3 }],
  risk: [],
  recognition: [],
};

function list(address: string, total = 1): string {
  const { query, problems } = parsePeopleQuery(new URLSearchParams(address));
  return listOf(query, problems, total);
}

function listOf(
  query: PeopleQuery,
  problems: ReturnType<typeof parsePeopleQuery>["problems"],
  total: number,
) {
  return render(
    "en",
    <PeopleList
      query={query}
      problems={problems}
      cards={[]}
      total={total}
      pages={1}
      facets={facets}
      facilities={[]}
      articles={[]}
    />,
  );
}

describe("the list of people", () => {
  test("adds a filter to those that are set, and goes back to the first page", () => {
    expect(list("sex=female&page=3")).toContain('href="/en/people?category=medic&amp;sex=female"');
  });

  test("takes one filter away and leaves the others, or takes all", () => {
    const html = list("category=medic&sex=female");
    expect(html).toMatch(/<a href="\/en\/people\?sex=female">medics/);
    expect(html).toMatch(/<a href="\/en\/people\?category=medic">women/);
    expect(html).toContain('<a href="/en/people">Remove all filters</a>');
    expect(list("")).not.toContain("Remove all filters");
  });

  test("shows a code that nothing has a name for", () => {
    expect(list("")).toContain(">ik-99</a>");
    expect(list("")).toContain(">19.11 CAO</a>");
  });

  test("says which part of the address was not understood, and why", () => {
    const html = list("sex=f&shoe=45&page=0&risk=disability&risk=advanced-age");
    expect(html).toContain("<li>the filter “Sex” has no value “f”</li>");
    expect(html).toContain("<li>there is no filter “shoe”</li>");
    expect(html).toContain("<li>“0” is not a page number</li>");
    expect(html).toContain("<li>the filter “Risk to health” is given more than once</li>");
  });

  test("says so when nobody matches", () => {
    expect(list("sex=female", 0)).toContain("No card matches all the chosen filters at once.");
  });
});
