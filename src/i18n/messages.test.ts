import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  isLiteralElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  parse,
} from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { auditFilters } from "#domain/audit-query.ts";
import { auditedActions } from "#domain/audited-actions.ts";
import { auditedDetails, auditedValues } from "#domain/audited-details.ts";
import { caseFileFields } from "#domain/case-file/case-file.ts";
import { deathSettings } from "#domain/case-file/death.ts";
import { custodyKinds, eventKinds, releaseKinds } from "#domain/case-file/events.ts";
import { Manner } from "#domain/case-file/fact.ts";
import { cares, onsets, riskGroups } from "#domain/case-file/health.ts";
import { nameKinds } from "#domain/case-file/names.ts";
import { categories, sexes } from "#domain/case-file/person.ts";
import { regimes, sentenceTypes } from "#domain/case-file/prosecutions.ts";
import { criteria } from "#domain/case-file/recognition.ts";
import { doneCodes } from "#domain/done.ts";
import { sectionNames } from "#domain/draft-file.ts";
import { peopleFilters } from "#domain/filters.ts";
import { caseFileForm, type FormModel, hasId } from "#domain/form/model.ts";
import { type Language, languages } from "#domain/languages.ts";
import { roles } from "#domain/policy.ts";
import { recognitionFacets } from "#domain/projection.ts";
import { articleGroups, Figure, facilityTypes } from "#domain/reference.ts";
import { custodyFacets, exits, states } from "#domain/status.ts";
import { draftStates, stepNames } from "#domain/workflow.ts";
import { messagesIn } from "#i18n/messages.ts";

/** Namespaces whose keys are the values of the domain: exactly those, no fewer and no more. */
const byDomain: Readonly<Record<string, readonly string[]>> = {
  articleGroup: articleGroups,
  care: cares,
  category: categories,
  categoryGroup: categories,
  criterion: criteria,
  custody: custodyKinds,
  custodyFacet: custodyFacets.filter((facet) => !custodyKinds.some((kind) => kind === facet)),
  "accounts.role": roles,
  "accounts.roleHint": roles,
  "audit.action": auditedActions,
  "audit.detail": auditedDetails,
  "audit.filter": auditFilters,
  "audit.value": auditedValues,
  done: doneCodes,
  deathSetting: [...deathSettings, "not-known"],
  "drafts.section": sectionNames,
  "drafts.state": draftStates,
  "drafts.step": stepNames,
  event: eventKinds,
  exit: exits,
  facilityType: facilityTypes,
  fact: [...sectionsOf(z.object(caseFileFields), []), "sources"],
  manner: Manner.options,
  nameKind: nameKinds,
  onset: onsets,
  "people.filter": peopleFilters,
  qualifier: Figure.shape.qualifier.options,
  recognition: recognitionFacets,
  regime: regimes,
  release: releaseKinds,
  riskGroup: riskGroups,
  sentence: sentenceTypes,
  sex: sexes,
  status: states,
  "wholeFile.field": [...new Set(fieldKeys({ kind: "object", fields: caseFileForm }, false))],
  "wholeFile.mayWrite": ["yes", "restricted"],
  "wholeFile.list": [...listSections({ kind: "object", fields: caseFileForm }, [])],
};

/** Latin words that Belarusian and Russian texts keep. */
const latinWords = new Set([
  "AGPL",
  "BY",
  "Browser",
  "CC",
  "IP",
  "SHA",
  "BYN",
  "Tor",
  "VPN",
  "a",
  "b",
  "c",
  "cookie",
  "cookies",
  "d",
  "e",
  "http",
  "https",
]);

/** Letters that only the other language has, or neither. */
const foreignLetters: Partial<Record<Language, RegExp>> = { be: /[ищъѐ]/iu, ru: /[іў]/iu };

const all = { be: flat("be"), ru: flat("ru"), en: flat("en") };

describe("the messages", () => {
  test.each(languages)("of %s have the keys that the English ones have", (language) => {
    expect([...all[language].keys()].sort()).toEqual([...all.en.keys()].sort());
  });

  test.each(languages)("of %s are messages, with the placeholders of the English ones", (language) => {
    for (const [key, message] of all[language]) {
      expect({ key, holds: placeholders(message) }).toEqual({
        key,
        holds: placeholders(all.en.get(key) ?? ""),
      });
    }
  });

  test.each(["be", "ru"] as const)("of %s hold no letter of another language", (language) => {
    const strays = [...all[language]].flatMap(([key, message]) => {
      const text = literals(parse(message)).join(" ");
      const latin = (text.match(/\p{Script=Latin}+/gu) ?? []).filter((word) => !latinWords.has(word));
      const letter = foreignLetters[language]?.exec(text)?.[0];
      return latin.length === 0 && letter === undefined ? [] : [{ key, latin, letter }];
    });
    expect(strays).toEqual([]);
  });

  test.each(Object.entries(byDomain))(
    "%s names each value of the domain, and nothing else",
    (name, values) => {
      const keys = [...all.en.keys()]
        .filter((key) => key.startsWith(`${name}.`))
        .map((key) => key.slice(name.length + 1));
      expect(keys.sort()).toEqual([...values].sort());
    },
  );

  test("are all used", () => {
    const files = sourceFiles().map(usesIn);
    const words = new Set(files.flatMap((file) => [...file.literals]));
    const unused = [...all.en.keys()].filter((key) => !files.some((file) => isUsedIn(file, key, words)));
    expect(unused).toEqual([]);
  });

  test("are found unused where nothing names them", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code that is read here
    const file = usesIn('const t = useTranslations("home"); t("title"); t(`state.${state}`);');
    const words = new Set(["title", "died"]);
    expect(isUsedIn(file, "home.title", words)).toBe(true);
    expect(isUsedIn(file, "home.state.died", words)).toBe(true);
    expect(isUsedIn(file, "home.state.lived", words)).toBe(false);
    expect(isUsedIn(file, "people.title", words)).toBe(false);
    expect(isUsedIn(file, "home.lead", words)).toBe(false);
  });
});

function flat(language: Language): Map<string, string> {
  return new Map(leaves(messagesIn(language), []));
}

function* leaves(node: unknown, path: readonly string[]): Generator<[string, string]> {
  const tree = z.union([z.string(), z.record(z.string(), z.unknown())]).parse(node);
  if (typeof tree === "string") yield [path.join("."), tree];
  else for (const [key, child] of Object.entries(tree)) yield* leaves(child, [...path, key]);
}

/** Arguments with their types, and tags, in the order of the alphabet; throws on what is no ICU message. */
function placeholders(message: string): string[] {
  const found = new Set<string>();
  const walk = (elements: readonly MessageFormatElement[]) => {
    for (const element of elements) {
      if (isLiteralElement(element)) continue;
      if ("value" in element) found.add(`${element.type} ${element.value}`);
      if (isTagElement(element)) walk(element.children);
      if (isPluralElement(element) || isSelectElement(element)) {
        for (const option of Object.values(element.options)) walk(option.value);
      }
    }
  };
  // What depends on a word's gender in one language need not in another: every message may be given the sex.
  walk(parse(message));
  return [...found].filter((it) => !it.endsWith(" sex")).sort();
}

function literals(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (isLiteralElement(element)) return [element.value];
    if (isTagElement(element)) return literals(element.children);
    if (isPluralElement(element) || isSelectElement(element)) {
      return Object.values(element.options).flatMap((option) => literals(option.value));
    }
    return [];
  });
}

/** The sections of a file that hold facts, as the messages name them: `death.autopsy` is `death-autopsy`. */
function sectionsOf(schema: unknown, path: readonly string[]): string[] {
  if (schema instanceof z.ZodOptional) return sectionsOf(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return sectionsOf(schema.element, path);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return [...new Set(schema.options.flatMap((option) => sectionsOf(option, path)))];
  }
  if (!(schema instanceof z.ZodObject)) return [];
  const shape: Readonly<Record<string, unknown>> = schema.shape;
  const isFact = "id" in shape && "basis" in shape;
  const inner = Object.entries(shape).filter(
    ([key]) => !(isFact && ["value", "basis", "disputed"].includes(key)),
  );
  return [
    ...(isFact ? [path.join("-")] : []),
    ...inner.flatMap(([key, child]) => sectionsOf(child, [...path, key])),
  ];
}

/** The keys of the fields that a form shows a label for: those of facts and lists have one in `fact` and `wholeFile.list`. */
function fieldKeys(model: FormModel, isThing: boolean): string[] {
  switch (model.kind) {
    case "list":
      return fieldKeys(model.item, true);
    case "variants":
      return [
        model.by,
        ...model.variants.flatMap(({ fields }) => fieldKeys({ kind: "object", fields }, true)),
      ];
    case "object":
      return model.fields
        .filter(({ model: { kind } }) => kind !== "id")
        .flatMap(({ key, model: inner }) => [
          ...(isThing && !hasId(inner) && !isListOfThings(inner) ? [key] : []),
          ...fieldKeys(inner, true),
        ]);
    default:
      return [];
  }
}

/** The sections that are lists of entries, as the messages name them. */
function* listSections(model: FormModel, path: readonly string[]): Generator<string> {
  if (model.kind !== "object") return;
  for (const { key, model: inner } of model.fields) {
    if (inner.kind !== "list") yield* listSections(inner, [...path, key]);
    else if (isListOfThings(inner)) {
      yield [...path, key].join("-");
      yield* listSections(inner.item, [...path, key]);
    }
  }
}

function isListOfThings(model: FormModel): boolean {
  return model.kind === "list" && hasId(model.item);
}

type Uses = { namespaces: ReadonlySet<string>; literals: ReadonlySet<string>; patterns: readonly RegExp[] };

/** What a file's text could ask of the messages: every string in it, and every template with a dot or a hole. */
function usesIn(code: string): Uses {
  const namespaces = [...code.matchAll(/(?:use|get)Translations\((?:"([^"]*)")?\)/g)].map(
    ([, name]) => name ?? "",
  );
  const strings = [...code.matchAll(/"([A-Za-z0-9_.-]+)"/g)].map(([, text]) => text ?? "");
  const templates = [...code.matchAll(/`(?=([A-Za-z0-9_.-]*\$\{[^`]*)`)/g)].map(([, text]) => text ?? "");
  const patterns = templates.map((text) => {
    const fixed = text.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^$()[\]\\|]/g, "\\$&"));
    return new RegExp(`^${fixed.join("([^.]+)")}$`);
  });
  // `t(kind)`, or `t(isKind(kind) ? kind : …)`: the whole key is a variable.
  if (/\bt\((?:[a-z]\w*[,)]|is[A-Z])/.test(code)) patterns.push(/^([^.]+)$/);
  return { namespaces: new Set(namespaces), literals: new Set(strings), patterns };
}

function isUsedIn(
  { namespaces, literals, patterns }: Uses,
  key: string,
  words: ReadonlySet<string>,
): boolean {
  const domain = Object.keys(byDomain).find((name) => key.startsWith(`${name}.`));
  for (const namespace of namespaces) {
    if (namespace !== "" && !key.startsWith(`${namespace}.`)) continue;
    const rest = namespace === "" ? key : key.slice(namespace.length + 1);
    if (literals.has(rest)) return true;
    // The domain's values are held to their namespace above; here it is enough that the namespace is asked at all.
    if (namespace !== "" && namespace === domain) return true;
    for (const pattern of patterns) {
      const holes = pattern.exec(rest)?.slice(1);
      if (holes !== undefined && (domain !== undefined || holes.every((hole) => words.has(hole))))
        return true;
    }
  }
  return false;
}

function sourceFiles(): string[] {
  const root = join(import.meta.dirname, "..");
  return ["app", "ui", "i18n", "domain", "actions", "data"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
      .map((name) => readFileSync(join(root, folder, name), "utf8")),
  );
}
