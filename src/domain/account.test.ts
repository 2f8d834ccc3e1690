import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { emailOf, Login, longestPassword, newPasswordProblem, pathAfterSignIn } from "#domain/account.ts";

const owner = { login: "nina.k", name: "Ніна Каваленка" };
const problem = (password: string) => newPasswordProblem(password, owner);

describe("a login name", () => {
  test.each(["ab", "nina", " Nina.K ", "a1-b2.c3", "x".repeat(40)])("may be %j", (text) => {
    expect(Login.safeParse(text).success).toBe(true);
  });

  test.each([
    "",
    "a",
    "1a",
    "ніна",
    "nina k",
    "nina..k",
    "nina.",
    "-nina",
    "nina_k",
    "x".repeat(41),
    "nina\0",
    "nina@x",
  ])("may not be %j", (text) => {
    expect(Login.safeParse(text).error?.issues[0]?.message).toBe("login-form");
  });

  test("makes an address that better-auth takes", () => {
    const login = fc
      .stringMatching(/^[a-z][a-z0-9]{0,8}([.-][a-z0-9]{1,8}){0,3}$/)
      .filter((it) => it.length > 1);
    fc.assert(fc.property(login, (text) => z.email().safeParse(emailOf(Login.parse(text))).success));
  });
});

describe("a new password", () => {
  test.each([
    "correct horse battery staple",
    "дождж і вецер у полі",
    "vG7#kq2!mZx9",
    "🦊🐢🦉🐝🌲🌊🪨🍄🌙⭐🔥🍂",
    "a b c d e f g",
    "x7 ".repeat(84).concat("qöpz"),
  ])("may be %j", (password) => {
    expect(problem(password)).toBeUndefined();
  });

  test("has twelve characters, as people count them", () => {
    expect(problem("vG7#kq2!mZx")).toBe("password-short");
    expect(problem("й".normalize("NFD").repeat(6))).toBe("password-short");
    expect(problem("🦊🐢🦉🐝🌲🌊")).toBe("password-short");
    expect(problem("")).toBe("password-short");
  });

  test("ends somewhere", () => {
    expect(problem("vG7#kq2!mZx9".padEnd(longestPassword, "rt5"))).toBeUndefined();
    expect(problem("vG7#kq2!mZx9".padEnd(longestPassword + 1, "rt5"))).toBe("password-long");
  });

  test.each([
    "aaaaaaaaaaaa",
    "abababababab",
    "passwordpassword",
    "Password12345!",
    "qwertyuiop123",
    "йцукенгшщзхъ",
    "123456789012",
    "0987654321098",
    "Kartateka2024!",
    "belarus-minsk-2020",
    "nina.k123456",
    "Каваленка1985",
    "пароль пароль",
    "abcdefghijklm",
    "PASSWORD2023??",
  ])("is not %j, which is tried first", (password) => {
    expect(problem(password)).toBe("password-guessable");
  });

  test("is looked at without an end or an error, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (password) => {
        problem(password);
      }),
    );
  });
});

describe("the page after signing in", () => {
  test.each(["/be/editor", "/ru/editor/people?q=%D1%96", "/en/editor/drafts/0a-1/events?done=saved&x=//y"])(
    "may be %s",
    (path) => {
      expect(pathAfterSignIn(path)).toBe(path);
    },
  );

  test.each([
    undefined,
    "",
    "/",
    "/be",
    "/de/editor",
    "/be/editors",
    "/be/editor/../../people",
    "//evil.example/be/editor",
    "https://evil.example/be/editor",
    "/be/editor\\@evil.example",
    "/be/editor//evil.example",
    "/be/editor?x=\n",
    "/be/editor#x",
    "/be/editor/sign-in?to=/be/editor",
    "javascript:alert(1)",
    " /be/editor",
  ])("is not %j", (path) => {
    expect(pathAfterSignIn(path)).toBeUndefined();
  });

  test("is never another site's", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (rest) => {
        const path = pathAfterSignIn(`/be/editor${rest}`);
        return path === undefined || new URL(path, "https://example.org").origin === "https://example.org";
      }),
    );
  });
});
