import { describe, expect, test } from "vitest";
import { languages } from "#domain/languages.ts";
import { type Status, states } from "#domain/status.ts";
import { StatusText } from "#ui/status-text.tsx";
import { render } from "../../tests/support/render.tsx";

const released: Status = { state: "released", custody: null, release: "pardoned", asOf: "2024-08" };

describe("where a person stands, in words", () => {
  test("agrees with the person's sex, and keeps to a noun where it isn't known", () => {
    expect(render("be", <StatusText status={released} sex="female" />)).toBe("Вызваленая (памілаванне)");
    expect(render("be", <StatusText status={released} sex="male" />)).toBe("Вызвалены (памілаванне)");
    expect(render("be", <StatusText status={released} />)).toBe("Вызваленне (памілаванне)");
    expect(render("en", <StatusText status={released} />)).toBe("Released (pardon)");
  });

  test("names the kind of custody where it is known", () => {
    const held: Status = { state: "in-custody", custody: "penal-colony", release: null, asOf: "2025-05" };
    expect(render("en", <StatusText status={held} />)).toBe("Last known in custody, penal colony");
    expect(render("en", <StatusText status={{ ...held, custody: "not-known" }} />)).toBe(
      "Last known in custody",
    );
  });

  test.each(languages)("has words for each state in %s", (language) => {
    const words = states.map((state) =>
      render(language, <StatusText status={{ ...released, release: null, state }} />),
    );
    expect(new Set(words).size).toBe(states.length);
  });
});
