import { z } from "zod";
import { publish } from "#data/commands/publish.ts";
import { LocalizedText } from "#domain/localized-text.ts";
import { Actor, PersonNumber, readCommandLine, readJson, text } from "./command-line.ts";
import { Failure, run, say, step } from "./report.ts";
import { makePages, withPublishing } from "./session.ts";

const usage = `Publish a case file:
  npm run publish -- FILE                            a new person, who is given the next number
  npm run publish -- FILE --number N --base VERSION  the next version of a person, made from that VERSION
Also:
  --note FILE      what readers are told of the version: JSON such as { "original": "en", "en": "…" }
  --internal TEXT  what editors are told of it
  --actor NAME     who publishes it (default: the user of this machine)`;

const Publication = z
  .strictObject({
    file: z.string({ error: "FILE is missing." }),
    number: PersonNumber.optional(),
    base: z.coerce.number({ error: "--base has to be a version's number." }).int().positive().optional(),
    note: z.string().optional(),
    internal: z.string().optional(),
    actor: Actor,
  })
  .refine((it) => (it.number === undefined) === (it.base === undefined), {
    error: "--number and --base go together: a correction says which version it was made from.",
  });

await run(async () => {
  const { number, base, note, internal, actor, ...given } = readCommandLine({
    usage,
    words: ["file"],
    options: { number: text, base: text, note: text, internal: text, actor: text },
    schema: Publication,
  });
  const file = await readJson(given.file);
  const publicNote = note === undefined ? undefined : await readNote(note);
  await withPublishing("publish", async (publishing) => {
    await makePages(publishing);
    const published = await step("Publish", () =>
      publishing.publisher.reveal(() =>
        publish(publishing.registry, {
          file,
          baseVersion: base ?? 0,
          actor,
          ...(number !== undefined && { number }),
          ...(publicNote !== undefined && { publicNote }),
          ...(internal !== undefined && { internalNote: internal }),
        }),
      ),
    );
    say(`№ ${published.number}, version ${published.version}, is public at /people/${published.number}`);
  });
});

async function readNote(path: string): Promise<LocalizedText> {
  const note = LocalizedText.safeParse(await readJson(path));
  if (note.success) return note.data;
  throw new Failure(`${path} is no note: ${z.prettifyError(note.error)}`, `\n${usage}`);
}
