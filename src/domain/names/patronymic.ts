// Endings of patronymics, in sounds: -авіч, -ович, -евіч, -ич; -аўна, -овна, -еўна, -ична. Family names in -віч have
// them too, so the ending alone decides nothing.
const ending = /(?:[aAoOeE][vwW][iy][CHc]|[lmtknfs][iy][CHc]|[aAoOeE][vwW]n[aA]|[iy][CH]n[aA])h?$/;

/** Whether a word, in sounds, has the ending of a patronymic. */
export function endsAsPatronymic(sounds: string): boolean {
  return sounds.length > 4 && ending.test(sounds);
}
