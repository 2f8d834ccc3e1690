import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Forward, Forwarded, Renderer } from "#front/renderer.ts";
import type { Render } from "#publisher/ports.ts";

/** Stands for Next behind the front: keeps what it is asked, and answers editors what the test says. */
export type FakeNext = Pick<Renderer, "render" | "forward" | "staticFolder" | "actionIds"> & {
  /** What came in from editors since the last `forget`. */
  forwarded: Forward[];
  /** Answers the editors' requests that come now. A rejection is a Next that doesn't answer. */
  answerWith: (answer: (request: Forward) => Promise<Forwarded>) => void;
  forget: () => void;
  remove: () => void;
};

/** A page as Next answers it. */
export function pageOfNext(
  text: string,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string | string[]> } = {},
): Forwarded {
  return {
    status,
    headers: { "content-type": "text/html; charset=utf-8", ...headers },
    body: Readable.from([Buffer.from(text)]),
  };
}

/** The id of the only action that the build has. */
export const knownAction = "60".padEnd(42, "a");

/** Public pages are rendered by `render`; the build has a script, a style sheet and a map. */
export function createFakeNext(render: Render): FakeNext {
  const staticFolder = mkdtempSync(join(tmpdir(), "kartateka-static-"));
  mkdirSync(join(staticFolder, "chunks"));
  writeFileSync(
    join(staticFolder, "chunks", "editor-0_a~1.js"),
    `console.log("${"a script of editors ".repeat(20)}")`,
  );
  writeFileSync(join(staticFolder, "chunks", "editor.css"), "main{color:#111}");
  writeFileSync(join(staticFolder, "chunks", "editor-0_a~1.js.map"), "{}");
  writeFileSync(join(staticFolder, "secret.json"), "{}");
  const usual = async () => pageOfNext("a page of editors");
  let answer: (request: Forward) => Promise<Forwarded> = usual;
  const forwarded: Forward[] = [];
  return {
    staticFolder,
    actionIds: new Set([knownAction]),
    forwarded,
    render: async (path) => ({ headers: {}, ...(await render(path)) }),
    forward: (request) => {
      forwarded.push(request);
      const tooLate = new Promise<never>((_, reject) => {
        request.signal.addEventListener("abort", () => reject(request.signal.reason), { once: true });
      });
      return Promise.race([answer(request), tooLate]);
    },
    answerWith: (given) => {
      answer = given;
    },
    forget: () => {
      forwarded.length = 0;
      answer = usual;
    },
    remove: () => rmSync(staticFolder, { recursive: true, force: true }),
  };
}
