import { publicRegistry } from "#db/public.ts";
import { type Change, changesBetween } from "#domain/changes.ts";
import { PublicForm } from "#domain/disclosure.ts";
import { LocalizedText } from "#domain/localized-text.ts";
import { PersonCard } from "#domain/person-card.ts";

/** A publication as the list of updates shows it. */
export type Update = {
  number: number;
  version: number;
  card: PersonCard;
  publicNote: LocalizedText | null;
  /** ISO 8601 in UTC. */
  publishedAt: string;
  changes: Change[];
};

const updatesPerPage = 50;

/** Publications, newest first. `page` counts from 1; one past the end is empty. */
export async function listUpdates(
  page: number,
  perPage = updatesPerPage,
): Promise<{ rows: Update[]; total: number; pages: number }> {
  const registry = publicRegistry();
  const total = await registry.publicVersion.count();
  const versions = await registry.publicVersion.findMany({
    orderBy: [{ publishedAt: "desc" }, { number: "desc" }, { version: "desc" }],
    skip: (page - 1) * perPage,
    take: perPage,
  });
  const numbers = [...new Set(versions.map((it) => it.number))];
  const persons = await registry.publicPerson.findMany({
    where: { number: { in: numbers } },
    select: { number: true, card: true },
  });
  const cards = new Map(persons.map((person) => [person.number, PersonCard.parse(person.card)]));
  const earlier = await registry.publicVersion.findMany({
    where: { OR: versions.map(({ number, version }) => ({ number, version: version - 1 })) },
  });
  const formBefore = new Map(earlier.map((it) => [`${it.number}/${it.version + 1}`, it.form]));
  const rows = versions.flatMap(({ number, version, form, publicNote, publishedAt }) => {
    const card = cards.get(number);
    if (card === undefined) return [];
    const before = formBefore.get(`${number}/${version}`);
    return [
      {
        number,
        version,
        card,
        publicNote: publicNote === null ? null : LocalizedText.parse(publicNote),
        publishedAt: publishedAt.toISOString(),
        changes: changesBetween(
          before === undefined ? undefined : PublicForm.parse(before),
          PublicForm.parse(form),
        ),
      },
    ];
  });
  return { rows, total, pages: Math.max(1, Math.ceil(total / perPage)) };
}
