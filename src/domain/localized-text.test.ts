import { describe, expect, test } from "vitest";
import { LocalizedText, originalHash, outdatedTranslations, textIn } from "#domain/localized-text.ts";
import { PlainText } from "#domain/plain-text.ts";

const hash = originalHash("Шпіталь");
const text = LocalizedText.parse({ original: "be", be: "Шпіталь", ru: "Больница", translates: { ru: hash } });

describe("a localized text", () => {
  test("is shown in the reader's language, or in the original's", () => {
    expect(textIn(text, "ru")).toEqual({ text: "Больница", lang: "ru" });
    expect(textIn(text, "be")).toEqual({ text: "Шпіталь", lang: "be" });
    expect(textIn(text, "en")).toEqual({ text: "Шпіталь", lang: "be" });
  });

  test("has outdated translations once the original has changed", () => {
    expect(outdatedTranslations(text)).toEqual([]);
    expect(outdatedTranslations({ ...text, be: "Бальніца" })).toEqual(["ru"]);
  });

  test.each([
    ["lacks its original", { original: "be", ru: "Больница", translates: { ru: hash } }],
    ["has a translation of nothing", { original: "be", be: "Шпіталь", ru: "Больница" }],
    ["names a translation that is not there", { original: "be", be: "Шпіталь", translates: { en: hash } }],
    ["translates itself", { original: "be", be: "Шпіталь", translates: { be: hash } }],
    ["keeps no hash", { original: "be", be: "Шпіталь", ru: "Больница", translates: { ru: "yes" } }],
    ["is in another language", { original: "pl", pl: "Szpital" }],
    ["is empty", { original: "be", be: " " }],
  ])("is refused where it %s", (_, value) => {
    expect(LocalizedText.safeParse(value).success).toBe(false);
  });

  test("has a hash that does not depend on how its letters are composed", () => {
    expect(originalHash("и\u0306")).toBe(originalHash("й"));
    expect(originalHash("abc")).toBe("ba7816bf8f01");
  });
});

describe("plain text", () => {
  test.each([
    "a\0b",
    "\u001b[31m",
    "\u202eevil",
    "\u2066x",
    "\ud800",
    "и\u0306",
    "",
    " \n ",
    "я".repeat(20_001),
  ])("is not %j", (value) => {
    expect(PlainText.safeParse(value).success).toBe(false);
  });

  test("keeps lines and tabs, and loses what stands around it", () => {
    expect(PlainText.parse(" two\n\tlines ")).toBe("two\n\tlines");
  });
});
