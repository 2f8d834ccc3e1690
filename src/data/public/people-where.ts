import { Prisma } from "#db/generated/client.ts";
import { type PeopleFilters, peopleFilters } from "#domain/filters.ts";

/** The people whom all of the filters let through. */
export function whereOf(filters: PeopleFilters): Prisma.PublicPersonWhereInput {
  const conditions: Prisma.PublicPersonWhereInput[] = [];
  for (const name of ["custody", "exit", "sex", "recognition"] as const) {
    const value = filters[name];
    if (value !== undefined) conditions.push({ [name]: value });
  }
  const { category, article, place, risk } = filters;
  if (category !== undefined) conditions.push({ categories: { some: { category } } });
  if (article !== undefined) conditions.push({ charges: { some: { articleCode: article } } });
  if (place !== undefined) conditions.push({ stays: { some: { facilityCode: place } } });
  if (risk !== undefined) conditions.push({ risks: { some: { group: risk } } });
  return { AND: conditions };
}

/** The same as a condition of SQL, over the alias `p` of public_person; `true` where nothing is filtered. */
export function filterSql(filters: PeopleFilters): Prisma.Sql {
  const conditions = peopleFilters.flatMap((name) => {
    const value = filters[name];
    return value === undefined ? [] : [conditionOf[name](value)];
  });
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join(conditions, " and ", "(", ")");
}

const conditionOf = {
  custody: (value) => Prisma.sql`p.custody = ${value}`,
  exit: (value) => Prisma.sql`p.exit = ${value}`,
  sex: (value) => Prisma.sql`p.sex = ${value}`,
  recognition: (value) => Prisma.sql`p.recognition = ${value}`,
  category: (value) =>
    Prisma.sql`exists (select from public_category c where c.number = p.number and c.category = ${value})`,
  article: (value) =>
    Prisma.sql`exists (select from public_charge c where c.number = p.number and c.article_code = ${value})`,
  place: (value) =>
    Prisma.sql`exists (select from public_stay s where s.number = p.number and s.facility_code = ${value})`,
  risk: (value) =>
    Prisma.sql`exists (select from public_risk r where r.number = p.number and r."group" = ${value})`,
} satisfies Record<keyof PeopleFilters, (value: string) => Prisma.Sql>;
