import { useLocale } from "next-intl";
import { type LocalizedText, textIn } from "#domain/localized-text.ts";

/** A text in the reader's language; where it isn't there, the original under its own `lang`. */
export function Words({ text }: { text: LocalizedText }) {
  const language = useLocale();
  const shown = textIn(text, language);
  return shown.lang === language ? shown.text : <span lang={shown.lang}>{shown.text}</span>;
}
