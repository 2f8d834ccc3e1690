import { z } from "zod";
import { Prisma } from "#db/generated/client.ts";
import { mostRecalled } from "#domain/names/find-by-name.ts";
import type { RecallPlan } from "#domain/names/name-query.ts";

const Part = z
  .string()
  .nullable()
  .transform((part) => part ?? undefined);

/** The columns of a name, in both tables of names. */
export const recalledName = { text: z.string(), given: Part, patronymic: Part, family: Part };

/** The names that a plan asks for, over the alias `n` of a table of names. */
export function recalled({ words }: RecallPlan): Prisma.Sql {
  return Prisma.join(
    words.map(({ near }) => Prisma.sql`n.keys && ${[...near]}::text[]`),
    " and ",
    "(",
    ")",
  );
}

/** Their order, those with exact keys of the most words first; and how many are looked through. */
export function recallOrder({ words }: RecallPlan): Prisma.Sql {
  const exact = Prisma.join(
    words.map(({ exact }) => Prisma.sql`(n.keys && ${[...exact]}::text[])::int`),
    " + ",
  );
  return Prisma.sql`order by ${exact} desc, person limit ${mostRecalled}`;
}
