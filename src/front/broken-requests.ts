import type { Duplex } from "node:stream";
import { securityHeaders } from "#front/headers.ts";

const reasons: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

/** Answers what is no HTTP request, too large or too slow, and closes the connection. */
export function refuseBrokenRequest(error: Error, socket: Duplex, siteUrl: string): void {
  const code = "code" in error ? String(error.code) : "";
  if (!socket.writable || code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const headers = securityHeaders(siteUrl).map((item, at) => (at % 2 === 0 ? `${item}: ` : `${item}\r\n`));
  const status = reasons[code] ?? "400 Bad Request";
  socket.end(`HTTP/1.1 ${status}\r\n${headers.join("")}Content-Length: 0\r\nConnection: close\r\n\r\n`, () =>
    socket.destroy(),
  );
}
