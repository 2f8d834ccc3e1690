import { mkdtemp, rm } from "node:fs/promises";
import { Agent, createServer, type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import next from "next";

/** What Next answers: headers in lower case, the body whole. */
export type Rendered = { status: number; headers: IncomingHttpHeaders; body: Buffer };

export type Renderer = {
  /** Renders a path with its query. Rejects when Next doesn't answer in time. */
  render(path: string): Promise<Rendered>;
  close(): Promise<void>;
};

const longestRendering = 30_000;

/**
 * Next's production handler in this process, reachable by nobody else: on a socket in a folder of our own.
 * `quiet` keeps errors of pages to itself: what a reader asked for may stand in them.
 */
export async function createRenderer(
  projectDirectory: string,
  { quiet }: { quiet: boolean },
): Promise<Renderer> {
  const app = next({ dev: false, dir: projectDirectory, quiet });
  await app.prepare();
  const handle = app.getRequestHandler();
  const folder = await mkdtemp(join(tmpdir(), "kartateka-"));
  const socketPath = join(folder, "next.sock");
  const server = createServer((incoming, outgoing) => {
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
