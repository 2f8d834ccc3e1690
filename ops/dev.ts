import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { env } from "#env.ts";
import { root } from "./build.ts";
import { bringUpDatabase, databasePlace, joinDatabase } from "./database.ts";
import { keepAdministrator } from "./first-administrator.ts";
import { holdFolder } from "./folder-lock.ts";
import { asOwner } from "./owner.ts";
import { endGroup } from "./program.ts";
import { Failure, run, step } from "./report.ts";
import { fillRegistry } from "./seed.ts";
import { atShutdown, shutDown, shutDownOnSignals } from "./shutdown.ts";

// npm run dev: Next's own server, with pages made anew at each request. No edition, no front, and its scripts stay.

process.umask(0o022);
shutDownOnSignals(0);
await run(async () => {
  try {
    await develop();
  } finally {
    await shutDown();
  }
});

async function develop(): Promise<void> {
  const place = databasePlace();
  const database = await step("Database", async () => {
    const taken = await holdFolder(place.dataDir, "npm run dev");
    if (!("release" in taken)) return joinDatabase(place);
    atShutdown(taken.release);
    const starting = bringUpDatabase(place);
    atShutdown(async () => (await starting).stop());
    return starting;
  });
  if (database === undefined) {
    throw new Failure("The data folder is in use, and its database isn't up.", "Try again in a moment.");
  }
  await step("Records", () => asOwner(database.url, fillRegistry));
  await step("Accounts", () => asOwner(database.url, keepAdministrator));

  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const server = spawn(
    process.execPath,
    [next, "dev", "--hostname", "127.0.0.1", "--port", String(env.port)],
    {
      cwd: root,
      env: env.forChild({ NEXT_TELEMETRY_DISABLED: "1" }),
      stdio: "inherit",
      detached: true,
    },
  );
  const ended = new Promise<void>((resolve) => server.once("close", () => resolve()));
  atShutdown(() => {
    endGroup(server);
    return ended;
  });
  await ended;
}
