/** A text in pieces, of which some are marked: what a search has found in it. */
export type MarkedPart = { text: string; marked: boolean };

/** Where a mark begins and ends: UTF-16 offsets. */
export type Mark = readonly [start: number, end: number];

/** A text in pieces by its marks, which are in order and do not overlap. No piece is empty. */
export function markedParts(text: string, marks: readonly Mark[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    parts.push(
      { text: text.slice(at, start), marked: false },
      { text: text.slice(start, end), marked: true },
    );
    at = end;
  }
  parts.push({ text: text.slice(at), marked: false });
  return parts.filter((part) => part.text !== "");
}
