import { useLocale, useTranslations } from "next-intl";
import { z } from "zod";
import { deathSettings } from "#domain/case-file/death.ts";
import { Event } from "#domain/case-file/events.ts";
import { Gap } from "#domain/case-file/fact.ts";
import { HealthCondition, riskGroups } from "#domain/case-file/health.ts";
import { Name } from "#domain/case-file/names.ts";
import { categories, sexes } from "#domain/case-file/person.ts";
import { Punishment } from "#domain/case-file/prosecutions.ts";
import { recognitionStates } from "#domain/case-file/recognition.ts";
import { PartialDate } from "#domain/dates/partial-date.ts";
import { LocalizedText, textIn } from "#domain/localized-text.ts";
import { fullName } from "#domain/person-card.ts";
import { dateText } from "#i18n/dates.ts";
import { articleLabel } from "#ui/article-label.ts";
import { nameLang } from "#ui/name-lang.ts";
import { useMoney } from "#ui/profile/money.ts";

/** A piece of what a fact says, in one line, and the language that it is in (BCP 47). */
export type FactPart = { text: string; lang: string };

const units = ["years", "months", "days"] as const;

// Entries of lists as far as a line about a change tells of them. Facts come as JSON of their section.
const ChargedArticle = z.object({ code: z.string(), part: z.string().optional() });
const RiskGroupEntry = z.object({ group: z.enum(riskGroups) });
const CategoryEntry = z.object({ category: z.enum(categories) });
const CitizenshipEntry = z.object({ country: z.string() });
const ResidenceEntry = z.object({ place: LocalizedText, period: PartialDate.optional() });
const OccupationEntry = z.object({ title: LocalizedText, employer: LocalizedText.optional() });
const RecognitionEntry = z.object({ by: LocalizedText, state: z.enum(recognitionStates) });
const PortraitEntry = z.object({ description: LocalizedText });
const SourceEntry = z.object({ title: z.string(), language: z.string() });
const SingleFact = z.object({
  value: z.unknown(),
  disputed: z.array(z.object({ value: z.unknown() })).optional(),
});

/** Says in one line what a fact of a section holds, for lists of changes; nothing for a whole case. */
export function useFactParts(): (section: string, fact: unknown) => FactPart[] {
  const t = useTranslations();
  const language = useLocale();
  const money = useMoney();
  const words = (...texts: (string | undefined)[]) =>
    texts.filter((text) => text !== undefined).map((text) => ({ text, lang: language }));
  const localized = (...texts: (LocalizedText | undefined)[]) =>
    texts.filter((text) => text !== undefined).map((text) => textIn(text, language));
  const dated = (date: PartialDate | undefined) => (date === undefined ? [] : [dateText(date, language)]);

  return (section, fact) => {
    switch (section) {
      case "names": {
        const name = Name.parse(fact);
        return [{ text: fullName(name), lang: nameLang(name) }];
      }
      case "events": {
        const { kind, date, place, note } = Event.parse(fact);
        return [
          ...words(kind === "other" ? undefined : t(`event.${kind}`)),
          ...dated(date),
          ...localized(place, note),
        ];
      }
      case "prosecutions":
        return [];
      case "prosecutions.articles": {
        const { code, part } = ChargedArticle.parse(fact);
        const number = articleLabel(code, language);
        return words(
          part === undefined ? t("profile.article", { number }) : t("profile.articlePart", { number, part }),
        );
      }
      case "prosecutions.sentence": {
        const { type, term, regime, amount, currency } = Punishment.parse(fact);
        return words(
          t(`sentence.${type}`),
          ...units.map((unit) =>
            term?.[unit] === undefined ? undefined : t(`term.${unit}`, { count: term[unit] }),
          ),
          regime && t(`regime.${regime}`),
          amount === undefined ? undefined : money(amount, currency),
        );
      }
      case "health.conditions": {
        const { condition, group, onset, care, note } = HealthCondition.parse(fact);
        return [
          ...localized(condition),
          ...words(t(`riskGroup.${group}`), t(`onset.${onset}`), t(`care.${care}`)),
          ...localized(note),
        ];
      }
      case "health.riskGroups":
        return words(t(`riskGroup.${RiskGroupEntry.parse(fact).group}`));
      case "categories":
        return words(t(`category.${CategoryEntry.parse(fact).category}`, { sex: "other" }));
      case "citizenships":
        return words(
          new Intl.DisplayNames(language, { type: "region" }).of(CitizenshipEntry.parse(fact).country),
        );
      case "residences": {
        const { place, period } = ResidenceEntry.parse(fact);
        return [...localized(place), ...dated(period)];
      }
      case "occupations": {
        const { title, employer } = OccupationEntry.parse(fact);
        return localized(title, employer);
      }
      case "recognitions": {
        const { by, state } = RecognitionEntry.parse(fact);
        return [...localized(by), ...words(t(`recognition.${state}`))];
      }
      case "portrait":
        return localized(PortraitEntry.parse(fact).description);
      case "sources": {
        const { title, language: lang } = SourceEntry.parse(fact);
        return [{ text: title, lang }];
      }
      default: {
        const { value, disputed = [] } = SingleFact.parse(fact);
        return [value, ...disputed.map((it) => it.value)].flatMap((it) => singleValue(section, it));
      }
    }
  };

  function singleValue(section: string, value: unknown): FactPart[] {
    const gap = Gap.safeParse(value);
    if (gap.success) return words(t(`gap.${gap.data}`));
    const text = LocalizedText.safeParse(value);
    if (text.success) return localized(text.data);
    const date = PartialDate.safeParse(value);
    if (date.success) return dated(date.data);
    if (section === "death.setting") return words(t(`deathSetting.${z.enum(deathSettings).parse(value)}`));
    if (section === "sex") return words(t(`profile.sex.${z.enum(sexes).parse(value)}`));
    if (section === "contact.mayWrite")
      return words(t(`profile.mayWrite.${z.enum(["yes", "restricted"]).parse(value)}`));
    return words(value === "yes" ? t("profile.yes") : String(value));
  }
}
