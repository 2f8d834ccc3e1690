import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { loadReference } from "#data/commands/load-reference.ts";
import { publish } from "#data/commands/publish.ts";
import { rebuild, rulesOfLastRebuild } from "#data/commands/rebuild.ts";
import type { Registry } from "#db/registry.ts";
import { Article, Facility, Figure } from "#domain/reference.ts";
import { hashOf } from "./build.ts";
import { counter, Failure, say, wordsOf } from "./report.ts";

const prismaFolder = join(import.meta.dirname, "../prisma");

/** Who publishes the first records. */
const actor = "first records";
/** What the audit says when all of them are in. */
const complete = "first-records-complete";

/**
 * Brings facilities, articles and figures to what the files say now, and publishes the first records if need be. For the
 * registry as its owner has it.
 */
export async function fillRegistry(registry: Registry): Promise<void> {
  const [facilities, articles, figures] = await Promise.all([
    read("reference/facilities.json", z.array(Facility)),
    read("reference/articles.json", z.array(Article)),
    read("reference/figures.json", z.array(Figure)),
  ]);
  await loadReference(registry, { facilities, articles, figures });
  await keepPublicTables(registry);
  await publishFirstRecords(registry);
}

/** Makes the public tables afresh when the rules by which they are made have changed since. */
async function keepPublicTables(registry: Registry): Promise<void> {
  const rules = await publicRules();
  if ((await rulesOfLastRebuild(registry)) === rules) return;
  await rebuild(registry, {
    actor: "new rules of disclosure or projection",
    rules,
    onPerson: counter("records"),
  });
}

/** Stands for the code that makes public rows, and the names that editors search, out of versions. */
export function publicRules(): Promise<string> {
  const commands = ["person", "person-names", "prose", "public-form"].map(
    (name) => `src/data/commands/${name}.ts`,
  );
  return hashOf(["src/domain", ...commands]);
}

// Into a registry that holds nobody else only; goes on where it was cut off.
async function publishFirstRecords(registry: Registry): Promise<void> {
  const strangers = await registry.auditEntry.count({
    where: { OR: [{ actor: { not: actor }, personId: { not: null } }, { action: complete }] },
  });
  if (strangers > 0) return;
  const published = await registry.person.count({ where: { state: { not: null } } });
  const names = (await readdir(join(prismaFolder, "cases"))).filter((name) => name.endsWith(".json")).sort();
  const tell = counter("records");
  for (const [index, name] of names.entries()) {
    // Each is one transaction and they are taken in order: as many as there are persons are in.
    if (index < published) continue;
    const file = await read(`cases/${name}`, z.unknown());
    try {
      await publish(registry, { file, baseVersion: 0, actor });
    } catch (cause) {
      throw new Failure(
        `prisma/cases/${name} was refused: ${wordsOf(cause)}`,
        "Correct the file and start again.",
        {
          cause,
        },
      );
    }
    tell(index + 1, names.length);
  }
  await registry.auditEntry.create({ data: { actor, action: complete, details: { records: names.length } } });
  say(`The registry holds ${names.length} records`);
}

async function read<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T>> {
  const text = await readFile(join(prismaFolder, path), "utf8");
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    throw new Error(z.prettifyError(parsed.error));
  } catch (cause) {
    throw new Failure(
      `prisma/${path} is not as it has to be: ${wordsOf(cause)}`,
      "Correct the file and start again.",
      {
        cause,
      },
    );
  }
}
