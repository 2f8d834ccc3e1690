import type { MarkedPart } from "#domain/words/marked-text.ts";

/** A text with what a search found in it marked. */
export function Marked({ parts }: { parts: readonly MarkedPart[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change places
  return parts.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text));
}
