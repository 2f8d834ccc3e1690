import { expect, test } from "vitest";
import type { Death } from "#domain/case-file/death.ts";
import { disclose, withheldUnder } from "#domain/disclosure.ts";
import { cardOf } from "#domain/person-card.ts";
import { DeathList } from "#ui/deaths.tsx";
import { publicForm } from "../../tests/support/public-form.ts";
import { render } from "../../tests/support/render.tsx";

const basis = [{ source: "s1", asOf: "2024", manner: "stated" as const }];
const words = (text: string) => ({ original: "en" as const, en: text });
const death: Death = {
  date: { id: "d1", value: { edtf: "2024-02-20" }, basis },
  officialCause: { id: "d2", value: words("Heart failure"), basis },
  reportedCause: { id: "d3", value: words("No medicine"), basis },
};

function listWith(manner: "told" | "silent"): string {
  const withholdings = ["d1", "d2"].map((fact) => ({ fact, manner }));
  const form = disclose(publicForm({ death }), withholdings);
  const row = { card: cardOf(1, form), death: form.death ?? {}, withheld: withheldUnder("death", form) };
  return render("en", <DeathList page={1} pages={1} total={1} rows={[row]} settings={[]} />);
}

test("what is withheld of a death is not said to be unknown", () => {
  const html = listWith("told");
  expect(html.match(/withheld<\/i>/g)).toHaveLength(2);
  expect(html).toMatch(/class="gap">Not known: investigation</);
  expect(html).toContain("No medicine");
});

test("what is withheld silently leaves no sign", () => {
  const html = listWith("silent");
  expect(html).not.toContain('class="withheld"');
  expect(html).toMatch(/class="gap">Not known: day of death, official cause, investigation</);
});
