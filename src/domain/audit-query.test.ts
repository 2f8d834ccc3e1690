import fc from "fast-check";
import { expect, test } from "vitest";
import { auditAddress, parseAuditQuery } from "#domain/audit-query.ts";

const read = (query: string) => parseAuditQuery(new URLSearchParams(query));

test("the audit's query is read", () => {
  expect(
    read(
      "user=u1&person=%E2%84%96+12&draft=0f0e0d0c-0b0a-4908-8706-050403020100&action=publish&day=2026-01-31&page=3",
    ),
  ).toEqual({
    query: {
      user: "u1",
      person: "№ 12",
      draft: "0f0e0d0c-0b0a-4908-8706-050403020100",
      action: "publish",
      day: "2026-01-31",
      page: 3,
    },
    unread: [],
  });
});

test("what is empty isn't asked for, and what cannot be read is named", () => {
  expect(read("user=&person=&action=&day=")).toEqual({ query: { page: 1 }, unread: [] });
  expect(read("person=nobody&draft=1&action=dance&day=2026-02-30&page=-1&more=1")).toEqual({
    query: { page: 1 },
    unread: ["person", "draft", "action", "day"],
  });
});

test("an address says what was asked for, and is read as that", () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), (text) => {
      const { query } = read(text);
      const address = auditAddress(query);
      expect(parseAuditQuery(new URL(address, "https://example.org").searchParams)).toEqual({
        query,
        unread: [],
      });
    }),
  );
});
