import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";

const longestState = 12_000;

const Segment = z.union([
  z.string(),
  z.tuple([z.string(), z.string(), z.enum(["c", "oc", "d"]), z.array(z.string()).nullable()]),
]);
/** The part of Next's `flightRouterStateSchema` that a site without intercepted routes has. */
const RouterState: z.ZodType = z.lazy(() =>
  z.tuple([
    Segment,
    z.record(z.string(), RouterState),
    z.tuple([z.string(), z.string()]).nullish(),
    z.enum(["refetch", "inside-shared-layout", "metadata-only"]).nullish(),
    z.number().nullish(),
    z.string().optional(),
  ]),
);

const RouterHeaders = z.object({
  rsc: z.literal("1").optional(),
  // Next knows more kinds, for sites that have parts of pages made beforehand; to those it answers here with a log line.
  "next-router-prefetch": z.literal("1").optional(),
  "next-router-segment-prefetch": z
    .string()
    .regex(/^\/[\w!$%()@./-]{0,500}$/)
    .optional(),
  "next-router-state-tree": z.string().max(longestState).refine(isRouterState).optional(),
  "next-url": z
    .string()
    .regex(/^\/[\w/-]{0,200}$/)
    .optional(),
});

/**
 * The headers with which Next's client asks for a part of a page. Undefined where one of them is not what it sends:
 * Next would answer 500 to that.
 */
export function readRouterHeaders(headers: IncomingHttpHeaders): Record<string, string> | undefined {
  const read = RouterHeaders.safeParse(headers);
  if (!read.success) return undefined;
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(read.data)) if (value !== undefined) given[name] = value;
  return given;
}

function isRouterState(header: string): boolean {
  try {
    return RouterState.safeParse(JSON.parse(decodeURIComponent(header))).success;
  } catch {
    return false;
  }
}
