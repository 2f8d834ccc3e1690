import { tmpdir } from "node:os";
import { join } from "node:path";

/** The data folder of the site that the browser tests run on: its server makes it, and the tests find it. */
export function e2eDataDir(port: number): string {
  return join(tmpdir(), `kartateka-e2e-${port}`);
}
