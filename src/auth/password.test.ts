import { describe, expect, test } from "vitest";
import { makeOneTimePassword } from "#auth/one-time-password.ts";
import { hashPassword, isPassword } from "#auth/password.ts";
import { newPasswordProblem } from "#domain/account.ts";

describe("a password's hash", () => {
  test("is argon2id in PHC's string format, at least as dear as OWASP asks", async () => {
    const hash = await hashPassword("correct horse battery staple");
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await hashPassword("correct horse battery staple")).not.toBe(hash);
  });

  test("knows its password and no other", async () => {
    const hash = await hashPassword("пароль, які ніхто не ведае");
    expect(await isPassword("пароль, які ніхто не ведае", hash)).toBe(true);
    expect(await isPassword("пароль, які ніхто не ведае ", hash)).toBe(false);
    expect(await isPassword("", hash)).toBe(false);
  });

  test("is the same however a keyboard writes a letter", async () => {
    const hash = await hashPassword("мой надзейны пароль й".normalize("NFD"));
    expect(await isPassword("мой надзейны пароль й".normalize("NFC"), hash)).toBe(true);
  });

  // Of argon2's reference implementation, in its own tests.
  test("of another program is read, too", async () => {
    const hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    expect(await isPassword("password", hash)).toBe(true);
    expect(await isPassword("Password", hash)).toBe(false);
  });

  test.each(["", "x", "$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$AAAA", "$2b$10$abcdefghijklmnopqrstuv"])(
    "is not %j",
    async (text) => {
      expect(await isPassword("", text)).toBe(false);
    },
  );
});

test("a one-time password is long, readable, and another each time", () => {
  const made = new Set(Array.from({ length: 200 }, makeOneTimePassword));
  expect(made.size).toBe(200);
  for (const password of made) {
    expect(password).toMatch(/^(?:[a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/);
    expect(newPasswordProblem(password, { login: "nina", name: "Ніна" })).toBeUndefined();
  }
});
