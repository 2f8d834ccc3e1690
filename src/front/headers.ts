/** Header names and values, one after the other: the form that `writeHead` takes without making objects. */
export type HeaderList = readonly string[];

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Everything a page could be allowed and that Chromium knows: a name that it doesn't know is an error in its console. */
const permissions = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "clipboard-read",
  "clipboard-write",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "interest-cohort",
  "keyboard-map",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "otp-credentials",
  "payment",
  "picture-in-picture",
  "private-state-token-issuance",
  "private-state-token-redemption",
  "publickey-credentials-create",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "storage-access",
  "sync-xhr",
  "unload",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

const permissionsPolicy = permissions.map((it) => `${it}=()`).join(", ");

/** What every answer carries, whatever it is. Strict transport only where the site is read through TLS. */
export function securityHeaders(siteUrl: string): HeaderList {
  return [
    ...["Content-Security-Policy", contentSecurityPolicy],
    ...["Referrer-Policy", "no-referrer"],
    ...["X-Content-Type-Options", "nosniff"],
    ...["X-Frame-Options", "DENY"],
    ...["Permissions-Policy", permissionsPolicy],
    ...["Cross-Origin-Opener-Policy", "same-origin"],
    ...["Cross-Origin-Resource-Policy", "same-origin"],
    ...(siteUrl.startsWith("https:") ? ["Strict-Transport-Security", "max-age=63072000"] : []),
  ];
}

/**
 * What an answer of the editors' side carries: the nonce policy that src/proxy.ts made for its page, and the referrer
 * within this site, without which browsers say `Origin: null` when a form is sent.
 */
export function editorHeaders(siteUrl: string, pagePolicy: string | undefined): HeaderList {
  const changed: Readonly<Record<string, string>> = {
    "Content-Security-Policy": pagePolicy ?? contentSecurityPolicy,
    "Referrer-Policy": "same-origin",
  };
  const common = securityHeaders(siteUrl);
  return [
    ...common.map((item, at) => (at % 2 === 1 ? (changed[common[at - 1] ?? ""] ?? item) : item)),
    ...["Cache-Control", cacheControl.none],
    ...notIndexed,
  ];
}

/** Nothing of the editors' side is for search engines. */
export const notIndexed: HeaderList = ["X-Robots-Tag", "noindex, nofollow"];

/** How long caches may keep an answer. */
export const cacheControl = {
  /** A page: minutes, so that a correction or a withdrawal reaches caches that we don't know. */
  page: "public, max-age=60, must-revalidate",
  /** A file whose name has its content's hash in it. */
  immutable: "public, max-age=31536000, immutable",
  /** What was made for one reader, or will soon be otherwise. */
  none: "no-store",
} as const;
