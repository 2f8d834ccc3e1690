import type { Render } from "#publisher/ports.ts";
import { createResourceCopier } from "#publisher/resources.ts";
import { strip } from "#publisher/strip.ts";

/** Gives the finished bytes of the page at a path; what it loads is in the edition before. Rejects with the reason. */
export type MakePage = (edition: string, path: string) => Promise<Buffer>;

/** Makes pages through Next: rendered, stripped, checked. */
export function createPageMaker(render: Render): MakePage {
  const copyResource = createResourceCopier(render);
  return async (edition, path) => {
    const { status, body } = await render(path);
    if (status !== 200) throw new Error(`answered ${status}`);
    const { html, resources } = strip(body.toString("utf8"));
    for (const resource of resources) await copyResource(edition, resource);
    return Buffer.from(html);
  };
}
