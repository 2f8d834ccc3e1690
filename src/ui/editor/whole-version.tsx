import { useLocale, useTranslations } from "next-intl";
import { localizedPath, versionAddress } from "#domain/addresses.ts";
import type { CaseFile } from "#domain/case-file/case-file.ts";
import type { FactWithholding } from "#domain/disclosure.ts";
import { fileDifference } from "#domain/file-difference.ts";
import type { FormState } from "#domain/form-state.ts";
import type { LocalizedText } from "#domain/localized-text.ts";
import { type Actor, may } from "#domain/policy.ts";
import type { Article, Facility } from "#domain/reference.ts";
import { VersionDetails } from "#ui/editor/person.tsx";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { Difference } from "#ui/review/difference.tsx";
import { useFormReferences } from "#ui/whole-file/form-references.ts";

type Props = {
  version: {
    number: number;
    file: CaseFile;
    before: CaseFile | undefined;
    publicNote: LocalizedText | null;
    internalNote: string | null;
    at: Date;
    by: string;
    hash: string;
    person: {
      id: string;
      number: number | null;
      state: "published" | "withdrawn" | "unpublished";
      currentVersion: number;
    };
    withholdings: readonly FactWithholding[];
    openDraft: string | undefined;
  };
  known: { facilities: readonly Facility[]; articles: readonly Article[] };
  actor: Actor;
  people: ReadonlyMap<string, string>;
  openDraft: (state: FormState, form: FormData) => Promise<FormState>;
};

/** A version as it is kept: every fact in its three languages, what is withheld included and marked. */
export function WholeVersion({ version, known, actor, people, openDraft }: Props) {
  const t = useTranslations("persons");
  const language = useLocale();
  const { number, file, person, withholdings, hash, openDraft: open } = version;
  const references = useFormReferences(file, known);
  const isCurrent = number === person.currentVersion;
  return (
    <>
      <VersionDetails version={version} people={people} />
      <p className="soft">
        {`${t("hash")} `}
        <code>{hash}</code>
      </p>
      {person.number !== null && person.state === "published" && (
        <p>
          <a href={localizedPath(versionAddress(person.number, number), language)}>{t("publicVersion")}</a>
        </p>
      )}
      {open !== undefined && (
        <p>
          <a href={localizedPath(`/editor/drafts/${open}`, language)}>{t("toOpenDraft")}</a>
        </p>
      )}
      {open === undefined && may(actor.role, "edit") && (
        <EditorForm
          id="open-draft"
          action={openDraft}
          hidden={{ person: person.id, ...(!isCurrent && { version: String(number) }) }}
        >
          {!isCurrent && <p>{t("againLead")}</p>}
          <SubmitButton kind="secondary">
            {isCurrent ? t("begin") : t("beginFrom", { version: number })}
          </SubmitButton>
        </EditorForm>
      )}
      <Difference sections={fileDifference({}, file, withholdings)} references={references} isWhole />
    </>
  );
}
