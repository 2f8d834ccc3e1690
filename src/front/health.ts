import { existsSync } from "node:fs";
import { isLoopback } from "#front/client-address.ts";
import { cacheControl } from "#front/headers.ts";
import type { Exchange, Responder } from "#front/respond.ts";
import { errorFile } from "#publisher/layout.ts";

/** Addresses for whoever runs the server. They are answered to this machine only. */
const healthPaths = ["/healthz", "/readyz"] as const;
type HealthPath = (typeof healthPaths)[number];

export function isHealthPath(path: string): path is HealthPath {
  return path === healthPaths[0] || path === healthPaths[1];
}

/** `/healthz`: the process answers. `/readyz`: there is an edition to serve. */
export function answerHealth(
  exchange: Exchange,
  responder: Responder,
  edition: string,
  path: HealthPath,
): void {
  if (!isLoopback(exchange.request.socket.remoteAddress ?? "")) {
    responder.sendEmpty(exchange, 404, ["Cache-Control", cacheControl.none]);
    return;
  }
  const good = path === "/healthz" || existsSync(errorFile(edition, "be", 404));
  const text = Buffer.from(good ? "ok\n" : "no edition\n");
  responder.sendOnce(exchange, good ? 200 : 503, ["Content-Type", "text/plain; charset=utf-8"], text);
}
