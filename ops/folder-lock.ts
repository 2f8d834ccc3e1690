import { createHash } from "node:crypto";
import { realpath, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { makeFolder } from "./files.ts";

const Holder = z.object({ pid: z.int(), command: z.string() });

/** The process that a folder belongs to at the moment, and the command that it runs. */
export type Holder = z.infer<typeof Holder>;

/**
 * Takes a folder for this process until `release`, or says who has it. The lock is a listening socket, which
 * goes when its process goes, however that ends; who connects to it is told whose it is.
 */
export async function holdFolder(
  folder: string,
  command: string,
): Promise<{ release: () => Promise<void> } | { holder: Holder }> {
  await makeFolder(folder);
  const name = createHash("sha256")
    .update(await realpath(folder))
    .digest("hex")
    .slice(0, 32);
  // An abstract socket (Linux) has no file that a killed process could leave behind.
  const path =
    process.platform === "linux" ? `\0kartateka-${name}` : join(tmpdir(), `kartateka-${name}.socket`);
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.end(JSON.stringify({ pid: process.pid, command }));
  });
  for (let attempt = 1; ; attempt++) {
    if (await listens(server, path)) {
      return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    }
    const holder = await askHolder(path);
    if (holder !== undefined) return { holder };
    if (attempt === 3) throw new Error(`the lock of ${folder} answers nothing that is understood`);
    if (process.platform !== "linux") await rm(path, { force: true });
  }
}

function listens(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(false) : reject(error),
    );
    server.listen(path, () => resolve(true));
    server.unref();
  });
}

function askHolder(path: string): Promise<Holder | undefined> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(path);
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      text += chunk.toString();
    });
    socket.on("error", () => resolve(undefined));
    socket.on("close", () => resolve(holderOf(text)));
  });
}

function holderOf(text: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
