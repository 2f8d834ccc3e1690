import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import { type DraftSection, sectionNames, sectionOf } from "#domain/draft-file.ts";
import type { FormState } from "#domain/form-state.ts";
import type { DraftState } from "#domain/workflow.ts";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";

type NavProps = {
  draft: string;
  current: DraftSection;
  /** Paths at which something is missing or wrong. */
  problems: readonly string[];
};

/** The sections of a draft, with how much each of them still lacks. */
export function SectionsNav({ draft, current, problems }: NavProps) {
  const t = useTranslations();
  const language = useLocale();
  return (
    <nav aria-label={t("wholeFile.toSections")} className="file-sections">
      <ul>
        {sectionNames.map((section) => {
          const count = problems.filter((path) => sectionOf(path) === section).length;
          return (
            <li key={section}>
              <a
                href={localizedPath(`/editor/drafts/${draft}/${section}`, language)}
                aria-current={section === current ? "page" : undefined}
              >
                {t(`drafts.section.${section}`)}
              </a>
              {count > 0 && <span className="count"> {t("drafts.wrong", { count })}</span>}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Says why a section can't be changed now. */
export function ClosedSection({ state, draft }: { state: DraftState; draft: string }) {
  const t = useTranslations("wholeFile");
  const language = useLocale();
  return (
    <p className="notice">
      {t("closed", { state })} <a href={localizedPath(`/editor/drafts/${draft}`, language)}>{t("toDraft")}</a>
    </p>
  );
}

type RemovedProps = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  draft: string;
  section: DraftSection;
  base: number;
  /** The save before. */
  to: string;
};

/** What was taken away can be had back at once. */
export function RemovedNotice({ action, draft, section, base, to }: RemovedProps) {
  const t = useTranslations("wholeFile");
  return (
    <EditorForm
      id="undo"
      action={action}
      hidden={{ draft, base: String(base), to, section }}
      className="notice undo"
    >
      <p role="status">{t("removed")}</p>
      <SubmitButton kind="secondary">{t("undo")}</SubmitButton>
    </EditorForm>
  );
}
