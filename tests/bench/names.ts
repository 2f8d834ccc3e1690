import { z } from "zod";
import { flag, readCommandLine, text } from "../../ops/command-line.ts";
import { Failure, run, sayOnStderr } from "../../ops/report.ts";
import { type Answer, type AnswerInVain, isFalselySure, type NameFigures } from "./names/figures.ts";
import { forms } from "./names/forms.ts";
import { indexInMemory } from "./names/in-memory.ts";
import { indexInPostgres } from "./names/in-postgres.ts";
import { measureNames } from "./names/measure.ts";
import { readPeople } from "./names/people.ts";
import { tableOf } from "./names/table.ts";
import { quantile } from "./quantile.ts";

// npm run --silent bench:names: how well people are found by other spellings of their names. The last line is JSON.

const usage = `npm run --silent bench:names -- FILE.jsonl [--distractors FILE.jsonl]
  --set SET        only one set of FILE
  --form FORM      only one of ${forms.join(", ")}
  --misses         lists the queries that didn't bring the right person first
  --examples       lists those offered as sure for a name that nobody has
  --in-memory      the engine's keys and ranking without PostgreSQL: quicker, for trying things out`;

sayOnStderr();
await run(async () => {
  const { file, ...options } = readCommandLine({
    usage,
    words: ["file"],
    options: {
      distractors: text,
      set: text,
      form: text,
      misses: flag,
      examples: flag,
      "in-memory": flag,
    },
    schema: z.object({
      file: z.string({ error: "FILE is missing." }),
      distractors: z.string().optional(),
      set: z.string().optional(),
      form: z.enum(forms, { error: `--form has to be one of ${forms.join(", ")}.` }).optional(),
      misses: z.boolean().default(false),
      examples: z.boolean().default(false),
      "in-memory": z.boolean().default(false),
    }),
  });
  const everybody = await readPeople(file);
  const people = everybody.filter(({ set }) => options.set === undefined || set === options.set);
  if (people.length === 0) {
    const sets = new Set(everybody.map(({ set }) => set));
    throw new Failure(`${file} has no set "${options.set}".`, `It has ${[...sets].join(", ")}.`);
  }
  const distractors = options.distractors === undefined ? [] : await readPeople(options.distractors);

  const inMemory = options["in-memory"];
  const index = inMemory ? indexInMemory() : await indexInPostgres();
  const wanted = options.form === undefined ? forms : [options.form];
  const figures = await measureNames(index, people, distractors, wanted).finally(index.close);

  for (const line of tableOf(figures)) console.log(line);
  for (const line of notes(figures, distractors.length, inMemory)) console.log(line);
  if (options.misses) figures.answers.filter(({ place }) => place !== 1).forEach(tellMiss);
  if (options.examples) figures.inVain.filter(isFalselySure).forEach(tellFalselySure);
  console.log(JSON.stringify(summary(figures)));
});

/** What has to be known to read the figures. */
function notes(figures: NameFigures, distractors: number, inMemory: boolean): string[] {
  const byNamesakes = figures.answers.filter((it) => it.place > 0 && it.onlySameInIndex).length;
  return [
    `Everybody of a set stands in the index by one of their spellings, among ${distractors} distractors (for lat_press theirs in lat_ru).`,
    `Whoever has the same name is a right answer too; ${byNamesakes} times it was the same only as indexed.`,
    inMemory
      ? "In memory, without PostgreSQL: times are not the site's."
      : "By the site's search on PostgreSQL; times are of one query after the other.",
  ];
}

function tellMiss({ query, indexed, place, first }: Answer): void {
  const { person, from, to, form, asked } = query;
  const found = place === 0 ? "not found" : `at ${place}`;
  const before =
    first && `; first: ${first.text} [${first.strength} ${first.cost.toFixed(3)} ${first.reasons}]`;
  console.log(`${person.id} ${from} → ${to} ${form}: «${asked}» for ${indexed} ${found}${before ?? ""}`);
}

function tellFalselySure({ query, first }: AnswerInVain): void {
  const { person, from, to, form, asked } = query;
  console.log(
    `${person.id} ${from} → ${to} ${form}: «${asked}» is nobody's; sure: ${first?.text} [${first?.cost.toFixed(3)} ${first?.reasons}]`,
  );
}

/** The shape of the last line. */
function summary({ pairs, inVain, latencies }: NameFigures) {
  const milliseconds = (share: number) => Math.round(100 * quantile(latencies, share)) / 100;
  return {
    pairs,
    absent: { n: inVain.length, falselySure: inVain.filter(isFalselySure).length },
    p50Ms: milliseconds(0.5),
    p95Ms: milliseconds(0.95),
  };
}
