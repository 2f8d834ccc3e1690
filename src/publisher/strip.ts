import { isJson, parseTag, type Tag, tokensOf, UnsafePage } from "#publisher/html-tokens.ts";
import { refuseUnsafe } from "#publisher/unsafe.ts";

export type StrippedPage = {
  html: string;
  /** Paths on this site of what the page loads: style sheets, icons, images, fonts; in order, each once. */
  resources: string[];
};

/**
 * A page as a reader gets it: without scripts, their preloads and React's markers; the JSON-LD block stays.
 * Throws `UnsafePage` when anything is left that could run, wait for a script, or ask another host.
 */
export function strip(html: string): StrippedPage {
  const written: string[] = [];
  const resources = new Set<string>();
  let foreign = 0;
  for (const token of tokensOf(html)) {
    if (token.kind === "text" || token.kind === "doctype") written.push(token.text);
    else if (token.kind === "end") {
      if (token.name === "svg") foreign--;
      written.push(`</${token.name}>`);
    } else if (token.kind === "start") {
      if (token.name === "svg") foreign++;
      const tag = parseTag(token.name, token.attributes, foreign > 0);
      if (isScriptPreload(tag)) continue;
      for (const path of refuseUnsafe(tag)) resources.add(path);
      written.push(tagText(tag, token.selfClosing && foreign > 0));
    } else if (token.kind === "script" && isJsonLd(token.attributes)) {
      if (!isJson(token.content)) throw new UnsafePage("a JSON-LD block that is not plain JSON");
      written.push(`<script type="application/ld+json">${token.content}</script>`);
    }
  }
  const stripped = withoutMetadataOutlet(written.join(""));
  return { html: stripped, resources: [...resources] };
}

function isJsonLd(attributes: string): boolean {
  return attributes.trim() === 'type="application/ld+json"';
}

function isScriptPreload({ name, attributes }: Tag): boolean {
  if (name !== "link") return false;
  const rel = attributes.get("rel");
  return rel === "modulepreload" || (rel === "preload" && attributes.get("as") === "script");
}

/** Next leaves an empty, hidden element at the body's beginning, where late metadata would come. */
function withoutMetadataOutlet(html: string): string {
  return html.replace(/(<body[^>]*>)<div hidden><\/div>/, "$1");
}

function tagText({ name, attributes }: Tag, selfClosing: boolean): string {
  let text = `<${name}`;
  for (const [attribute, value] of attributes) {
    if (attribute === "data-precedence") continue;
    text +=
      value === "" && attribute !== "alt" && attribute !== "value"
        ? ` ${attribute}`
        : ` ${attribute}="${value}"`;
  }
  return selfClosing ? `${text}/>` : `${text}>`;
}
