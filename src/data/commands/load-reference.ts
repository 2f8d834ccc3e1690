import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry } from "#db/registry.ts";
import type { Article, Facility, Figure } from "#domain/reference.ts";

/** Reference data as the project's files hold it, each list in its own order. */
export type ReferenceData = {
  facilities: readonly Facility[];
  articles: readonly Article[];
  figures: readonly Figure[];
};

/**
 * Brings the tables of reference data to what the files say: rows that are new or changed are written, figures that
 * are gone go. A facility or an article is never removed, since files name it.
 */
export function loadReference(registry: Registry, reference: ReferenceData): Promise<void> {
  return inTransaction(registry, async (tx) => {
    for (const { code, type, number, ...details } of reference.facilities) {
      const row = { type, number, details };
      await tx.facility.upsert({ where: { code }, create: { code, ...row }, update: row });
    }
    // Positions are unique: out of the way first, so that a changed order doesn't collide with the old one.
    await tx.article.updateMany({ data: { position: { multiply: -1 } } });
    for (const [index, { code, law, group, ...details }] of reference.articles.entries()) {
      const row = { law, group, details, position: index + 1 };
      await tx.article.upsert({ where: { code }, create: { code, ...row }, update: row });
    }
    await tx.figure.deleteMany();
    await tx.figure.createMany({
      data: reference.figures.map(({ id, value, headline, ...details }, index) => ({
        id,
        value,
        headline,
        details,
        position: index + 1,
      })),
    });
  });
}
