import { seedOf } from "../support/drawing.ts";
import { bearers } from "./names/bearers.ts";
import type { forms } from "./names/forms.ts";
import { indexInMemory } from "./names/in-memory.ts";
import { readPeople, spellingsIn } from "./names/people.ts";
import { queriesFor } from "./names/queries.ts";
import { withTypo } from "./names/typo.ts";

const [set = "eu", formList = "whole,without-patronymic,typo", seeds = "1", misses = ""] =
  process.argv.slice(2);
const people = (await readPeople("/work/shared/names/names-dev.jsonl")).filter((p) => p.set === set);
const distractors = await readPeople("/work/shared/names/distractors-dev.jsonl");
const judge = bearers();
const index = indexInMemory();
const columns = ["be", "ru", "lat_be", "lat_ru", "lat_press"] as const;
const its = columns.filter((c) => people.some((p) => p.spellings.has(c)));
const tally = new Map<string, { n: number; one: number; ten: number }>();
for (const from of its) {
  const all = [...people, ...distractors]
    .filter((p) => spellingsIn(p, from).length > 0)
    .sort((a, b) => seedOf(`order ${a.id}`) - seedOf(`order ${b.id}`));
  await index.fill(
    all.flatMap((p, person) =>
      spellingsIn(p, from).map(({ text, parts }) => ({ person, column: from, text, parts })),
    ),
  );
  for (const to of its.filter((t) => t !== from))
    for (const form of formList.split(",") as (typeof forms)[number][])
      for (let seed = 0; seed < (form === "typo" ? Number(seeds) : 1); seed++)
        for (const p of people) {
          if (spellingsIn(p, from).length === 0) continue;
          for (const query of queriesFor(p, from, to, form)) {
            const asked =
              form === "typo" && seed > 0 ? withTypo(query.name, to, `${p.id} ${to} ${seed} x`) : query.asked;
            const q = { ...query, asked };
            const offers = await index.find(asked);
            const right = (o: (typeof offers)[number]) => {
              const who = all[o.person];
              return who !== undefined && (judge.bearsAsked(who, q) || judge.sameInIndex(who, q));
            };
            const place = offers.findIndex(right) + 1;
            const t = tally.get(form) ?? { n: 0, one: 0, ten: 0 };
            t.n++;
            if (place === 1) t.one++;
            if (place >= 1 && place <= 10) t.ten++;
            tally.set(form, t);
            if (misses !== "" && (place === 0 || place > Number(misses))) {
              const o = offers[place - 1];
              console.log(
                `${p.id} ${from}→${to} ${form} «${asked}» for ${spellingsIn(p, from)[0]?.text} @${place} ${o ? o.cost.toFixed(2) : ""}; 1st ${offers[0]?.text} [${offers[0]?.cost.toFixed(2)} ${offers[0]?.reasons}] 10th ${offers[9]?.cost.toFixed(2)}`,
              );
            }
          }
        }
}
for (const [form, t] of tally)
  console.log(form, t.n, ((100 * t.one) / t.n).toFixed(2), ((100 * t.ten) / t.n).toFixed(2));
