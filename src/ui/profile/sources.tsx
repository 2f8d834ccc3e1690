import { useLocale, useTranslations } from "next-intl";
import type { Source } from "#domain/case-file/sources.ts";
import { Day } from "#ui/day.tsx";
import type { CitedSource } from "#ui/profile/citations.ts";
import { DateWords } from "#ui/profile/date-words.tsx";
import { Dotted } from "#ui/profile/dotted.tsx";
import { mannerSigns } from "#ui/profile/evidence.tsx";
import { NoteBelow } from "#ui/profile/note-below.tsx";
import type { ProfileView } from "#ui/profile/view.ts";
import { Words } from "#ui/words.tsx";

/** The numbered list that the citations at the facts lead to, and what their signs mean. */
export function Sources({ view }: { view: ProfileView }) {
  const t = useTranslations();
  if (view.citations.sources.length === 0) return null;
  return (
    <section>
      <h2>{t("profile.heading.sources")}</h2>
      <ol>
        {view.citations.sources.map((cited) => (
          <li key={cited.source.id} id={cited.source.id}>
            <SourceEntry cited={cited} />
          </li>
        ))}
      </ol>
      <p className="soft">
        {t("profile.key", {
          inferred: mannerSigns.inferred,
          inferredMeans: t("manner.inferred"),
          reference: mannerSigns.reference,
          referenceMeans: t("manner.reference"),
        })}
      </p>
    </section>
  );
}

function SourceEntry({ cited: { source, notes } }: { cited: CitedSource }) {
  const t = useTranslations("profile");
  const { author, publisher, date, archivedAddress, accessed, note } = source;
  return (
    <>
      <Dotted>
        <Title source={source} />
        {author}
        {publisher}
        {date !== undefined && <DateWords date={date} />}
        {archivedAddress !== undefined && <a href={archivedAddress}>{t("archived")}</a>}
        {accessed !== undefined && (
          <>
            {`${t("accessed")} `}
            <Day date={accessed} />
          </>
        )}
      </Dotted>
      <NoteBelow note={note} />
      {notes.length > 0 && (
        <ul>
          {notes.map(({ id, letter, note: words }) => (
            <li key={id} id={id}>
              {`${letter}) `}
              <Words text={words} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

// A printed title stays in its own language.
function Title({ source: { title, address, language: lang } }: { source: Source }) {
  const language = useLocale();
  const cite = <cite lang={lang === language ? undefined : lang}>{title}</cite>;
  return address === undefined ? cite : <a href={address}>{cite}</a>;
}
