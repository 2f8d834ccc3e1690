import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { NameParts } from "#domain/names/name-parts.ts";
import { Failure, wordsOf } from "../../../ops/report.ts";
import { partsOf } from "./parts-of.ts";

/** The spellings that a list of names may have. */
export const columns = ["be", "ru", "lat_be", "lat_ru", "lat_press"] as const;
export type Column = (typeof columns)[number];

/** A name as a list writes it, with its parts. */
export type Spelling = { text: string; parts: NameParts };

/** Somebody of a list, with all spellings that it has of them. */
export type BenchPerson = { id: string; set: string; spellings: ReadonlyMap<Column, readonly Spelling[]> };

const Spellings = z.array(z.string().trim().min(1)).min(1);
const Line = z.object({
  id: z.string().min(1),
  set: z.string().min(1),
  be: Spellings.optional(),
  ru: Spellings.optional(),
  lat_be: Spellings.optional(),
  lat_ru: Spellings.optional(),
  lat_press: Spellings.optional(),
});

/** Reads a file with one person a line, as JSON. Throws `Failure` with the number of a line that cannot be used. */
export async function readPeople(path: string): Promise<BenchPerson[]> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new Failure(`${path} cannot be read: ${wordsOf(cause)}`, usage, { cause });
  });
  const people = parsePeople(text, path);
  if (people.length === 0) throw new Failure(`${path} has nobody in it.`, usage);
  return people;
}

const usage = 'It has to be a file of JSON lines such as {"id":"1","set":"eu","be":["…"],"ru":["…"]}.';

/** The people of such a file's text; `path` is for what it says of a bad line. */
export function parsePeople(text: string, path: string): BenchPerson[] {
  const lines = new Map<string, number>();
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const { id, set, ...given } = parseLine(line, `${path}, line ${index + 1}`);
    const before = lines.get(id);
    if (before !== undefined) {
      throw new Failure(`${path}, line ${index + 1}: "${id}" stands on line ${before} already.`, usage);
    }
    lines.set(id, index + 1);
    const spellings = new Map<Column, Spelling[]>();
    for (const column of columns) {
      const texts = given[column];
      if (texts !== undefined)
        spellings.set(
          column,
          texts.map((it) => ({ text: it, parts: partsOf(it) })),
        );
    }
    return [{ id, set, spellings }];
  });
}

function parseLine(line: string, where: string): z.infer<typeof Line> {
  try {
    return Line.parse(JSON.parse(line));
  } catch (cause) {
    const what = cause instanceof z.ZodError ? z.prettifyError(cause) : wordsOf(cause);
    throw new Failure(`${where}: ${what}`, usage, { cause });
  }
}

/** Somebody's spellings in a column. The press's romanisation starts from Russian: for who lacks it that one stands. */
export function spellingsIn(person: BenchPerson, column: Column): readonly Spelling[] {
  const own = person.spellings.get(column);
  if (own !== undefined || column !== "lat_press") return own ?? [];
  return person.spellings.get("lat_ru") ?? [];
}
