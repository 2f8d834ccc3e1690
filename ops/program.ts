import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

type Options = Pick<SpawnOptions, "cwd" | "env" | "uid" | "gid"> & {
  /** Text for its standard input. */
  input?: string;
  /** Is told the program's process id, which is its group's, too. */
  onStart?: (pid: number) => Promise<void>;
  /** Ends the program, and all that it has started, when it fires. */
  signal?: AbortSignal;
};

/** Runs a program to its end and gives what it printed. If it fails, all that it said is the error's message. */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: Options = {},
): Promise<string> {
  const { input = "", signal, onStart, ...spawnOptions } = options;
  return new Promise((resolve, reject) => {
    // A group of its own: so that it can be ended with its children, and so that Ctrl-C reaches us first.
    const child = spawn(program, args, { ...spawnOptions, stdio: "pipe", detached: true });
    let output = "";
    let everything = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      everything += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      everything += chunk.toString();
    });
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    const abort = () => endGroup(child);
    signal?.addEventListener("abort", abort, { once: true });
    child.once("error", reject);
    if (child.pid !== undefined) onStart?.(child.pid).catch(reject);
    child.once("close", (code, by) => {
      signal?.removeEventListener("abort", abort);
      if (code === 0) resolve(output.trim());
      else reject(new Error(everything.trim() || `${program} ended with ${by ?? `code ${code}`}`));
    });
  });
}

/** Ends a program that leads a group of its own, with all in the group. */
export function endGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
  } catch {
    // It has ended already.
  }
}
