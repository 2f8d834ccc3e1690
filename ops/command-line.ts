import { readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { z } from "zod";
import { FactId } from "#domain/case-file/fact.ts";
import { NoteId } from "#domain/disclosure.ts";
import { Failure, wordsOf } from "./report.ts";

type CommandLine<T extends z.ZodType> = {
  /** Shown with whatever is wrong. */
  usage: string;
  /** Keys of the schema that stand without a name, in their order. */
  words: readonly string[];
  options: ParseArgsOptionsConfig;
  schema: T;
};

/** Reads what stands behind `npm run … --`. Throws `Failure` with the usage. */
export function readCommandLine<T extends z.ZodType>({
  usage,
  words,
  options,
  schema,
}: CommandLine<T>): z.output<T> {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    if (positionals.length > words.length) {
      throw new Error(`Not understood: ${positionals.slice(words.length).join(" ")}`);
    }
    const named = Object.fromEntries(positionals.map((value, index) => [words[index], value]));
    return schema.parse({ ...values, ...named });
  } catch (cause) {
    const what =
      cause instanceof z.ZodError ? cause.issues.map((it) => it.message).join("\n") : wordsOf(cause);
    throw new Failure(what, `\n${usage}`, { cause });
  }
}

/** Reads a JSON file whose path was given. */
export async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new Failure(`${path} cannot be read: ${wordsOf(cause)}`, "It has to be a file with JSON.", {
      cause,
    });
  }
}

export const text = { type: "string" } as const;
export const flag = { type: "boolean" } as const;

/** The permanent number of a person. */
export const PersonNumber = z.coerce
  .number({ error: "NUMBER has to be a record's number." })
  .int()
  .positive();

/** The id of a fact in that person's file, or of a version's note. */
export const Fact = z
  .string({ error: "FACT is missing." })
  .refine((text) => FactId.safeParse(text).success || NoteId.safeParse(text).success, {
    error: "FACT has to be a fact's id, such as e3, or v2 for the public note of version 2.",
  });

/** Why something is hidden, and when somebody has to look at it again. */
export const hidingFields = {
  basis: z.string({ error: "--basis is missing: why?" }).trim().min(1, { error: "--basis is empty: why?" }),
  review: z.iso.date({ error: "--review is missing, or not a day such as 2026-01-31." }),
};

/** Who does it, for the audit: whoever is logged in on this machine, unless said otherwise. */
export const Actor = z
  .string()
  .min(1)
  .default(() => `command line: ${userInfo().username}`);

const Name = (option: string) =>
  z
    .string({ error: `--${option} is missing: two people are needed to show again what was hidden.` })
    .trim()
    .min(1, { error: `--${option} is empty.` })
    .transform((name) => `command line: ${name}`);

/** Who asks to show something again, and who agrees. */
export const showingFields = {
  "asked-by": Name("asked-by"),
  "agreed-by": Name("agreed-by"),
  reason: z.string().trim().min(1).default("asked for on the command line"),
};

export const showingOptions = { "asked-by": text, "agreed-by": text, reason: text };
