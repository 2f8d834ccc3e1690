import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { restore } from "#data/commands/decide-showing.ts";
import { withdraw } from "#data/commands/withdraw.ts";
import { withhold } from "#data/commands/withhold.ts";
import { prosePerPage, searchProse } from "#data/public/search-prose.ts";
import type { PeopleFilters } from "#domain/filters.ts";
import type { Language } from "#domain/languages.ts";
import { erase } from "../../../ops/erasing.ts";
import { fillRegistry } from "../../../ops/seed.ts";
import { query } from "../../support/database.ts";
import { publishTexts } from "../../support/person-with-texts.ts";
import { createTestRegistry, type TestRegistry } from "../../support/registry.ts";

let it: TestRegistry;
beforeAll(async () => {
  it = await createTestRegistry();
});
afterAll(() => it.drop());

const basis = [{ source: "s1", asOf: "2021" }];
const far = "2999-01-01";

async function numbers(
  q: string,
  language: Language = "be",
  filters: PeopleFilters & { page?: number } = {},
) {
  const { found } = await searchProse({ q, page: 1, ...filters }, language);
  return found.map(({ card }) => card.number);
}

async function passages(q: string, language: Language = "be"): Promise<string[]> {
  const { found } = await searchProse({ q, page: 1 }, language);
  return found.flatMap((person) =>
    person.passages.map(({ language: lang, factId, parts }) => {
      const text = parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");
      return `${lang} ${factId} ${text}`;
    }),
  );
}

describe("words of the prose", () => {
  test("are found in every form, each language by its own morphology", async () => {
    const number = await publishTexts(it.registry, [
      {
        be: "Пасля затрымання яго трымалі ў калоніі без пісем.",
        ru: "После задержания его держали в колонии без писем, как и других заключённых.",
        en: "After the arrests he was kept in a colony without letters, as other prisoners’ families say.",
      },
    ]);
    for (const q of ["затрыманне", "калоніях", "ПІСЬМО", "калония"])
      expect(await numbers(q), q).toEqual([number]);
    for (const q of ["задержание", "колония", "письмо", "заключенный", "заключённая"]) {
      expect(await numbers(q, "ru"), q).toEqual([number]);
    }
    for (const q of ["arrest", "colonies", "letter", "prisoner", "prisoner's"]) {
      expect(await numbers(q, "en"), q).toEqual([number]);
    }
  });

  test("are looked for in all three languages, and shown in the page's where that has them", async () => {
    const number = await publishTexts(it.registry, [{ be: "Карантын", ru: "Карантин", en: "Quarantine" }]);
    expect(await passages("карантин", "be")).toEqual(["ru e1 [Карантин]"]);
    expect(await passages("quarantine", "ru")).toEqual(["en e1 [Quarantine]"]);
    expect(await numbers("карантын quarantine")).toEqual([]);
    const both = await publishTexts(it.registry, [{ ru: "Журналист", be: "Журналіст" }, { be: "Журналист" }]);
    expect(await passages("журналист", "be")).toEqual(["be e1 [Журналіст]", "be e2 [Журналист]"]);
    expect(await passages("журналист", "ru")).toEqual(["ru e1 [Журналист]"]);
    expect(number).not.toBe(both);
  });

  test("stand first where the page's language has them, then the nearest to each other", async () => {
    const russian = await publishTexts(it.registry, [{ ru: "Бумага и чернила" }]);
    const far = await publishTexts(it.registry, [
      "Бумага тут.",
      "А там, пасля ўсяго гэтага, атрамант і чернила.",
    ]);
    const near = await publishTexts(it.registry, ["Бумага, чернила."]);
    expect(await numbers("бумага чернила", "be")).toEqual([near, far, russian]);
    expect((await numbers("бумага чернила", "ru"))[0]).toBe(russian);
  });

  test("all have to be there, in one text or in several; a phrase in one, in its order", async () => {
    const number = await publishTexts(it.registry, ["Суд над ім быў закрыты.", "Адвакату адмовілі."]);
    expect(await numbers("закрытага адвакаты")).toEqual([number]);
    expect(await numbers("закрытага адвакаты варшава")).toEqual([]);
    expect(await numbers("«суд над ім»")).toEqual([number]);
    expect(await numbers('"суд закрыты"')).toEqual([]);
    expect(await numbers('"закрыты суд"')).toEqual([]);
    expect(await numbers("«закрыты адвакату»")).toEqual([]);
    expect(await passages("«суд над ім» адмова")).toEqual([
      "be e1 [Суд] над ім быў закрыты.",
      "be e2 Адвакату [адмовілі].",
    ]);
  });

  test("that say nothing by themselves find nothing", async () => {
    await publishTexts(it.registry, [{ be: "І ў на не", ru: "и в на не", en: "and in on not" }]);
    for (const q of ["і", "ў на", "и в", "the of", "«не на»", ""]) expect(await numbers(q), q).toEqual([]);
  });

  test("may be names, of the person or of others", async () => {
    const number = await publishTexts(it.registry, ["Ліст ад Ціханоўскай перадаў Арцёму Сарокіну."]);
    for (const q of ["Ціханоўская", "ціханоўскі", "Арцём Сарокін"])
      expect(await numbers(q), q).toEqual([number]);
  });

  test.each([
    "a",
    "я".repeat(300),
    "слова ".repeat(200),
    "   ",
    "🙂👩‍⚕️",
    "\"'«»“",
    "%",
    "\\",
    "\\' & | ! ( ) :* <-> <2> !!",
    "a'b\\'c",
    "null\0null",
    "\ud800\udc00\ud800",
    "'; drop table public_prose; --",
    "a:*b",
    "-не or не",
    "$1 ::tsquery",
  ])("may be anything: %j", async (q) => {
    for (const language of ["be", "ru", "en"] as const)
      await expect(numbers(q, language)).resolves.toBeDefined();
    await expect(numbers(`«${q}» ${q}-${q}`)).resolves.toBeDefined();
  });

  test("come in pages, one result a person", async () => {
    const published: number[] = [];
    for (let index = 0; index < prosePerPage + 3; index++) {
      published.push(await publishTexts(it.registry, ["Гарызонт", "За гарызонтам"]));
    }
    const first = await searchProse({ q: "гарызонт", page: 1 }, "be");
    const second = await searchProse({ q: "гарызонт", page: 2 }, "be");
    expect(first).toMatchObject({ total: published.length, pages: 2, more: false });
    expect(first.found).toHaveLength(prosePerPage);
    expect([...first.found, ...second.found].map(({ card }) => card.number)).toEqual(published);
    const past = await searchProse({ q: "гарызонт", page: 3 }, "be");
    expect(past).toMatchObject({ found: [], total: published.length, pages: 2 });
  });

  test("go together with the filters of the list", async () => {
    const sex = (value: string) => ({ sex: { id: "x1", value, basis } });
    const woman = await publishTexts(it.registry, ["Фарба"], sex("female"));
    const man = await publishTexts(it.registry, ["Фарба"], sex("male"));
    expect(await numbers("фарба")).toEqual([woman, man]);
    expect(await numbers("фарба", "be", { sex: "female" })).toEqual([woman]);
    expect(await numbers("фарба", "be", { sex: "female", place: "ik-4" })).toEqual([]);
  });

  test("a query that fails says nothing of what was asked", async () => {
    await query(it.url, "alter table public_prose rename column texts to aside");
    try {
      const failed = await numbers("пошукавае «слова»").catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(Error);
      expect(inspect(failed, { depth: 9, showHidden: true })).not.toMatch(/пошук|слов/);
    } finally {
      await query(it.url, "alter table public_prose rename column aside to texts");
    }
  });
});

describe("words that may not be shown", () => {
  /** Whether the public role can get at a word of the prose in any way: by a search, in a text, as a lexeme. */
  async function isFound(word: string): Promise<boolean> {
    const rows = await query(
      it.publicUrl,
      `select from public_prose where strpos(lower(texts::text), $1) > 0
         or strpos(lower(be::text || ru::text || en::text), $1) > 0`,
      [word],
    );
    const { total } = await searchProse({ q: word, page: 1 }, "be");
    expect(total > 0).toBe(rows.length > 0);
    return total > 0;
  }
  const order = { manner: "silent", basis: "asked", reviewOn: far, actor: "test" } as const;

  test("go with the fact that is withheld, in the same transaction", async () => {
    const number = await publishTexts(it.registry, ["zebra", { be: "quagga", en: "okapi" }]);
    expect(await isFound("quagga")).toBe(true);
    await withhold(it.registry, { ...order, number, factId: "e2" });
    for (const word of ["quagga", "okapi"]) expect(await isFound(word)).toBe(false);
    expect(await isFound("zebra")).toBe(true);
    const written = await query(
      it.url,
      `select p.xmin = w.xmin as together from public_person p join public_prose w using (number) where number = $1`,
      [number],
    );
    expect(written).toEqual([{ together: true }]);
  });

  test("go with a person who is withdrawn, and come back with them", async () => {
    const number = await publishTexts(it.registry, ["giraffe"]);
    await withdraw(it.registry, { number, basis: "asked", reviewOn: far, actor: "test" });
    expect(await isFound("giraffe")).toBe(false);
    await restore(it.registry, { number, askedBy: "Nina", agreedBy: "Ales", reason: "asked" });
    expect(await isFound("giraffe")).toBe(true);
  });

  test("go for good with what is erased", async () => {
    const number = await publishTexts(it.registry, ["gazelle", "antelope"]);
    const { id: person } = await it.owner.person.findUniqueOrThrow({ where: { number } });
    const asked = { person, fact: "e1", notes: false, basis: "asked by the family", by: "test" };
    await erase(it.owner, asked, async () => undefined);
    expect(await isFound("gazelle")).toBe(false);
    expect(await isFound("antelope")).toBe(true);
  });
});

test("a registry from before has its index after the next start, without anybody's doing", async () => {
  const number = await publishTexts(it.registry, ["Неперадавальнасць"]);
  await query(it.url, "delete from public_prose; delete from public_year");
  expect(await numbers("неперадавальнасць")).toEqual([]);
  await fillRegistry(it.owner);
  expect(await numbers("неперадавальнасць")).toEqual([number]);
});
