import { useTranslations } from "next-intl";
import type { Event } from "#domain/case-file/events.ts";
import { type LocalizedText, textIn } from "#domain/localized-text.ts";
import { timeline } from "#domain/timeline.ts";
import { DateWords } from "#ui/profile/date-words.tsx";
import { Dotted } from "#ui/profile/dotted.tsx";
import { FacilityLink } from "#ui/profile/facility-link.tsx";
import type { ProfileView } from "#ui/profile/view.ts";
import { Words } from "#ui/words.tsx";

/** Where the person is known to have been and for what; the facts themselves stand in the timeline. */
export function Places({ view }: { view: ProfileView }) {
  const t = useTranslations("profile.heading");
  const places = placesOf(timeline(view.form.events).map((entry) => entry.event));
  if (places.length === 0) return null;
  return (
    <section>
      <h2>{t("places")}</h2>
      <ul>
        {places.map(({ key, facility, place, events }) => (
          <li key={key}>
            <Dotted>
              {facility !== undefined && <FacilityLink view={view} code={facility} />}
              {place !== undefined && <Words text={place} />}
              {events.map((event) => (
                <EventLink key={event.id} event={event} />
              ))}
            </Dotted>
          </li>
        ))}
      </ul>
    </section>
  );
}

function EventLink({ event: { id, kind, date } }: { event: Event }) {
  const t = useTranslations("event");
  return (
    <a href={`#${id}`}>
      {kind !== "other" && t(kind)}
      {kind !== "other" && date !== undefined && ", "}
      {date !== undefined && <DateWords date={date} />}
      {kind === "other" && date === undefined && `#${id}`}
    </a>
  );
}

type Place = {
  key: string;
  facility: Event["facility"];
  place: LocalizedText | undefined;
  events: Event[];
};

/** The places of some events, each once, in the order in which the events come to them. */
export function placesOf(events: readonly Event[]): Place[] {
  const places = new Map<string, Place>();
  for (const event of events) {
    const { facility, place } = event;
    if (facility === undefined && place === undefined) continue;
    const key = JSON.stringify([facility, place && textIn(place, place.original).text]);
    const known = places.get(key);
    if (known === undefined) places.set(key, { key, facility, place, events: [event] });
    else known.events.push(event);
  }
  return [...places.values()];
}
