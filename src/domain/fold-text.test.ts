import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "#domain/fold-text.ts";

describe("a folded text", () => {
  test.each([
    ["Андрэй", "Андрэи"],
    ["Алёна", "АЛЕНА"],
    ["Гаўрусь", "Гаурус"],
    ["Міхаіл", "Михаил"],
    ["Ґжэгаж", "Гжэгаж"],
    ["Соф’я", "Соф'я"],
    ["Соф’я", "Софя"],
    ["Софʼя", "Соф`я"],
    ["Подъяпольская", "Подяпольская"],
    ["Аляксандр Тарайкоўскі", "  аляксандр\u00a0 тараикоускі "],
    ["Марыя-Ганна", "Марыя Ганна"],
    ["Марыя‑Ганна", "Марыя—Ганна"],
    ["й", "и\u0306"],
    ["Łukašenka", "Lukasenka"],
    ["Śviatłana Cichanoŭskaja", "sviatlana cichanouskaja"],
    ["José", "Jose\u0301"],
    ["ﬁn", "fin"],
    ["“Victor”", "victor"],
    ["Ａｎｎａ", "anna"],
    ["İlham", "ilham"],
    ["Weiß", "WEISS"],
  ])("%s is %s", (a, b) => {
    expect(foldText(a)).toBe(foldText(b));
  });

  test.each([
    ["Марыя", "Мария"],
    ["Алесь", "Ales"],
    ["Іван", "Ivan"],
    ["Анна", "Ганна"],
    ["Ян", "Яна"],
  ])("%s is not %s", (a, b) => {
    expect(foldText(a)).not.toBe(foldText(b));
  });

  test("is plain: small letters and digits, single spaces, nothing around", () => {
    expect(foldText("  Мікалай  КЛІМОВІЧ (Клімовіч-2) ")).toBe("микалаи климович климович 2");
    expect(foldText("’ - ’")).toBe("");
  });

  test("folded again stays the same, and no case or composition changes it", () => {
    const names = fc.string({ unit: "binary", maxLength: 20 });
    fc.assert(
      fc.property(names, (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(folded).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
        expect(foldText(text.normalize("NFD"))).toBe(folded);
      }),
      { numRuns: 2_000 },
    );
    const slavic = fc.string({ unit: fc.constantFrom(..."аёіўйъьґ’-čŁЖШé ") });
    fc.assert(
      fc.property(slavic, (text) => {
        expect(foldText(text.toUpperCase())).toBe(foldText(text.toLowerCase()));
      }),
    );
  });
});
