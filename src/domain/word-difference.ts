/** A piece of a text as a change of it left it, removed it or brought it. */
export type WordPiece = { kind: "same" | "removed" | "added"; text: string };

/** Beyond this the table of common words is not made: what is not common at both ends counts as rewritten. */
const mostCells = 4_000_000;

/**
 * How one text became another, word by word: what is left, removed or added, in reading order. Put together, the
 * pieces that are `same` or `removed` give the first text again, and those that are `same` or `added` the second.
 */
export function wordDifference(before: string, after: string): WordPiece[] {
  const [was, is] = [tokens(before), tokens(after)];
  let start = 0;
  while (start < was.length && start < is.length && was[start] === is[start]) start++;
  let end = 0;
  const longest = Math.min(was.length, is.length) - start;
  while (end < longest && was[was.length - 1 - end] === is[is.length - 1 - end]) end++;
  const middle = rewritten(was.slice(start, was.length - end), is.slice(start, is.length - end));
  return joined([
    ...is.slice(0, start).map((text): WordPiece => ({ kind: "same", text })),
    ...middle,
    ...is.slice(is.length - end).map((text): WordPiece => ({ kind: "same", text })),
  ]);
}

// Words, the spaces between them, and every other sign by itself.
function tokens(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+(?:[-’'ʼ][\p{L}\p{N}\p{M}]+)*|\s+|./gsu) ?? [];
}

/** By the longest common subsequence. */
function rewritten(was: readonly string[], is: readonly string[]): WordPiece[] {
  const removed = was.map((text): WordPiece => ({ kind: "removed", text }));
  const added = is.map((text): WordPiece => ({ kind: "added", text }));
  const width = is.length + 1;
  if (was.length === 0 || is.length === 0 || (was.length + 1) * width > mostCells) {
    return [...removed, ...added];
  }
  // common[i * width + j]: how many words was[i…] and is[j…] have in common.
  const common = new Uint32Array((was.length + 1) * width);
  for (let i = was.length - 1; i >= 0; i--) {
    for (let j = is.length - 1; j >= 0; j--) {
      common[i * width + j] =
        was[i] === is[j]
          ? at(common, (i + 1) * width + j + 1) + 1
          : Math.max(at(common, (i + 1) * width + j), at(common, i * width + j + 1));
    }
  }
  const pieces: WordPiece[] = [];
  let [i, j] = [0, 0];
  while (i < was.length && j < is.length) {
    const [old, fresh] = [was[i] ?? "", is[j] ?? ""];
    if (old === fresh) {
      pieces.push({ kind: "same", text: old });
      i++;
      j++;
    } else if (at(common, (i + 1) * width + j) >= at(common, i * width + j + 1)) {
      pieces.push({ kind: "removed", text: old });
      i++;
    } else {
      pieces.push({ kind: "added", text: fresh });
      j++;
    }
  }
  return [...pieces, ...removed.slice(i), ...added.slice(j)];
}

function at(table: Uint32Array, index: number): number {
  return table[index] ?? 0;
}

/** Neighbours of one kind as one piece; between two kept spaces what changed stands together, removed before added. */
function joined(pieces: readonly WordPiece[]): WordPiece[] {
  const runs: WordPiece[] = [];
  let [removed, added] = ["", ""];
  const flush = () => {
    if (removed !== "") runs.push({ kind: "removed", text: removed });
    if (added !== "") runs.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const [index, { kind, text }] of pieces.entries()) {
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (isGap(pieces, index) && removed !== "" && added !== "") {
      removed += text;
      added += text;
    } else {
      flush();
      const last = runs.at(-1);
      if (last?.kind === "same") last.text += text;
      else runs.push({ kind: "same", text });
    }
  }
  flush();
  return runs;
}

/** A space that was kept between two changes. */
function isGap(pieces: readonly WordPiece[], index: number): boolean {
  const [before, here, after] = [pieces[index - 1], pieces[index], pieces[index + 1]];
  return (
    here?.text.trim() === "" &&
    before !== undefined &&
    before.kind !== "same" &&
    after !== undefined &&
    after.kind !== "same"
  );
}
