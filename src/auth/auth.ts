import { prismaAdapter } from "better-auth/adapters/prisma";
import { betterAuth } from "better-auth/minimal";
import { cookieAttributes, cookieName } from "#auth/cookies.ts";
import { hashPassword, isPassword } from "#auth/password.ts";
import { editorsRegistry, type Registry } from "#db/registry.ts";
import { longestTyped } from "#domain/account.ts";
import { env } from "#env.ts";

/** The longest that a session lasts, in seconds, whatever is done in it. */
export const longestSession = 12 * 60 * 60;

type Site = { siteUrl: string; secret: string };

/**
 * better-auth over a registry. None of its HTTP routes is served: actions call its `api`, which is neither rate limited
 * nor told of the request's address and browser.
 */
export function createAuth(registry: Registry, { siteUrl, secret }: Site) {
  return betterAuth({
    appName: "Kartateka",
    baseURL: siteUrl,
    secret,
    database: prismaAdapter(registry, { provider: "postgresql" }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: longestTyped,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(password, hash) },
    },
    // How long ago the last request was is ours to look at (session.ts): a page cannot set a cookie anew.
    session: {
      expiresIn: longestSession,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    user: {
      additionalFields: {
        login: { type: "string", input: false },
        role: { type: "string", input: false },
        mustChangePassword: { type: "boolean", input: false },
        deactivatedAt: { type: "date", input: false, required: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const user = await registry.user.findUnique({ where: { id: session.userId } });
            if (user === null || user.deactivatedAt !== null) return false;
            return { data: { ...session, ipAddress: null, userAgent: null } };
          },
        },
      },
    },
    advanced: {
      useSecureCookies: false,
      cookies: {
        session_token: { name: cookieName("session", siteUrl), attributes: cookieAttributes(siteUrl) },
      },
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

export type Auth = ReturnType<typeof createAuth>;

let shared: Auth | undefined;

/** better-auth over the registry that the environment names. */
export function editorsAuth(): Auth {
  shared ??= createAuth(editorsRegistry(), { siteUrl: env.siteUrl, secret: env.authSecret });
  return shared;
}
