import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { searchRegistry } from "#data/public/search-registry.ts";
import { parseSearchQuery } from "#domain/filters.ts";
import { publishTexts } from "../../support/person-with-texts.ts";
import { createTestRegistry, type TestRegistry } from "../../support/registry.ts";

let it: TestRegistry;
beforeAll(async () => {
  it = await createTestRegistry();
});
afterAll(() => it.drop());

const basis = [{ source: "s1", asOf: "2021" }];

function named(given: string, family: string, more: object = {}) {
  const name = {
    id: "n1",
    language: "be",
    script: "Cyrl",
    kind: "legal",
    given,
    family,
    preferred: true,
    basis,
  };
  return { names: [name], ...more };
}

const search = (address: string) =>
  searchRegistry(parseSearchQuery(new URLSearchParams(address)).query, "be");

describe("a search of the whole registry", () => {
  test("gives people, a year, places, articles and texts, all of them", async () => {
    const author = await publishTexts(it.registry, ["Пісьмо з калоніі 2019 года"], named("Ганна", "Зорка"));
    const born = await publishTexts(it.registry, [], {
      ...named("Пятро", "Вецер"),
      birth: { date: { id: "b1", value: { edtf: "2019-03" }, basis } },
    });
    const year = await search("q=2019");
    expect(year).toMatchObject({
      words: "2019",
      year: { year: 2019, people: [{ card: { number: born }, kinds: ["birth"] }] },
    });
    expect(year.texts?.found.map(({ card }) => card.number)).toEqual([author]);
    const place = await search("q=калонія");
    expect(place.facilities?.length).toBeGreaterThan(0);
    expect(place.texts?.total).toBe(1);
    const article = await search("q=342");
    expect(article.articles?.[0]?.article.code).toBe("342");
    expect(article.year).toBeUndefined();
    expect((await search("q=зорка")).people?.people[0]?.card.number).toBe(author);
  });

  test("keeps to the filters in every list of people", async () => {
    const woman = { sex: { id: "x1", value: "female", basis } };
    const number = await publishTexts(it.registry, ["Красны 2018 год"], {
      ...named("Алена", "Красная", woman),
      birth: { date: { id: "b1", value: { edtf: "2018" }, basis } },
    });
    for (const [q, list] of [
      ["красная", "people"],
      ["красны", "texts"],
      ["2018", "year"],
    ] as const) {
      expect((await search(`q=${q}&sex=female`))[list]?.total, q).toBe(1);
      expect((await search(`q=${q}&sex=male`))[list]?.total ?? 0, q).toBe(0);
    }
    expect((await search(`q=${number}&sex=male`)).people?.total).toBe(0);
  });

  test("reads what was typed in another keyboard layout, in a name or in a text, where it finds nothing", async () => {
    await publishTexts(it.registry, ["Варанячае"], named("Янка", "Шыпшына"));
    const name = await search("q=isgisyf");
    expect(name).toMatchObject({ words: "шыпшына", people: { total: 1 } });
    const text = await search("q=dfhfyzxft");
    expect(text).toMatchObject({ words: "варанячае", people: { total: 0 }, texts: { total: 1 } });
    expect(text.tried.map((reading) => reading.text)).toContain("варанячае");
    expect(await search("q=qqqzzzxq")).toMatchObject({ words: "qqqzzzxq", people: { total: 0 } });
  });

  test("has pages of people alone, and of a part alone", async () => {
    for (let count = 0; count < 51; count++) {
      await publishTexts(it.registry, ["Смарагдавы", "Падзея"], named("Смарагда", "Смарагдава"));
    }
    const second = await search("q=смарагдава&page=2");
    expect(second.people).toMatchObject({ total: 51, pages: 2 });
    expect(second.people?.people).toHaveLength(1);
    expect(second.texts).toBeUndefined();
    const texts = await search("q=смарагдавы&part=texts&page=3");
    expect(texts).toMatchObject({ words: "смарагдавы", texts: { total: 51, pages: 3 } });
    expect(texts.texts?.found).toHaveLength(11);
    expect(texts.people).toBeUndefined();
    expect((await search("q=смарагдавы&part=year")).year).toBeUndefined();
  }, 60_000);
});
