import { FacilityCode } from "#domain/case-file/events.ts";
import { Gap } from "#domain/case-file/fact.ts";
import { foldText } from "#domain/fold-text.ts";
import { isRecord } from "#domain/json.ts";
import { isFact } from "#domain/withholdable.ts";

/** A piece of prose as a reader meets it, and the language that it is in where that is known. */
export type Wording = { text: string; lang?: string };

/** Something that can be hidden by its id, with all that it says in words in whatever version. */
export type Speaking = {
  id: string;
  section: string;
  wordings: readonly Wording[];
  /** Codes of the facilities that it names. */
  facilities?: readonly string[];
};

/** Where else the same words stand, or the same facility is named. */
export type SameWords = { id: string; section: string; inEach: SharedWords[]; sameFacility: boolean };

/** The shared words of one language as they are written there, and what stands around the first of them. */
export type SharedWords = { words: string[]; around: Wording };

const texts = ["be", "ru", "en", "given", "patronymic", "family", "title", "author", "words"];

/** All prose of a fact, a source or a note, without that of the facts inside it. */
export function wordingsOf(node: unknown): Wording[] {
  if (Array.isArray(node)) return node.filter((item) => !isFact(item)).flatMap(wordingsOf);
  if (!isRecord(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === "translates") return [];
    if (typeof value === "string") return texts.includes(key) ? [{ text: value, ...langOf(key, node) }] : [];
    return isFact(value) ? [] : wordingsOf(value);
  });
}

/** Codes of the facilities that a fact names: its own, or that which it is about. */
export function facilitiesOf(section: string, node: Readonly<Record<string, unknown>>): string[] {
  const code = section.endsWith(".facility") ? node.value : node.facility;
  return FacilityCode.safeParse(code).success && !Gap.safeParse(code).success ? [String(code)] : [];
}

function langOf(key: string, node: Readonly<Record<string, unknown>>): { lang?: string } {
  if (["be", "ru", "en"].includes(key)) return { lang: key };
  return typeof node.language === "string" ? { lang: node.language } : {};
}

/**
 * Where the words of a fact stand besides, most telling first: for whoever hides it, since a fact that is withheld is
 * still read where the summary or a source's title says the same. Words that stand nearly everywhere in the file tell
 * nothing; of a name every occurrence counts.
 */
export function sameWords(fact: Speaking, others: readonly Speaking[]): SameWords[] {
  const isName = fact.section === "names";
  const shortest = isName ? 2 : 4;
  const own = distinct(fact.wordings.flatMap((it) => wordsOf(it, shortest)));
  const found = others
    .filter((other) => other.id !== fact.id)
    .map((other) => ({
      other,
      shared: sharedWords(own, other, shortest),
      sameFacility: (other.facilities ?? []).some((code) => fact.facilities?.includes(code)),
    }));
  const places = new Map<string, number>();
  for (const { shared } of found) {
    for (const stem of stemsOf(shared)) places.set(stem, (places.get(stem) ?? 0) + 1);
  }
  return found
    .map((it) => ({ ...it, weight: weightOf(it.shared, places) + (it.sameFacility ? 1 : 0) }))
    .filter(({ weight }) => (isName ? weight > 0 : weight >= leastWeight))
    .sort((a, b) => b.weight - a.weight)
    .map(({ other: { id, section }, shared, sameFacility }) => {
      const byLanguage = Map.groupBy(shared, (it) => it.wording.lang);
      return { id, section, inEach: [...byLanguage.values()].flatMap(inOneLanguage), sameFacility };
    });
}

/** A word in three places, or two in six. */
const leastWeight = 1 / 3;

type Word = { text: string; stem: string; at: number };
type Shared = { own: Word; theirs: Word; wording: Wording };

function wordsOf({ text }: Wording, shortest: number): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:[-’'ʼ][\p{L}\p{N}]+)*/gu)].flatMap((match) => {
    const stem = foldText(match[0]).replaceAll(" ", "");
    const isTelling = stem.length >= shortest && /\p{L}/u.test(stem) && !common.has(stem);
    return isTelling ? [{ text: match[0], stem, at: match.index }] : [];
  });
}

function distinct(words: readonly Word[]): Word[] {
  return [...new Map(words.map((word) => [word.stem, word])).values()];
}

function sharedWords(own: readonly Word[], other: Speaking, shortest: number): Shared[] {
  return other.wordings.flatMap((wording) =>
    wordsOf(wording, shortest).flatMap((theirs) => {
      const same = own.find((it) => isSameWord(it.stem, theirs.stem));
      return same === undefined ? [] : [{ own: same, theirs, wording }];
    }),
  );
}

/** Whether two folded words differ in their endings at most: шпіталь, шпіталю, шпіталем. */
function isSameWord(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short === long) return true;
  const root = Math.max(4, short.length - 2);
  return short.length >= 4 && long.length - short.length <= 3 && long.startsWith(short.slice(0, root));
}

function stemsOf(shared: readonly Shared[]): Set<string> {
  return new Set(shared.map((it) => it.own.stem));
}

function weightOf(shared: readonly Shared[], places: ReadonlyMap<string, number>): number {
  return [...stemsOf(shared)].reduce((sum, stem) => sum + 1 / (places.get(stem) ?? 1), 0);
}

function inOneLanguage(shared: readonly Shared[]): SharedWords[] {
  const words = [...new Map(shared.map((it) => [it.own.stem, it.theirs.text])).values()];
  return shared.slice(0, 1).map((first) => ({ words, around: around(first) }));
}

const side = 60;

function around({ theirs, wording: { text, ...lang } }: Shared): Wording {
  const from = Math.max(0, theirs.at - side);
  const to = theirs.at + theirs.text.length + side;
  const cut = text.slice(from, to).toWellFormed();
  return { text: `${from > 0 ? "…" : ""}${cut}${to < text.length ? "…" : ""}`, ...lang };
}

// Words of four letters and more that every text has.
const common = new Set(
  [
    "пасля перад паводле праз каля калі таму гэта гэтага гэтай гэты гэтым яшчэ таксама былі была было якія якая якое якога якой якім дзеля свой сваю свае сваёй сваіх толькі цяпер ужо потым разам супраць больш менш яго яму ёсць іншыя таго тэкст тэкста тэксту тэксце сказана",
    "после перед через около когда этого этой этот этом также были была было которые которая который которого которой свой свою свои своей своих только теперь потом вместе против более менее чтобы есть другие того текст текста тексте сказано",
    "года годзе гады гадоў месяц месяца месяцаў дзён дзень году годы месяцев дней день",
    "after before with without from that this they them their there were been being have into about against which when where while also only other than then what would could over under some years year month months days gives given text says said",
  ]
    .join(" ")
    .split(" ")
    .map(foldText),
);
