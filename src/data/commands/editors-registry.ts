import { editorsRegistry, type Registry } from "#db/registry.ts";

/** The registry that actions hand to commands. */
export function registryForActions(): Registry {
  return editorsRegistry();
}
