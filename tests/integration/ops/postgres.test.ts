import { appendFile, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeTemporaryFolder } from "../../../ops/files.ts";
import { holdFolder } from "../../../ops/folder-lock.ts";
import { type EmbeddedPostgres, findPostgres, startPostgres } from "../../../ops/postgres.ts";
import { readSecrets } from "../../../ops/secrets.ts";
import { query } from "../../support/database.ts";

let dataDir = "";
let running: EmbeddedPostgres[] = [];
beforeEach(async () => {
  dataDir = await makeTemporaryFolder();
});
afterEach(async () => {
  for (const server of running) await server.stop();
  running = [];
  await rm(dataDir, { recursive: true, force: true });
});

async function start(options = { fast: true }): Promise<EmbeddedPostgres> {
  const server = await startPostgres(dataDir, options);
  running.push(server);
  return server;
}

async function pidOf(): Promise<number> {
  return (await findPostgres(dataDir))?.pid ?? 0;
}

async function keepNote(server: EmbeddedPostgres): Promise<void> {
  await query(server.url(), "create table note (text text); insert into note values ('kept')");
}

const readNote = (server: EmbeddedPostgres) => query(server.url(), "select text from note");

test("the server keeps its data and its port from one start to the next", async () => {
  const first = await start();
  await keepNote(first);
  await first.stop();
  expect(await pidOf()).toBe(0);
  const second = await start();
  expect(await readNote(second)).toEqual([{ text: "kept" }]);
  expect(second.url()).toBe(first.url());
});

test("after kill -9 of the server the next start works", async () => {
  const first = await start({ fast: false });
  await keepNote(first);
  process.kill(await pidOf(), "SIGKILL");
  await first.gone;
  expect(await readNote(await start())).toEqual([{ text: "kept" }]);
});

test("a server that a killed process left running is taken over, and stopped", async () => {
  const orphan = await start();
  await keepNote(orphan);
  const pid = await pidOf();
  const adopted = await start();
  expect(await pidOf()).toBe(pid);
  expect(await readNote(adopted)).toEqual([{ text: "kept" }]);
  await adopted.stop();
  await orphan.gone;
  expect(await pidOf()).toBe(0);
});

test("a pid file that names another process doesn't stop the start", async () => {
  const first = await start();
  const pidFile = join(dataDir, "postgres/postmaster.pid");
  const [, ...rest] = (await readFile(pidFile, "utf8")).split("\n");
  await first.stop();
  await writeFile(pidFile, [process.pid, ...rest].join("\n"));
  await expect(start().then((server) => query(server.url(), "select 1 as one"))).resolves.toEqual([
    { one: 1 },
  ]);
});

test("a lost password is set anew", async () => {
  const first = await start();
  await keepNote(first);
  await first.stop();
  await rm(join(dataDir, "secrets.json"));
  const second = await start();
  expect(await readNote(second)).toEqual([{ text: "kept" }]);
  expect(second.url()).not.toBe(first.url());
});

test("no word of a statement gets into the server's log: of one that fails, waits, takes long or is killed", async () => {
  const settings = [
    "log_statement = 'all'",
    "log_min_duration_statement = 0",
    "log_min_error_statement = 'debug5'",
    "log_min_messages = 'debug1'",
    "log_parameter_max_length_on_error = -1",
    "log_lock_waits = on",
    "deadlock_timeout = '10ms'",
    "log_temp_files = 0",
  ];
  const first = await start();
  await first.stop();
  await appendFile(join(dataDir, "postgres/postgresql.conf"), settings.join("\n"));
  const server = await start();
  const word = "looked-for-7c1e";
  const statements: [sql: string, values?: unknown[]][] = [
    [`select '${word}'::int`],
    ["select $1::int", [word]],
    ["select $1::tsquery", [`${word} & (`]],
    [`select * from "${word}"`],
    ["select 1 / length($1) - 15 / 0", [word]],
    [`set statement_timeout = 20; select '${word}', pg_sleep(1)`],
  ];
  for (const [sql, values] of statements) await expect(query(server.url(), sql, values)).rejects.toThrow();
  await query(
    server.url(),
    "set work_mem = '64kB'; select count(*) from (select $1 || g from generate_series(1, 99999) g order by 1) x".replace(
      "$1",
      `'${word}'`,
    ),
  );
  await query(server.url(), "create table held (id int)");
  await Promise.all(
    ["0.1", "0"].map((seconds) =>
      query(server.url(), `begin; lock table held; select '${word}', pg_sleep(${seconds}); commit`),
    ),
  );
  await server.stop();
  const log = await readFile(join(dataDir, "postgres.log"), "utf8");
  expect(log).toContain("database system is ready");
  expect(log).not.toContain(word);
});

test("a port that somebody else took is replaced", async () => {
  const first = await start();
  await first.stop();
  const { port } = await readSecrets(dataDir);
  const other = createServer().listen(port, "127.0.0.1");
  try {
    const second = await start();
    expect(new URL(second.url()).port).not.toBe(String(port));
    expect(await query(second.url(), "select 1 as one")).toEqual([{ one: 1 }]);
  } finally {
    other.close();
  }
});

test("it listens on this machine alone, by password, and knows the letters of every alphabet", async () => {
  const server = await start();
  expect(await query(server.url(), "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  const wrong = new URL(server.url());
  wrong.password = "wrong";
  await expect(query(wrong.href, "select 1")).rejects.toThrow(/password authentication failed/);
  await query(server.url(), "create extension pg_trgm");
  const [row] = await query(server.url(), "select cardinality(show_trgm('Каліноўскі')) > 0 as letters");
  expect(row).toEqual({ letters: true });
});

test("one process at a time has a data folder, and is named to the others", async () => {
  const taken = await holdFolder(dataDir, "npm start");
  if (!("release" in taken)) throw new Error("it is taken");
  expect(await holdFolder(dataDir, "npm run publish")).toEqual({
    holder: { pid: process.pid, command: "npm start" },
  });
  await taken.release();
  expect(await holdFolder(dataDir, "npm run publish")).toHaveProperty("release");
});
