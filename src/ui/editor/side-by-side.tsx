import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { languages } from "#domain/languages.ts";
import type { Reason, ShownPlace, Side, Speaks } from "#domain/likely-duplicates.ts";
import type { DatedTrait } from "#domain/person-traits.ts";
import type { Facility } from "#domain/reference.ts";
import { formatDate } from "#i18n/dates.ts";
import { articleLabel } from "#ui/article-label.ts";
import { nameLang } from "#ui/name-lang.ts";

/** What facilities are called: places stand by their codes. */
export type FacilityNames = readonly Pick<Facility, "code" | "name">[];

type Props = {
  reasons: readonly Reason[];
  /** What stands above each of the two. */
  heads: readonly [ReactNode, ReactNode];
  /** What each of the two is called, where a narrow screen sets them below each other. */
  whose: readonly [string, string];
  facilities: FacilityNames;
};

/** What two files say, trait by trait. What both have is marked, and said to be for one person or against. */
export function SideBySide({ reasons, heads, whose, facilities }: Props) {
  return (
    <div className="two-files">
      <div className="heads">
        <div>{heads[0]}</div>
        <div>{heads[1]}</div>
      </div>
      <dl>
        {reasons.map((reason) => (
          <Trait key={reason.about} reason={reason} whose={whose} facilities={facilities} />
        ))}
      </dl>
    </div>
  );
}

function Trait({ reason, whose, facilities }: { reason: Reason } & Pick<Props, "whose" | "facilities">) {
  const t = useTranslations("duplicates");
  const [one, other] = useSides(reason, facilities);
  return (
    <div className={reason.speaks}>
      <dt>
        {t(`about.${reason.about}`)} <Says speaks={reason.speaks} />
      </dt>
      <dd>
        <SideValues side={one} whose={whose[0]} />
      </dd>
      <dd>
        <SideValues side={other} whose={whose[1]} />
      </dd>
    </div>
  );
}

function Says({ speaks }: { speaks: Speaks }) {
  const t = useTranslations("duplicates");
  return <span className="says">{t(`says.${speaks}`)}</span>;
}

type Shown = { text: string; lang: string };

function SideValues({ side: { values, more }, whose }: { side: Side<Shown>; whose: string }) {
  const t = useTranslations("duplicates");
  const language = useLocale();
  return (
    <>
      <span className="whose">{whose}</span>
      {values.length === 0 && <span className="soft">{t("notStated")}</span>}
      {values.length > 0 && (
        <ul>
          {values.map(({ value: { text, lang }, agrees }) => (
            <li key={text} lang={lang === language ? undefined : lang}>
              {agrees ? <mark>{text}</mark> : text}
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <span className="soft">{t("more", { count: more })}</span>}
    </>
  );
}

/** What both sides say, in words. */
function useSides(reason: Reason, facilities: FacilityNames): readonly [Side<Shown>, Side<Shown>] {
  const t = useTranslations();
  const language = useLocale();
  const own = (text: string): Shown => ({ text, lang: language });
  const dated = ({ kind, date }: DatedTrait) =>
    own(
      t("duplicates.dated", {
        event: kind === "verdict" ? t("duplicates.verdict") : t(`event.${kind}`),
        date: formatDate(date, language),
      }),
    );
  const place = (it: ShownPlace): Shown => {
    if ("facility" in it) {
      return own(facilities.find(({ code }) => code === it.facility)?.name[language] ?? it.facility);
    }
    const lang = [language, ...languages].find((candidate) => it.words[candidate] !== undefined);
    return lang === undefined ? own("") : { text: it.words[lang] ?? "", lang };
  };
  switch (reason.about) {
    case "name":
    case "patronymic":
      return inWords(reason.sides, (name) => ({ text: name.text, lang: nameLang(name) }));
    case "birth":
      return inWords(reason.sides, (date) => own(formatDate(date, language)));
    case "sex":
      return inWords(reason.sides, (sex) => own(t(`profile.sex.${sex}`)));
    case "death":
    case "dates":
      return inWords(reason.sides, dated);
    case "articles":
      return inWords(reason.sides, (code) =>
        own(t("profile.article", { number: articleLabel(code, language) })),
      );
    case "places":
      return inWords(reason.sides, place);
  }
}

function inWords<T>(
  [one, other]: readonly [Side<T>, Side<T>],
  words: (value: T) => Shown,
): readonly [Side<Shown>, Side<Shown>] {
  const said = ({ values, more }: Side<T>) => ({
    values: values.map(({ value, agrees }) => ({ value: words(value), agrees })),
    more,
  });
  return [said(one), said(other)];
}
