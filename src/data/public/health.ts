import { z } from "zod";
import { orderIn } from "#data/public/order.ts";
import { publicRegistry } from "#db/public.ts";
import { cares, onsets, type RiskGroup, riskGroups } from "#domain/case-file/health.ts";
import { Edtf } from "#domain/dates/partial-date.ts";
import type { Language } from "#domain/languages.ts";
import { LocalizedText } from "#domain/localized-text.ts";
import { PersonCard } from "#domain/person-card.ts";

const Condition = z.object({
  factId: z.string(),
  group: z.enum(riskGroups),
  onset: z.enum(onsets),
  care: z.enum(cares),
  details: z.strictObject({ condition: LocalizedText, note: LocalizedText.optional(), asOf: Edtf }),
});
type Condition = z.infer<typeof Condition>;

/** Everyone of whose health something is known, with the conditions and risk groups, and counts of both kinds. */
export async function readHealth(language: Language): Promise<{
  people: { card: PersonCard; conditions: Condition[]; risks: RiskGroup[] }[];
  groups: { group: RiskGroup; people: number }[];
  care: { care: Condition["care"]; conditions: number }[];
}> {
  const registry = publicRegistry();
  const [persons, risks, care] = await Promise.all([
    registry.publicPerson.findMany({
      where: { risks: { some: {} } },
      include: { risks: { orderBy: { group: "asc" } }, conditions: { orderBy: { factId: "asc" } } },
      orderBy: orderIn(language),
    }),
    registry.publicRisk.groupBy({ by: ["group"], _count: true }),
    registry.publicHealthCondition.groupBy({ by: ["care"], _count: true }),
  ]);
  const Risk = z.enum(riskGroups);
  const peopleIn = new Map(risks.map((it) => [it.group, it._count]));
  const conditionsWith = new Map(care.map((it) => [it.care, it._count]));
  return {
    people: persons.map((person) => ({
      card: PersonCard.parse(person.card),
      conditions: person.conditions.map((condition) => Condition.parse(condition)),
      risks: person.risks.map((risk) => Risk.parse(risk.group)),
    })),
    groups: riskGroups.map((group) => ({ group, people: peopleIn.get(group) ?? 0 })),
    care: cares.map((it) => ({ care: it, conditions: conditionsWith.get(it) ?? 0 })),
  };
}
