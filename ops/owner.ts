import { openRegistry, type Registry } from "#db/registry.ts";

/** Gives `use` the registry as its owner, for as long as that takes. */
export async function asOwner<T>(databaseUrl: string, use: (registry: Registry) => Promise<T>): Promise<T> {
  const registry = openRegistry(databaseUrl);
  try {
    return await use(registry);
  } finally {
    await registry.$disconnect();
  }
}
