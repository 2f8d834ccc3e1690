import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createAnswerer } from "#front/answer.ts";
import { refuseBrokenRequest } from "#front/broken-requests.ts";
import { createBuildFiles } from "#front/build-files.ts";
import { createEditors } from "#front/editors.ts";
import { createErrorPages } from "#front/error-pages.ts";
import { createLivePages } from "#front/live.ts";
import type { Renderer } from "#front/renderer.ts";
import { createResponder } from "#front/respond.ts";
import { createStoredFiles } from "#front/stored-files.ts";

export type FrontOptions = {
  /** 0 takes any free port. */
  port: number;
  host?: string;
  /** The symbolic link to the edition. */
  editionLink: string;
  /** The address that readers use; with https, browsers are told to stay with it. */
  siteUrl: string;
  /** Renders pages with a query, and answers editors. */
  renderer: Pick<Renderer, "render" | "forward" | "staticFolder" | "actionIds">;
};

export type Front = {
  port: number;
  /** Takes no more requests, and resolves when those that were begun are answered (or five seconds have passed). */
  close(): Promise<void>;
};

const limits = {
  // A reader's request has no body and few headers; whoever sends them slowly holds a connection and nothing else.
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  // An editor's form may come through Tor.
  requestTimeout: 60_000,
  keepAliveTimeout: 15_000,
  connectionsCheckingInterval: 5_000,
  // The host is never looked at, so that a missing one does no harm.
  requireHostHeader: false,
};

/** Serves the edition, the pages that depend on a query, and the editors' side. Writes no log: nobody's reading is recorded. */
export async function serve({
  port,
  host = "127.0.0.1",
  editionLink,
  siteUrl,
  renderer,
}: FrontOptions): Promise<Front> {
  const responder = createResponder(siteUrl);
  const files = createStoredFiles();
  const errorPages = createErrorPages(editionLink, files, responder);
  const answer = createAnswerer({
    edition: editionLink,
    files,
    buildFiles: createBuildFiles(renderer.staticFolder),
    livePages: createLivePages(renderer),
    errorPages,
    editors: createEditors({ siteUrl, renderer, errorPages, responder }),
    responder,
  });
  const server = createServer(limits, (request, response) => {
    answer({ request, response }).catch(() => response.destroy());
  });
  server.on("clientError", (error, socket) => refuseBrokenRequest(error, socket, siteUrl));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host }, resolve);
  });
  return { port: boundPort(server.address()), close };

  async function close(): Promise<void> {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const late = setTimeout(() => server.closeAllConnections(), 5_000);
    await closed;
    clearTimeout(late);
  }
}

function boundPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return address.port;
}
