import { useLocale, useTranslations } from "next-intl";
import type { FormState } from "#domain/form-state.ts";
import type { OpenRequest } from "#domain/hiding.ts";
import { type Actor, may, mayShow } from "#domain/policy.ts";
import { formatDate } from "#i18n/dates.ts";
import { useActorName } from "#ui/editor/actor-name.ts";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { TextField } from "#ui/forms/text-field.tsx";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** Asks that something be shown again; `factId` is null for the whole card. */
export function AskToShowForm({
  action,
  personId,
  factId,
}: {
  action: Action;
  personId: string;
  factId: string | null;
}) {
  const t = useTranslations("withholding");
  return (
    <EditorForm
      id="ask"
      action={action}
      hidden={{ person: personId, ...(factId !== null && { fact: factId }) }}
      labels={{ reason: t("reason") }}
    >
      <TextField name="reason" label={t("reason")} hint={t("reasonHint")} multiline />
      <p className="actions">
        <SubmitButton>{t("askSubmit")}</SubmitButton>
      </p>
    </EditorForm>
  );
}

/** A request that waits, with what this actor may do about it. `people` are names by users' ids. */
export function DecideShowing({
  action,
  personId,
  request,
  actor,
  people,
}: {
  action: Action;
  personId: string;
  request: OpenRequest;
  actor: Actor;
  people: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("withholding");
  const language = useLocale();
  const nameOf = useActorName(people);
  const { id, reason, askedAt, askedBy } = request;
  const isOwn = askedBy === actor.id;
  const hidden = { person: personId, request: id };
  return (
    <div className="request">
      <p>
        {t("asked", {
          name: nameOf(askedBy),
          date: formatDate(askedAt.toISOString().slice(0, 10), language),
        })}
      </p>
      <blockquote className="said">{reason}</blockquote>
      {isOwn && <p className="soft">{t("own")}</p>}
      {!isOwn && !mayShow(actor, askedBy) && <p className="soft">{t("mayNotDecide")}</p>}
      {isOwn && may(actor.role, "show") && (
        <EditorForm id={`take-back-${id}`} action={action} hidden={{ ...hidden, outcome: "taken_back" }}>
          <p className="actions">
            <SubmitButton kind="secondary">{t("takeBack")}</SubmitButton>
          </p>
        </EditorForm>
      )}
      {mayShow(actor, askedBy) && (
        <EditorForm id={`decide-${id}`} action={action} hidden={hidden}>
          <p className="actions">
            <SubmitButton name="outcome" value="granted" kind="danger">
              {t("grant")}
            </SubmitButton>
            <SubmitButton name="outcome" value="declined" kind="secondary">
              {t("decline")}
            </SubmitButton>
          </p>
        </EditorForm>
      )}
    </div>
  );
}
