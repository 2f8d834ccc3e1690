import { useLocale } from "next-intl";
import { type LocalizedText, textIn } from "#domain/localized-text.ts";

/** A text in the reader's language; where it isn't there, the original under its own `lang`. */
export function Words({ text }: { text: LocalizedText }) {
  const language = useLocale();
  const shown = textIn(text, language);
  // A dash begins no line.
  const words = shown.text.replaceAll(" — ", "\u00a0— ");
  return shown.lang === language ? words : <span lang={shown.lang}>{words}</span>;
}
