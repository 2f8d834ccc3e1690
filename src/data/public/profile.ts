import { publicRegistry } from "#db/public.ts";
import { PublicForm } from "#domain/disclosure.ts";
import { PersonCard } from "#domain/person-card.ts";

/** A person's current public form. */
export type PublishedProfile = {
  found: "published";
  number: number;
  version: number;
  form: PublicForm;
  card: PersonCard;
  /** When the current version was published, ISO 8601 in UTC. */
  publishedAt: string;
};

/** What stands under a person's number. */
export type Profile = PublishedProfile | { found: "withdrawn" } | { found: "unknown" };

/** Looks a person up by the permanent number. */
export async function findProfile(number: number): Promise<Profile> {
  const row = await publicRegistry().publicPerson.findUnique({ where: { number } });
  if (row === null) {
    const withdrawal = await publicRegistry().publicWithdrawal.findUnique({ where: { number } });
    return withdrawal === null ? { found: "unknown" } : { found: "withdrawn" };
  }
  return {
    found: "published",
    number: row.number,
    version: row.version,
    form: PublicForm.parse(row.form),
    card: PersonCard.parse(row.card),
    publishedAt: row.publishedAt.toISOString(),
  };
}
