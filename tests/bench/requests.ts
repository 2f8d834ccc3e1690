import { spawnSync } from "node:child_process";
import { Agent, get } from "node:http";

/** How a server did in one round: answers a second, and the time within which 99 of 100 came, in milliseconds. */
export type Round = { perSecond: number; p99: number };

const connections = 32;

/** The program that asks: wrk where it is installed, else a loader of our own, which is slower than nginx is. */
export function loaderName(): "wrk" | "own loader" {
  return spawnSync("which", ["wrk"]).status === 0 ? "wrk" : "own loader";
}

/** Asks one address of this machine over 32 connections for so many seconds. */
export async function askForSeconds(port: number, path: string, seconds: number): Promise<Round> {
  return loaderName() === "wrk" ? askByWrk(port, path, seconds) : askByNode(port, path, seconds);
}

function askByWrk(port: number, path: string, seconds: number): Round {
  const headers = ["-H", "Accept-Encoding: gzip"];
  const limits = ["-t1", `-c${connections}`, `-d${seconds}s`, "--latency"];
  const { stdout } = spawnSync("wrk", [...limits, ...headers, `http://127.0.0.1:${port}${path}`], {
    encoding: "utf8",
  });
  const [, perSecond] = /Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? [];
  const [, p99, unit = "ms"] = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout) ?? [];
  if (perSecond === undefined || /Non-2xx|Socket errors/.test(stdout)) throw new Error(stdout);
  return {
    perSecond: Number(perSecond),
    p99: Number(p99) * (unit === "us" ? 0.001 : unit === "s" ? 1000 : 1),
  };
}

async function askByNode(port: number, path: string, seconds: number): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = { "accept-encoding": "gzip" };
  const until = performance.now() + seconds * 1000;
  const times: number[] = [];
  const askOnce = () =>
    new Promise<void>((resolve, reject) => {
      const begun = performance.now();
      get({ host: "127.0.0.1", port, path, headers, agent }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}`));
        answer.resume().once("end", () => {
          times.push(performance.now() - begun);
          resolve();
        });
      }).once("error", reject);
    });
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) await askOnce();
    }),
  );
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}
