import { useTranslations } from "next-intl";
import type { CaseFile } from "#domain/case-file/case-file.ts";
import type { FactWithholding } from "#domain/disclosure.ts";
import { type DraftFile, sectionNames } from "#domain/draft-file.ts";
import { collidingKeys } from "#domain/draft-merge.ts";
import { fileDifference } from "#domain/file-difference.ts";
import type { FormState } from "#domain/form-state.ts";
import type { Article, Facility } from "#domain/reference.ts";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { RadioField } from "#ui/forms/radio-field.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { Difference } from "#ui/review/difference.tsx";
import { useReferencesOfBoth } from "#ui/review/references.ts";
import { usePlaceLabel } from "#ui/whole-file/field-label.ts";

type Props = {
  draft: { id: string; save: number; file: DraftFile };
  /** What the draft was begun from. */
  base: DraftFile;
  current: { number: number; file: CaseFile };
  withholdings: readonly FactWithholding[];
  known: { facilities: readonly Facility[]; articles: readonly Article[] };
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

/** Brings a draft onto the version that came meanwhile: asks whose words hold where both have changed them. */
export function Rebase({ draft, base, current, withholdings, known, action }: Props) {
  const t = useTranslations("review");
  const nameOf = useKeyName();
  const references = useReferencesOfBoth(base, current.file, known);
  const ownReferences = useReferencesOfBoth(base, draft.file, known);
  const keys = collidingKeys(base, { draft: draft.file, version: current.file });
  const onlyKey = (file: DraftFile, key: string): DraftFile => ({ [key]: file[key] });
  const otherKeys = (file: DraftFile): DraftFile =>
    Object.fromEntries(Object.entries(file).filter(([key]) => !keys.includes(key)));
  return (
    <>
      <p>{t("rebaseLead", { version: current.number })}</p>
      <EditorForm
        action={action}
        hidden={{ draft: draft.id, base: String(draft.save), onto: String(current.number) }}
        labels={Object.fromEntries(keys.map((key) => [key, nameOf(key)]))}
        className="wide"
      >
        {keys.length === 0 && <p>{t("rebaseSimple")}</p>}
        {keys.map((key) => (
          <section key={key} aria-labelledby={`both-${key}`}>
            <h2 id={`both-${key}`}>{nameOf(key)}</h2>
            <RadioField
              name={key}
              label={t("whose")}
              options={[
                { value: "draft", label: t("keepDraft") },
                { value: "version", label: t("keepVersion", { version: current.number }) },
              ]}
            />
            <details>
              <summary>{t("byDraft")}</summary>
              <Difference
                sections={fileDifference(onlyKey(base, key), onlyKey(draft.file, key), withholdings)}
                references={ownReferences}
                anchors={`draft-${key}-`}
              />
            </details>
            <details>
              <summary>{t("byVersion", { version: current.number })}</summary>
              <Difference
                sections={fileDifference(onlyKey(base, key), onlyKey(current.file, key), withholdings)}
                references={references}
                anchors={`version-${key}-`}
              />
            </details>
          </section>
        ))}
        <p className="actions">
          <SubmitButton>{t("rebase")}</SubmitButton>
        </p>
      </EditorForm>
      <section aria-labelledby="meanwhile">
        <h2 id="meanwhile">{t("meanwhile", { version: current.number })}</h2>
        <Difference
          sections={fileDifference(otherKeys(base), otherKeys(current.file), withholdings)}
          references={references}
        />
      </section>
    </>
  );
}

/** What a key of a file is called. */
function useKeyName(): (key: string) => string {
  const t = useTranslations();
  const placeLabel = usePlaceLabel();
  return (key) => {
    const section = sectionNames.find((name) => name === key);
    if (section !== undefined) return t(`drafts.section.${section}`);
    return key === "birth" ? t("review.birth") : placeLabel(key, "list");
  };
}
