import { readFileSync } from "node:fs";
import { z } from "zod";

/** The fields of a form, in their order. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** A request that calls a server action. */
export type ActionCall = { headers: Record<string, string>; body: string };

const boundary = "----WebKitFormBoundaryabcDEF0123456789";

/** The type and the body of a form, written as browsers write it. */
export function multipart(fields: Fields, line = boundary): ActionCall {
  const parts = fields.map(
    ([name, value]) =>
      `--${line}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value.replace(/\r?\n/g, "\r\n")}\r\n`,
  );
  return {
    headers: { "content-type": `multipart/form-data; boundary=${line}` },
    body: `${parts.join("")}--${line}--\r\n`,
  };
}

/** The fields with which a page without scripts says which action its form calls. */
export function hiddenFields(id: string, state: string): Fields {
  return [
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", `{"id":"${id}","bound":"$@1"}`],
    ["$ACTION_1:1", `[${state}]`],
    ["$ACTION_KEY", "k612aef20a8da7e4afff051d5b55a72f9"],
  ];
}

/** The fields that React makes of a form, and of the state before it. */
export function reactFields(fields: Fields, state: string): Fields {
  return [...fields.map(([name, value]) => [`_1_${name}`, value] as const), ["0", `[${state},"$K1"]`]];
}

const idleState = '{"outcome":"idle","problems":[],"typed":[]}';

/** A form that a browser sends without scripts. */
export function plainCall(id: string, fields: Fields, state = idleState): ActionCall {
  return multipart([...hiddenFields(id, state), ...fields]);
}

/** The same form, sent by React. */
export function reactCall(id: string, fields: Fields, state = idleState): ActionCall {
  const { headers, body } = multipart(reactFields(fields, state));
  return { headers: { ...headers, "next-action": id, accept: "text/x-component" }, body };
}

/** A server action of the build: by what id and on which page it is called, and what it is called in the source. */
export type BuiltAction = { id: string; name: string; file: string; page: string };

// What Next 16.4.6 writes into `.next/server/server-reference-manifest.json`, for each runtime: the id (in the header
// Next-Action and in plain forms; another at each build), the file and the export that it stands for, and the pages
// whose bundles have it. A page without it answers 400. An inline action has an exported name of Next's own making.
const Manifest = z.object({
  node: z.record(
    z.string().regex(/^[0-9a-f]{42}$/),
    z.object({
      filename: z.string(),
      exportedName: z.string(),
      workers: z.record(z.templateLiteral(["app/", z.string(), "/page"]), z.unknown()),
    }),
  ),
  edge: z.record(z.string(), z.never()),
});

/** All server actions of the build, whatever is known of them elsewhere. */
export function actionsOfBuild(): BuiltAction[] {
  const { node } = Manifest.parse(readJson(".next/server/server-reference-manifest.json"));
  return Object.entries(node).map(([id, { exportedName, filename, workers }]) => {
    const [page] = Object.keys(workers);
    if (page === undefined) throw new Error(`no page has ${exportedName}`);
    return { id, name: exportedName, file: filename, page: page.slice("app".length, -"/page".length) };
  });
}

/** The patterns of all pages below the editors' address, as `/[locale]/editor/drafts/[draft]`. */
export function editorsPages(): string[] {
  const paths = z.record(z.string(), z.string()).parse(readJson(".next/server/app-paths-manifest.json"));
  return Object.keys(paths).flatMap((path) =>
    path.startsWith("/[locale]/editor/") ? [path.slice(0, -"/page".length)] : [],
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
