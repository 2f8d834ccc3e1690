import { type Tag, UnsafePage } from "#publisher/html-tokens.ts";

/** Elements that run something, hold another page, or are read by other rules than the rest. */
const refusedElements = new Set(
  "animate animatemotion animatetransform applet base embed fencedframe foreignobject frame frameset iframe listing noembed noframes noscript object plaintext portal set style template xmp".split(
    " ",
  ),
);
/** `style` runs nothing, but the page's policy refuses it, so that it would be a page other than the one meant. */
const refusedAttributes = new Set(["http-equiv", "nonce", "ping", "srcdoc", "style"]);
const addressAttributes = new Set(
  "action background cite codebase data formaction href longdesc manifest poster src srcset xlink:href".split(
    " ",
  ),
);
const loadingElements = new Set([
  "audio",
  "feimage",
  "image",
  "img",
  "input",
  "source",
  "track",
  "use",
  "video",
]);
const linksThatLoad = new Set(["apple-touch-icon", "icon", "manifest", "mask-icon", "preload", "stylesheet"]);
const linksThatName = new Set([
  "alternate",
  "author",
  "canonical",
  "help",
  "license",
  "next",
  "prev",
  "search",
]);

/**
 * Refuses a tag that could run something or ask another host (`UnsafePage`).
 * Gives the paths on this site that the tag makes a browser load.
 */
export function refuseUnsafe(tag: Tag): string[] {
  const name = tag.name.toLowerCase();
  if (name === "script" || refusedElements.has(name)) throw new UnsafePage(`<${tag.name}>`);
  if (tag.attributes.get("id") === "__next_error__") throw new UnsafePage("Next's own error page");
  const loaded: string[] = [];
  for (const [written, value] of tag.attributes) {
    const attribute = written.toLowerCase();
    if (attribute.startsWith("on") || refusedAttributes.has(attribute)) {
      throw new UnsafePage(`the attribute ${written} in <${tag.name}>`);
    }
    if (!addressAttributes.has(attribute)) continue;
    const address = addressOf(value, tag, written);
    if (attribute === "action" || attribute === "formaction") refuseElsewhere(address, tag);
    if (loads(name, attribute, tag) && !isInlineImage(name, address)) {
      refuseElsewhere(address, tag);
      if (address.startsWith("/")) loaded.push(address);
    }
  }
  return loaded;
}

const escapes: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/** The address that an attribute holds. Only schemes that open a page or a letter are let through. */
function addressOf(value: string, tag: Tag, attribute: string): string {
  const address = value.replace(/&([^;]*;)?/g, (whole) => {
    const character = escapes[whole.slice(1, -1)];
    if (character === undefined) throw new UnsafePage(`an unknown escape in ${attribute} of <${tag.name}>`);
    return character;
  });
  const scheme = /^[^/?#]*:/.exec(withoutControls(address))?.[0].toLowerCase();
  const known = scheme === undefined || ["http:", "https:", "mailto:", "tel:"].includes(scheme);
  if (!known && !isInlineImage(tag.name, address)) throw new UnsafePage(`${scheme} in <${tag.name}>`);
  return address;
}

/** Browsers leave spaces and control characters out of a scheme. */
function withoutControls(address: string): string {
  return [...address].filter((character) => character > " ").join("");
}

function isInlineImage(name: string, address: string): boolean {
  return name === "img" && /^data:image\/[a-z+]+[;,]/.test(address);
}

function loads(name: string, attribute: string, tag: Tag): boolean {
  if (name !== "link") return loadingElements.has(name);
  if (attribute !== "href") return false;
  const relations = (tag.attributes.get("rel") ?? "").toLowerCase().split(/\s+/);
  if (relations.some((it) => linksThatLoad.has(it))) return true;
  if (relations.every((it) => linksThatName.has(it))) return false;
  throw new UnsafePage(`<link rel="${relations.join(" ")}">`);
}

function refuseElsewhere(address: string, tag: Tag): void {
  const here = address.startsWith("#") || address.startsWith("?") || /^\/(?![/\\])/.test(address);
  if (!here || address.includes("\\")) throw new UnsafePage(`another host in <${tag.name}>: ${address}`);
}
