"use client";

import { useLocale } from "next-intl";
import { use } from "react";
import { localizedPath } from "#domain/addresses.ts";
import type { FormState } from "#domain/form-state.ts";
import { CheckboxField } from "#ui/forms/checkbox-field.tsx";
import { FormContext } from "#ui/forms/form-context.ts";

type Props = {
  /** For the link to those who have the same name. */
  link: string;
  label: string;
};

/** Asks whether somebody new is another than those of the same name, once there are such. */
export function AnotherPersonField({ link, label }: Props) {
  const language = useLocale();
  const { state } = use(FormContext);
  const namesakes = namesakesIn(state);
  if (namesakes === undefined) return null;
  const query = new URLSearchParams({ q: String(namesakes.values?.q ?? "") });
  return (
    <>
      <p>
        <a href={`${localizedPath("/editor/people", language)}?${query}`} target="_blank" rel="noreferrer">
          {link}
        </a>
      </p>
      <CheckboxField name="another" label={label} />
    </>
  );
}

function namesakesIn({ problems }: FormState) {
  return problems.find(({ code }) => code === "namesakes");
}
