import { describe, expect, test } from "vitest";
import {
  outlineOf,
  outlinesWithOneLess,
  readingsOf,
  skeletonOf,
  withOneLess,
} from "#domain/names/skeleton.ts";

describe("a skeleton", () => {
  test.each([
    ["kalEsnikava", "klsnkv"],
    // Classes of consonants that stand for each other.
    ["cixanowskaA", "tgnvsk"],
    ["tixanovskaA", "tgnvsk"],
    ["DADkow", "ddkv"],
    ["Qerba", "šrb"],
    ["Serba", "šrb"],
    ["CErba", "šrb"],
    ["bratCyk", "bršk"],
    ["braCyk", "bršk"],
    ["sCasny", "šsn"],
    ["zCasny", "šsn"],
    // What is silent in a group.
    ["Qastny", "šsn"],
    ["QastlivaA", "šslv"],
    ["pozdnAkow", "pznkv"],
    ["solncEv", "sntv"],
    ["stolnik", "stlnk"],
    // У where it may be ў or в.
    ["pavuk", "pvk"],
    ["pauk", "pvk"],
    ["ulaDimiraw", "vldmrv"],
    ["ulA", "vl"],
    ["ursula", "vrsl"],
    ["kupala", "kpl"],
    // Two of a class are two only with a vowel between them.
    ["mamonaw", "mmnv"],
    ["vvod", "vd"],
    ["aEi", ""],
    ["", ""],
  ])("of %s is %s", (sounds, skeleton) => {
    expect(skeletonOf(sounds)).toBe(skeleton);
  });
});

describe("an outline", () => {
  test.each([
    ["byk", "bIk"],
    ["buk", "bUk"],
    ["bak", "bAk"],
    ["marya", "mArA"],
    ["marA", "mArA"],
    ["mariya", "mArA"],
    ["rikyj", "rIkI"],
    ["loj", "lA"],
    ["pauk", "pAvk"],
  ])("of %s is %s", (sounds, outline) => {
    expect(outlineOf(sounds)).toBe(outline);
  });

  test("less a sign is an outline", () => {
    expect(outlinesWithOneLess("pAZA")).toEqual(["AZA", "pZA", "pA", "pAZ"]);
    expect(outlinesWithOneLess("bIk")).toEqual(["Ik", "bk", "bI"]);
  });
});

test("each sign is left out once", () => {
  expect(withOneLess("klsn")).toEqual(["lsn", "ksn", "kln", "kls"]);
  expect(withOneLess("mm")).toEqual(["m"]);
  expect(withOneLess("m")).toEqual([""]);
  expect(withOneLess("")).toEqual([]);
});

describe("the readings of a word", () => {
  test("are all that ambiguous letters allow", () => {
    expect(readingsOf("kupala")).toEqual(["kupala"]);
    expect(readingsOf("Huma")).toEqual(["Cuma", "xuma"]);
    expect(readingsOf("Kar")).toEqual(["car", "kar"]);
    expect(readingsOf("Nikolaew")).toEqual(["nikolaew", "mikolaew"]);
    expect(readingsOf("Mikalaew")).toEqual(["mikalaew", "nikalaew"]);
  });

  test("have л for ў where Russian has it", () => {
    expect(readingsOf("vowk")).toEqual(["vowk", "volk"]);
    expect(readingsOf("voWk")).toEqual(["voWk", "volk"]);
    expect(readingsOf("tOwkin")).toEqual(["tOwkin", "tOlkin"]);
    expect(readingsOf("cixanowskaA")).toEqual(["cixanowskaA"]);
    expect(readingsOf("ivanow")).toEqual(["ivanow"]);
    expect(readingsOf("liwSyc")).toEqual(["liwSyc"]);
  });

  test("have a consonant or a vowel for у that begins a word before a consonant", () => {
    expect(readingsOf("usaw")).toEqual(["usaw", "Usaw"]);
    expect([...new Set(readingsOf("uk").map(outlineOf))]).toEqual(["vk", "Uk"]);
    expect(readingsOf("auz")).toEqual(["auz", "aUz"]);
    expect(readingsOf("uasaw")).toEqual(["uasaw"]);
  });

  test("are no more than a few, however many the letters", () => {
    expect(readingsOf("KHKHKHKH")).toHaveLength(4);
  });
});
