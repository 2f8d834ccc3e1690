import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Erasure } from "#domain/erasure.ts";
import {
  continued,
  emptyLedger,
  erasuresSince,
  ledgerText,
  positionOf,
  readLedger,
} from "#domain/erasure-ledger.ts";

const registry = "00000000-0000-4000-8000-000000000001";

const erasure: fc.Arbitrary<Erasure> = fc.record({
  id: fc.uuid(),
  person: fc.uuid(),
  fact: fc.constantFrom("e1", "n12", "v3" as const, null),
  notes: fc.boolean(),
  ids: fc.array(fc.constantFrom("e1", "a4", "s9")),
  versions: fc.array(fc.integer({ min: 1, max: 99 })),
  at: fc.constant("2026-11-22T10:00:00.000Z"),
});
const ledger = fc.array(erasure, { maxLength: 6 }).map((all) => all.reduce(continued, emptyLedger(registry)));

describe("the ledger of erasures", () => {
  test("reads what it writes", () => {
    fc.assert(
      fc.property(ledger, (it) => {
        expect(readLedger(ledgerText(it))).toEqual(it);
      }),
    );
  });

  test("is only added to: its text goes on from what it was", () => {
    fc.assert(
      fc.property(ledger, erasure, (before, one) => {
        expect(ledgerText(continued(before, one)).startsWith(ledgerText(before))).toBe(true);
      }),
    );
  });

  test("tells what came after any position, and knows one that isn't its own", () => {
    fc.assert(
      fc.property(ledger, ledger, (before, other) => {
        const whole = other.erasures.reduce(continued, before);
        expect(erasuresSince(whole, positionOf(before))).toEqual(other.erasures);
        if (other.erasures.length > 0) expect(erasuresSince(before, positionOf(whole))).toBeUndefined();
      }),
    );
    const foreign = positionOf(emptyLedger("00000000-0000-4000-8000-000000000002"));
    expect(erasuresSince(emptyLedger(registry), foreign)).toBeUndefined();
  });

  test("refuses a text with any byte changed, any line left out, or its end cut inside a line", () => {
    fc.assert(
      fc.property(ledger, fc.nat(), (it, pick) => {
        const text = ledgerText(it);
        const at = pick % text.length;
        const changed = text.slice(0, at) + (text[at] === "0" ? "1" : "0") + text.slice(at + 1);
        // Of the registry's own line another id is another registry's ledger, which its position tells.
        const read = () => positionOf(readLedger(changed)).hash;
        if (at < text.indexOf("\n") && it.erasures.length === 0) {
          let hash = "";
          try {
            hash = read();
          } catch {
            return;
          }
          expect(hash).not.toBe(positionOf(it).hash);
        } else expect(read).toThrow();
        const lines = text.trimEnd().split("\n");
        const out = pick % lines.length;
        const less = lines.filter((_, index) => index !== out || index === lines.length - 1);
        if (out < lines.length - 1) expect(() => readLedger(`${less.join("\n")}\n`)).toThrow();
        expect(() => readLedger(text.slice(0, -1))).toThrow("cut");
      }),
    );
  });
});
