import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * The address that a request comes from, to slow down whoever guesses passwords. What stands before us on this machine
 * says it last in X-Forwarded-For; from anybody else that header means nothing.
 */
export function clientAddress({ socket, headers }: Pick<IncomingMessage, "socket" | "headers">): string {
  const near = plainAddress(socket.remoteAddress ?? "");
  if (!isLoopback(near)) return near;
  const forwarded = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",").at(-1)?.trim() ?? "";
  return isIP(forwarded) === 0 ? near : plainAddress(forwarded);
}

/** An address of this machine. */
export function isLoopback(address: string): boolean {
  return /^(?:::1$|127\.)/.test(plainAddress(address));
}

/** An IPv4 address that came in by IPv6 is the IPv4 address. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
