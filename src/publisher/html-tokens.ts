/** A page that may not be shown as it is; the message says why. */
export class UnsafePage extends Error {
  override name = "UnsafePage";
}

export type Token =
  | { kind: "doctype" | "text"; text: string }
  | { kind: "start"; name: string; attributes: string; selfClosing: boolean }
  | { kind: "end"; name: string }
  | { kind: "script"; attributes: string; content: string }
  | { kind: "marker" };

/** A start tag, its attributes' names in lower case outside of SVG, their values as they were written. */
export type Tag = { name: string; attributes: ReadonlyMap<string, string> };

// React writes a small part of HTML: every value in double quotes, `<` and `>` always escaped. Only that part is
// taken, so that no browser can read another page out of it than the checks do; all the rest is refused.
const grammar =
  /(?<doctype><!DOCTYPE html>)|<!--(?<marker>[^<>]*?)-->|<\/(?<end>[a-zA-Z][a-zA-Z0-9]*)>|<(?<start>[a-zA-Z][a-zA-Z0-9-]*)(?<attributes>(?:\s+[a-zA-Z][\w:.-]*(?:="[^"<>]*")?)*)\s*(?<slash>\/?)>|(?<text>[^<]+)/y;

const attributeGrammar = /([a-zA-Z][\w:.-]*)(?:="([^"]*)")?/g;

/** Markers of finished content. The others (`$?`, `$!`, `$~`) stand where a script would put content later. */
const finishedMarkers = new Set(["$", "/$", "&", "/&", " "]);

/** The tokens of a page as React writes it. Throws `UnsafePage` at anything else. */
export function* tokensOf(html: string): Generator<Token> {
  let at = 0;
  while (at < html.length) {
    grammar.lastIndex = at;
    const groups = grammar.exec(html)?.groups;
    if (groups === undefined) throw new UnsafePage(`markup that React does not write: ${excerpt(html, at)}`);
    at = grammar.lastIndex;
    const { doctype, marker, end, start, attributes = "", slash, text } = groups;
    if (start !== undefined && start.toLowerCase() === "script") {
      const close = html.indexOf("</script>", at);
      if (close === -1) throw new UnsafePage("a script without an end");
      yield { kind: "script", attributes, content: html.slice(at, close) };
      at = close + "</script>".length;
    } else if (start !== undefined) {
      yield { kind: "start", name: start, attributes, selfClosing: slash === "/" };
    } else if (end !== undefined) yield { kind: "end", name: end };
    else if (text !== undefined) yield { kind: "text", text };
    else if (doctype !== undefined) yield { kind: "doctype", text: doctype };
    else if (marker !== undefined && finishedMarkers.has(marker)) yield { kind: "marker" };
    else throw new UnsafePage(`content that waits for a script: <!--${marker}-->`);
  }
}

/** A start tag with its attributes. Throws `UnsafePage` when one is given twice. */
export function parseTag(name: string, text: string, foreign: boolean): Tag {
  const attributes = new Map<string, string>();
  for (const [, written = "", value = ""] of text.matchAll(attributeGrammar)) {
    const attribute = foreign ? written : written.toLowerCase();
    if (attributes.has(attribute)) throw new UnsafePage(`${attribute} twice in <${name}>`);
    attributes.set(attribute, value);
  }
  return { name, attributes };
}

/** True for JSON in which no markup can hide. */
export function isJson(text: string): boolean {
  if (text.includes("<")) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function excerpt(html: string, at: number): string {
  return JSON.stringify(html.slice(at, at + 60));
}
