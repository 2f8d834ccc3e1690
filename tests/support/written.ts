import { vi } from "vitest";

/** What this process writes to its output, its errors and its console during some work, which is printed nowhere. */
export async function writtenDuring(work: () => Promise<void>): Promise<unknown[]> {
  const written: unknown[] = [];
  const keep = (chunk: unknown) => {
    written.push(chunk);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(keep),
    vi.spyOn(process.stderr, "write").mockImplementation(keep),
    ...(["log", "info", "warn", "error", "debug"] as const).map((it) =>
      vi.spyOn(console, it).mockImplementation(keep),
    ),
  ];
  try {
    await work();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return written;
}
