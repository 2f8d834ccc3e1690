import { useLocale, useTranslations } from "next-intl";
import { localizedPath, versionsAddress } from "#domain/addresses.ts";
import { known } from "#domain/case-file/fact.ts";
import { languages } from "#domain/languages.ts";
import { cardName, type PersonCard } from "#domain/person-card.ts";
import { formatDate } from "#i18n/dates.ts";
import { cardNumber } from "#ui/card-number.ts";
import { Day } from "#ui/day.tsx";
import { PersonName } from "#ui/person-name.tsx";
import { DateWords } from "#ui/profile/date-words.tsx";
import { Dotted } from "#ui/profile/dotted.tsx";
import { Evidence } from "#ui/profile/evidence.tsx";
import { FactList, factRow } from "#ui/profile/facts.tsx";
import { Portrait } from "#ui/profile/portrait.tsx";
import type { ProfileView } from "#ui/profile/view.ts";
import { useWithheldRows, withheldIn } from "#ui/profile/withheld.tsx";
import { StatusText } from "#ui/status-text.tsx";
import { Words } from "#ui/words.tsx";

type Props = {
  view: ProfileView;
  card: PersonCard;
  version: number;
  /** ISO 8601 in UTC. */
  publishedAt: string;
};

/** Who this is, where they were last known to be and up to which day that is told, and the summary. */
export function ProfileHeader({ view, card, version, publishedAt }: Props) {
  const t = useTranslations();
  const language = useLocale();
  return (
    <header className={card.death === undefined ? "card" : "card dead"}>
      <p className="typed">{t("card.number", { number: cardNumber(card.number) })}</p>
      {view.form.portrait !== undefined && <Portrait portrait={view.form.portrait} view={view} />}
      <h1>
        <PersonName card={card} />
      </h1>
      <OtherNames card={card} />
      {card.protectedIdentity && <p className="note">{t("profile.protected")}</p>}
      <Standing view={view} card={card} />
      <Summary view={view} />
      <p className="soft">
        <Dotted>
          {t("profile.version", { version, date: formatDate(publishedAt.slice(0, 10), language) })}
          <a href={localizedPath(versionsAddress(card.number), language)}>{t("profile.allVersions")}</a>
          <a href={localizedPath("/methodology", language)}>{t("profile.howToRead")}</a>
        </Dotted>
      </p>
    </header>
  );
}

// The day of the knowledge stands beside the status and says what it is, so that nobody takes it for today or for
// the day of a death; which of two disputed days that was, the section on the death tells.
function Standing({ view, card: { status, sex } }: { view: ProfileView; card: PersonCard }) {
  const t = useTranslations();
  const death = view.form.death?.date;
  const date = death?.disputed === undefined ? known(death) : undefined;
  return (
    <>
      <p className="standing">
        <b>
          <StatusText status={status} sex={sex} />
          {date !== undefined && (
            <>
              {", "}
              <DateWords date={date} />
            </>
          )}
        </b>
        {status.asOf !== null && (
          <>
            {`${t("card.asOf")} `}
            <Day date={status.asOf} />
          </>
        )}
      </p>
      {status.asOf !== null && <p className="soft">{t("profile.notNews")}</p>}
    </>
  );
}

function OtherNames({ card: { names } }: { card: PersonCard }) {
  const language = useLocale();
  const heading = cardName({ names }, language);
  const others = languages.filter((it) => it !== heading?.lang && names[it] !== undefined);
  if (others.length === 0) return null;
  return (
    <p className="other-names">
      <Dotted>
        {others.map((it) => (
          <span key={it} lang={it}>
            {names[it]}
          </span>
        ))}
      </Dotted>
    </p>
  );
}

function Summary({ view }: { view: ProfileView }) {
  const t = useTranslations("fact");
  const { summary } = view.form;
  const withheld = useWithheldRows(withheldIn(view, ["summary", "portrait"]));
  const text = summary?.disputed === undefined ? known(summary) : undefined;
  const rows = text === undefined ? factRow(view, t("summary"), summary, (it) => <Words text={it} />) : [];
  return (
    <>
      {summary !== undefined && text !== undefined && (
        <p id={summary.id} className="lead">
          <Words text={text} />
          <Evidence view={view} basis={summary.basis} id={summary.id} />
        </p>
      )}
      <FactList rows={[...rows, ...withheld]} />
    </>
  );
}
