import type { LocalizedText } from "#domain/localized-text.ts";
import { Words } from "#ui/words.tsx";

/** What is said of an entry beside its fields, on a line of its own; nothing where there is no note. */
export function NoteBelow({ note }: { note: LocalizedText | undefined }) {
  if (note === undefined) return null;
  return (
    <>
      <br />
      <Words text={note} />
    </>
  );
}
