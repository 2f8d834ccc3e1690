import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { publish } from "#data/commands/publish.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry } from "#db/registry.ts";
import { Article, Facility, Figure } from "#domain/reference.ts";
import { counter, Failure, say, wordsOf } from "./report.ts";

const prismaFolder = join(import.meta.dirname, "../prisma");

/** Who publishes the first records. */
const actor = "first records";
/** What the audit says when all of them are in. */
const complete = "first-records-complete";

/** Loads the facilities, articles and figures as the files have them now; what stands there already is renewed. */
export async function loadReference(registry: Registry): Promise<void> {
  const [facilities, articles, figures] = await Promise.all([
    read("reference/facilities.json", z.array(Facility)),
    read("reference/articles.json", z.array(Article)),
    read("reference/figures.json", z.array(Figure)),
  ]);
  const load = inTransaction(registry, async (tx) => {
    for (const { code, type, number, ...details } of facilities) {
      const row = { type, number, details };
      await tx.facility.upsert({ where: { code }, create: { code, ...row }, update: row });
    }
    // Positions are unique, so those of before are first moved out of the way.
    await tx.$executeRaw`update article set position = -1 - position`;
    for (const [position, { code, law, group, ...details }] of articles.entries()) {
      const row = { position, law, group, details };
      await tx.article.upsert({ where: { code }, create: { code, ...row }, update: row });
    }
    await tx.$executeRaw`update figure set position = -1 - position`;
    for (const [position, { id, value, headline, ...details }] of figures.entries()) {
      const row = { position, value, headline, details };
      await tx.figure.upsert({ where: { id }, create: { id, ...row }, update: row });
    }
    await tx.figure.deleteMany({ where: { position: { lt: 0 } } });
    await tx.article.deleteMany({ where: { position: { lt: 0 } } });
    await tx.facility.deleteMany({ where: { code: { notIn: facilities.map((it) => it.code) } } });
  });
  await load.catch((cause: unknown) => {
    throw new Failure(
      `The reference data could not be loaded: ${wordsOf(cause)}`,
      "An article or a facility that a record names cannot be taken out of prisma/reference.",
      { cause },
    );
  });
}

/** Publishes the first records into a registry that holds nothing else; goes on where it was cut off. */
export async function publishFirstRecords(registry: Registry): Promise<void> {
  const strangers = await registry.auditEntry.count({
    where: { OR: [{ actor: { not: actor } }, { action: complete }] },
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
