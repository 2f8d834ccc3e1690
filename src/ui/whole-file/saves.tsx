import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { DraftFile } from "#domain/draft-file.ts";
import { fileDifference } from "#domain/file-difference.ts";
import type { FormState } from "#domain/form-state.ts";
import type { Article, Facility } from "#domain/reference.ts";
import { useActorName } from "#ui/editor/actor-name.ts";
import { Moment } from "#ui/editor/moment.tsx";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { Dotted } from "#ui/profile/dotted.tsx";
import { Difference } from "#ui/review/difference.tsx";
import { useReferencesOfBoth } from "#ui/review/references.ts";
import { usePlaceLabel } from "#ui/whole-file/field-label.ts";

type Manner = "opened" | "manual" | "automatic" | "went-back" | "aside";
type Save = { number: number; manner: Manner; basedOn: number | null; at: Date; by: string };
type People = ReadonlyMap<string, string>;

type TableProps = {
  draft: string;
  /** Newest first, with the keys of the file that each changed. */
  saves: readonly (Save & { keys: readonly string[] })[];
  /** The save that the draft stands at. */
  current: number;
  people: People;
};

/** Every save of a draft: who, when, how, and which parts of the file it changed. */
export function SaveTable({ draft, saves, current, people }: TableProps) {
  const t = useTranslations("wholeFile.saves");
  const language = useLocale();
  const label = usePlaceLabel();
  const who = useActorName(people);
  const what = (keys: readonly string[]) => keys.map((key) => label(key, "list")).join(", ");
  return (
    <table className="saves">
      <thead>
        <tr>
          <th scope="col">{t("number")}</th>
          <th scope="col">{t("when")}</th>
          <th scope="col">{t("what")}</th>
        </tr>
      </thead>
      <tbody>
        {saves.map((save) => (
          <tr key={save.number} aria-current={save.number === current ? "true" : undefined}>
            <th scope="row">
              <a href={localizedPath(`/editor/drafts/${draft}/saves/${save.number}`, language)}>
                {t("one", { number: save.number })}
              </a>
              {save.number === current && <span className="soft">{t("current")}</span>}
            </th>
            <td>
              <Moment at={save.at} />
              <span className="soft">{` ${who(save.by)}`}</span>
            </td>
            <td>
              {save.manner === "opened" ? t("manner.opened") : what(save.keys) || t("nothing")}
              {save.manner !== "opened" && (
                <span className="soft">{` ${t(`manner.${save.manner}`, { number: save.basedOn ?? 0 })}`}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DetailsProps = {
  draft: string;
  save: Save & { file: DraftFile; before: DraftFile | undefined };
  current: number;
  mayGoBack: boolean;
  people: People;
  facilities: readonly Facility[];
  articles: readonly Article[];
  goBack: (state: FormState, form: FormData) => Promise<FormState>;
};

/** One save: what it changed in words, and the way back to it. */
export function SaveDetails(props: DetailsProps) {
  const { draft, save, current, mayGoBack, people, facilities, articles, goBack } = props;
  const t = useTranslations("wholeFile.saves");
  const who = useActorName(people);
  const references = useReferencesOfBoth(save.before ?? {}, save.file, { facilities, articles });
  return (
    <>
      <p className="lead">
        <Dotted>
          <Moment at={save.at} />
          {who(save.by)}
          {t(`manner.${save.manner}`, { number: save.basedOn ?? 0 })}
          {save.number === current && t("current")}
        </Dotted>
      </p>
      {save.before !== undefined && (
        <section aria-labelledby="differences">
          <h2 id="differences">{t("differences")}</h2>
          <Difference sections={fileDifference(save.before, save.file, [])} references={references} />
        </section>
      )}
      {mayGoBack && (
        <EditorForm
          action={goBack}
          hidden={{ draft, base: String(current), to: String(save.number) }}
          className="go-back"
        >
          <p className="hint">{t("goBackHint")}</p>
          <SubmitButton kind="secondary">{t("goBack")}</SubmitButton>
        </EditorForm>
      )}
    </>
  );
}
