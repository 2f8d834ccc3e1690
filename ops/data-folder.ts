import { holdFolder } from "./folder-lock.ts";
import { Failure } from "./report.ts";
import { atShutdown } from "./shutdown.ts";

/** Takes the data folder for `command` until this process ends. Throws `Failure` with the advice where another has it. */
export async function takeDataFolder(dataDir: string, command: string, advice: string): Promise<void> {
  const taken = await holdFolder(dataDir, command);
  if ("release" in taken) return atShutdown(taken.release);
  const { holder } = taken;
  throw new Failure(
    `The data folder ${dataDir} is in use by "${holder.command}" (process ${holder.pid}).`,
    advice,
  );
}
