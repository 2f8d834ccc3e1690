import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdtemp, readdir, readFile, readlink, realpath, rename, rm, writeFile } from "node:fs/promises";
import { totalmem } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { withClient } from "./client.ts";
import { exists, makeFolder } from "./files.ts";
import { as, canEnter, giveTo, type OsUser, osUser, osUserName } from "./os-user.ts";
import { freePort } from "./port.ts";
import { findPrograms, type Programs, sharedFolder } from "./postgres-programs.ts";
import { childEnd, isAlive, processEnd, signal } from "./processes.ts";
import { runProgram } from "./program.ts";
import { Failure, say, wordsOf } from "./report.ts";
import { readSecrets, type Secrets, writeSecrets } from "./secrets.ts";

// PostgreSQL as an npm package. Its programs are started here, and not by the package's own class: that one
// takes the process's signals over, is stopped by Ctrl-C before Next is, and rejects with `undefined`.

/** Owner of the embedded database, and its superuser. */
const ownerRole = "kartateka";
const databaseName = "kartateka";

export type EmbeddedPostgres = {
  /** Address of a database on the server, as its owner. Without a name: the registry's. */
  url: (database?: string) => string;
  /** Resolves when the server has gone away, asked or not. */
  gone: Promise<void>;
  /** Ends its connections and stops it; it has written everything when this resolves. */
  stop: () => Promise<void>;
};

/**
 * Brings up the embedded server of a data folder: makes it at the first time, takes over one that a killed
 * process has left running. `fast` leaves out what makes it survive a power cut, for tests.
 */
export async function startPostgres(
  dataDir: string,
  options: { fast?: boolean } = {},
): Promise<EmbeddedPostgres> {
  await makeFolder(dataDir);
  const secrets = await readSecrets(dataDir);
  const user = await osUser();
  const programs = await findPrograms(user);
  const folder = await postgresFolder(dataDir, secrets, user);
  const connection = { password: secrets.ownerPassword };
  if (!(await isDatabase(folder))) {
    say("Making the database (once)");
    await initialise(folder, programs, user, secrets.ownerPassword);
  } else {
    await giveTo(folder, user);
    const running = await findRunning(folder);
    if (running !== undefined) {
      const port = running.port;
      await answers({ ...connection, port }, 60_000).catch((cause: unknown) => {
        throw new Failure(
          `A PostgreSQL server (process ${running.pid}) runs on ${folder} but lets nobody in: ${wordsOf(cause)}.`,
          `Stop it with "kill -INT ${running.pid}" and start again.`,
          { cause },
        );
      });
      say(`Using the PostgreSQL that is running already (process ${running.pid}, port ${port})`);
      await ensureDatabase({ ...connection, port });
      return handle({ ...connection, port }, running.pid);
    }
  }
  const port = await freePort(secrets.port);
  if (port !== secrets.port) await writeSecrets(dataDir, { ...(await readSecrets(dataDir)), port });
  const log = join(dataDir, "postgres.log");
  const order = { folder, programs, user, port, log, connection, fast: options.fast ?? false };
  const server = await launch(order).catch(async (failure: unknown) => {
    if (!(failure instanceof Failure && codeOf(failure.cause) === wrongPassword)) throw failure;
    await setPassword(folder, programs, user, secrets.ownerPassword);
    return launch(order);
  });
  await ensureDatabase({ ...connection, port });
  return handle({ ...connection, port }, server.pid ?? 0, server);
}

/** The server of a data folder, when one is running; it is not ours to stop. */
export async function findPostgres(dataDir: string): Promise<{ url: string; pid: number } | undefined> {
  const secrets = await readSecrets(dataDir);
  const folder = secrets.postgresFolder ?? join(dataDir, "postgres");
  const running = await findRunning(folder);
  if (running === undefined) return undefined;
  return {
    url: urlOf({ port: running.port, password: secrets.ownerPassword }, databaseName),
    pid: running.pid,
  };
}

type Connection = { port: number; password: string };

function urlOf({ port, password }: Connection, database: string): string {
  return `postgresql://${ownerRole}:${password}@127.0.0.1:${port}/${database}`;
}

function handle(connection: Connection, pid: number, child?: ChildProcess): EmbeddedPostgres {
  const gone = child === undefined ? processEnd(pid, false) : childEnd(child);
  return {
    url: (database = databaseName) => urlOf(connection, database),
    gone,
    stop: async () => {
      // SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes everything out; SIGQUIT doesn't wait.
      signal(pid, "SIGINT");
      const late = Symbol("late");
      const end = child === undefined ? processEnd(pid, true) : gone;
      if ((await Promise.race([end, wait(20_000, late, { ref: false })])) === late) signal(pid, "SIGQUIT");
      await end;
    },
  };
}

async function initialise(folder: string, programs: Programs, user: OsUser, password: string) {
  // Made beside its place and renamed, so that one that was interrupted is never taken for a database; under a name
  // of its own, because an initdb whose starter was killed may be writing still.
  const place = dirname(folder);
  await makeFolder(place);
  for (const name of await readdir(place)) {
    if (name.startsWith(`${basename(folder)}.new-`))
      await rm(join(place, name), { recursive: true, force: true });
  }
  const fresh = await mkdtemp(`${folder}.new-`);
  const passwordFile = `${fresh}.password`;
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    for (const path of [fresh, passwordFile]) await giveTo(path, user);
    await runProgram(
      programs.initdb,
      [
        `--pgdata=${fresh}`,
        `--username=${ownerRole}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        // What is a letter comes from here for pg_trgm, whatever the ICU locale; in "C" Cyrillic has none.
        ...(process.platform === "linux" ? ["--lc-ctype=C.UTF-8"] : []),
        "--locale-provider=icu",
        "--icu-locale=und",
        "--no-instructions",
      ],
      as(user),
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, folder);
}

/** Sets the owner's password on a database whose secrets were lost, in PostgreSQL's single-user mode. */
async function setPassword(folder: string, programs: Programs, user: OsUser, password: string) {
  say("The database's password was lost; setting a new one");
  const statement = `alter role ${ownerRole} password '${password}';\n`;
  await runProgram(programs.postgres, ["--single", "-D", folder, "postgres"], {
    ...as(user),
    input: statement,
  });
}

type Launch = {
  folder: string;
  programs: Programs;
  user: OsUser;
  port: number;
  log: string;
  connection: { password: string };
  fast: boolean;
};

/** PostgreSQL's code for a password that is not the role's. */
const wrongPassword = "28P01";

async function launch(it: Launch): Promise<ChildProcess> {
  const until = performance.now() + 15_000;
  for (;;) {
    const server = await tryLaunch(it, performance.now() < until);
    if (server !== undefined) return server;
    await wait(200);
  }
}

/** Undefined when sessions of a server that was killed are still ending, and it is worth another try. */
async function tryLaunch(it: Launch, mayRetry: boolean): Promise<ChildProcess | undefined> {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    `shared_buffers=${sharedMegabytes()}MB`,
    // A segment of the log that is no longer needed goes, with what was erased since, instead of being kept for later.
    "wal_recycle=off",
    // The server's log tells of the server. Of a statement that fails it says nothing: a reader's words may stand in it,
    // or in PostgreSQL's own complaint about it, or what is withheld in the row that it failed for. We are told the error.
    "log_min_messages=log",
    "log_error_verbosity=terse",
    "log_min_error_statement=panic",
    // Off in PostgreSQL by itself, and whatever the data folder's own settings say.
    "log_statement=none",
    "log_min_duration_statement=-1",
    "log_min_duration_sample=-1",
    "log_transaction_sample_rate=0",
    "log_parameter_max_length=0",
    "log_parameter_max_length_on_error=0",
    "log_lock_waits=off",
    "log_temp_files=-1",
    ...(it.fast ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off"] : []),
  ];
  // Its log goes to a file, not to us: a pipe would break when we are killed, and the server lives on.
  const log = openSync(it.log, "w", 0o600);
  const server = spawn(
    it.programs.postgres,
    ["-D", it.folder, "-p", String(it.port), ...settings.flatMap((setting) => ["-c", setting])],
    // A session of its own: Ctrl-C in the terminal must reach us first, or pages fail while we stop.
    { ...as(it.user), stdio: ["ignore", log, log], detached: true },
  );
  closeSync(log);
  const ended = new Promise<never>((_, reject) => {
    server.once("error", reject);
    server.once("exit", (code, by) => reject(new Error(`it ended with ${by ?? `code ${code}`}`)));
  });
  try {
    await Promise.race([ended, answers({ ...it.connection, port: it.port }, 120_000)]);
  } catch (cause) {
    signal(server.pid ?? 0, "SIGINT");
    await childEnd(server);
    const lines = (await readFile(it.log, "utf8").catch(() => "")).trim().split("\n").slice(-5);
    if (mayRetry && lines.some((line) => line.includes("pre-existing shared memory"))) return undefined;
    throw new Failure(
      `PostgreSQL did not start: ${wordsOf(cause)}.\n${lines.join("\n")}`,
      `Its whole log is ${it.log}. Where that doesn't help: DATABASE_URL takes a server of your own.`,
      { cause },
    );
  }
  return server;
}

/**
 * An eighth of the machine's memory: with PostgreSQL's own 128 MB the names of a hundred thousand people and their index
 * are fetched from the system again and again. What isn't used isn't taken.
 */
function sharedMegabytes(): number {
  return Math.min(512, Math.max(128, Math.floor(totalmem() / 8 / 1024 ** 2)));
}

/** Waits until the server lets its owner in. Throws at once on any refusal but "not yet". */
async function answers(connection: Connection, milliseconds: number): Promise<void> {
  const until = performance.now() + milliseconds;
  for (;;) {
    try {
      return await withClient(urlOf(connection, "postgres"), async () => undefined);
    } catch (error) {
      const isStarting = /ECONNREFUSED|57P03/.test(codeOf(error));
      if (!isStarting || performance.now() > until) throw error;
      await wait(50);
    }
  }
}

async function ensureDatabase(connection: Connection): Promise<void> {
  await withClient(urlOf(connection, "postgres"), async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
  });
}

/** The server that `postmaster.pid` names, if it lives. A file that names another process is taken away. */
async function findRunning(folder: string): Promise<{ pid: number; port: number } | undefined> {
  const path = join(folder, "postmaster.pid");
  const lines = (await readFile(path, "utf8").catch(() => "")).split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (isAlive(pid) && (await isServerOf(pid, folder))) return { pid, port };
  // The number may belong to another process by now, and PostgreSQL would then refuse to start.
  await rm(path, { force: true });
  return undefined;
}

async function isServerOf(pid: number, folder: string): Promise<boolean> {
  // Without /proc (macOS) a living process of that number is taken for the server.
  if (!(await exists("/proc/self"))) return true;
  // A server's working directory is its data folder; that of a process that has ended cannot be read.
  const [its, ours] = await Promise.all([readlink(`/proc/${pid}/cwd`), realpath(folder)]).catch(() => []);
  return its !== undefined && its === ours;
}

async function isDatabase(folder: string): Promise<boolean> {
  try {
    return (await readFile(join(folder, "PG_VERSION"), "utf8")) !== "";
  } catch (cause) {
    if (codeOf(cause) !== "EACCES") return false;
    throw new Failure(
      `The database in ${folder} belongs to another user of this machine.`,
      "Start as the user who started it first, or set DATA_DIR to another folder.",
      { cause },
    );
  }
}

/** Where the server's files are: in the data folder, or, where the OS user cannot get there, elsewhere. */
async function postgresFolder(dataDir: string, secrets: Secrets, user: OsUser): Promise<string> {
  if (secrets.postgresFolder !== undefined) return secrets.postgresFolder;
  if (await canEnter(dataDir, user)) return join(dataDir, "postgres");
  await makeFolder(sharedFolder);
  const postgresFolder = await mkdtemp(join(sharedFolder, "data-"));
  await rm(postgresFolder, { recursive: true });
  say(`The user "${osUserName}", who PostgreSQL runs as, cannot enter ${dataDir}.`);
  say(`The database's files are therefore kept in ${postgresFolder}`);
  await writeSecrets(dataDir, { ...secrets, postgresFolder });
  return postgresFolder;
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
