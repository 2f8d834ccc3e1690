import { useMessages, useTranslations } from "next-intl";
import { isMessageKey } from "#i18n/message-key.ts";

/** What a field of a section is called; `section` is as `WalkedFact.section`. A field without words shows its key. */
export function useFieldLabel(): (section: string, key: string) => string {
  const t = useTranslations();
  const messages = useMessages();
  return (section, key) => {
    const place = section.replaceAll(".", "-");
    const keys = [`fact.${place}-${key}`, `wholeFile.fieldOf.${place}-${key}`, `wholeFile.field.${key}`];
    const found = keys.find((it) => isMessageKey(messages, it));
    return found !== undefined && isMessageKey(messages, found) ? t(found) : key;
  };
}

/** What a fact, an entry or a list of them is called. */
export function usePlaceLabel(): (section: string, of?: "list") => string {
  const t = useTranslations();
  const messages = useMessages();
  return (section, of) => {
    const place = section.replaceAll(".", "-");
    const lists = of === "list" ? [`wholeFile.list.${place}`] : [];
    const keys = [...lists, `fact.${place}`, `drafts.section.${place}`];
    const found = keys.find((it) => isMessageKey(messages, it));
    return found !== undefined && isMessageKey(messages, found) ? t(found) : section;
  };
}
