import { z } from "zod";
import { CaseFile, schemaVersion } from "#domain/case-file/case-file.ts";

/** Turns a file of one schema version into one of the next, `schemaVersion` included. Pure. */
export type Upgrader = (file: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** The upgraders, each under the version that it reads. Each has a fixture of a real old file beside its test. */
const upgraders: ReadonlyMap<number, Upgrader> = new Map();

const Versioned = z.looseObject({ schemaVersion: z.int() });

/**
 * Reads a file of any schema version as today's. Throws a RangeError for a version that is newer than
 * this code or that no upgrader reads, and a ZodError for a file that its schema does not accept.
 */
export function readCaseFile(json: unknown, chain: ReadonlyMap<number, Upgrader> = upgraders): CaseFile {
  let file = Versioned.parse(json);
  while (file.schemaVersion !== schemaVersion) {
    const version = file.schemaVersion;
    if (version > schemaVersion) {
      throw new RangeError(
        `the file has schema version ${version}, newer than ${schemaVersion}, the newest that this code reads`,
      );
    }
    const upgrade = chain.get(version);
    if (upgrade === undefined) throw new RangeError(`nothing reads schema version ${version}`);
    file = Versioned.parse(upgrade(file));
    if (file.schemaVersion !== version + 1) {
      throw new RangeError(`the upgrader of version ${version} made version ${file.schemaVersion}`);
    }
  }
  return CaseFile.parse(file);
}
