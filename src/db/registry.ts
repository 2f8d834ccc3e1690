import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#db/generated/client.ts";
import { throughIndexes } from "#db/planner.ts";
import { env } from "#env.ts";

/** The registry with all that is kept: for commands and the editors' side, never for a public page. */
export type Registry = PrismaClient;

/** What a command does inside one transaction. */
export type Transaction = Parameters<Parameters<Registry["$transaction"]>[0]>[0];

/** A client for the role at `url`: the editors', or in `ops` the owner. The caller disconnects it. */
export function openRegistry(url: string): Registry {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) });
}

let shared: Registry | undefined;

/** The client that the editors' pages and actions share, for the role and server that the environment names. */
export function editorsRegistry(): Registry {
  shared ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env.editorDatabaseUrl, options: throughIndexes }),
  });
  return shared;
}
