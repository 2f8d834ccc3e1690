import { expect, type Page } from "@playwright/test";
import { isRecord } from "#domain/json.ts";
import { messagesIn } from "#i18n/messages.ts";
import { foundByAxe } from "./axe.ts";

/** Words that only the English pages say, and such as no page says: on another page they were left untranslated. */
const shared = new Set([...latinWords(messagesIn("be")), "utc", "english"]);
const english = new Set(
  [...latinWords(messagesIn("en")), "undefined", "null", "nan"].filter((word) => !shared.has(word)),
);

function latinWords(messages: unknown): Set<string> {
  if (typeof messages === "string") {
    return new Set(messages.toLowerCase().match(/\p{Script=Latin}{3,}/gu) ?? []);
  }
  return new Set(isRecord(messages) ? Object.values(messages).flatMap((it) => [...latinWords(it)]) : []);
}

/**
 * What every editors' page in Belarusian or Russian has to be: nothing found by axe (WCAG 2.2 AA), no sideways
 * scrolling, and no English word, unless it is marked as such, typed, or in the name of something (`names`).
 */
export async function examine(page: Page, { names = [] }: { names?: readonly string[] } = {}): Promise<void> {
  const where = page.url();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `sideways scrolling at ${where}`).toBeLessThanOrEqual(0);
  expect(await englishWords(page, names), `English at ${where}`).toEqual([]);
  expect(await foundByAxe(page, { bestPractice: false }), `by axe at ${where}`).toEqual([]);
}

async function englishWords(page: Page, names: readonly string[]): Promise<string[]> {
  const text = await page.evaluate(() => {
    const { lang } = document.documentElement;
    const aside = `script, option, code, .typed, [lang]:not([lang="${lang}"])`;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const shown: string[] = [];
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode;
      if (parentElement?.closest(aside) === null) shown.push(textContent ?? "");
    }
    return shown.join(" ");
  });
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const without = longestFirst.reduce((rest, name) => rest.replaceAll(name, " "), text);
  const found = without.replaceAll(/https?:\S+|\/\S+/g, " ").match(/\p{Script=Latin}{3,}/gu) ?? [];
  return found.filter((word) => english.has(word.toLowerCase()));
}

/** Collects what a page complains of in the console; to be empty in the end. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  return complaints;
}
