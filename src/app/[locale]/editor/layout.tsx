import "./editor.css";
import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { signOut } from "#actions/sign-in.ts";
import { SignOutProvider } from "#ui/editor/sign-out.tsx";

// Each page is made for the editor who asks, with a nonce of its own.
export const dynamic = "force-dynamic";

/** What every page of the editors' side says of itself; its title is its own. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return {
    title: { template: t("site.titleTemplate", { title: "%s" }), default: t("editor.name") },
    robots: { index: false, follow: false },
    icons: { icon: "/favicon.svg" },
    // With none at all browsers don't say where a form comes from, either.
    referrer: "same-origin",
  };
}

/** What all pages have; who may see them is theirs to ask. */
export default async function EditorLayout({ children }: { children: ReactNode }) {
  const { problem, forms } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ problem, forms }}>
      <SignOutProvider action={signOut}>{children}</SignOutProvider>
    </NextIntlClientProvider>
  );
}
