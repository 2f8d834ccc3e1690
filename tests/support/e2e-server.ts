import { rm } from "node:fs/promises";
import { env } from "#env.ts";
import { makeFolder } from "../../ops/files.ts";
import { atShutdown } from "../../ops/shutdown.ts";
import { e2eDataDir } from "./e2e-data-dir.ts";

// The site as a reader meets it, for Playwright: `npm start` on an empty data folder of its own.

const dataDir = e2eDataDir(env.port);
await rm(dataDir, { recursive: true, force: true });
await makeFolder(dataDir);
env.set("DATA_DIR", dataDir);
atShutdown(() => rm(dataDir, { recursive: true, force: true }));
await import("../../ops/start.ts");
