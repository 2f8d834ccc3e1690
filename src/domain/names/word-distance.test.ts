import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { vowels } from "#domain/names/sounds.ts";
import { beginningDistance, sounded, wordDistance } from "#domain/names/word-distance.ts";

const signs = [..."aAoOeEiyuUjwWvbpmMnNfrlszSZkgxhHtdcCKqQDJ"];
const word = fc.string({ unit: fc.constantFrom(...signs), maxLength: 14 });
const many = { numRuns: 300 };

const distance = (a: string, b: string, limit?: number) => wordDistance(sounded(a), sounded(b), limit);
const beginning = (a: string, b: string) => beginningDistance(sounded(a), sounded(b));

describe("the distance of two words", () => {
  test("is nothing for the same word, and above it for others", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, a)).toBe(0);
        // Г and the Latin h are one sound.
        if (a.replaceAll("h", "g") !== b.replaceAll("h", "g")) expect(distance(a, b)).toBeGreaterThan(0);
      }),
      many,
    );
  });

  test("is the same both ways", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBeCloseTo(distance(b, a), 9);
      }),
      many,
    );
  });

  test("is no more than everything left out and everything put in", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBeLessThanOrEqual(distance(a, "") + distance("", b) + 1e-9);
      }),
      many,
    );
  });

  test("is the same with a limit, or infinite above it", () => {
    fc.assert(
      fc.property(word, word, fc.double({ min: 0, max: 6, noNaN: true }), (a, b, limit) => {
        const whole = distance(a, b);
        const limited = distance(a, b, limit);
        if (whole <= limit) expect(limited).toBe(whole);
        else expect([whole, Number.POSITIVE_INFINITY]).toContain(limited);
      }),
      many,
    );
  });

  test("doesn't depend on what was compared before", () => {
    const long = sounded("ka".repeat(200));
    const before = distance("kalesnikava", "kolesnikova");
    wordDistance(long, sounded("ma".repeat(300)));
    wordDistance(long, sounded("z"), 0.1);
    expect(distance("kalesnikava", "kolesnikova")).toBe(before);
  });

  test("is a little more than a letter at most for one slip", () => {
    const slip = fc.tuple(word, fc.nat(), fc.constantFrom(...signs), fc.nat(3));
    fc.assert(
      fc.property(slip, ([text, place, sign, kind]) => {
        const at = text.length === 0 ? 0 : place % text.length;
        const slipped = [
          text.slice(0, at) + text.slice(at + 1),
          text.slice(0, at) + sign + text.slice(at),
          text.slice(0, at) + sign + text.slice(at + 1),
          text.slice(0, at) +
            text
              .slice(at, at + 2)
              .split("")
              .reverse()
              .join("") +
            text.slice(at + 2),
        ][kind];
        expect(distance(text, slipped ?? "")).toBeLessThanOrEqual(1.1);
      }),
      many,
    );
  });

  test("counts two neighbours that changed places as one slip", () => {
    expect(distance("kalEsnikava", "kalEnsikava")).toBeLessThan(1);
    expect(distance("marta", "matra")).toBeLessThan(1);
    // Вокў, Волк: swapped, and spelled otherwise besides.
    expect(distance("volk", "vokw")).toBeLessThanOrEqual(1);
  });
});

describe("which letters vary", () => {
  // Each is a line of the table of costs, by an example of which it makes one word.
  test.each([
    ["bagdanoviC", "bogdanoviC", "akannie"],
    ["sArgEj", "sErgEj", "yakannie"],
    ["kavalOw", "kavalEv", "ё printed as е"],
    ["pAtrow", "pEtrov", "ў"],
    ["cixanowskaA", "tixanovskaA", "the soft т"],
    ["DAnis", "dEnis", "the soft д"],
    ["gorEckij", "horEcki", "г"],
    ["marya", "mariya", "і beside a vowel"],
    ["navumaw", "naumov", "в between vowels"],
    ["vowk", "volk", "л before a consonant"],
    ["KiHanowskaA", "cixanowskaA", "Latin c and ch"],
    ["vysoKki", "vysocki", "ck for цк"],
    ["bEKkEr", "bEkEr", "ck for к"],
    ["bratCyk", "braCyk", "тч"],
    ["Qasny", "sCastnyj", "сч, and т that is silent"],
    ["paznAk", "pozdnAk", "д that is silent"],
    ["soncaw", "solncEv", "л that is silent"],
    ["MikalaEw", "NikolaEv", "Мікалай, Николай"],
  ])("%s, %s: %s", (a, b) => {
    expect(distance(a, b)).toBeLessThanOrEqual(0.45);
  });

  test("other vowels and consonants don't", () => {
    for (const [a, b] of [
      ["bik", "bak"],
      ["bik", "buk"],
      ["kot", "rot"],
      ["Zuk", "luk"],
    ] as const) {
      expect(distance(a, b)).toBeGreaterThan(0.7);
    }
  });

  test("a consonant weighs more than a vowel", () => {
    const consonants = signs.filter((sign) => !vowels.has(sign) && !"jvghtczsK".includes(sign));
    for (const sign of consonants) {
      expect(distance(`ma${sign}ra`, "mara"), sign).toBeGreaterThan(distance("maraula", "marula"));
    }
  });
});

describe("the distance from a beginning", () => {
  test("is nothing where a word begins so, and never more than from the whole word", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(beginning(a, a + b)).toBe(0);
        expect(beginning(a, b)).toBeLessThanOrEqual(distance(a, b) + 1e-9);
      }),
      many,
    );
  });

  test("counts what differs in it, and nothing behind it", () => {
    expect(beginning("kolEs", "kalEsnikava")).toBeCloseTo(0.08);
    expect(beginning("nikava", "kalEsnikava")).toBeGreaterThan(2);
  });
});
