import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import { type Event, eventKinds } from "#domain/case-file/events.ts";
import type { Facility } from "#domain/reference.ts";
import { EventLine } from "#ui/editor/event-line.tsx";

type Props = {
  personId: string;
  /** What the file tells last, newest first. */
  latest: readonly Event[];
  facilities: readonly Facility[];
};

/** What can have happened to somebody, each as the way to its form, and what the file tells last. */
export function CaseUpdateKinds({ personId, latest, facilities }: Props) {
  const t = useTranslations();
  const language = useLocale();
  return (
    <>
      <ul className="kinds">
        {eventKinds.map((kind) => (
          <li key={kind}>
            <a href={localizedPath(`/editor/update?person=${personId}&kind=${kind}`, language)}>
              {t(`event.${kind}`)}
            </a>
          </li>
        ))}
      </ul>
      {latest.length > 0 && (
        <section aria-labelledby="latest">
          <h2 id="latest">{t("caseUpdate.latest")}</h2>
          <ul>
            {latest.map((event) => (
              <li key={event.id}>
                <EventLine event={event} facilities={facilities} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
