"use client";

import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useActionState, useEffect, useMemo, useRef } from "react";
import type { DraftSection } from "#domain/draft-file.ts";
import type { FormField } from "#domain/form/model.ts";
import { readSection } from "#domain/form/read-section.ts";
import { isSectionsOwn, sectionFormId, shownPrefix } from "#domain/form/section-fields.ts";
import { type FormState, idle, type Problem } from "#domain/form-state.ts";
import { FormContext, fieldId } from "#ui/forms/form-context.ts";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { ConflictNotice } from "#ui/whole-file/conflict-notice.tsx";
import { Fields } from "#ui/whole-file/node-fields.tsx";
import { PlaceContext } from "#ui/whole-file/place-context.ts";
import type { FormReferences } from "#ui/whole-file/references.ts";
import { ReferencesContext } from "#ui/whole-file/references-context.ts";
import { SaveState } from "#ui/whole-file/save-state.tsx";
import { SectionProblems } from "#ui/whole-file/section-problems.tsx";
import { useSaver } from "#ui/whole-file/use-saver.ts";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  draft: string;
  section: DraftSection;
  /** The save that the page was made from. */
  save: number;
  form: readonly FormField[];
  /** What the section holds at that save. */
  part: Readonly<Record<string, unknown>>;
  problems: readonly Problem[];
  references: FormReferences;
  /** Ids of the facts that the public doesn't see; where that is decided, up to such an id. */
  withheld: readonly string[];
  hidingPath: string;
  /** The place that was changed last. */
  at: string;
  /** Today, `YYYY-MM-DD`, for reading once more what was typed. */
  today: string;
};

/** The form of a section of a draft. It saves by itself where there is JavaScript, and does all else without. */
export function SectionForm({ action, draft, section, save, form, problems, at, today, ...props }: Props) {
  const t = useTranslations("wholeFile");
  const language = useLocale();
  const element = useRef<HTMLFormElement>(null);
  const [posted, post] = useActionState(action, idle, `${usePathname()}#${sectionFormId}-top`);
  const { saver, shown } = useSaver(element, { action, posted, save });
  // Without JavaScript an answer that leads nowhere is this page again: it shows what was typed.
  const part = useMemo(() => {
    if (posted.typed.length === 0) return props.part;
    const own = posted.typed.filter(([name]) => isSectionsOwn(name));
    return readSection(form, own, { previous: props.part, today }).part;
  }, [posted, props.part, form, today]);
  const place = useMemo(
    () => ({
      withheld: new Set(props.withheld),
      hidingPath: (id: string) => `${props.hidingPath}${id}`,
      at,
    }),
    [props.withheld, props.hidingPath, at],
  );
  useEffect(() => {
    if (at !== "") document.getElementById(fieldId(sectionFormId, at))?.focus();
  }, [at]);
  const state = { ...(shown.answer ?? { ...idle, problems }), typed: [] };

  return (
    <form
      ref={element}
      id={sectionFormId}
      className="form wide"
      action={post}
      onSubmit={(event) => {
        event.preventDefault();
        saver.press(event.nativeEvent.submitter);
      }}
      onInput={() => saver.typing()}
      inert={shown.isRebuilding}
      // A browser that fills in what it remembers would put it where something else stands now.
      autoComplete="off"
      noValidate
    >
      {/* The first button of a form is what Enter presses. */}
      <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true">
        {t("save")}
      </button>
      <FormContext value={{ form: sectionFormId, state, isSending: shown.isRebuilding }}>
        <ReferencesContext value={props.references}>
          <PlaceContext value={place}>
            <div id={`${sectionFormId}-top`} tabIndex={-1}>
              <ConflictNotice draft={draft} section={section} shown={shown} />
              <SectionProblems shown={shown} problems={problems} />
            </div>
            <input type="hidden" name="language" value={language} />
            <input type="hidden" name="draft" value={draft} />
            <input type="hidden" name="section" value={section} />
            <input type="hidden" name="base" value={shown.bases.base} />
            {Object.entries(shown.bases.shown).map(([key, number]) => (
              <input key={key} type="hidden" name={`${shownPrefix}${key}`} value={number} />
            ))}
            <Fields name="" section="" fields={form} node={part} />
            <div className="save-bar">
              <SubmitButton>{t("save")}</SubmitButton>
              <SaveState shown={shown} />
            </div>
          </PlaceContext>
        </ReferencesContext>
      </FormContext>
      <input type="hidden" name="complete" value="yes" />
    </form>
  );
}
