import { expect, test } from "vitest";
import { cookieAttributes, cookieName } from "#auth/cookies.ts";

test("over TLS browsers hold our cookies to this host and to TLS", () => {
  expect(cookieName("session", "https://kartateka.example")).toBe("__Host-kartateka-session");
  expect(cookieName("device", "https://kartateka.example")).toBe("__Host-kartateka-device");
  expect(cookieAttributes("https://kartateka.example")).toEqual({
    secure: true,
    httpOnly: true,
    sameSite: "lax",
    path: "/",
  });
});

test("without it they work all the same", () => {
  expect(cookieName("session", "http://127.0.0.1:3000")).toBe("kartateka-session");
  expect(cookieAttributes("http://127.0.0.1:3000")).toMatchObject({ secure: false, httpOnly: true });
});
