import { useLocale, useTranslations } from "next-intl";
import type { Event } from "#domain/case-file/events.ts";
import { earliestAsOf } from "#domain/knowledge.ts";
import { timeline } from "#domain/timeline.ts";
import { formatDate } from "#i18n/dates.ts";
import { DateWords } from "#ui/profile/date-words.tsx";
import { Dotted } from "#ui/profile/dotted.tsx";
import { useEventDetails } from "#ui/profile/event-details.ts";
import { Evidence } from "#ui/profile/evidence.tsx";
import { FacilityLink } from "#ui/profile/facility-link.tsx";
import type { ProfileView } from "#ui/profile/view.ts";
import { WithheldItems, withheldIn } from "#ui/profile/withheld.tsx";
import { Words } from "#ui/words.tsx";

/** What happened to the person, from first to last. */
export function Timeline({ view }: { view: ProfileView }) {
  const t = useTranslations("profile.heading");
  if (view.form.events.length === 0 && withheldIn(view, ["events"]).length === 0) return null;
  return (
    <section>
      <h2>{t("timeline")}</h2>
      <ol className="timeline">
        {timeline(view.form.events).map(({ event }) => (
          <li key={event.id} id={event.id}>
            <span>
              <When event={event} />
            </span>
            <p>
              <What view={view} event={event} />
              <Evidence view={view} basis={event.basis} id={event.id} />
            </p>
          </li>
        ))}
        <WithheldItems view={view} section="events" />
      </ol>
    </section>
  );
}

// An event without a date has its place by when it was told, and says so.
function When({ event: { date, basis } }: { event: Event }) {
  const t = useTranslations("profile");
  const language = useLocale();
  if (date !== undefined) return <DateWords date={date} />;
  const told = earliestAsOf(basis);
  return <i>{told === null ? t("undated") : t("undatedTold", { date: formatDate(told, language) })}</i>;
}

function What({ view, event }: { view: ProfileView; event: Event }) {
  const t = useTranslations();
  const details = useEventDetails(event, view.sex);
  const { kind, note, place, facility, prosecution } = event;
  const isNoteAlone =
    kind === "other" && place === undefined && facility === undefined && prosecution === undefined;
  return (
    <>
      <Dotted>
        {kind !== "other" && <b>{t(`event.${kind}`)}</b>}
        {details}
        {facility !== undefined && <FacilityLink view={view} code={facility} />}
        {place !== undefined && <Words text={place} />}
        {prosecution !== undefined && (
          <a href={`#${prosecution}`}>{t("profile.case", { number: caseNumber(view, prosecution) })}</a>
        )}
      </Dotted>
      {note !== undefined && !isNoteAlone && <br />}
      {note !== undefined && <Words text={note} />}
    </>
  );
}

function caseNumber({ form }: ProfileView, prosecution: string): number {
  return form.prosecutions.findIndex(({ id }) => id === prosecution) + 1;
}
