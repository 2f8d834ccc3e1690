import { useMessages, useTranslations } from "next-intl";
import { Language } from "#domain/languages.ts";
import { languageNames } from "#i18n/language-names.ts";
import { isMessageKey } from "#i18n/message-key.ts";

// By section and key where a key means different things, else by key.
const namespaces: Readonly<Record<string, string>> = {
  "names.kind": "nameKind",
  "names.script": "wholeFile.script",
  "events.kind": "event",
  "death.setting": "deathSetting",
  "contact.mayWrite": "wholeFile.mayWrite",
  sex: "wholeFile.sex",
  custody: "custody",
  cell: "cell",
  channel: "channel",
  release: "release",
  group: "riskGroup",
  onset: "onset",
  care: "care",
  category: "category",
  state: "recognition",
  criteria: "criterion",
  type: "sentence",
  regime: "regime",
  manner: "manner",
};

/**
 * What a value that can be chosen is called, in a field of a section (for the value of a fact the section alone). The
 * gaps are called so wherever they are; a value without words shows itself.
 */
export function useChoiceWords(): (section: string, key: string, value: string) => string {
  const t = useTranslations();
  const messages = useMessages();
  return (section, key, value) => {
    const place = key === "value" ? section : `${section}.${key}`;
    if (place === "names.language") {
      const language = Language.safeParse(value);
      if (language.success) return languageNames[language.data];
    }
    const namespace = namespaces[place] ?? namespaces[place.split(".").at(-1) ?? ""];
    const keys = [...(namespace ? [`${namespace}.${value}`] : []), `gap.${value}`, `wholeFile.said.${value}`];
    const found = keys.find((it) => isMessageKey(messages, it));
    return found !== undefined && isMessageKey(messages, found) ? t(found, { sex: "other" }) : value;
  };
}
