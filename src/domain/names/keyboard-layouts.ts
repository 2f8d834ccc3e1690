// The keys of a keyboard in order, as each layout labels them: what was typed while another layout was on is read by
// the key. Belarusian and Russian differ in three keys, і, ў and the apostrophe.
const keys = {
  latin: "`qwertyuiop[]asdfghjkl;'zxcvbnm,.",
  be: "ёйцукенгшўзх'фывапролджэячсмітьбю",
  ru: "ёйцукенгшщзхъфывапролджэячсмитьбю",
} as const;
const shifted = { latin: '~{}:"<>', on: "`[];',." } as const;

export type Layout = keyof typeof keys;

/** What a text would be, had the keyboard stood at another layout; only readings in which something changes. */
export function otherLayouts(text: string): { text: string; layout: Layout }[] {
  const isCyrillic = /\p{Script=Cyrillic}/u.test(text);
  const isLatin = /\p{Script=Latin}/u.test(text);
  if (isCyrillic === isLatin) return [];
  const readings: { text: string; layout: Layout }[] = isCyrillic
    ? [
        { text: typedAt(text, "be", "latin"), layout: "latin" },
        { text: typedAt(text, "ru", "latin"), layout: "latin" },
      ]
    : [
        { text: typedAt(text, "latin", "be"), layout: "be" },
        { text: typedAt(text, "latin", "ru"), layout: "ru" },
      ];
  const texts = new Set([text]);
  return readings.filter((reading) => !texts.has(reading.text) && texts.add(reading.text));
}

function typedAt(text: string, from: Layout, to: Layout): string {
  return [...text]
    .map((letter) => {
      const small = letter.toLowerCase();
      const onKey = from === "latin" ? (shifted.on[shifted.latin.indexOf(small)] ?? small) : small;
      const key = keys[to][keys[from].indexOf(onKey)];
      const isShifted = small !== letter || (from === "latin" && shifted.latin.includes(letter));
      return key === undefined ? letter : isShifted ? key.toUpperCase() : key;
    })
    .join("");
}
