"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Edtf } from "#domain/dates/partial-date.ts";
import { readTypedDate } from "#domain/dates/typed-date.ts";
import type { Language } from "#domain/languages.ts";
import { formatDate } from "#i18n/dates.ts";
import { FieldHint } from "#ui/forms/field-hint.tsx";
import { useField } from "#ui/forms/form-context.ts";
import { FieldProblems } from "#ui/forms/problem-words.tsx";

type Props = {
  name: string;
  label: string;
  hint?: string | undefined;
  /** A date in EDTF, or what was typed for one. */
  defaultValue?: string | undefined;
};

/** A date as exact as it is known, typed in words or numbers of any of the three languages. */
export function DateField({ name, label, hint, defaultValue = "" }: Props) {
  const { id, typed, problems, described } = useField(name);
  const language = useLocale();
  const given = dateInput(defaultValue, language);
  const value = typed === undefined ? given : (typed[0] ?? "");
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  // Said when the typing stops, so that a screen reader doesn't speak between the letters.
  function typing(now: string) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setText(now), 500);
  }

  return (
    <div className="field date">
      <label htmlFor={id}>{label}</label>
      <FieldHint id={id} hint={hint} />
      <input
        id={id}
        name={name}
        type="text"
        autoComplete="off"
        defaultValue={value}
        onInput={(event) => typing(event.currentTarget.value)}
        {...described(hint !== undefined)}
      />
      <output htmlFor={id} className="understood">
        {text !== given && <Understood text={text} />}
      </output>
      <FieldProblems id={id} problems={problems} />
    </div>
  );
}

function Understood({ text }: { text: string }) {
  const t = useTranslations("forms");
  const language = useLocale();
  if (text.trim() === "") return null;
  const read = readTypedDate(text, browserDay());
  if (!("edtf" in read)) return t("dateNotUnderstood");
  const date = formatDate(read.edtf, language);
  return date === text ? null : t("dateUnderstood", { date });
}

/** Today in the browser's own time, which is what whoever types "yesterday" means. */
function browserDay(): string {
  return new Date().toLocaleDateString("en-CA");
}

/** What stands in the input for a date: as people write it, where that is read as the same date again. */
function dateInput(date: string, language: Language): string {
  const edtf = Edtf.safeParse(date);
  if (!edtf.success) return date;
  const written = formatDate(edtf.data, language, "short");
  const read = readTypedDate(written);
  return "edtf" in read && read.edtf === edtf.data && !read.words ? written : edtf.data;
}
