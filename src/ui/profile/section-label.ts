import { type Messages, messagesIn } from "#i18n/messages.ts";

/** A section of a file as the messages name it: `death.autopsy` is `death-autopsy`, since a dot nests there. */
export type SectionKey = keyof Messages["fact"];

/** The key under which the messages name what stands in a section of a file (`WalkedFact.section`). */
export function sectionKey(section: string): SectionKey {
  const key = section.replace(".", "-");
  if (!isSectionKey(key)) throw new RangeError(`the section ${section} has no name`);
  return key;
}

function isSectionKey(key: string): key is SectionKey {
  return Object.hasOwn(messagesIn("en").fact, key);
}
