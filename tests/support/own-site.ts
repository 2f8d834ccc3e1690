import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { env } from "#env.ts";
import { makeTemporaryFolder } from "../../ops/files.ts";
import { freePort } from "../../ops/port.ts";

/** A site of a test's own, started as `npm start` starts it, on an empty data folder. */
export type OwnSite = {
  baseURL: string;
  dataDir: string;
  /** Runs a script of `ops/` beside it, as npm would. Rejects with its output when it fails. */
  run: (script: string, ...words: string[]) => Promise<string>;
  /** Ends its PostgreSQL as `kill -9` does. */
  killDatabase: () => Promise<void>;
  /** Ends the server by a signal, and gives its exit code. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** All that the server has printed so far, on both outputs. */
  printed: () => string;
  /** Starts the server again on the same folder. */
  start: (variables?: Readonly<Record<string, string>>) => Promise<void>;
};

const loader = ["--import", "./ops/generate.ts"];

/** Starts a site on a port and in a folder of its own. Stop it after the test. */
export async function startOwnSite(): Promise<OwnSite> {
  const dataDir = await makeTemporaryFolder();
  const port = await freePort(undefined);
  const variables = {
    NODE_ENV: "production",
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: "",
    PUBLIC_DATABASE_URL: "",
    EDITOR_DATABASE_URL: "",
    SITE_URL: "",
  };
  let server: ChildProcess;
  let printed = "";
  const site: OwnSite = {
    baseURL: `http://127.0.0.1:${port}`,
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
    async killDatabase() {
      const [pid] = (await readFile(join(await postgresFolder(dataDir), "postmaster.pid"), "utf8")).split(
        "\n",
      );
      process.kill(Number(pid), "SIGKILL");
    },
    async stop(signal = "SIGTERM") {
      if (server.exitCode !== null) return server.exitCode;
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
          if (line.startsWith("Ready")) resolve();
        });
        started.once("exit", () => reject(new Error("the site ended before it was ready")));
      });
    },
  };
  await site.start();
  return site;
}

async function postgresFolder(dataDir: string): Promise<string> {
  return join(dataDir, "postgres");
}
