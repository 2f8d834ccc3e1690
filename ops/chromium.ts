import { access, constants } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { env } from "#env.ts";
import { runProgram } from "./program.ts";
import { Failure, say, wordsOf } from "./report.ts";

// The shell draws no window that nobody sees: the tests take two thirds of the time.
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/** Without a sandbox it runs as root, and it asks nobody outside for anything. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Path of a browser on this machine: Playwright's own, else one on the PATH. */
export async function findChromium(): Promise<string | undefined> {
  const candidates = [
    chromium.executablePath(),
    ...env.path.flatMap((folder) => names.map((name) => join(folder, name))),
  ];
  for (const candidate of candidates) {
    if (candidate !== "" && (await isExecutable(candidate))) return candidate;
  }
  return undefined;
}

/** Puts a browser on this machine if it has none: Debian's as root, else Playwright's. Throws `Failure`. */
export async function ensureChromium(): Promise<void> {
  const complaints: string[] = [];
  for (const { name, install } of sources) {
    if ((await findChromium()) !== undefined) return;
    say(`No browser yet; trying ${name}`);
    await install().catch((error: unknown) => complaints.push(`${name}: ${lastLines(wordsOf(error))}`));
  }
  if ((await findChromium()) !== undefined) return;
  throw new Failure(
    `The end-to-end tests need Chromium, and it could not be installed.\n${complaints.join("\n")}`,
    "Install chromium or google-chrome so that it is on the PATH, and run npm test again.",
  );
}

const sources = [
  ...["chromium-headless-shell", "chromium"].map((name) => ({
    name: `apt-get install ${name}`,
    install: () => installFromDebian(name),
  })),
  {
    name: "playwright install chromium",
    install: async () => {
      const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
      await runProgram(process.execPath, [cli, "install", "chromium"]);
    },
  },
];

async function installFromDebian(name: string): Promise<void> {
  if (process.getuid?.() !== 0) throw new Error("only root may");
  const quiet = { env: env.forChild({ DEBIAN_FRONTEND: "noninteractive" }) };
  await runProgram("apt-get", ["update"], quiet);
  await runProgram("apt-get", ["install", "-y", "--no-install-recommends", name], quiet);
}

function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function lastLines(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !/^\s+at /.test(line));
  return lines.slice(-2).join("\n");
}
