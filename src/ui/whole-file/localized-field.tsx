"use client";

import { useLocale, useTranslations } from "next-intl";
import { type SyntheticEvent, useState } from "react";
import { typedText } from "#domain/form/typed-text.ts";
import { isRecord } from "#domain/json.ts";
import { Language, languages } from "#domain/languages.ts";
import { originalHash } from "#domain/localized-text.ts";
import { languageNames } from "#i18n/language-names.ts";
import { useField } from "#ui/forms/form-context.ts";
import { FieldProblems } from "#ui/forms/problem-words.tsx";
import { TextField } from "#ui/forms/text-field.tsx";

type Props = { name: string; label: string; value: unknown };

/** A text in the three languages side by side: which is the original, and which translations it has left behind. */
export function LocalizedField({ name, label, value }: Props) {
  const t = useTranslations("wholeFile");
  const page = useLocale();
  const text = isRecord(value) ? value : {};
  const kept = keptOf(text);
  const [outdated, setOutdated] = useState(() => outdatedIn(text, kept, () => undefined));
  const original = Language.safeParse(text.original).data ?? page;

  function typing(event: SyntheticEvent<HTMLFieldSetElement>) {
    const chosen = new Map(
      [
        ...event.currentTarget.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, :checked"),
      ].map((it) => [it.name.slice(name.length + 1), typedText(it.value)]),
    );
    setOutdated(outdatedIn(text, kept, (key) => chosen.get(key)));
  }

  const { id, problems } = useField(name);
  return (
    <fieldset id={id} tabIndex={-1} className="field in-three" onInput={typing}>
      <legend>{label}</legend>
      <FieldProblems id={id} problems={problems} />
      {languages.map((language) => (
        <div key={language} className={outdated.has(language) ? "outdated" : undefined}>
          <label className="original">
            <input
              type="radio"
              name={`${name}.original`}
              value={language}
              defaultChecked={language === original}
              aria-label={t("originalIn", { language: languageNames[language] })}
            />
            <span>{t("original")}</span>
          </label>
          <TextField
            name={`${name}.${language}`}
            label={languageNames[language]}
            lang={language}
            multiline
            rows={1}
            defaultValue={typeof text[language] === "string" ? text[language] : ""}
          />
          {kept[language] !== undefined && (
            <input
              type="hidden"
              name={`${name}.kept.${language}`}
              value={Object.values(kept[language]).join(".")}
            />
          )}
          {outdated.has(language) && (
            <p className="outdated-note">
              {t("outdated")}{" "}
              <label>
                <input type="checkbox" name={`${name}.current.${language}`} value="yes" /> {t("current")}
              </label>
            </p>
          )}
        </div>
      ))}
    </fieldset>
  );
}

/** For each translation: the hash of the original that it was made from, and that of itself as it is shown. */
type Kept = Partial<Record<Language, { translates: string; shown: string }>>;

function keptOf(text: Readonly<Record<string, unknown>>): Kept {
  const { translates } = text;
  return Object.fromEntries(
    languages.flatMap((language) => {
      const [hash, translation] = [isRecord(translates) && translates[language], text[language]];
      return typeof hash === "string" && typeof translation === "string"
        ? [[language, { translates: hash, shown: originalHash(translation) }]]
        : [];
    }),
  );
}

/** Translations of another original than what stands there, as long as they are as they were shown. */
function outdatedIn(
  text: Readonly<Record<string, unknown>>,
  kept: Kept,
  typed: (key: string) => string | undefined,
): ReadonlySet<Language> {
  const now = (key: string) => typed(key) ?? String(text[key] ?? "");
  const original = now("original");
  const current = originalHash(now(original));
  return new Set(
    languages.filter((language) => {
      const before = kept[language];
      if (before === undefined || language === original || before.translates === current) return false;
      return before.shown === originalHash(now(language));
    }),
  );
}
