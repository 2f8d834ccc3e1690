import type { NameParts } from "#domain/names/name-parts.ts";

// A list of names for measuring says which word is which only by how it is written. A registry knows it: its names have
// parts. So the words are told apart here, by rules that have nothing of the engine that is measured.

const patronymics = [
  // Cyrillic, of a man and of a woman; «и» for «і» and a plain «у» for «ў» are how many type.
  /(?:[аоеяёэ]в|[лмкт]ь?)[іи]ч$/u,
  /(?:[аоеяёэ][ўув]|[іиы]н?[іи]?ч)на$/u,
  // Romanised from either language.
  /(?:[aoeiyu]v|[lmkt])[iy](?:t?ch|[čć])$/u,
  /(?:[aoeiy][uŭv]|[iy]n?[iy]?(?:ch|č))na$/u,
];
/** Belongs to the word before it: Arif kyzy, "daughter of Arif". */
const kinship = /^(?:кызы|оглы|огли|улы|qizi|qızı|kyzy|oglu|oghlu)$/u;
/** Begins a family name of several words: Ле Пен, фон дер Лайен. */
const particle =
  /^(?:дэ|де|дзі|ди|ду|дзю|дю|да|дас|дос|ла|ле|лё|ван|вон|фон|дэр|дер|дэн|ден|цу|эль|аль|бен|бін|бин|de|di|du|da|das|dos|del|della|la|le|van|von|der|den|zu|el|al|ben|bin)$/u;

/** Which words of a written name are its given name, its patronymic and its family name. */
export function partsOf(text: string): NameParts {
  const words = joinKinship(text.normalize("NFC").split(/\s+/u).filter(Boolean));
  const capitals = words.filter(isCapitals);
  if (capitals.length > 0 && capitals.length < words.length) {
    const [given, ...patronymic] = words.filter((word) => !isCapitals(word));
    return parts(given, patronymic.join(" "), capitals.join(" "));
  }
  const at = words.length < 3 ? -1 : words.findIndex((word, index) => index > 0 && isPatronymic(word));
  if (at === -1) {
    const family = familyBegins(words);
    return parts(words.slice(0, family).join(" "), "", words.slice(family).join(" "));
  }
  // Given name and patronymic stand together; the family name comes before or after the two of them.
  const family = at === words.length - 1 ? words.slice(0, at - 1) : words.slice(at + 1);
  const given = at === words.length - 1 ? words[at - 1] : words.slice(0, at).join(" ");
  return parts(given, words[at] ?? "", family.join(" "));
}

function parts(given: string | undefined, patronymic: string, family: string): NameParts {
  return {
    given: given === "" ? undefined : given,
    patronymic: patronymic === "" ? undefined : patronymic,
    family: family === "" ? undefined : family,
  };
}

function joinKinship(words: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last !== undefined && kinship.test(word.toLowerCase())) joined[joined.length - 1] = `${last} ${word}`;
    else joined.push(word);
  }
  return joined;
}

function isCapitals(word: string): boolean {
  return word.length > 1 && !word.includes(".") && word === word.toUpperCase();
}

function isPatronymic(word: string): boolean {
  const small = word.toLowerCase();
  return kinship.test(small.split(" ").at(-1) ?? "") || patronymics.some((ending) => ending.test(small));
}

/** Where the family name begins in a name without patronymic: at its last word, and at particles before that. */
function familyBegins(words: readonly string[]): number {
  let at = words.length - 1;
  while (at > 1 && particle.test(words[at - 1]?.toLowerCase() ?? "")) at--;
  return at;
}
