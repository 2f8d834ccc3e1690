import { HtmlValidate } from "html-validate";
import { describe, expect, test } from "vitest";
import { parseSearchQuery } from "#domain/filters.ts";
import { type Language, languages } from "#domain/languages.ts";
import { type MatchReason, matchReasons } from "#domain/names/reasons.ts";
import type { PersonCard } from "#domain/person-card.ts";
import type { Article, Facility } from "#domain/reference.ts";
import type { FoundPerson } from "#ui/search/match-reason.tsx";
import { Search } from "#ui/search/search.tsx";
import type { Found } from "#ui/search/search-results.tsx";
import { render } from "../../../tests/support/render.tsx";

const same = (text: string) => ({ be: text, ru: text, en: text });

const facility: Facility = {
  code: "ik-4",
  type: "ik",
  number: "4",
  name: { be: "Калонія № 4", ru: "Колония № 4", en: "Penal Colony No. 4" },
  settlement: same("Гомель"),
  address: null,
  postcode: null,
  for: "women",
  note: null,
  asOf: "2024",
  coordinates: { latitude: 52, longitude: 31 },
};

const article: Article = {
  code: "342",
  law: "criminal-code",
  group: "assembly",
  title: { be: "Дзеянні", ru: "Действия", en: "Actions" },
  translated: [],
};

function card(number: number): PersonCard {
  return {
    number,
    names: { be: "Марыя Калеснікава", en: "Maria Kalesnikava" },
    protectedIdentity: false,
    status: { state: "in-custody", custody: "not-known", release: null, asOf: null },
    categories: [],
    articles: [],
    punishments: [],
  };
}

function person(number: number, text: string, marked: string, ...reasons: MatchReason[]): FoundPerson {
  const start = text.indexOf(marked);
  const script = /\p{Script=Latin}/u.test(text) ? "Latn" : "Cyrl";
  return {
    card: card(number),
    matched: { text, language: "be", script, marks: [[start, start + marked.length]], reasons },
  };
}

const nobody = { people: [], total: 0, pages: 1, more: false, nearest: [] };
const nothing: Found = { words: "", tried: [], people: nobody, facilities: [], articles: [] };

function people(...found: FoundPerson[]): Found {
  return { ...nothing, people: { ...nobody, people: found, total: found.length } };
}

function search(address: string, found: Found | undefined, language: Language = "en"): string {
  const { query, typed, problems } = parseSearchQuery(new URLSearchParams(address));
  return render(
    language,
    <Search
      query={query}
      typed={typed}
      problems={problems}
      found={found && { ...found, words: found.words === "" ? query.q : found.words }}
      facilities={[facility]}
      articles={[article]}
    />,
  );
}

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll("&quot;", '"');

describe("somebody found", () => {
  test("by the name that heads the card: it is marked there, and no reason is needed", () => {
    const html = search("q=Kalesnikava", people(person(1, "Maria Kalesnikava", "Kalesnikava", "exact")));
    expect(html).toContain('<a href="/en/people/1">Maria <mark>Kalesnikava</mark></a>');
    expect(html).not.toContain("found as");
  });

  test("by another spelling: it is named, in its language, with the reason", () => {
    const html = search(
      "q=Kalesnikava",
      people(person(1, "Марыя Калеснікава", "Калеснікава", "other-spelling")),
      "ru",
    );
    expect(html).toContain(
      '<a href="/ru/people/1"><span lang="be">Марыя <mark>Калеснікава</mark></span></a>',
    );
    const inEnglish = search(
      "q=Kolesnikova",
      people(person(1, "Maryja Kaleśnikava", "Kaleśnikava", "other-spelling", "initial")),
    );
    expect(inEnglish).toContain(
      'found as <span lang="be-Latn">Maryja <mark>Kaleśnikava</mark></span> (another spelling; by the initial)',
    );
  });

  test("by the number of the record", () => {
    expect(plain(search("q=7", people({ card: card(7) })))).toContain("found by its number");
  });

  test.each(languages)("is told the reason in %s, whatever it is", (language) => {
    for (const reason of matchReasons) {
      const text = plain(search("q=x", people(person(1, "Іншы Запіс", "Запіс", reason)), language));
      expect(/\(.+\)/.test(text.slice(text.indexOf("Запіс"))), reason).toBe(
        !["exact", "layout", "spacing"].includes(reason),
      );
    }
  });

  test("among more names than were looked through: it is said", () => {
    const found = people(person(1, "Maria Kalesnikava", "M", "beginning"));
    const many: Found = {
      ...found,
      people: { ...nobody, ...found.people, more: true, total: 120, pages: 3 },
    };
    const html = search("q=m&sex=female", many);
    expect(html).toContain("not all of them were looked through");
    expect(html).toContain("People: 120");
    expect(html).toContain('<a href="/en/search?q=m&amp;sex=female&amp;page=2" rel="next">');
  });
});

const texts: Found["texts"] = {
  found: [
    {
      card: card(2),
      passages: [
        {
          language: "be",
          section: "death.autopsy",
          factId: "d9",
          parts: [
            { text: "…пра ", marked: false },
            { text: "галадоўку", marked: true },
          ],
        },
      ],
    },
  ],
  total: 31,
  pages: 2,
  more: true,
};

describe("what else was found", () => {
  const all: Found = {
    ...people(person(1, "Maria Kalesnikava", "Maria", "exact")),
    year: {
      year: 2022,
      people: [{ card: card(3), kinds: ["birth", "death", "verdict"] }],
      total: 11,
      pages: 1,
    },
    facilities: [{ facility, matched: { language: "ru", parts: [{ text: "Колония", marked: true }] } }],
    articles: [{ article, matched: { language: "en", parts: [{ text: "Actions", marked: true }] } }],
    texts,
  };

  test("stands after the people, each under its own heading, to which links lead", () => {
    const html = search("q=2022&sex=female", all);
    const headings = [
      "People: 1",
      "Cards with dates in 2022: 11",
      "Places of detention: 1",
      "Articles: 1",
      "In the texts of cards: 31",
    ];
    expect([...html.matchAll(/<h2 id="([^"]+)">([^<]+)</g)].map(([, , title]) => title)).toEqual(headings);
    for (const [, id] of html.matchAll(/<h2 id="([^"]+)"/g)) expect(html).toContain(`href="#${id}"`);
    expect(plain(html)).toContain("in 2022: birth; death; verdict");
    expect(html).toContain('href="/en/search?q=2022&amp;sex=female&amp;part=year"');
    expect(html).toContain('href="/en/search?q=2022&amp;sex=female&amp;part=texts"');
  });

  test("is marked, and named in its own language where the page's has no such words", () => {
    const html = search("q=x", all);
    expect(html).toContain(
      '<a href="/en/facilities/ik-4">Penal Colony No. 4</a><p class="soft">found as <span lang="ru"><mark>Колония</mark></span></p>',
    );
    expect(html).toContain('<span class="typed">342</span> <mark>Actions</mark></a></li>');
    expect(html).toContain('<span lang="be">…пра <mark>галадоўку</mark></span>');
    expect(html).toContain('href="/en/people/2#d9">autopsy, and who was present</a>');
    expect(html).toContain("more cards with these words than were counted");
  });

  test("has no heading where there is nothing of it", () => {
    const html = search("q=x", { ...nothing, texts });
    expect(html).toContain("In the texts of cards: 31");
    expect(html).not.toMatch(/People: 0|Articles: 0|href="#texts"/);
  });

  test("has pages of its own, from which all that was found is one link away", () => {
    const html = search("q=x&sex=female&part=texts&page=2", { words: "", tried: [], texts });
    expect(html).toContain('<a href="/en/search?q=x&amp;sex=female&amp;part=texts" rel="prev">');
    expect(html).toContain('<a href="/en/search?q=x&amp;sex=female">All that was found</a>');
    expect(html).not.toMatch(/People: |Articles: |Places of detention: /);
    const { people: second } = people();
    const beyond = search("q=x&page=9", { words: "", tried: [], ...(second && { people: second }) });
    expect(beyond).toContain("The list has fewer pages");
    expect(beyond).not.toContain("Similar names");
  });
});

describe("nothing found", () => {
  const tried: Found["tried"] = [
    { text: "ghbdtn", way: "typed" },
    { text: "прывет", way: "be" },
    { text: "привет", way: "ru" },
  ];

  test("says what was tried and where, and offers the nearest names", () => {
    const near = person(4, "Maria Kalesnikava", "Maria", "near");
    const html = search("q=ghbdtn", { ...nothing, tried, people: { ...nobody, nearest: [near] } });
    const text = plain(html);
    for (const words of [
      "ghbdtn",
      "прывет",
      "привет",
      "Belarusian layout",
      "Looked through",
      "Similar names",
      "does not fully match",
    ]) {
      expect(text).toContain(words);
    }
    expect(text.indexOf("Similar names")).toBeLessThan(text.indexOf("What was tried"));
    for (const way of ["people", "facilities", "articles"]) expect(html).toContain(`href="/en/${way}"`);
    expect(html).not.toContain("filters were looked through");
  });

  test("within filters leads to the same search without them", () => {
    expect(search("q=ghbdtn&sex=female", { ...nothing, tried })).toContain(
      '<a href="/en/search?q=ghbdtn">Search all cards</a>',
    );
  });

  test("by name, but something else: the nearest names stand last", () => {
    const near = person(4, "Maria Kalesnikava", "Maria", "near");
    const html = search("q=x", { ...nothing, texts, people: { ...nobody, nearest: [near] } });
    expect(html.indexOf("In the texts")).toBeLessThan(html.indexOf("Similar names"));
    expect(html).not.toContain("Nothing was found");
  });

  test("by name but those with letters that differ: what else was found stands before them", () => {
    const near = people(person(1, "Maria Kalesnikava", "Maria", "near")).people;
    const found = {
      ...nothing,
      texts,
      people: { ...nobody, ...near, nearest: [person(2, "Maria", "Maria", "near")] },
    };
    const titles = [...search("q=x", found).matchAll(/<h2[^>]*>([^<]+)</g)].map(([, title]) => title);
    expect(titles).toEqual(["In the texts of cards: 31", "People: 1", "Similar names"]);
  });

  test("but few by name: those with near names stand right after them", () => {
    const found = people(person(1, "Maria Kalesnikava", "Maria", "exact")).people;
    const near = person(4, "Maria Kalesnikava", "Maria", "near");
    const html = search("q=x", { ...nothing, texts, people: { ...nobody, ...found, nearest: [near] } });
    expect(html.indexOf("People: 1")).toBeLessThan(html.indexOf("Similar names"));
    expect(html.indexOf("Similar names")).toBeLessThan(html.lastIndexOf("In the texts"));
    expect(html.match(/Similar names/g)).toHaveLength(1);
  });

  test.each(["%", "🙂", '"', "\\", "\u202e"])("in %s, since there is no letter in it", (q) => {
    const html = search(`q=${encodeURIComponent(q)}`, { ...nothing, tried: [{ text: q, way: "typed" }] });
    expect(html).toContain("at least one letter or digit");
    expect(html).not.toContain("What was tried");
    expect(html).toContain("<bdi>");
  });

  test("by the keys that were struck, but by the same keys in another layout", () => {
    const found = {
      ...people(person(1, "Марыя Калеснікава", "Калеснікава", "layout")),
      texts,
      words: "Калеснікава",
    };
    const html = search("q=Rfktcybrfdf", found);
    expect(plain(html)).toContain("Results for “ Калеснікава ”");
    expect(html).toContain(`href="/en/search?q=${encodeURIComponent("Калеснікава")}&amp;part=texts"`);
    expect(plain(html)).toContain("keyboard layout");
  });

  test("by the words that were typed, but with a space less", () => {
    const found = {
      ...people(person(1, "Марыя Калеснікава", "Калеснікава", "spacing")),
      tried: [
        { text: "Калес нікава", way: "typed" as const },
        { text: "Калеснікава", way: "spacing" as const },
      ],
      words: "Калеснікава",
    };
    const text = plain(search("q=Калес нікава", found));
    expect(text).toContain("Results for “ Калеснікава ”");
    expect(text).toContain("divided into words differently");
  });
});

describe("the form", () => {
  test("keeps what was typed, all of it, and says what was made of it", () => {
    const long = `${"ж".repeat(200)}лішак`;
    const html = search(`q=${long}`, nothing);
    expect(html).toContain(`value="${long}"`);
    expect(html).not.toMatch(/<input[^>]*maxLength/i);
    expect(html).toContain("longer than 200 characters");
    expect(search("q=a&q=b", nothing)).toContain("only the first was looked for");
  });

  test("keeps the filters, which can be taken away one by one", () => {
    const html = search("q=a&sex=female&place=ik-4", nothing);
    expect(html).toContain('<option value="female" selected="">women</option>');
    expect(html).toContain('<option value="ik-4" selected="">Penal Colony No. 4</option>');
    expect(html).toContain('<a href="/en/search?q=a&amp;sex=female">Penal Colony No. 4');
    expect(html).toContain('<a href="/en/search?q=a">Remove all filters</a>');
  });

  test("without words, but with filters, leads to the list that they give", () => {
    const html = search("sex=female", undefined);
    expect(html).toContain('<a href="/en/people?sex=female">all cards with these filters</a>');
    expect(html).toMatch(/<details[^>]* open/);
    expect(search("q=a&sex=female", nothing)).not.toMatch(/<details[^>]* open/);
  });

  test("says that what is typed stays in the browser", () => {
    for (const found of [undefined, nothing]) {
      expect(search("q=a", found)).toContain('stay in your browser’s history. <a href="/en/about#safety">');
    }
  });
});

test.each(languages)("every state of the page is valid HTML in %s", async (language) => {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard"],
    rules: { "missing-doctype": "off" },
  });
  const states: [string, Found | undefined][] = [
    ["", undefined],
    ["sex=female", undefined],
    ["q=%3Cscript%3E&sex=female&shoe=45", { ...nothing, tried: [{ text: "<script>", way: "typed" }] }],
    ["q=x", { ...people(person(1, "Марыя Калеснікава", "Марыя", "near"), { card: card(2) }), texts }],
    ["q=x&part=texts", { words: "", tried: [], texts }],
  ];
  for (const [address, found] of states) {
    const report = await validator.validateString(search(address, found, language));
    expect(
      report.results.flatMap((it) => it.messages.map((m) => `${address}: ${m.ruleId} ${m.message}`)),
    ).toEqual([]);
  }
});
