import { delimiter, resolve } from "node:path";
import { z } from "zod";

// The only file that touches process.env. Everything is read when it is asked for, so that a command which
// needs no database doesn't stumble over a bad DATABASE_URL, and so that `next build` needs nothing at all.

/** A variable of the environment that is missing or wrong; the message says which, why, and what to do. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

const Secret = z.string().min(32);
const PostgresUrl = z.string().refine(isPostgresUrl);
const Port = z.coerce.number().int().min(1).max(65_535);
const SiteUrl = z.string().refine(isOrigin);

const expectations = {
  DATABASE_URL:
    "a PostgreSQL address with a database, such as postgresql://owner:password@127.0.0.1:5432/kartateka",
  PUBLIC_DATABASE_URL:
    "the same database for the role that may only read what is public, such as postgresql://kartateka_public:password@127.0.0.1:5432/kartateka",
  EDITOR_DATABASE_URL:
    "the same database for the role that editors' pages and commands write as, such as postgresql://kartateka_editor:password@127.0.0.1:5432/kartateka",
  AUTH_SECRET: "at least 32 random characters",
  PORT: "a whole number from 1 to 65535",
  TEST_PORT: "a whole number from 1 to 65535",
  SITE_URL: "an address without a path, such as https://example.org",
} as const;

type Checked = keyof typeof expectations;
type Settable = Checked | "DATA_DIR" | "SITE_CONTACT";

/** The environment, checked as it is read. A getter throws `EnvironmentError`. */
export const env = {
  /**
   * The registry's database as the role that owns it, or undefined where none is set and the embedded server is to be
   * used. For `ops` alone, which takes it out of the environment.
   */
  get givenDatabaseUrl(): string | undefined {
    return read("DATABASE_URL", PostgresUrl);
  },

  /** The registry's database, as the role that can read the public tables and no other. */
  get publicDatabaseUrl(): string {
    return this.givenPublicDatabaseUrl ?? missing("PUBLIC_DATABASE_URL");
  },

  /** The same, or undefined where the role is to be made by us. */
  get givenPublicDatabaseUrl(): string | undefined {
    return read("PUBLIC_DATABASE_URL", PostgresUrl);
  },

  /** The registry's database, as the role that may do what commands do and cannot change what is only added to. */
  get editorDatabaseUrl(): string {
    return this.givenEditorDatabaseUrl ?? missing("EDITOR_DATABASE_URL");
  },

  /** The same, or undefined where the role is to be made by us. */
  get givenEditorDatabaseUrl(): string | undefined {
    return read("EDITOR_DATABASE_URL", PostgresUrl);
  },

  /** What sessions' cookies are signed with, and what sign-ins are counted under. */
  get authSecret(): string {
    return read("AUTH_SECRET", Secret) ?? missing("AUTH_SECRET");
  },

  /** The port on 127.0.0.1 that the site is served on. */
  get port(): number {
    return read("PORT", Port) ?? 3000;
  },

  /** Absolute path of the folder with the embedded database, its secrets and the edition. */
  get dataDir(): string {
    // The bundler would otherwise take the path for a file of the project, and trace the whole project.
    return resolve(/* turbopackIgnore: true */ process.env.DATA_DIR || ".data");
  },

  /** The address that readers use, without a slash at its end: for canonical links and the sitemap. */
  get siteUrl(): string {
    const given = read("SITE_URL", SiteUrl);
    return given === undefined ? `http://127.0.0.1:${this.port}` : new URL(given).origin;
  },

  /** Where readers may write to those who run this copy, as they put it; undefined where nothing is given. */
  get siteContact(): string | undefined {
    return process.env.SITE_CONTACT || undefined;
  },

  /** The folders that programs are looked for in. */
  get path(): string[] {
    return (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  },

  /** The port that the end-to-end tests have chosen, in their workers. */
  get testPort(): number | undefined {
    return read("TEST_PORT", Port);
  },

  /** Whether this is `npm run dev`. */
  get development(): boolean {
    return process.env.NODE_ENV === "development";
  },

  /** Whether failures are shown with their stack. */
  get debug(): boolean {
    return (process.env.DEBUG ?? "") !== "";
  },

  /** The whole environment with some variables set, for a child process. */
  forChild(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
    return { ...process.env, ...variables };
  },

  /** Sets a variable for this process: the way in which `ops` tells Next's bundles where the database is. */
  set(name: Settable, value: string): void {
    process.env[name] = value;
  },

  /** Takes a variable away from this process and from all that it starts. */
  unset(name: Settable): void {
    delete process.env[name];
  },
};

function read<T extends z.ZodType>(name: Checked, schema: T): z.output<T> | undefined {
  const text = process.env[name];
  if (text === undefined || text === "") return undefined;
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  const shown = /(?:DATABASE_URL|SECRET)$/.test(name) ? "" : ` ("${text}")`;
  throw new EnvironmentError(
    `The environment variable ${name} is not usable${shown}. It has to be ${expectations[name]}.`,
  );
}

function missing(name: Checked): never {
  throw new EnvironmentError(
    `The environment variable ${name} is not set. It has to be ${expectations[name]}. The npm scripts set it by themselves; set it for anything that you start without them.`,
  );
}

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^postgres(?:ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === "/" &&
    url.search === "" &&
    url.hash === ""
  );
}
