import { type Language, languages } from "#domain/languages.ts";

/** The language that an Accept-Language header asks for most; Belarusian when it names none of ours. */
export function bestLanguage(header: string | undefined): Language {
  const wanted = qualities(header ?? "");
  let best: { language: Language; quality: number } = { language: "be", quality: 0 };
  for (const language of languages) {
    const quality = Math.max(
      ...[...wanted]
        .filter(([range]) => range === language || range.startsWith(`${language}-`))
        .map(([, q]) => q),
      -1,
    );
    const given = quality === -1 ? (wanted.get("*") ?? 0) : quality;
    if (given > best.quality) best = { language, quality: given };
  }
  return best.language;
}

export type Encoding = "br" | "gzip" | "identity";

/** The smallest form of a file that an Accept-Encoding header lets us send. */
export function bestEncoding(header: string | undefined): Encoding {
  if (header === undefined) return "identity";
  const wanted = qualities(header);
  const quality = (it: Encoding) => wanted.get(it) ?? wanted.get("*") ?? (it === "identity" ? 0.001 : 0);
  if (quality("br") > 0 && quality("br") >= quality("gzip")) return "br";
  if (quality("gzip") > 0) return "gzip";
  return "identity";
}

/** True when an If-None-Match header names this entity tag. */
export function matches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch.trim() === "*") return true;
  return ifNoneMatch.split(",").some((it) => it.trim().replace(/^W\//, "") === etag);
}

/** The items of a header with their quality values (RFC 9110, 12.4.2), in lower case. */
function qualities(header: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const item of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = item.split(";").map((it) => it.trim());
    if (name === "") continue;
    const given = parameters.find((it) => it.startsWith("q="))?.slice(2);
    const quality =
      given === undefined ? 1 : /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(given) ? Number(given) : 0;
    found.set(name, quality);
  }
  return found;
}
