/** The environment of a production site of a test's own: on this port, with PostgreSQL in its data folder. */
export function siteVariables(port: number) {
  return {
    NODE_ENV: "production",
    PORT: String(port),
    DATABASE_URL: "",
    PUBLIC_DATABASE_URL: "",
    EDITOR_DATABASE_URL: "",
    SITE_URL: "",
  };
}
