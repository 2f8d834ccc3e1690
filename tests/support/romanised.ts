// Three usual ways to write Belarusian and Russian names in Latin letters, plainly: enough for made-up people.

type System = {
  /** What a letter is at the beginning of a word or after a vowel; elsewhere `letters` says it. */
  iotated: Readonly<Record<string, string>>;
  letters: Readonly<Record<string, string>>;
};

const official: System = {
  iotated: { е: "ye", ё: "yo", ю: "yu", я: "ya" },
  letters: {
    ...{ а: "a", б: "b", в: "v", г: "h", д: "d", е: "e", ё: "io", ж: "zh", з: "z", і: "i", й: "i", к: "k" },
    ...{ л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ў: "u", ф: "f", х: "kh" },
    ...{ ц: "ts", ч: "ch", ш: "sh", ы: "y", ь: "", э: "e", ю: "iu", я: "ia", "’": "" },
  },
};

const press: System = {
  iotated: { е: "ye", ё: "yo", ю: "yu", я: "ya" },
  letters: {
    ...{ а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "yo", ж: "zh", з: "z", и: "i", й: "y", к: "k" },
    ...{ л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts" },
    ...{ ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya" },
  },
};

const lacinka: System = {
  iotated: { е: "je", ё: "jo", ю: "ju", я: "ja" },
  letters: {
    ...{ а: "a", б: "b", в: "v", г: "h", д: "d", е: "ie", ё: "io", ж: "ž", з: "z", і: "i", й: "j", к: "k" },
    ...{ л: "ł", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ў: "ŭ", ф: "f", х: "ch" },
    ...{ ц: "c", ч: "č", ш: "š", ы: "y", ь: "\u0301", э: "e", ю: "iu", я: "ia", "’": "" },
  },
};

/** A Belarusian name as a passport romanises it. */
export function romanisedOfficially(be: string): string {
  return written(be, official);
}

/** A Russian name as newspapers write it. */
export function romanisedByPress(ru: string): string {
  return written(ru.replace(/[иы]й$/u, "ы"), press);
}

/** A Belarusian name in Łacinka. */
export function inLacinka(be: string): string {
  const plain = written(be, lacinka);
  // A soft l has no sign of its own: the hard one has.
  const soft = plain.replace(/ł(?:\u0301|i(?=[aeou])|(?=i))/gu, "l").replace(/Ł(?:i(?=[aeou])|(?=i))/gu, "L");
  return soft.normalize("NFC").replace(/\u0301/gu, "");
}

function written(name: string, { iotated, letters }: System): string {
  let before = "";
  let text = "";
  for (const letter of name) {
    const small = letter.toLowerCase();
    const opens = before === "" || /[аеёіиоуўыэюяьъ’ -]/u.test(before);
    const latin = (opens ? iotated[small] : undefined) ?? letters[small] ?? small;
    text += letter === small ? latin : `${latin.charAt(0).toUpperCase()}${latin.slice(1)}`;
    before = small;
  }
  return text;
}
