import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { riskGroups } from "#domain/case-file/health.ts";
import { categories, sexes } from "#domain/case-file/person.ts";
import {
  chosenFilters,
  type PeopleQuery,
  parseListQuery,
  parsePeopleQuery,
  parseSearchQuery,
  peopleFilters,
  peopleQueryString,
  searchParts,
  searchQueryString,
  unknownCodes,
  withoutFilter,
} from "#domain/filters.ts";
import { recognitionFacets } from "#domain/projection.ts";
import { custodyFacets, exits } from "#domain/status.ts";

const people = (query: string) => parsePeopleQuery(new URLSearchParams(query));
const search = (query: string) => parseSearchQuery(new URLSearchParams(query));

const queries: fc.Arbitrary<PeopleQuery> = fc.record(
  {
    custody: fc.constantFrom(...custodyFacets),
    exit: fc.constantFrom(...exits),
    category: fc.constantFrom(...categories),
    article: fc.constantFrom("342", "342-2", "koap-19.11"),
    place: fc.constantFrom("ik-4", "akrestsina"),
    sex: fc.constantFrom(...sexes),
    risk: fc.constantFrom(...riskGroups),
    recognition: fc.constantFrom(...recognitionFacets),
    page: fc.integer({ min: 1, max: 10_000 }),
  },
  { requiredKeys: ["page"] },
);

describe("the query of the list of people", () => {
  test("is read back from its canonical address", () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(people(peopleQueryString(query))).toEqual({ query, problems: [] });
      }),
    );
  });

  test("has one canonical address, in whatever order it is asked", () => {
    fc.assert(
      fc.property(queries, fc.func(fc.integer()), (query, order) => {
        const canonical = peopleQueryString(query);
        const pairs = [...new URLSearchParams(canonical)].sort((a, b) => order(a) - order(b));
        expect(peopleQueryString(people(new URLSearchParams(pairs).toString()).query)).toBe(canonical);
      }),
    );
    expect(peopleQueryString(people("page=2&sex=female&custody=prison").query)).toBe(
      "custody=prison&sex=female&page=2",
    );
    expect(peopleQueryString({ page: 1 })).toBe("");
  });

  test("is what can be followed of any text, and each problem names one key", () => {
    const pair = fc.tuple(
      fc.oneof(fc.constantFrom(...peopleFilters, "page", "__proto__", "constructor"), fc.string()),
      fc.oneof(fc.constantFrom("", "female", "prison", "ik-4", "342", "none", "3"), fc.string()),
    );
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 8 }), (pairs) => {
        const params = new URLSearchParams(pairs);
        const { query, problems } = parsePeopleQuery(params);
        expect(people(peopleQueryString(query))).toEqual({ query, problems: [] });
        const asked = new Set([...params].filter(([, value]) => value !== "").map(([key]) => key));
        const followed = Object.keys(query).filter((key) => key !== "page" || asked.has("page"));
        const told = problems.map((it) => it.key).filter((key) => key !== "page");
        expect(followed.filter((key) => key !== "page").length + told.length).toBe(
          [...asked].filter((key) => key !== "page").length,
        );
      }),
    );
  });

  test("takes an empty value for no value", () => {
    expect(people("custody=&sex=female&page=&unknown=&sex=")).toEqual({
      query: { sex: "female", page: 1 },
      problems: [],
    });
  });

  test("says which filter is not followed, and why", () => {
    expect(
      people("colour=red&sex=other&risk=disability&risk=mental-illness&page=0&place=../etc&article=342-2"),
    ).toEqual({
      query: { article: "342-2", page: 1 },
      problems: [
        { key: "colour", value: "red", reason: "unknown-filter" },
        { key: "risk", value: "mental-illness", reason: "repeated" },
        { key: "page", value: "0", reason: "bad-page" },
        { key: "place", value: "../etc", reason: "unknown-value" },
        { key: "sex", value: "other", reason: "unknown-value" },
      ],
    });
  });

  test.each(["0", "-1", "1.5", "01", "1e3", "10001", "99999", "100000", " 2", "二"])(
    "has no page %s",
    (page) => {
      const { query, problems } = parsePeopleQuery(new URLSearchParams({ page }));
      expect(query.page).toBe(1);
      expect(problems).toMatchObject([{ key: "page", reason: "bad-page" }]);
    },
  );

  test("has its last page at ten thousand", () => {
    expect(people("page=10000")).toEqual({ query: { page: 10_000 }, problems: [] });
  });

  test("shows no more of a wrong value than fits, and no control characters", () => {
    const [problem] = people(`place=${"a".repeat(5_000)}%00%1B`).problems;
    expect(problem).toEqual({ key: "place", value: "a".repeat(80), reason: "unknown-value" });
    const [other] = people(`sex=a%00%1Bb`).problems;
    expect(other?.value).toBe("ab");
  });

  test("knows no filter by the names that every object has", () => {
    expect(people("constructor=1&__proto__=2").problems.map((it) => it.reason)).toEqual([
      "unknown-filter",
      "unknown-filter",
    ]);
  });
});

describe("the query of a search", () => {
  test("is trimmed, in NFC, and without control characters", () => {
    expect(search("q=%20%D0%B8%CC%86%00%09%D0%B0%1F%20&page=2")).toEqual({
      query: { q: "й а", page: 2 },
      typed: "й а",
      problems: [],
    });
  });

  test("takes the list's filters, and which list is shown", () => {
    expect(search("part=texts&sex=female&q=a&place=ik-4&page=3").query).toEqual({
      q: "a",
      place: "ik-4",
      sex: "female",
      part: "texts",
      page: 3,
    });
    expect(search("q=a&sex=other&place=../x&part=all")).toEqual({
      query: { q: "a", page: 1 },
      typed: "a",
      problems: [
        { key: "place", value: "../x", reason: "unknown-value" },
        { key: "sex", value: "other", reason: "unknown-value" },
        { key: "part", value: "all", reason: "unknown-value" },
      ],
    });
  });

  test("of more than 200 characters is searched by the first 200, and all that was typed is kept", () => {
    const long = `${"ў".repeat(198)} 🙂`;
    expect(search(`q=${long}`)).toMatchObject({ query: { q: long }, problems: [] });
    expect(search(`q=${long}ў`)).toEqual({
      query: { q: long, page: 1 },
      typed: `${long}ў`,
      problems: [{ key: "q", value: "ў".repeat(80), reason: "too-long" }],
    });
    expect(search(`q=${"ў".repeat(199)} ${"ў".repeat(9)}`).query.q).toBe("ў".repeat(199));
  });

  test("given more than once searches the first that is not empty, and says so", () => {
    expect(search("q=%20&q=a&q=b")).toMatchObject({
      query: { q: "a" },
      typed: "a",
      problems: [{ key: "q", value: "b", reason: "second-text" }],
    });
  });

  test("has the same problems as any", () => {
    expect(
      search("q=a&q=b&page=x&sort=up&sex=male&sex=female").problems.map((it) => `${it.reason} ${it.key}`),
    ).toEqual(["unknown-filter sort", "repeated sex", "bad-page page", "second-text q"]);
  });

  test("is read back from its canonical address", () => {
    const asked = fc
      .tuple(fc.string({ unit: "binary" }), queries, fc.option(fc.constantFrom(...searchParts)))
      .map(([q, chosen, part]) => ({ q, ...chosen, ...(part && { part }) }));
    fc.assert(
      fc.property(asked, (query) => {
        const read = search(searchQueryString(query)).query;
        expect(read.q).not.toMatch(/\p{Cc}/u);
        expect(search(searchQueryString(read))).toEqual({ query: read, typed: read.q, problems: [] });
      }),
    );
    expect(
      searchQueryString({ page: 2, sex: "female", q: "Калеснікава", part: "year", custody: "prison" }),
    ).toBe(
      "q=%D0%9A%D0%B0%D0%BB%D0%B5%D1%81%D0%BD%D1%96%D0%BA%D0%B0%D0%B2%D0%B0&custody=prison&sex=female&part=year&page=2",
    );
    expect(searchQueryString({ q: "", page: 1 })).toBe("");
  });
});

test("filters are told in canonical order, and taken away one by one", () => {
  const { query } = people("sex=female&custody=prison&page=3");
  expect(chosenFilters(query)).toEqual([
    { filter: "custody", value: "prison" },
    { filter: "sex", value: "female" },
  ]);
  expect(withoutFilter(query, "custody")).toEqual({ sex: "female", page: 3 });
});

test("a list without filters has a page only", () => {
  expect(parseListQuery(new URLSearchParams("page=3"))).toEqual({ page: 3, problems: [] });
  expect(parseListQuery(new URLSearchParams("sex=female"))).toEqual({
    page: 1,
    problems: [{ key: "sex", value: "female", reason: "unknown-filter" }],
  });
});

describe("codes of places and articles", () => {
  const isKnown = { place: (code: string) => code === "ik-4", article: (code: string) => code === "357" };

  test("that the registry does not have are told", () => {
    expect(unknownCodes({ place: "ik-4", article: "357" }, isKnown)).toEqual([]);
    expect(unknownCodes({ place: "ik-99", article: "999" }, isKnown)).toEqual([
      { key: "place", value: "ik-99", reason: "unknown-value" },
      { key: "article", value: "999", reason: "unknown-value" },
    ]);
  });
});
