import { defineConfig } from "prisma/config";

// The CLI is only used to generate the client; migrations are applied by ops/migrations.ts.
export default defineConfig({ schema: "prisma/schema.prisma" });
