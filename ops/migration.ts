import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { root } from "./build.ts";
import { readCommandLine } from "./command-line.ts";
import { makeTemporaryFolder } from "./files.ts";
import { migrationsFolder } from "./migrations.ts";
import { startPostgres } from "./postgres.ts";
import { runProgram } from "./program.ts";
import { Failure, run, say, wordsOf } from "./report.ts";
import { schemaDifference } from "./schema-engine.ts";

const usage = `Write the SQL of a new migration, from the committed prisma/schema.prisma to today's:
  npm run migration -- NAME      such as add_portraits`;

const NewMigration = z.strictObject({
  name: z
    .string({ error: "NAME is missing." })
    .regex(/^[a-z][a-z0-9_]*$/, { error: "NAME has to be small letters, digits and underscores." }),
});

await run(async () => {
  const { name } = readCommandLine({ usage, words: ["name"], options: {}, schema: NewMigration });
  const committed = await runProgram("git", ["show", "HEAD:prisma/schema.prisma"], { cwd: root }).catch(
    (cause) => {
      throw new Failure(
        `git doesn't show the committed schema: ${wordsOf(cause)}`,
        "Run it in a clone of the project.",
      );
    },
  );
  const sql = await differenceTo(committed);
  if (sql === "") {
    throw new Failure(
      "prisma/schema.prisma is the same as in the last commit.",
      "Change the schema first, make the migration, look at its SQL, and commit both together.",
    );
  }
  const folder = join(migrationsFolder, `${await nextNumber()}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, "migration.sql"), sql);
  say(`Written: ${folder}/migration.sql`);
  say(
    "A new table is closed to public code and to commands until a migration grants it; tests say so if it is forgotten.",
  );
});

/** The engine only works with a server behind it, though it asks it nothing: an empty one does. */
async function differenceTo(committed: string): Promise<string> {
  const today = await readFile(join(root, "prisma/schema.prisma"), "utf8");
  const dataDir = await makeTemporaryFolder();
  const server = await startPostgres(dataDir, { fast: true });
  try {
    return await schemaDifference(server.url(), committed, today);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function nextNumber(): Promise<string> {
  const numbers = (await readdir(migrationsFolder)).map((name) => Number.parseInt(name, 10));
  const last = Math.max(0, ...numbers.filter(Number.isInteger));
  return String(last + 1).padStart(14, "0");
}
