import type { Instrumentation } from "next";

/**
 * Tells whoever runs the server that an editor's page or action failed: which one, and the kind of error. Its message
 * isn't told, since words of a file may stand in it; of readers' pages nothing is told at all.
 */
export const onRequestError: Instrumentation.onRequestError = (error, _request, { routePath, routeType }) => {
  if (!routePath.includes("/editor")) return;
  const kind = error instanceof Error ? error.name : typeof error;
  console.error(`Failed: ${routeType} of ${routePath} (${kind})`);
};
