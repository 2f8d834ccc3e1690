import { publish } from "#data/commands/publish.ts";
import type { Registry } from "#db/registry.ts";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { emptyFile } from "#domain/draft-file.ts";
import { originalHash } from "#domain/localized-text.ts";

const basis = [{ source: "s1", asOf: "2021" }];

/** A file that says these texts, each as an event (`e1`, `e2`, …): in Belarusian, or in the languages given. */
export function fileWithTexts(
  texts: readonly (string | { be?: string; ru?: string; en?: string })[],
  more: object = {},
): CaseFile {
  return CaseFile.parse({
    ...emptyFile(),
    names: [{ id: "n1", language: "be", script: "Cyrl", kind: "legal", given: "Ян", preferred: true, basis }],
    events: texts.map((text, index) => ({
      id: `e${index + 1}`,
      kind: "other",
      note: localized(typeof text === "string" ? { be: text } : text),
      basis,
    })),
    sources: [{ id: "s1", title: "A text", language: "en" }],
    ...more,
  });
}

function localized(text: { be?: string; ru?: string; en?: string }) {
  const [original = "be", ...others] = Object.keys(text);
  const hash = originalHash(Object.values(text)[0] ?? "");
  return { ...text, original, translates: Object.fromEntries(others.map((it) => [it, hash])) };
}

/** Publishes such a file as a new person's; gives the number. */
export async function publishTexts(
  registry: Registry,
  ...file: Parameters<typeof fileWithTexts>
): Promise<number> {
  const { number } = await publish(registry, { file: fileWithTexts(...file), baseVersion: 0, actor: "test" });
  return number;
}
