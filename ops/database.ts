import { env } from "#env.ts";
import { withClient } from "./client.ts";
import { eraseAgain } from "./erasing.ts";
import { keepLedger } from "./erasure-ledger.ts";
import { forgetOldRows } from "./forgetting.ts";
import { migrate } from "./migrations.ts";
import { asOwner } from "./owner.ts";
import { findPostgres, startPostgres } from "./postgres.ts";
import { Failure, say, wordsOf } from "./report.ts";
import {
  checkEditorRole,
  checkPublicRole,
  closeDatabase,
  editorRole,
  makeRole,
  publicRole,
} from "./roles.ts";
import { readSecrets } from "./secrets.ts";
import { refuseUnfinished } from "./unfinished-restore.ts";

/** Where the registry's database is, as the environment says it before we set anything in it ourselves. */
export type DatabasePlace = {
  dataDir: string;
  /** Addresses of a server of the user's own; without the first the embedded one is used. */
  givenUrl: string | undefined;
  givenPublicUrl: string | undefined;
  givenEditorUrl: string | undefined;
};

/** The registry's database, up and migrated. */
export type Database = {
  /** As its owner: for what npm's scripts do to the whole of it, and never for longer than that takes. */
  url: string;
  publicUrl: string;
  /** As the role that commands have. */
  editorUrl: string;
  /** Resolves when the embedded server has ended; never for a server of the user's own. */
  gone: Promise<void>;
  /** Stops the embedded server if it is ours. */
  stop: () => Promise<void>;
};

let place: DatabasePlace | undefined;

/**
 * The place of the database as the environment says it. The owner's address is taken away from there: neither pages nor
 * actions, nor what this process starts, are to find it. Throws `EnvironmentError`.
 */
export function databasePlace(): DatabasePlace {
  place ??= {
    dataDir: env.dataDir,
    givenUrl: env.givenDatabaseUrl,
    givenPublicUrl: env.givenPublicDatabaseUrl,
    givenEditorUrl: env.givenEditorDatabaseUrl,
  };
  env.unset("DATABASE_URL");
  return place;
}

/**
 * Brings the database up: the embedded server where none is given, the roles, the migrations, and what was erased. Tells
 * this process's other parts where it is. `fill` is given a database with roles before it is migrated. Call it only while
 * the data folder is ours.
 */
export async function bringUpDatabase(
  place: DatabasePlace,
  fill: (databaseUrl: string) => Promise<void> = refuseUnfinished,
): Promise<Database> {
  const make = async (url: string, server: Pick<Database, "gone" | "stop">) => {
    const database = await madeReady(place, url, server, fill);
    await keepErasures(place.dataDir, url);
    return database;
  };
  if (place.givenUrl !== undefined) return make(place.givenUrl, notOurs);
  const server = await startPostgres(place.dataDir);
  try {
    return await make(server.url(), server);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The database of an `npm start` that runs on the same data folder; nothing of it is ours. */
export async function joinDatabase(place: DatabasePlace): Promise<Database | undefined> {
  const url = place.givenUrl ?? (await findPostgres(place.dataDir))?.url;
  return url === undefined ? undefined : madeReady(place, url, notOurs, refuseUnfinished);
}

/** Erases what the ledger says was erased and the database still has: where an erasure or a restoring was cut off. */
async function keepErasures(dataDir: string, databaseUrl: string): Promise<void> {
  const pending = await withClient(databaseUrl, (client) => keepLedger(dataDir, client));
  if (pending.length === 0) return;
  await asOwner(databaseUrl, (owner) => eraseAgain(owner, pending));
  await forgetOldRows(databaseUrl);
  say(`Erased ${pending.length} × what the ledger of erasures says`);
}

const notOurs = { gone: new Promise<void>(() => undefined), stop: async () => undefined };

async function madeReady(
  place: DatabasePlace,
  url: string,
  server: Pick<Database, "gone" | "stop">,
  fill: (databaseUrl: string) => Promise<void>,
): Promise<Database> {
  const { publicPassword, editorPassword, authSecret } = await readSecrets(place.dataDir);
  try {
    await withClient(url, async () => undefined);
    const publicUrl = place.givenPublicUrl ?? (await makeRole(url, publicRole, publicPassword));
    const editorUrl = place.givenEditorUrl ?? (await makeRole(url, editorRole, editorPassword));
    await fill(url);
    const applied = await migrate(url);
    if (applied.length > 0) say(`Applied ${applied.join(", ")}`);
    await closeDatabase(url);
    await checkPublicRole(publicUrl);
    await checkEditorRole(editorUrl);
    env.set("PUBLIC_DATABASE_URL", publicUrl);
    env.set("EDITOR_DATABASE_URL", editorUrl);
    env.set("AUTH_SECRET", authSecret);
    return { url, publicUrl, editorUrl, gone: server.gone, stop: server.stop };
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      `The database cannot be reached: ${wordsOf(error)}`,
      place.givenUrl === undefined
        ? `The embedded server's log is ${place.dataDir}/postgres.log.`
        : "Look whether the server in DATABASE_URL runs and lets this machine in.",
      { cause: error },
    );
  }
}
