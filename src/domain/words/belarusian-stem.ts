/** The stem of a Belarusian word. */
export function stemBelarusian(word: string): string {
  return word;
}
