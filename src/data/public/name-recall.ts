import { z } from "zod";
import { Prisma } from "#db/generated/client.ts";
import type { RecallPlan } from "#domain/names/name-query.ts";

const Part = z
  .string()
  .nullable()
  .transform((part) => part ?? undefined);

/** The columns of a name, in both tables of names. */
export const recalledName = { text: z.string(), given: Part, patronymic: Part, family: Part };

/** The names that a plan asks for, over the alias `n` of a table of names. */
export function recalled({ every }: RecallPlan): Prisma.Sql {
  return Prisma.join(
    every.map((keys) => Prisma.sql`n.keys && ${[...keys]}::text[]`),
    " and ",
    "(",
    ")",
  );
}
