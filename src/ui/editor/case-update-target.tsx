import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { NamesByLanguage } from "#domain/draft-names.ts";
import type { DraftState } from "#domain/workflow.ts";
import { PersonLink } from "#ui/editor/person-link.tsx";

type Props = {
  person: { id: string; number: number | null; names: NamesByLanguage };
  draft: { id: string; state: DraftState } | undefined;
};

/** Whom an update is about, and the draft that it goes into. */
export function CaseUpdateTarget({ person, draft }: Props) {
  const t = useTranslations("caseUpdate");
  const language = useLocale();
  return (
    <>
      <p>
        <PersonLink person={person} />
      </p>
      {draft === undefined ? (
        <p className="soft">{t("newDraft")}</p>
      ) : (
        <p className={draft.state === "submitted" ? "notice" : "soft"}>
          {t.rich(draft.state === "submitted" ? "submitted" : "intoDraft", {
            draft: (words) => <a href={localizedPath(`/editor/drafts/${draft.id}`, language)}>{words}</a>,
          })}
        </p>
      )}
    </>
  );
}
