import { z } from "zod";
import { orderIn } from "#data/public/order.ts";
import { publicRegistry } from "#db/public.ts";
import { Death, deathSettings } from "#domain/case-file/death.ts";
import { Told, withheldUnder } from "#domain/disclosure.ts";
import type { Language } from "#domain/languages.ts";
import { PersonCard } from "#domain/person-card.ts";

const Form = z.object({ withheld: z.array(Told) });
const Setting = z.enum([...deathSettings, "not-known"]);

const deathsPerPage = 100;

/** The dead, latest death first, those of unknown day last; with how many died in which setting. */
export async function listDeaths(
  page: number,
  language: Language,
): Promise<{
  /** `withheld`: the headings at which the page says so. */
  rows: { card: PersonCard; death: Death; withheld: string[] }[];
  total: number;
  pages: number;
  settings: { setting: z.infer<typeof Setting>; people: number }[];
}> {
  const registry = publicRegistry();
  const counts = await registry.publicDeath.groupBy({ by: ["setting"], _count: true });
  const total = counts.reduce((sum, it) => sum + it._count, 0);
  const rows = await registry.publicDeath.findMany({
    include: { person: { select: { card: true, form: true } } },
    orderBy: [
      { latest: { sort: "desc", nulls: "last" } },
      ...orderIn(language).map((order) => ({ person: order })),
    ],
    skip: (page - 1) * deathsPerPage,
    take: deathsPerPage,
  });
  return {
    rows: rows.map((row) => ({
      card: PersonCard.parse(row.person.card),
      death: Death.parse(row.details),
      withheld: withheldUnder("death", Form.parse(row.person.form)),
    })),
    total,
    pages: Math.max(1, Math.ceil(total / deathsPerPage)),
    settings: counts
      .map((it) => ({ setting: Setting.parse(it.setting), people: it._count }))
      .sort((a, b) => b.people - a.people || a.setting.localeCompare(b.setting)),
  };
}
