import type { Address } from "#domain/addresses.ts";
import { Language } from "#domain/languages.ts";

/** What a path asks for, before anybody has looked whether it is there. */
export type Asked =
  | AskedPage
  /** A page of the editors' side, which may be there or not: Next knows. */
  | { kind: "editor"; language: Language }
  | { kind: "file"; immutable: boolean }
  /** Written in another way than the address that we use. */
  | { kind: "elsewhere"; path: string }
  | { kind: "unknown" };

/** A public page, which may be there or not. */
export type AskedPage = { kind: "page"; language: Language; address: Address };

/** More than any address has, and no more than a file system lets a name have. */
const longest = 200;

const page = /^\/(be|ru|en)((?:\/[a-z0-9]+(?:[-.][a-z0-9]+)*)*)$/;
/** No dot: what Next makes of a page under another name (`.rsc`, `.txt`) is no address. */
const editorPage = /^\/(be|ru|en)\/editor(?:\/[A-Za-z0-9_-]+)*$/;
const immutableFile =
  /^\/_next\/static(?:\/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)+\.(?:css|js|woff2?|svg|png|jpe?g|webp|avif)$/;
const rootFile = /^\/[a-z0-9-]+\.(?:txt|xml|svg|png|ico|webmanifest)$/;

/** What the path of a request asks for. Only plain paths name files, so that none can lead out of the edition. */
export function readPath(path: string): Asked {
  if (path.length > longest) return { kind: "unknown" };
  const editors = editorPage.exec(path)?.[1];
  if (editors !== undefined) return { kind: "editor", language: Language.parse(editors) };
  const [, language, address] = page.exec(path) ?? [];
  if (language !== undefined && !path.endsWith("/index.html")) {
    return { kind: "page", language: Language.parse(language), address: address ? asAddress(address) : "/" };
  }
  if (immutableFile.test(path)) return { kind: "file", immutable: true };
  if (rootFile.test(path)) return { kind: "file", immutable: false };
  const plain = plainPath(path);
  return plain === undefined || plain === path ? { kind: "unknown" } : { kind: "elsewhere", path: plain };
}

/** The language that a path begins with, in whatever way it is written. */
export function languageOf(path: string): Language | undefined {
  const language = /^\/+([a-z]{2})(?:\/|$)/i.exec(path)?.[1]?.toLowerCase();
  return Language.safeParse(language).data;
}

/** The address that a carelessly written path means; undefined when it means none. */
function plainPath(path: string): string | undefined {
  const decoded = path.replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : whole;
  });
  const segments = decoded.split("/").filter((segment) => segment !== "");
  if (segments.at(-1) === "index.html") segments.pop();
  const [first = "", ...rest] = segments;
  const plain = `/${[Language.safeParse(first.toLowerCase()).data ?? first, ...rest].join("/")}`;
  const known = [page, editorPage, rootFile, immutableFile];
  return plain === "/" || known.some((it) => it.test(plain)) ? plain : undefined;
}

function asAddress(path: string): Address {
  return `/${path.slice(1)}`;
}
