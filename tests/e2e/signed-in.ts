import { type BrowserContext, test as base } from "@playwright/test";
import type { Role } from "#domain/policy.ts";
import { env } from "#env.ts";
import { openAccounts, type SiteAccounts, type TestAccount } from "../support/accounts.ts";
import { e2eDataDir } from "../support/e2e-data-dir.ts";

type Fixtures = {
  /** The accounts of the site that all browser tests share. */
  accounts: SiteAccounts;
  /** Makes an account of this role and signs the context in with it. */
  signInAs: (context: BrowserContext, role: Role) => Promise<TestAccount>;
};

/** Playwright's test, with accounts. */
export const test = base.extend<Fixtures>({
  // Playwright reads the names of these parameters from the source: they take no default values.
  accounts: async ({ baseURL }, use) => {
    const accounts = await openAccounts({
      dataDir: e2eDataDir(env.testPort ?? 0),
      baseURL: baseURL ?? "",
    });
    await use(accounts);
    await accounts.close();
  },
  signInAs: async ({ accounts, baseURL }, use) => {
    await use(async (context, role) => {
      const account = await accounts.make(role);
      await context.addCookies([{ ...(await accounts.signIn(account)), url: baseURL ?? "" }]);
      return account;
    });
  },
});
