// Endings of patronymics, in sounds: -авіч, -ович, -евіч, -ич; -аўна, -овна, -еўна, -ична. Family names in -віч have
// them too, so the ending alone decides nothing.
const ending = /(?:[aAoOeE][vwW][iy][CHc]|[lmtcKknfs][iy][CHc]|[aAoOeE][vwW]n[aA]|[iy][CH]n[aA])h?$/;

/** Ільіч; shorter words with such an end are no one's father. */
const shortest = 4;

/** Whether a word, in sounds, has the ending of a patronymic. */
export function endsAsPatronymic(sounds: string): boolean {
  return sounds.length >= shortest && ending.test(sounds);
}
