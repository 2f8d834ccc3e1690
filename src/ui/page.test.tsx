import { describe, expect, test } from "vitest";
import { Page } from "#ui/page.tsx";
import { render } from "../../tests/support/render.tsx";

describe("what stands around a page", () => {
  test("leads to the same page, with its query, in each language", () => {
    const html = render(
      "be",
      <Page address="/people" query="?sex=female&page=2">
        <h1>x</h1>
      </Page>,
    );
    for (const language of ["be", "ru", "en"]) {
      expect(html).toContain(`href="/${language}/people?sex=female&amp;page=2" lang="${language}"`);
    }
    expect(html).toContain('hrefLang="be" aria-current="true"');
  });

  test("marks the section that a page is, or is in", () => {
    const at = (address: "/people" | "/people/12" | "/") =>
      render("en", <Page address={address}>{null}</Page>).match(
        /<a[^>]*aria-current="(?:page|true)"[^>]*>[^<]*/g,
      );
    expect(at("/people")).toContain('<a href="/en/people" aria-current="page">People');
    expect(at("/people/12")).toContain('<a href="/en/people" aria-current="true">People');
    expect(at("/")).toEqual(['<a href="/en" lang="en" hrefLang="en" aria-current="true">English']);
  });

  test("has one search, which keeps to the filters of the page and says so", () => {
    const html = render(
      "en",
      <Page address="/people" filters={{ sex: "female", custody: "prison" }}>
        {null}
      </Page>,
    );
    expect(html.match(/role="search"/g)).toHaveLength(1);
    expect(html).toContain('<input type="hidden" name="custody" value="prison"/>');
    expect(html).toContain('<input type="hidden" name="sex" value="female"/>');
    expect(html).toContain('with the chosen filters. <a href="/en/search">Search all cards</a>');
    const plain = render("en", <Page address="/people">{null}</Page>);
    expect(plain).toContain('action="/en/search"');
    expect(plain).not.toContain("hidden");
    const own = (
      <Page address="/search" hasSearch>
        {null}
      </Page>
    );
    expect(render("en", own)).not.toContain('role="search"');
  });

  test("shows the way from home, but not on home", () => {
    const crumbs = [{ address: "/articles" as const, label: "Articles" }];
    const html = render(
      "en",
      <Page address="/articles/342" crumbs={crumbs}>
        {null}
      </Page>,
    );
    expect(html).toContain(
      '<ol><li><a href="/en">Home</a></li><li><a href="/en/articles">Articles</a></li></ol>',
    );
    expect(render("en", <Page address="/">{null}</Page>)).not.toContain('class="path"');
  });
});
