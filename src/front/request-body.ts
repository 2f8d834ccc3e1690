import type { IncomingMessage } from "node:http";

/** The most that a form may carry, in bytes. */
export const mostFormBytes = 5 * 1024 * 1024;
/** What is too large is read away up to here, since a browser reads no answer before it has sent everything. */
const mostReadBytes = 32 * 1024 * 1024;
/** The most that is held of all forms under way, in bytes. */
const mostHeldBytes = 64 * 1024 * 1024;

/** What came in; or that it is too large (413), or that too much comes in at once (503). */
export type Body = { bytes: Buffer } | { problem: 413 | 503 };

/** Holds the bodies of requests in memory while they are dealt with, never on disk. */
export function createBodies() {
  let held = 0;

  async function read(request: IncomingMessage): Promise<Body> {
    const chunks: Buffer[] = [];
    let size = 0;
    let problem: 413 | 503 | undefined;
    if (Number(request.headers["content-length"] ?? 0) > mostReadBytes) return { problem: 413 };
    try {
      for await (const chunk of request) {
        if (!Buffer.isBuffer(chunk)) continue;
        size += chunk.length;
        if (size > mostReadBytes) throw new Error("a body without end");
        held += chunk.length;
        chunks.push(chunk);
        if (size > mostFormBytes) problem ??= 413;
        else if (held > mostHeldBytes) problem ??= 503;
        if (problem !== undefined) letGo();
      }
      return problem === undefined ? { bytes: Buffer.concat(chunks) } : { problem };
    } catch (error) {
      letGo();
      throw error;
    }

    function letGo(): void {
      for (const chunk of chunks.splice(0)) held -= chunk.length;
    }
  }

  return {
    /** Reads a request's body and lets it be used. Rejects when it breaks off. */
    async use(request: IncomingMessage, work: (body: Body) => Promise<void>): Promise<void> {
      const body = await read(request);
      try {
        await work(body);
      } finally {
        if ("bytes" in body) held -= body.bytes.length;
      }
    },
  };
}
