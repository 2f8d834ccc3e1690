import { expect, test } from "vitest";
import { knownDevice, makeDeviceCookie } from "#auth/device-cookie.ts";

const secret = "a secret";

test("a device cookie is known again, with a name of its own for each browser", () => {
  const here = makeDeviceCookie("nina", secret);
  const there = makeDeviceCookie("nina", secret);
  expect(knownDevice(here, "nina", secret)).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(knownDevice(here, "nina", secret)).toBe(knownDevice(here, "nina", secret));
  expect(knownDevice(here, "nina", secret)).not.toBe(knownDevice(there, "nina", secret));
});

test("it says nothing of whose it is", () => {
  expect(makeDeviceCookie("nina", secret)).not.toContain("nina");
  expect(Buffer.from(makeDeviceCookie("nina", secret), "base64url").toString("latin1")).not.toContain("nina");
});

test("it is nothing for another name, under another secret, or when somebody made it", () => {
  const cookie = makeDeviceCookie("nina", secret);
  const [nonce = "", signature = ""] = cookie.split(".");
  expect(knownDevice(cookie, "nina2", secret)).toBeUndefined();
  expect(knownDevice(cookie, "nina", "another")).toBeUndefined();
  for (const made of [
    undefined,
    "",
    ".",
    nonce,
    `${nonce}.`,
    `x${nonce}.${signature}`,
    `${nonce}.${signature}x`,
  ]) {
    expect(knownDevice(made, "nina", secret), made).toBeUndefined();
  }
});
