import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { FormState } from "#domain/form-state.ts";
import type { PersonToHide } from "#domain/hiding.ts";
import type { Actor } from "#domain/policy.ts";
import { HiddenWords } from "#ui/editor/hideable.tsx";
import { AskToShowForm, DecideShowing } from "#ui/editor/show-forms.tsx";
import { HiddenDetails } from "#ui/editor/withholdings.tsx";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

type Props = {
  person: PersonToHide;
  /** The fact to be asked for, or `all` for the whole card. */
  asking: string | undefined;
  ask: Action;
  decide: Action;
  actor: Actor;
  people: ReadonlyMap<string, string>;
};

/** What is hidden of a person, each with the request that waits, or the way to ask. */
export function HiddenToShow({ person, asking, ask, decide, actor, people }: Props) {
  const t = useTranslations("withholding");
  const language = useLocale();
  const path = localizedPath(`/editor/people/${person.id}/show`, language);
  if (person.hidden.length === 0) return <p>{t("showNothing")}</p>;
  return (
    <ul className="entries">
      {person.hidden.map(({ request, ...hidden }) => {
        const { factId } = hidden;
        const key = factId ?? "all";
        return (
          <li key={hidden.id}>
            <HiddenWords hidden={hidden} />
            <HiddenDetails hidden={{ ...hidden, request: undefined }} people={people} />
            {request !== undefined && (
              <DecideShowing
                action={decide}
                personId={person.id}
                request={request}
                actor={actor}
                people={people}
              />
            )}
            {request === undefined && asking === key && (
              <AskToShowForm action={ask} personId={person.id} factId={factId} />
            )}
            {request === undefined && asking !== key && (
              <p>
                <a href={`${path}?fact=${key}`}>
                  {factId === null ? t("askPerson") : t("ask", { id: factId })}
                </a>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
