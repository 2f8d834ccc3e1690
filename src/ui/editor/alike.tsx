import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { Alike, AlikePerson, Likeness } from "#domain/likely-duplicates.ts";
import { usePersonLabel } from "#ui/editor/person-label.ts";
import { PersonLink } from "#ui/editor/person-link.tsx";
import { type FacilityNames, SideBySide } from "#ui/editor/side-by-side.tsx";
import { Dotted } from "#ui/profile/dotted.tsx";

type Props = {
  alike: readonly Alike[];
  /** What the file that they are held against is called. */
  own: string;
  facilities: FacilityNames;
  /** Links lead out of a page in which something is being typed: then each opens another tab. */
  isElsewhere?: boolean;
};

/** Those who may be the same as somebody, each beside them. */
export function AlikeList({ alike, own, facilities, isElsewhere = false }: Props) {
  const label = usePersonLabel();
  return (
    <ol className="alike">
      {alike.map(({ person, comparison: { likeness, reasons } }) => (
        <li key={person.personId}>
          <LikenessWords likeness={likeness} />
          <SideBySide
            reasons={reasons}
            heads={[<b key="own">{own}</b>, <Head key="other" person={person} isElsewhere={isElsewhere} />]}
            whose={[own, label(person)]}
            facilities={facilities}
          />
        </li>
      ))}
    </ol>
  );
}

/** How likely two files are of one person. */
export function LikenessWords({ likeness }: { likeness: Likeness }) {
  const t = useTranslations("duplicates");
  return (
    <p className={`likeness ${likeness}`}>
      <b>{t(`likeness.${likeness}`)}</b>
    </p>
  );
}

/** One of two: who they are, whether they are published, and the way to their card and their draft. */
export function Head({ person, isElsewhere = false }: { person: AlikePerson; isElsewhere?: boolean }) {
  const t = useTranslations("persons");
  const language = useLocale();
  const label = usePersonLabel();
  const { personId: id, number, state, names, draftId } = person;
  return (
    <>
      <PersonLink person={{ id, number, names }} isElsewhere={isElsewhere} />
      <p className="soft">
        <Dotted>
          {t(`state.${state}`)}
          {draftId !== undefined && (
            <a
              href={localizedPath(`/editor/drafts/${draftId}`, language)}
              aria-label={t("draftOf", { name: label(person) })}
              {...(isElsewhere && { target: "_blank", rel: "noreferrer" })}
            >
              {t("draft")}
            </a>
          )}
        </Dotted>
      </p>
    </>
  );
}
