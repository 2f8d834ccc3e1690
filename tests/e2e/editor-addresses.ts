import { readdirSync } from "node:fs";
import { dirname, join, sep } from "node:path";

const folder = "src/app/[locale]/editor";

/** The addresses of all editors' pages that there are, without a language; what varies in them is filled in. */
export function editorAddresses(values: Readonly<Record<string, string>>): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("page.tsx"))
    .map((file) => join("/editor", dirname(file)).split(sep).join("/").replace(/\/\.$/, ""))
    .map((address) =>
      address.replace(/\[(\w+)\]/g, (_, name: string) => {
        const value = values[name];
        if (value === undefined) throw new Error(`the tests have no value for [${name}] of ${address}`);
        return value;
      }),
    )
    .sort();
}
