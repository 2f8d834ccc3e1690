import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

/** The names of the steps that were taken so far; `take` adds one that is no change of the file system. */
export type Steps = { taken: readonly string[]; take: (name: string) => void };

/**
 * Ends this process by SIGKILL right before its n-th change of the file system, or other step: never, when `at` is 0.
 * Modules that were loaded before this one see it, too.
 */
export function dieAtStep(at: number): Steps {
  const taken: string[] = [];

  function take(name: string): void {
    if (taken.push(name) === at) process.kill(process.pid, "SIGKILL");
  }

  function counted<A extends unknown[], R>(
    name: string,
    work: (...args: A) => Promise<R>,
  ): (...args: A) => Promise<R> {
    return async (...args) => {
      take(name);
      return work(...args);
    };
  }

  const { open, rename, rm, rmdir, mkdir, symlink, writeFile } = fs;
  Object.assign(fs, {
    open: counted("open", open),
    rename: counted("rename", rename),
    rm: counted("rm", rm),
    rmdir: counted("rmdir", rmdir),
    mkdir: counted("mkdir", mkdir),
    symlink: counted("symlink", symlink),
    writeFile: counted("writeFile", writeFile),
  });
  syncBuiltinESMExports();
  return { taken, take };
}
