import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#db/generated/client.ts";
import { throughIndexes } from "#db/planner.ts";
import { env } from "#env.ts";

/**
 * The tables that public code may read. The database role behind it is refused every other one, and every write;
 * the type only says so early.
 */
export type PublicRegistry = Pick<
  PrismaClient,
  | "article"
  | "facility"
  | "figure"
  | "publicCategory"
  | "publicCharge"
  | "publicDeath"
  | "publicEvent"
  | "publicHealthCondition"
  | "publicName"
  | "publicPerson"
  | "publicProse"
  | "publicRisk"
  | "publicSentence"
  | "publicStay"
  | "publicVersion"
  | "publicWithdrawal"
  | "publicYear"
  | "$queryRaw"
  | "$disconnect"
>;

/** A client for the public role at `url`. The caller disconnects it. */
export function openPublicRegistry(url: string): PublicRegistry {
  return new PrismaClient({
    // Nobody closes the pages' connections: a command that has rendered some must not wait for them to end.
    adapter: new PrismaPg({
      connectionString: url,
      connectionTimeoutMillis: 3_000,
      allowExitOnIdle: true,
      options: throughIndexes,
    }),
  });
}

let shared: PublicRegistry | undefined;

/** The client that the pages share, for the role and server that the environment names. */
export function publicRegistry(): PublicRegistry {
  shared ??= openPublicRegistry(env.publicDatabaseUrl);
  return shared;
}
