import { afterEach, describe, expect, test, vi } from "vitest";
import { EnvironmentError, env } from "#env.ts";

afterEach(() => vi.unstubAllEnvs());

describe("env", () => {
  test("has defaults for what a first start needs", () => {
    for (const name of ["PORT", "DATA_DIR", "SITE_URL", "DATABASE_URL"]) vi.stubEnv(name, "");
    expect(env.port).toBe(3000);
    expect(env.dataDir).toBe(`${process.cwd()}/.data`);
    expect(env.siteUrl).toBe("http://127.0.0.1:3000");
    expect(env.givenDatabaseUrl).toBeUndefined();
  });

  test("says which variable is missing and what it has to be", () => {
    vi.stubEnv("EDITOR_DATABASE_URL", "");
    expect(() => env.editorDatabaseUrl).toThrow(/EDITOR_DATABASE_URL is not set.*postgresql:\/\//);
  });

  test.each(["0", "65536", "1.5", "http", "-1"])("refuses the port %s", (port) => {
    vi.stubEnv("PORT", port);
    expect(() => env.port).toThrow(EnvironmentError);
  });

  test.each(["mysql://a/b", "postgresql://host", "nonsense"])("refuses the database %s", (url) => {
    vi.stubEnv("DATABASE_URL", url);
    expect(() => env.givenDatabaseUrl).toThrow(EnvironmentError);
  });

  test("never repeats a password", () => {
    vi.stubEnv("DATABASE_URL", "mysql://owner:hunter2@host/base");
    expect(() => env.givenDatabaseUrl).toThrow(expect.not.stringContaining("hunter2"));
  });

  test("refuses a short secret, and never repeats it", () => {
    vi.stubEnv("AUTH_SECRET", "a secret of thirty-two characters");
    expect(env.authSecret).toBe("a secret of thirty-two characters");
    vi.stubEnv("AUTH_SECRET", "hunter2");
    expect(() => env.authSecret).toThrow(/AUTH_SECRET is not usable/);
    expect(() => env.authSecret).toThrow(expect.not.stringContaining("hunter2"));
  });

  test("takes the slash off the site's address and refuses a path", () => {
    vi.stubEnv("SITE_URL", "https://example.org/");
    expect(env.siteUrl).toBe("https://example.org");
    vi.stubEnv("SITE_URL", "https://example.org/be");
    expect(() => env.siteUrl).toThrow(EnvironmentError);
  });
});
