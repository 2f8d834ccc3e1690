"use client";

import { useLocale, useTranslations } from "next-intl";
import { use, useEffect, useRef } from "react";
import { localizedPath } from "#domain/addresses.ts";
import type { DraftSection } from "#domain/draft-file.ts";
import { fileDifference } from "#domain/file-difference.ts";
import { Moment } from "#ui/editor/moment.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { Difference } from "#ui/review/difference.tsx";
import { ReferencesContext } from "#ui/whole-file/references-context.ts";
import type { SaverState } from "#ui/whole-file/section-saver.ts";

type Props = { draft: string; section: DraftSection; shown: SaverState };

/** That others have changed the same meanwhile: what they changed, and the two ways to go on. Nothing typed is lost. */
export function ConflictNotice({ draft, section, shown: { answer, wasAsked } }: Props) {
  const t = useTranslations("wholeFile.conflict");
  const language = useLocale();
  const references = use(ReferencesContext);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer?.draft?.kind === "conflict" && wasAsked) box.current?.focus();
  }, [answer, wasAsked]);
  if (answer?.draft?.kind !== "conflict") return null;
  const { save, aside, others, before, after } = answer.draft;
  const path = localizedPath(`/editor/drafts/${draft}`, language);
  return (
    <div ref={box} role="alert" tabIndex={-1} className="problems">
      <h2>{t("title")}</h2>
      <ul>
        {others.map(({ name, at }) => (
          <li key={at}>
            {name}, <Moment at={new Date(at)} />
          </li>
        ))}
      </ul>
      <p>{t("changes")}</p>
      <Difference sections={fileDifference(before, after, [])} references={references} anchors="conflict-" />
      <p>{t.rich("kept", { number: aside, a: (text) => <a href={`${path}/saves/${aside}`}>{text}</a> })}</p>
      <p className="actions">
        <SubmitButton name="over" value={String(save)}>
          {t("over")}
        </SubmitButton>
        <a href={`${path}/${section}`}>{t("reload")}</a>
      </p>
      <p className="hint">{t("overHint")}</p>
    </div>
  );
}
