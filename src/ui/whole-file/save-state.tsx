"use client";

import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { DraftAnswer } from "#domain/form/draft-answer.ts";
import { useProblemWords } from "#ui/forms/problem-words.tsx";
import { usePlaceLabel } from "#ui/whole-file/field-label.ts";
import type { SaverState } from "#ui/whole-file/section-saver.ts";

/** Whether everything is saved, beside the button; and what was put together with somebody else's save. */
export function SaveState({ shown: { status, others, bases } }: { shown: SaverState }) {
  const t = useTranslations("wholeFile");
  const forms = useTranslations("forms");
  const language = useLocale();
  const words = useProblemWords();
  const time = useTime();
  const keys = useKeys();
  return (
    <div className="save-state">
      <p role="status" className={status.kind}>
        {status.kind === "saved" &&
          (status.at === undefined ? t("savedBefore") : t("saved", { time: time(status.at) }))}
        {status.kind === "unsaved" && t("unsaved")}
        {status.kind === "saving" && t("saving")}
        {status.kind === "paused" && t("paused")}
        {status.kind === "failed" && t("failed", { problem: words(status.problem) })}
      </p>
      {status.kind === "failed" && status.problem.code === "signed-out" && (
        <p>
          <a href={localizedPath("/editor/sign-in", language)} target="_blank" rel="noreferrer">
            {forms("signInElsewhere")}
          </a>
        </p>
      )}
      {others.map(({ name, keys: saved, at }) => (
        <p key={`${at} ${name}`} className="merged">
          {t("merged", { name, sections: keys(saved) })}{" "}
          {saved.some((key) => bases.shown[key] !== undefined) && t("mergedHere")}
        </p>
      ))}
    </div>
  );
}

/** The time of a moment on the clock of whoever looks at the page; 24 hours are asked for, or Chromium says "PM". */
function useTime(): (moment: string) => string {
  const language = useLocale();
  return (moment) =>
    new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
      new Date(moment),
    );
}

/** Keys of a file in words: "events, sources". */
function useKeys(): (keys: DraftAnswer["others"][number]["keys"]) => string {
  const label = usePlaceLabel();
  return (keys) => keys.map((key) => label(key, "list")).join(", ");
}
