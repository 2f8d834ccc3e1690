import { useTranslations } from "next-intl";
import type { FormState } from "#domain/form-state.ts";
import type { Hidden } from "#domain/hiding.ts";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { RadioField } from "#ui/forms/radio-field.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { TextField } from "#ui/forms/text-field.tsx";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

type Props = {
  action: Action;
  personId: string;
  /** What is hidden already, to change its manner, basis or day. */
  hidden: Hidden | undefined;
  /** The day of the review to begin with, in words. */
  review: string;
};

/** Hides one fact, or the note of a version, which goes without a sign. */
export function WithholdForm({
  factId,
  isNote,
  action,
  personId,
  hidden,
  review,
}: Props & { factId: string; isNote: boolean }) {
  const t = useTranslations("withholding");
  const labels = { manner: t("manner"), basis: t("basis"), review: t("review") };
  const options = [
    { value: "told", label: t("mannerTold") },
    { value: "silent", label: t("mannerSilent") },
  ];
  return (
    <EditorForm
      id="withhold"
      action={action}
      hidden={{
        person: personId,
        fact: factId,
        ...(isNote && { manner: "silent" }),
        ...(hidden && { seen: hidden.manner }),
      }}
      labels={labels}
    >
      {isNote ? (
        <p>{t("noteIsSilent")}</p>
      ) : (
        <RadioField
          name="manner"
          label={t("manner")}
          options={options}
          defaultValue={hidden?.manner ?? "told"}
        />
      )}
      <BasisAndReview hidden={hidden} review={review} />
      <p className="actions">
        <SubmitButton kind="danger">{t(hidden === undefined ? "submit" : "submitChange")}</SubmitButton>
      </p>
    </EditorForm>
  );
}

/** Takes a whole card down. */
export function WithdrawForm({ action, personId, hidden, review }: Props) {
  const t = useTranslations("withholding");
  const labels = { basis: t("basis"), review: t("review") };
  return (
    <EditorForm id="withdraw" action={action} hidden={{ person: personId }} labels={labels}>
      <BasisAndReview hidden={hidden} review={review} />
      <p className="actions">
        <SubmitButton kind="danger">
          {t(hidden === undefined ? "withdrawSubmit" : "submitChange")}
        </SubmitButton>
      </p>
    </EditorForm>
  );
}

function BasisAndReview({ hidden, review }: Pick<Props, "hidden" | "review">) {
  const t = useTranslations("withholding");
  return (
    <>
      <TextField
        name="basis"
        label={t("basis")}
        hint={t("basisHint")}
        defaultValue={hidden?.basis}
        multiline
      />
      <TextField name="review" label={t("review")} hint={t("reviewHint")} defaultValue={review} />
    </>
  );
}
