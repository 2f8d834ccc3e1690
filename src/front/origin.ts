import type { IncomingHttpHeaders } from "node:http";

/** The origins from which this site's own pages send forms. */
export function ownOrigins(siteUrl: string): readonly string[] {
  const { origin, hostname, port } = new URL(siteUrl);
  // The address that a site has by default is read under both names of this machine.
  return hostname === "127.0.0.1" ? [origin, `http://localhost${port === "" ? "" : `:${port}`}`] : [origin];
}

/**
 * Whether a request that changes something comes from a page of this site. Browsers say so in `Origin`, and newer ones
 * in `Sec-Fetch-Site` too; what doesn't say is refused.
 */
export function comesFromOwnPage(headers: IncomingHttpHeaders, origins: readonly string[]): boolean {
  return headers["sec-fetch-site"] !== "cross-site" && origins.includes(headers.origin ?? "");
}
