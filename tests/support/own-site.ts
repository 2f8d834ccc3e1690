import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { env } from "#env.ts";
import { makeTemporaryFolder } from "../../ops/files.ts";
import { freePort } from "../../ops/port.ts";
import { siteVariables } from "./site-variables.ts";

/** A site of a test's own, started as `npm start` starts it, on an empty data folder. */
export type OwnSite = {
  baseURL: string;
  port: number;
  dataDir: string;
  /** Runs a script of `ops/` beside it, as npm would. Rejects with its output when it fails. */
  run: (script: string, ...words: string[]) => Promise<string>;
  /** The server's process, the last one that was started. */
  pid: () => number | undefined;
  /** Its PostgreSQL's process, by the file that this keeps while it runs: the other ways would start something. */
  databasePid: () => Promise<number>;
  /** Ends its PostgreSQL as `kill -9` does. */
  killDatabase: () => Promise<void>;
  /** Ends the server by a signal, and gives its exit code. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** All that the server has printed so far, on both outputs, over all its starts. */
  printed: () => string;
  /** Starts the server again on the same folder. Rejects with what it printed when it ends before it is ready. */
  start: (variables?: Readonly<Record<string, string>>) => Promise<void>;
};

const loader = ["--import", "./ops/generate.ts"];

/** Starts a site on a port and in a folder of its own, unless others are given. Stop it after the test. */
export async function startOwnSite(place: { port?: number; dataDir?: string } = {}): Promise<OwnSite> {
  const { dataDir = await makeTemporaryFolder(), port = await freePort(undefined) } = place;
  const variables = { ...siteVariables(port), DATA_DIR: dataDir };
  let server: ChildProcess;
  let printed = "";
  const site: OwnSite = {
    baseURL: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    async run(script, ...words) {
      const options = { env: env.forChild(variables), timeout: 120_000 };
      const { stdout } = await promisify(execFile)(
        "node",
        [...loader, `ops/${script}.ts`, ...words],
        options,
      );
      return stdout;
    },
    pid: () => server.pid,
    async databasePid() {
      const [pid] = (await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n");
      return Number(pid);
    },
    async killDatabase() {
      process.kill(await site.databasePid(), "SIGKILL");
    },
    async stop(signal = "SIGTERM") {
      if (server.exitCode !== null || server.signalCode !== null) return server.exitCode;
      server.kill(signal);
      // One Ctrl-C comes twice: from the terminal, and from npm, which hands its own on.
      if (signal === "SIGINT") server.kill(signal);
      await once(server, "exit");
      return server.exitCode;
    },
    printed: () => printed,
    start(more = {}) {
      const started = spawn("node", [...loader, "ops/start.ts"], {
        env: env.forChild({ ...variables, ...more }),
        stdio: ["ignore", "pipe", "pipe"],
      });
      server = started;
      return new Promise((resolve, reject) => {
        started.stderr.on("data", (chunk) => {
          printed += chunk;
          process.stderr.write(chunk);
        });
        createInterface(started.stdout).on("line", (line) => {
          printed += `${line}\n`;
          if (line.startsWith(`Ready ${site.baseURL}/`)) resolve();
        });
        started.once("close", (code) =>
          reject(new Error(`the site ended with ${code} before it was ready:\n${printed}`)),
        );
      });
    },
  };
  await site.start();
  return site;
}
