import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "../../ops/port.ts";
import { ask } from "./ask.ts";

export type Nginx = {
  port: number;
  /** The files that it has open for what passes through it; their names are gone from the disk by then. */
  openFiles: () => Promise<string[]>;
  /** All that it has written anywhere. */
  written: () => Promise<string>;
  stop: () => Promise<void>;
};

/** Where nginx is on this machine; undefined where it isn't. */
export function findNginx(): string | undefined {
  const onPath = spawnSync("which", ["nginx"], { encoding: "utf8" }).stdout.trim();
  return [onPath, "/usr/sbin/nginx"].find((path) => path !== "" && existsSync(path));
}

/** Starts nginx with the project's configuration on an edition, on this machine only. */
export async function startNginx(program: string, edition: string, frontPort: number): Promise<Nginx> {
  const prefix = await mkdtemp(join(tmpdir(), "kartateka-nginx-"));
  const port = await freePort(undefined);
  const site = (await readFile("ops/nginx/kartateka.conf", "utf8"))
    .replace("root @EDITION@", `root ${edition}`)
    .replace("listen @LISTEN@", `listen 127.0.0.1:${port}`)
    .replace("server @FRONT@", `server 127.0.0.1:${frontPort}`);
  await writeFile(join(prefix, "kartateka.conf"), site);
  await writeFile(join(prefix, "nginx.conf"), aroundSite(prefix));
  const child = spawn(
    program,
    ["-p", prefix, "-c", join(prefix, "nginx.conf"), "-e", join(prefix, "error.log")],
    {
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) throw new Error(`nginx did not start: ${complaint}`);
    const answers = await ask(port, "/robots.txt").catch(() => undefined);
    if (answers !== undefined) {
      return {
        port,
        openFiles: () => openFiles(child, prefix),
        written: () => written(prefix),
        stop: () => stop(child, prefix),
      };
    }
    await wait(50);
  }
  await stop(child, prefix);
  throw new Error(`nginx does not answer: ${complaint}`);
}

/**
 * One process in the foreground that writes nowhere but below its prefix, and whose own logs the site has to turn off.
 * As root its worker stays root, to read there.
 */
function aroundSite(prefix: string): string {
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return `daemon off; master_process on; worker_processes 1; pid ${prefix}/nginx.pid;
${process.getuid?.() === 0 ? "user root;" : ""}
events { worker_connections 512; }
http {
  access_log ${prefix}/access.log;
  error_log ${prefix}/site-error.log info;
  ${paths.map((it) => `${it}_temp_path ${prefix}/${it};`).join(" ")}
  include ${prefix}/kartateka.conf;
}
`;
}

async function openFiles({ pid }: ChildProcess, prefix: string): Promise<string[]> {
  const worker = (await readFile(`/proc/${pid}/task/${pid}/children`, "utf8")).trim();
  const handles = await readdir(`/proc/${worker}/fd`);
  const files = await Promise.all(handles.map((it) => readlink(`/proc/${worker}/fd/${it}`).catch(() => "")));
  return files.filter(
    (it) => it.startsWith(join(prefix, "client_body")) || it.startsWith(join(prefix, "proxy")),
  );
}

async function written(prefix: string): Promise<string> {
  const files = await readdir(prefix, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((it) => it.isFile() && !it.name.endsWith(".conf"))
    .map((it) => readFile(join(it.parentPath, it.name), "utf8"));
  return (await Promise.all(texts)).join("");
}

async function stop(child: ChildProcess, prefix: string): Promise<void> {
  if (child.exitCode === null) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }
  await rm(prefix, { recursive: true, force: true });
}
