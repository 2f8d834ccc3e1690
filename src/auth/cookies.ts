/** What our cookies are called. Over TLS the name has browsers hold them to it, and to this host. */
export function cookieName(name: "session" | "device", siteUrl: string): string {
  return `${isSecure(siteUrl) ? "__Host-" : ""}kartateka-${name}`;
}

/** What they carry. Links from elsewhere lead in; forms from elsewhere come without them. */
export function cookieAttributes(siteUrl: string) {
  return { secure: isSecure(siteUrl), httpOnly: true, sameSite: "lax", path: "/" } as const;
}

function isSecure(siteUrl: string): boolean {
  return siteUrl.startsWith("https:");
}
