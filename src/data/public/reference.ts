import type {
  Article as ArticleRow,
  Facility as FacilityRow,
  Figure as FigureRow,
} from "#db/generated/client.ts";
import { publicRegistry } from "#db/public.ts";
import { isRecord } from "#domain/json.ts";
import { Article, Facility, Figure, facilityTypes } from "#domain/reference.ts";

/** All totals by other organisations, in the order of the reference data. */
export async function listFigures(): Promise<Figure[]> {
  const rows = await publicRegistry().figure.findMany({ orderBy: { position: "asc" } });
  return rows.map(figureOf);
}

/** Places of detention, by type and number. */
export async function readFacilities(): Promise<Facility[]> {
  const rows = await publicRegistry().facility.findMany();
  return rows.map(facilityOf).sort(byTypeAndNumber);
}

/** Articles in the order of the codes. */
export async function readArticles(): Promise<Article[]> {
  const rows = await publicRegistry().article.findMany({ orderBy: { position: "asc" } });
  return rows.map(articleOf);
}

/** The order in which places of detention are listed. */
export function byTypeAndNumber(a: Facility, b: Facility): number {
  return (
    facilityTypes.indexOf(a.type) - facilityTypes.indexOf(b.type) ||
    Number(a.number ?? 0) - Number(b.number ?? 0) ||
    a.code.localeCompare(b.code)
  );
}

/** A row of the table as the reference data has it. */
export function facilityOf({ details, ...columns }: FacilityRow): Facility {
  return Facility.parse({ ...columns, ...record(details) });
}

/** A row of the table as the reference data has it. */
export function articleOf({ details, position: _, ...columns }: ArticleRow): Article {
  return Article.parse({ ...columns, ...record(details) });
}

function figureOf({ details, position: _, ...columns }: FigureRow): Figure {
  return Figure.parse({ ...columns, ...record(details) });
}

function record(details: unknown): Readonly<Record<string, unknown>> {
  return isRecord(details) ? details : {};
}
