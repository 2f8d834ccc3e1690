import { mkdtemp, readFile, rm } from "node:fs/promises";
import { Agent, createServer, type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import next from "next";
import { z } from "zod";

/** What Next answers: headers in lower case, the body whole. */
export type Rendered = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** A request for Next, with exactly these headers. */
export type Forward = {
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: Buffer;
  signal: AbortSignal;
};

/** What Next answers, as it comes. */
export type Forwarded = { status: number; headers: IncomingHttpHeaders; body: Readable };

export type Renderer = {
  /** Renders a path with its query, for nobody in particular. Rejects when Next doesn't answer in time. */
  render(path: string): Promise<Rendered>;
  /** Hands an editor's request to Next. Rejects when Next doesn't answer before the signal. */
  forward(request: Forward): Promise<Forwarded>;
  /** The folder of the build's scripts, style sheets and fonts. */
  staticFolder: string;
  /** The ids by which this build's server actions are called. */
  actionIds: ReadonlySet<string>;
  close(): Promise<void>;
};

/** What `next build` writes of server actions: the functions of Node's runtime by their ids. */
const Actions = z.object({ node: z.record(z.string(), z.unknown()) });

const longestRendering = 30_000;

/**
 * Next's production handler in this process, reachable by nobody else: on a socket in a folder of our own.
 * `quiet` keeps errors of pages to itself: what a reader asked for may stand in them. `port` is where the
 * front listens, for whoever answers editors: after an action that leads elsewhere Next asks itself there, with the
 * editor's cookies, for what comes next.
 */
export async function createRenderer(
  projectDirectory: string,
  { quiet, port }: { quiet: boolean; port?: number },
): Promise<Renderer> {
  const front = port === undefined ? {} : { hostname: "127.0.0.1", port };
  const app = next({ dev: false, dir: projectDirectory, quiet, ...front });
  await app.prepare();
  const handle = app.getRequestHandler();
  const buildFolder = join(projectDirectory, ".next");
  const manifest = join(buildFolder, "server", "server-reference-manifest.json");
  const actions = Actions.parse(JSON.parse(await readFile(manifest, "utf8")));
  const folder = await mkdtemp(join(tmpdir(), "kartateka-"));
  const socketPath = join(folder, "next.sock");
  // A connection that the server closed for being idle, just as a page is asked for on it, would lose that page.
  const limits = { maxHeaderSize: 64 * 1024, keepAliveTimeout: 0 };
  const server = createServer(limits, (incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(socketPath, resolve);
  });
  const agent = new Agent({ keepAlive: true });

  return {
    render: (path) =>
      new Promise((resolve, reject) => {
        const signal = AbortSignal.timeout(longestRendering);
        const asked = request(
          { agent, socketPath, path, headers: { host: "localhost" }, signal },
          (answer) => {
            const chunks: Buffer[] = [];
            answer.on("data", (chunk: Buffer) => chunks.push(chunk));
            answer.once("error", reject);
            answer.once("end", () =>
              resolve({
                status: answer.statusCode ?? 0,
                headers: answer.headers,
                body: Buffer.concat(chunks),
              }),
            );
          },
        );
        asked.once("error", reject);
        asked.end();
      }),

    forward: ({ method, path, headers, body, signal }) =>
      new Promise((resolve, reject) => {
        // On a connection of its own: a form that is lost with an old one could not be sent again.
        const asked = request({ agent: false, socketPath, method, path, headers, signal }, (answer) =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: answer }),
        );
        asked.once("error", reject);
        asked.end(body);
      }),

    staticFolder: join(buildFolder, "static"),
    actionIds: new Set(Object.keys(actions.node)),

    async close() {
      agent.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
