import type {
  Article as ArticleRow,
  Facility as FacilityRow,
  Figure as FigureRow,
} from "#db/generated/client.ts";
import { publicRegistry } from "#db/public.ts";
import { isRecord } from "#domain/json.ts";
import { Article, Facility, Figure } from "#domain/reference.ts";

/** All totals by other organisations, in the order of the reference data. */
export async function listFigures(): Promise<Figure[]> {
  const rows = await publicRegistry().figure.findMany({ orderBy: { position: "asc" } });
  return rows.map(figureOf);
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
