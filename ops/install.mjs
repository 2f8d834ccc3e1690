// Runs before the installation, on whatever Node the machine has: nothing but Node's built-ins here, and no TypeScript.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

checkNode();
if (!isInstalled()) install();

/** Where the lockfile brings a Node of its own, any that can run npm will do for this step. */
function bringsNode() {
  return process.platform === "linux" && process.arch === "x64";
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major >= 24 || (bringsNode() && (major > 20 || (major === 20 && minor >= 19)))) return;
  const needed = bringsNode() ? "20.19" : "24";
  fail(
    `Node ${process.versions.node} is too old for Kartateka.`,
    `Install Node ${needed} or newer: https://nodejs.org/en/download`,
  );
}

/** npm keeps the packages that it has installed in a file of its own; each must be as the lockfile says. */
function isInstalled() {
  const wanted = packagesIn(join(root, "package-lock.json"));
  const installed = packagesIn(join(root, "node_modules/.package-lock.json"));
  if (wanted === undefined || installed === undefined) return false;
  if (bringsNode() && !existsSync(join(root, "node_modules/.bin/node"))) return false;
  return Object.entries(wanted).every(([path, wantedPackage]) => {
    if (path === "") return true;
    const installedPackage = installed[path];
    // Packages for other platforms are left out.
    if (installedPackage === undefined)
      return wantedPackage.optional === true || wantedPackage.devOptional === true;
    return (
      installedPackage.version === wantedPackage.version &&
      installedPackage.integrity === wantedPackage.integrity
    );
  });
}

function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return undefined;
  }
}

function install() {
  console.log("Installing packages (npm ci; once, and after changes)");
  // npm tells its scripts which npm runs them; a machine may have several.
  const npm = process.env.npm_execpath;
  const args = ["ci", "--no-audit", "--no-fund", "--include=dev", "--include=optional", "--loglevel=error"];
  const { status, error } =
    npm === undefined
      ? spawnSync("npm", args, { cwd: root, stdio: "inherit" })
      : spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: "inherit" });
  if (status === 0) return;
  fail(
    `npm ci failed${error ? `: ${error.message}` : ""}; what it says stands above.`,
    "It needs the npm registry (npm config get registry). If node_modules is broken, delete the folder and try again.",
  );
}

function fail(what, advice) {
  console.error(`\nFailed: ${what}\n${advice}`);
  process.exit(1);
}
