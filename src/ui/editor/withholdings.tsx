import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Address, localizedPath } from "#domain/addresses.ts";
import type { Hidden, HiddenOfPerson } from "#domain/hiding.ts";
import { type Actor, may } from "#domain/policy.ts";
import { formatDate } from "#i18n/dates.ts";
import { useActorName } from "#ui/editor/actor-name.ts";
import { HiddenWords } from "#ui/editor/hideable.tsx";
import { usePersonLabel } from "#ui/editor/person-label.ts";
import { Dotted } from "#ui/profile/dotted.tsx";

/** Names by users' ids, as `namesOf` gives them. */
type People = ReadonlyMap<string, string>;

type OfPerson = {
  person: { id: string; state: "published" | "withdrawn" | null };
  hidden: readonly Hidden[];
  actor: Actor;
  people: People;
};

/** What is hidden of a person and why, with the ways to hide more and to show again. For the person's page. */
export function Withholdings({ person, hidden, actor, people }: OfPerson) {
  const t = useTranslations("withholding");
  const language = useLocale();
  const path = (page: string) => localizedPath(`/editor/people/${person.id}/${page}`, language);
  return (
    <section aria-labelledby="hidden">
      <h2 id="hidden">{t("list")}</h2>
      {hidden.length === 0 && <p>{t("listNone")}</p>}
      {hidden.length > 0 && (
        <ul className="entries">
          {hidden.map((it) => (
            <li key={it.id}>
              <HiddenWords hidden={it} />
              <HiddenDetails hidden={it} people={people} />
              {may(actor.role, "withhold") && (
                <p>
                  <a href={it.factId === null ? path("withdraw") : path(`withhold?fact=${it.factId}`)}>
                    {t("look", { id: it.factId ?? t("wholePerson") })}
                  </a>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {may(actor.role, "withhold") && (
        <p className="actions">
          <a href={path("withhold")}>{t("withholdLink")}</a>
          {person.state === "published" && <a href={path("withdraw")}>{t("withdrawLink")}</a>}
          {hidden.length > 0 && <a href={path("show")}>{t("showLink")}</a>}
        </p>
      )}
    </section>
  );
}

/** How, until when, by whom and why something is hidden, and whether somebody asks to show it. */
export function HiddenDetails({ hidden, people }: { hidden: Hidden; people: People }) {
  const t = useTranslations("withholding");
  const nameOf = useActorName(people);
  const language = useLocale();
  const { factId, manner, basis, reviewOn, at, by, request } = hidden;
  const day = (date: Date) => formatDate(date.toISOString().slice(0, 10), language);
  return (
    <>
      <p className="soft">
        <Dotted>
          {factId !== null && t(manner)}
          {t("since", { name: nameOf(by), date: day(at) })}
          {t("reviewOn", { date: formatDate(reviewOn, language) })}
        </Dotted>
      </p>
      <p className="said">{t("basisOf", { basis })}</p>
      {request !== undefined && (
        <>
          <p>{t("asked", { name: nameOf(request.askedBy), date: day(request.askedAt) })}</p>
          <blockquote className="said">{request.reason}</blockquote>
        </>
      )}
    </>
  );
}

type Listed = { items: readonly HiddenOfPerson[]; people: People };

/** What somebody asks to be shown again, for the desk. */
export function ShowingRequests({ items, people }: Listed) {
  const t = useTranslations("withholding");
  const nameOf = useActorName(people);
  const language = useLocale();
  return (
    <DeskList id="showing-requests" title={t("requests")} none={t("requestsNone")} items={items}>
      {({ person, request }) =>
        request !== undefined && (
          <>
            <p className="soft">
              {t("asked", {
                name: nameOf(request.askedBy),
                date: formatDate(request.askedAt.toISOString().slice(0, 10), language),
              })}
            </p>
            <p className="said">{request.reason}</p>
            <Go address={`/editor/people/${person.id}/show`} label={t("decideOn")} />
          </>
        )
      }
    </DeskList>
  );
}

/** What is hidden and has to be looked at again, for the desk. */
export function WithholdingsDue({ items, people }: Listed) {
  const t = useTranslations("withholding");
  const nameOf = useActorName(people);
  const language = useLocale();
  return (
    <DeskList id="withholdings-due" title={t("dueList")} none={t("dueNone")} items={items}>
      {({ person, factId, reviewOn, by, basis }) => (
        <>
          <p className="soft">
            <Dotted>
              {t("due", { date: formatDate(reviewOn, language) })}
              {nameOf(by)}
            </Dotted>
          </p>
          <p className="said">{t("basisOf", { basis })}</p>
          <Go
            address={
              factId === null
                ? `/editor/people/${person.id}/withdraw`
                : `/editor/people/${person.id}/withhold?fact=${factId}`
            }
            label={t("look", { id: factId ?? t("wholePerson") })}
          />
        </>
      )}
    </DeskList>
  );
}

function DeskList({
  id,
  title,
  none,
  items,
  children,
}: {
  id: string;
  title: string;
  none: string;
  items: readonly HiddenOfPerson[];
  children: (item: HiddenOfPerson) => ReactNode;
}) {
  const personLabel = usePersonLabel();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {items.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul className="entries">
          {items.map((item) => (
            <li key={item.id}>
              {personLabel(item.person)}: <HiddenWords hidden={item} />
              {children(item)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Go({ address, label }: { address: Address; label: string }) {
  const language = useLocale();
  return (
    <p>
      <a href={localizedPath(address, language)}>{label}</a>
    </p>
  );
}
