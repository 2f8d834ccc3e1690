import { chown, lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { env } from "#env.ts";
import { runProgram } from "./program.ts";
import { Failure, say, wordsOf } from "./report.ts";

// PostgreSQL refuses to be root. When we are, it runs as a user of its own, who has to be able to get to its files.

export const osUserName = "postgres";

/** The user of the operating system that PostgreSQL's programs run as; undefined for our own. */
export type OsUser = { uid: number; gid: number } | undefined;

/** The user to run the server as: our own when we are not root; as root one that is made if needed. */
export async function osUser(): Promise<OsUser> {
  if (process.getuid?.() !== 0) return undefined;
  const found = await lookUpUser();
  if (found !== undefined) return found;
  say(`Making the user "${osUserName}", because PostgreSQL refuses to run as root`);
  try {
    await runProgram("useradd", ["--system", "--user-group", "--no-create-home", osUserName], as(undefined));
  } catch (cause) {
    throw new Failure(
      `PostgreSQL refuses to run as root, and the user "${osUserName}" could not be made: ${wordsOf(cause)}`,
      `Make it (useradd --system ${osUserName}), or start as a user other than root, or set DATABASE_URL.`,
      { cause },
    );
  }
  const made = await lookUpUser();
  if (made === undefined)
    throw new Failure(`The user "${osUserName}" was not made.`, "Start as a user other than root.");
  return made;
}

async function lookUpUser(): Promise<OsUser> {
  try {
    const [uid, gid] = await Promise.all(
      ["-u", "-g"].map(async (flag) => Number(await runProgram("id", [flag, osUserName], as(undefined)))),
    );
    return uid === undefined || gid === undefined ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

/** Whether the user can get into a folder, through all those above it. */
export async function canEnter(folder: string, user: OsUser): Promise<boolean> {
  if (user === undefined) return true;
  const asked = runProgram("/bin/sh", ["-c", 'test -x "$1" && ls "$1" >/dev/null', "sh", folder], as(user));
  return asked.then(
    () => true,
    () => false,
  );
}

/** Gives a folder and all in it to the OS user; after a move to another machine its number may differ. */
export async function giveTo(path: string, user: OsUser): Promise<void> {
  if (user === undefined) return;
  const now = await lstat(path);
  if (now.uid === user.uid && now.gid === user.gid) return;
  if (now.isDirectory()) for (const name of await readdir(path)) await giveTo(join(path, name), user);
  await chown(path, user.uid, user.gid);
}

/** How to run one of PostgreSQL's programs as the user. */
export function as(user: OsUser) {
  return { ...user, cwd: "/", env: plainEnvironment() };
}

/** English messages, which we read, and none of the PG… variables that libpq and the server obey. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const all = env.forChild({ LC_ALL: "C", TZ: "UTC" });
  for (const name of Object.keys(all)) if (name.startsWith("PG")) delete all[name];
  return all;
}
