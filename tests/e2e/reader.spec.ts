import { expect, test } from "@playwright/test";
import { languages } from "#domain/languages.ts";
import { foundByAxe } from "./axe.ts";
import { pageTypes, pathIn } from "./site.ts";

const widths = [360, 1280];

for (const language of languages) {
  for (const [name, address] of Object.entries(pageTypes)) {
    test(`${name} in ${language}: nothing found by axe, no sideways scrolling, a silent console`, async ({
      page,
      baseURL,
    }) => {
      const messages: string[] = [];
      const foreign: string[] = [];
      page.on("console", (message) => messages.push(message.text()));
      page.on("pageerror", (error) => messages.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith(`${baseURL}/`) && !request.url().startsWith("data:"))
          foreign.push(request.url());
      });
      await page.goto(pathIn(language, address));
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `at ${width}`).toBeLessThanOrEqual(0);
      }
      // The dark colours are the same in all languages.
      for (const colorScheme of language === "be" ? (["light", "dark"] as const) : (["light"] as const)) {
        await page.emulateMedia({ colorScheme });
        expect(await foundByAxe(page), colorScheme).toEqual([]);
      }
      // A 404 is itself noted by the browser; nothing else may be.
      expect(
        messages.filter((text) => !text.includes("status of 404") && !text.includes("status of 400")),
      ).toEqual([]);
      expect(foreign).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      expect(
        await page.evaluate(() => [
          localStorage.length,
          sessionStorage.length,
          document.scripts.length > 0 &&
            [...document.scripts].some((it) => it.type !== "application/ld+json"),
        ]),
      ).toEqual([0, 0, false]);
    });
  }
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader finds a person by name, by keyboard alone", async ({ page }) => {
    await page.goto("/be/search");
    await page.getByRole("main").getByRole("searchbox").fill("калеснікава");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Марыя Калеснікава" }).first().press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Марыя Калеснікава");
    await expect(page).toHaveURL(/\/be\/people\/1$/);
  });
});

test("every answer carries the headers that protect a reader", async ({ request }) => {
  for (const path of ["/be", "/ru/people/1", "/en/people?sex=female", "/en/search?q=a", "/en/nowhere", "/"]) {
    const response = await request.get(path, { maxRedirects: 0 });
    const headers = response.headers();
    expect(headers["content-security-policy"], path).toContain("script-src 'none'");
    expect(headers["referrer-policy"], path).toBe("no-referrer");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    for (const absent of ["x-powered-by", "server", "set-cookie"])
      expect(headers[absent], `${path} ${absent}`).toBeUndefined();
    const age = /max-age=(\d+)/.exec(headers["cache-control"] ?? "")?.[1] ?? "0";
    expect(Number(age), path).toBeLessThanOrEqual(600);
    expect(headers["cache-control"], path).not.toMatch(/s-maxage|stale-while-revalidate/);
  }
});

test("the first address leads to the reader's language, without a cookie", async ({ request }) => {
  for (const [accepted, language] of [
    ["ru-RU,ru;q=0.9", "ru"],
    ["en-US", "en"],
    ["be", "be"],
    ["fr", "be"],
    ["en;q=0.1, ru;q=0.5", "ru"],
  ] as const) {
    const response = await request.get("/", { maxRedirects: 0, headers: { "accept-language": accepted } });
    expect(response.status()).toBe(307);
    expect(response.headers().location).toBe(`/${language}`);
    expect(response.headers().vary).toContain("Accept-Language");
  }
});
