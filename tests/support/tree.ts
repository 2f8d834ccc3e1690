import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Everything in a folder by its path: files by their bytes (Base64), folders by that word. */
export function treeOf(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .sort()
      .map((path) => {
        const full = join(folder, path);
        return [path, statSync(full).isFile() ? readFileSync(full).toString("base64") : "folder"];
      }),
  );
}

/** Paths that are in one of two trees only, or not the same in both. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));
}
