import { rm } from "node:fs/promises";
import { env } from "#env.ts";
import { makeTemporaryFolder } from "../../ops/files.ts";
import { atShutdown } from "../../ops/shutdown.ts";

// The site as a reader meets it, for Playwright: `npm start` on an empty data folder of its own.

const dataDir = await makeTemporaryFolder();
env.set("DATA_DIR", dataDir);
atShutdown(() => rm(dataDir, { recursive: true, force: true }));
await import("../../ops/start.ts");
