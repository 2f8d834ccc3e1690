/** Parameters that say how a reader came to a page, not which page it is. */
const tracking = /^(?:utm_.*|fbclid|gclid|yclid|dclid|msclkid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|ysclid)$/i;

/**
 * The address in what somebody typed or pasted: whole, or without its scheme ("spring96.org/be/news/1"). Undefined for
 * anything else, titles among it.
 */
export function webAddressIn(text: string): string | undefined {
  const typed = text.trim();
  if (/\s/.test(typed)) return undefined;
  const withScheme = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(withScheme)) return undefined;
  const { hostname } = new URL(withScheme);
  const isWhole = typed === withScheme;
  return isWhole || (/\.[a-z]{2,}$/i.test(hostname) && typed.includes("/")) ? withScheme : undefined;
}

/**
 * What two addresses of one document share: without scheme, "www.", default port, fragment, trailing slash and the
 * parameters of trackers, the others sorted. An address that can't be read is its own key.
 */
export function sourceKey(address: string): string {
  if (!URL.canParse(address)) return address.trim();
  const { hostname, port, pathname, searchParams } = new URL(address);
  const host =
    hostname.replace(/^www\./, "") + (port === "80" || port === "443" || port === "" ? "" : `:${port}`);
  const query = [...searchParams].filter(([name]) => !tracking.test(name)).sort(byNameAndValue);
  const search = query.length === 0 ? "" : `?${new URLSearchParams(query)}`;
  return host + pathname.replace(/\/+$/, "") + search;
}

function byNameAndValue([a, x]: [string, string], [b, y]: [string, string]): number {
  return a === b ? Number(x > y) - Number(x < y) : Number(a > b) - Number(a < b);
}
