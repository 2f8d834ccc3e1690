import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { FormState } from "#domain/form-state.ts";
import type { Alike, AlikePerson, Comparison } from "#domain/likely-duplicates.ts";
import { type Actor, may } from "#domain/policy.ts";
import { useActorName } from "#ui/editor/actor-name.ts";
import { AlikeList, Head, LikenessWords } from "#ui/editor/alike.tsx";
import { Moment } from "#ui/editor/moment.tsx";
import { usePersonLabel } from "#ui/editor/person-label.ts";
import { type FacilityNames, SideBySide } from "#ui/editor/side-by-side.tsx";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { FieldsFold } from "#ui/forms/fields-fold.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { TextField } from "#ui/forms/text-field.tsx";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

type Pair = { one: AlikePerson; other: AlikePerson; comparison: Comparison };

type Pairs = {
  pairs: readonly Pair[];
  actor: Actor;
  facilities: FacilityNames;
  hold: Action;
  /** The person whose page this is; undefined where it is everybody's. */
  of?: string | undefined;
};

/** Pairs of files that may be of one person, each with the form that says that they aren't. */
export function LikelyPairs({ pairs, actor, facilities, hold, of }: Pairs) {
  const label = usePersonLabel();
  const t = useTranslations("duplicates");
  return (
    <ol className="alike">
      {pairs.map(({ one, other, comparison: { likeness, reasons } }) => {
        const id = `${one.personId}-${other.personId}`;
        return (
          <li key={id}>
            <article aria-label={t("pair", { one: label(one), other: label(other) })}>
              <LikenessWords likeness={likeness} />
              <SideBySide
                reasons={reasons}
                heads={[<Head key="one" person={one} />, <Head key="other" person={other} />]}
                whose={[label(one), label(other)]}
                facilities={facilities}
              />
              {may(actor.role, "edit") && (
                <Different id={`different-${id}`} one={one} other={other} hold={hold} of={of} />
              )}
            </article>
          </li>
        );
      })}
    </ol>
  );
}

type DifferentProps = Omit<Pair, "comparison"> & Pick<Pairs, "hold" | "of"> & { id: string };

function Different({ id, one, other, hold, of }: DifferentProps) {
  const t = useTranslations("duplicates");
  return (
    <EditorForm
      id={id}
      action={hold}
      hidden={{ person: one.personId, other: other.personId, ...(of !== undefined && { of }) }}
      labels={{ reason: t("reason") }}
    >
      <FieldsFold summary={t("different")} fields={["reason"]}>
        <TextField name="reason" label={t("reason")} hint={t("reasonHint")} multiline />
        <SubmitButton>{t("hold")}</SubmitButton>
      </FieldsFold>
    </EditorForm>
  );
}

type Held = {
  id: string;
  one: AlikePerson;
  other: AlikePerson;
  reason: string;
  at: Date;
  by: string;
};

type HeldProps = {
  held: readonly Held[];
  actor: Actor;
  takeBack: Action;
  /** Names by users' ids, as `namesOf` gives them. */
  users: ReadonlyMap<string, string>;
  of?: string | undefined;
};

/** Those whom somebody holds to be different, with the reason and the way back. */
export function HeldDifferent({ held, actor, takeBack, users, of }: HeldProps) {
  const t = useTranslations("duplicates");
  const nameOf = useActorName(users);
  return (
    <section aria-labelledby="held">
      <h2 id="held">{t("held")}</h2>
      {held.length === 0 && <p>{t("heldNone")}</p>}
      <ul className="entries">
        {held.map(({ id, one, other, reason, at, by }) => (
          <li key={id}>
            <ul className="pair">
              <li>
                <Head person={one} />
              </li>
              <li>
                <Head person={other} />
              </li>
            </ul>
            <p className="said">{reason}</p>
            <p className="soft">{t.rich("heldBy", { name: nameOf(by), when: () => <Moment at={at} /> })}</p>
            {may(actor.role, "edit") && (
              <EditorForm
                id={`held-${id}`}
                action={takeBack}
                hidden={{ different: id, ...(of !== undefined && { of }) }}
              >
                <SubmitButton kind="secondary">{t("takeBack")}</SubmitButton>
              </EditorForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type WarningProps = { personId: string; alike: readonly Alike[]; own: string; facilities: FacilityNames };

/** Who may be the same as somebody who isn't published yet; nothing where there is nobody. */
export function AlikeWarning({ personId, alike, own, facilities }: WarningProps) {
  const t = useTranslations("duplicates");
  const language = useLocale();
  if (alike.length === 0) return null;
  return (
    <section aria-labelledby="alike" className="notice">
      <h2 id="alike">{t("warning", { count: alike.length })}</h2>
      <p>{t("warningLead")}</p>
      <AlikeList alike={alike} own={own} facilities={facilities} />
      <p className="actions">
        <a href={localizedPath(`/editor/duplicates?person=${personId}`, language)}>{t("toHold")}</a>
      </p>
    </section>
  );
}
