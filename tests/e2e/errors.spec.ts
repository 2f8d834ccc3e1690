import { expect, test } from "@playwright/test";
import { languages } from "#domain/languages.ts";

const leaks = /prisma|postgres|select |stack|\bat [\w./]+:\d+|Error:|digest|node_modules/i;

for (const language of languages) {
  test(`unknown addresses in ${language} answer 404, in that language, and say nothing of the inside`, async ({
    request,
  }) => {
    for (const address of [
      "/people/99999",
      "/people/0",
      "/people/abc",
      "/people/1/versions/99",
      "/people/1e3",
      "/facilities/none",
      "/articles/1-1-1",
      "/nowhere",
      "/errors/404",
      "/people/1.html",
      "/people/%00",
      "/people/1/..%2f2",
    ]) {
      const response = await request.get(`/${language}${address}`, { maxRedirects: 0 });
      expect(response.status(), address).toBe(404);
      const html = await response.text();
      expect(html, address).toContain(`<html lang="${language}"`);
      expect(html, address).not.toMatch(leaks);
      expect(html, address).toMatch(/<meta name="robots" content="[^"]*noindex/);
    }
  });

  test(`bad filters in ${language} say which and why, and keep the good ones`, async ({ request }) => {
    for (const query of [
      "sex=neither",
      "place=nowhere",
      "article=999",
      "page=0",
      "page=99999999",
      "colour=red",
      "sex=male&sex=female",
      "article=%27%3B--",
      "custody[$ne]=1",
    ]) {
      const response = await request.get(`/${language}/people?${query}`);
      expect(response.status(), query).toBe(400);
      const html = await response.text();
      expect(html, query).not.toMatch(leaks);
      const [key = ""] = query.split("=");
      expect(html, query).toContain(`${key.replace("[$ne]", "")}`);
    }
  });
}

test("what cannot be read is refused", async ({ request }) => {
  for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
    const response = await request.fetch("/be/people", { method });
    expect(response.status(), method).toBe(405);
    expect(response.headers().allow).toContain("GET");
  }
});
