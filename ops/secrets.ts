import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { makeFolder, writeWhole } from "./files.ts";
import { Failure } from "./report.ts";

const Secrets = z.strictObject({
  /** Password of the owner of the embedded database. */
  ownerPassword: z.string(),
  /** Password of the role that public code connects as. */
  publicPassword: z.string(),
  /** Password of the role that commands and editors' pages connect as. */
  editorPassword: z.string().default(password),
  /** What sessions' cookies are signed with. */
  authSecret: z.string().default(password),
  /** Port of the embedded server; kept so that a bookmark of a database tool stays good. */
  port: z.int().optional(),
  /** Where the embedded server's files are when they cannot be in the data folder. */
  postgresFolder: z.string().optional(),
});
export type Secrets = z.infer<typeof Secrets>;

/** The data folder's passwords and what has to be remembered with them; made at the first call. */
export async function readSecrets(dataDir: string): Promise<Secrets> {
  const path = fileIn(dataDir);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) {
    const secrets = Secrets.parse({ ownerPassword: password(), publicPassword: password() });
    await writeSecrets(dataDir, secrets);
    return secrets;
  }
  const secrets = parsed(text, path);
  // A folder from before a role was there lacks its password.
  if (JSON.stringify(secrets) !== JSON.stringify(JSON.parse(text))) await writeSecrets(dataDir, secrets);
  return secrets;
}

function parsed(text: string, path: string): Secrets {
  try {
    return Secrets.parse(JSON.parse(text));
  } catch (cause) {
    throw new Failure(
      `${path} cannot be read as the passwords of the database.`,
      "Put it back from a backup, or delete it: new passwords are then made.",
      { cause },
    );
  }
}

/** Writes the secrets whole or not at all, readable by their owner alone. */
export async function writeSecrets(dataDir: string, secrets: Secrets): Promise<void> {
  await makeFolder(dataDir);
  await writeWhole(fileIn(dataDir), `${JSON.stringify(secrets, null, 2)}\n`, 0o600);
}

function fileIn(dataDir: string): string {
  return join(dataDir, "secrets.json");
}

function password(): string {
  return randomBytes(24).toString("base64url");
}
