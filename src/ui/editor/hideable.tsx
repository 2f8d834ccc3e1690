import { useLocale, useTranslations } from "next-intl";
import type { Hidden, Hideable } from "#domain/hiding.ts";
import { Dotted } from "#ui/profile/dotted.tsx";
import { useFactParts } from "#ui/profile/fact-parts.ts";
import { sectionKey } from "#ui/profile/section-label.ts";
import { Words } from "#ui/words.tsx";

/** What a fact, or the note of a version, says in one line. */
export function HideableWords({ it }: { it: Hideable }) {
  const t = useTranslations("withholding");
  const language = useLocale();
  const partsOf = useFactParts();
  if (it.kind === "note") {
    return (
      <Dotted>
        {t("noteOf", { version: it.version })}
        <Words text={it.text} />
      </Dotted>
    );
  }
  return (
    <Dotted>
      {partsOrNone(() => partsOf(it.section, it.node)).map(({ text, lang }) => (
        <span key={text} lang={lang === language ? undefined : lang}>
          {text}
        </span>
      ))}
    </Dotted>
  );
}

// A fact that only the draft has may be unfinished: then its section and id have to do.
function partsOrNone<T>(parts: () => T[]): T[] {
  try {
    return parts();
  } catch {
    return [];
  }
}

/** What the section of something that can be hidden is called; `note` for the note of a version. */
export function useSectionName(): (section: string) => string {
  const t = useTranslations();
  return (section) => (section === "note" ? t("withholding.note") : t(`fact.${sectionKey(section)}`));
}

/** What something hidden is, in one line: the whole card, or a section with its words. */
export function HiddenWords({ hidden: { factId, what } }: { hidden: Pick<Hidden, "factId" | "what"> }) {
  const t = useTranslations("withholding");
  const sectionName = useSectionName();
  if (factId === null) return <b>{t("wholePerson")}</b>;
  if (what === undefined) return t("goneFact", { id: factId });
  return (
    <>
      <b>{sectionName(what.kind === "note" ? "note" : what.section)}</b> <HideableWords it={what} />
    </>
  );
}
