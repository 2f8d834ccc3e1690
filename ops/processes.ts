import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** Resolves when a child has ended. */
export async function childEnd(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise<void>((resolve) => child.once("exit", () => resolve()));
}

/** Resolves when a process has ended that is not our child. `holdsUs`: whether the waiting keeps us alive. */
export async function processEnd(pid: number, holdsUs: boolean): Promise<void> {
  while (isAlive(pid)) await wait(100, undefined, { ref: holdsUs });
}

/** Whether a process of this number runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that has ended but that nobody has waited for yet, as in a container without an init, is a zombie.
    return !/^\d+ \(.*\) Z/s.test(readOrNothing(`/proc/${pid}/stat`));
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Sends a signal to a process, if it is there. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    if (pid > 0) process.kill(pid, name);
  } catch {
    // It has gone already.
  }
}
