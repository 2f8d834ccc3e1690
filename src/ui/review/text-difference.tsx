import { useTranslations } from "next-intl";
import { same } from "#domain/draft-merge.ts";
import { languages } from "#domain/languages.ts";
import { type LocalizedText, outdatedTranslations } from "#domain/localized-text.ts";
import { wordDifference } from "#domain/word-difference.ts";
import { languageNames } from "#i18n/language-names.ts";

type Props = { before: LocalizedText | undefined; after: LocalizedText | undefined };

/** A text in its three languages as it was and as it is, its changed words marked. */
export function TextDifference({ before, after }: Props) {
  const t = useTranslations("review");
  const text = after ?? before;
  const isChanged = !same(before, after);
  const outdated = after ? outdatedTranslations(after) : [];
  return (
    <dl className="in-languages">
      {languages.map((language) => {
        const [was, is] = [before?.[language], after?.[language]];
        const missing = is === undefined;
        return (
          <div key={language}>
            <dt>
              <span lang={language}>{languageNames[language]}</span>
              {text?.original === language && <small>{t("original")}</small>}
              {outdated.includes(language) && <small className="wrong">{t("outdated")}</small>}
              {after !== undefined && missing && <small className="wrong">{t("missing")}</small>}
            </dt>
            <dd lang={language}>
              <MarkedWords before={was ?? ""} after={is ?? ""} />
              {isChanged && was !== undefined && was === is && (
                <small className="soft">{t("asBefore")}</small>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** One text as another became it: removed words struck out, new ones marked. */
export function MarkedWords({ before, after }: { before: string; after: string }) {
  return wordDifference(before, after).map(({ kind, text }, index) => {
    const Mark = kind === "same" ? "span" : kind === "removed" ? "del" : "ins";
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change places
    return <Mark key={index}>{text}</Mark>;
  });
}
