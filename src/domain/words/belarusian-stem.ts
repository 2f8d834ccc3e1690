/*
 * Belarusian has no stemmer in PostgreSQL, nor in Snowball. This one takes inflection off by the rules of the official
 * grammar (1985, orthography of 2008), without a dictionary: what a word shares with its other forms is left, and it need
 * not be a root. Rules are tried on the letters as they are written; vowels are levelled at the very end.
 */

/** The stem of a Belarusian word in small letters; of one in other letters, the word itself. Never empty. */
export function stemBelarusian(word: string): string {
  if (!/[а-яёіў]/.test(word)) return word;
  const written = levelled(word);
  const regular = sameAs[written] ?? written;
  const { stem, ending } = withoutEnding(withoutReflexive(regular));
  const left = withoutSuffixes(stem, ending);
  const next = regular.charAt(left.length);
  return closed(withoutFleetingVowel(left, next), next) || written;
}

/** ў is у at the beginning of a word (улада, пасля ўлады) and в inside (галоў, галава). Keyboards without і give и. */
function levelled(word: string): string {
  return word
    .replaceAll("и", "і")
    .replaceAll("ґ", "г")
    .replaceAll("щ", "шч")
    .replace(/^ў/, "у")
    .replaceAll("ў", "в");
}

// Frequent forms that go their own way, or end as if they were another's, and a form of the same word that doesn't.
const sameAs: Readonly<Record<string, string>> = {
  дзень: "дня",
  днём: "дня",
  дзён: "дня",
  дням: "дня",
  днямі: "дня",
  днях: "дня",
  снежань: "снежня",
  дзіця: "дзяцей",
  дзіцё: "дзяцей",
  дзіцяці: "дзяцей",
  дзіцём: "дзяцей",
  дзецям: "дзяцей",
  дзецьмі: "дзяцей",
  дзецях: "дзяцей",
  імя: "імені",
  імі: "імені",
  імем: "імені",
  кров: "крыві",
  кровю: "крыві",
  сясцёр: "сястры",
  медсясцёр: "медсястры",
  сябар: "сябра",
  памяць: "памяці",
  пісем: "пісьма",
  галов: "галавы",
  умов: "умовы",
  памерці: "памёр",
  // Nouns: neither an adjective's -ога, -аму, -ым nor a verb's -аць, nor the -ам of another case.
  дапамога: "дапамогі",
  дарога: "дарогі",
  трывога: "трывогі",
  увага: "увагі",
  заввага: "заввагі",
  павага: "павагі",
  перавага: "перавагі",
  праграму: "праграмы",
  рэжым: "рэжыму",
  псевданім: "псевданіма",
  адам: "адама",
  арцём: "арцёма",
  вадзім: "вадзіма",
  максім: "максіма",
  явхім: "явхіма",
};

/** змагацца, змагаецца: as if it were -ць; адмовіўся: without -ся. */
function withoutReflexive(word: string): string {
  if (word.length < 6) return word;
  return word.replace(/цца$/, "ць").replace(/ся$/, "");
}

const list = (text: string) => text.trim().split(/\s+/);

// Endings of nouns, adjectives and participles; verbs have some of them, too.
const nominal = list(`
  а я о ё е э ы і у ю ь й
  ай яй ой ёй ей эй аю яю ою ёю ею эю ью
  ам ям ом ём ем эм амі ямі ьмі ах ях ав яв ов ёв ев
  ая яя ое ае яе ее ога ага яга ому аму яму ым ім ых іх ымі імі ую юю
  ыя ія ыі іі ыю ію ыяй іяй ый ій ыям іям ыямі іямі ыях іях ыем іем ыяю іяю ыяв іяв
  ея эя еі эі еяй эяй еям еем еях еяв еямі еяю
`);

// Endings that are a verb's alone. Those of "you" are not among them: texts of a file address nobody, and -еце is where
// nouns in -ет stand (дыябеце).
const verbal = list(`
  аць яць іць ыць уць юць эць ець оць аець яець уець юець эець ыець
  аем яем уем юем уе юе эе ые аюць яюць уюць эюць еюць ыюць
  авшы явшы івшы ывшы увшы эвшы евшы
  ів ыв ув юв эв
`);

const endings: ReadonlySet<string> = new Set([...nominal, ...verbal]);
const isVerbal: ReadonlySet<string> = new Set(verbal);
const longestEnding = Math.max(...[...endings].map((it) => it.length));

/** Without the longest ending that leaves a syllable, or, before a single vowel, two letters: дн-я, зл-о. */
function withoutEnding(word: string): { stem: string; ending: string } {
  // A doctor's -олаг, no adjective's -ага: уролага.
  const longest = /[оё]лага$/.test(word) ? 1 : longestEnding;
  for (let length = longest; length > 0; length--) {
    const ending = word.slice(-length);
    const stem = word.slice(0, -length);
    if (endings.has(ending) && isStem(stem, 2, length === 1 ? 0 : 1)) return { stem, ending };
  }
  return { stem: word, ending: "" };
}

function isStem(text: string, letters: number, syllables: 0 | 1 = 1): boolean {
  return text.length >= letters && (syllables === 0 || /[аоэуыяёеюі]/.test(text));
}

// Nouns in -нь keep their н in all forms (вязень, вязня); participles in -н- are hard.
const soft: ReadonlySet<string> = new Set(list("ь я ю ем ём і яв ёв ям ях ямі ей ёй яй ею"));

/** Without what makes of a verb a noun of action or of who acts, a participle, a past tense, or another aspect. */
function withoutSuffixes(stem: string, ending: string): string {
  let left = stem;
  const strip = (suffix: RegExp, letters: number) => {
    const shorter = left.replace(suffix, "");
    const isShorter = shorter !== left && isStem(shorter, letters);
    if (isShorter) left = shorter;
    return isShorter;
  };
  const isNominal = !isVerbal.has(ending);
  // затрым-анн-е, выкр-ыцц-ё; затрым-ан-ы, заб-іт-ы
  const verbalNoun = () => strip(/(?:[аяеэ]нн|[іы]цц)$/, 2);
  const passive = () => !soft.has(ending) && strip(/[аяе]н$/, 3);
  const participle = () => passive() || strip(/(?<!п)[іы]т$/, 3);
  // затрым-ал-а, памер-л-а; чыт-ач. Магілёў is no verb.
  const past = () => ending !== "ёв" && (strip(/[аяіыуюэе]л$/, 2) || strip(/(?<=[гкрзсхбп])л$/, 2));
  const agent = () => strip(/[аяую]ч$/, 3);
  const isStripped = isNominal && (verbalNoun() || participle() || past() || agent());
  // пазбаў-л-ены
  strip(/(?<=[бвмпф])л$/, 2);
  // арышт-ав-аць, дапыт-в-аць, затрымл-ів-аць; Іван-ов-а beside Іван-оў
  strip(/(?:[аоя]вв?|[ёеіы]в|(?<=[бгджзклмнпрстфхцчш])в)$/, 4);
  strip(/(?<=[бвмпф])л$/, 2);
  // Раман-ав-а, and so Раман
  if (isNominal && !isStripped) passive();
  return left;
}

// Before ц only where the word ends there (хлопец): in бяспецы the vowel is the root's.
const fleeting = /(?<=[аоэуыяёеюі].*[бвгджзклмнпрстфхцчш'ь])(?:[её](?=н$)|[аоё](?=к$))/;
const fleetingAtEnd = /(?<=[аоэуыяёеюі].*[бвгджзклмнпрстфхцчш'ь])[её](?=ц$)/;

/** вязень, вязня; палец, пальца; затрымак, затрымка: the vowel goes from all forms. */
function withoutFleetingVowel(stem: string, next: string): string {
  const shorter = next === "" ? stem.replace(fleetingAtEnd, "") : stem;
  return shorter.replace(fleeting, "").replace(/дз(?=[нк]$)/, "д");
}

/**
 * The last consonants, and all vowels, as one where they take turns within the forms of a word: г, з and ж, с and ш, к
 * and hard ц (рука, руцэ), т, soft ц and ч (свет, свеце; плаціць, плачу), д, дз and дж, йс, йш and йд (прыйсці,
 * прыйшоў, прыйдзе); unstressed о, э and е, ё.
 */
function closed(stem: string, next: string): string {
  return stem
    .replace(/йшл?$/, "йд")
    .replace(/([бвгджзклмнпрстфхцчш])\1$/, "$1")
    .replace(/ддз$/, "дд")
    .replace(/ц$/, /[еёіяюь]/.test(next) ? "т" : "к")
    .replace(/дз$|дж$/, "д")
    .replace(/йст$/, "йд")
    .replace(/шч$/, "ст")
    .replace(/ч$/, "т")
    .replace(/[гж]$/, "з")
    .replace(/ш$/, "с")
    .replaceAll("ь", "")
    .replace(/[оэ]/g, "а")
    .replace(/[ёе]/g, "я");
}
