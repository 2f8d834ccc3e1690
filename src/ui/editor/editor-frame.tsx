import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Address, localizedPath } from "#domain/addresses.ts";
import { isDoneCode } from "#domain/done.ts";
import { LanguageSwitch } from "#ui/language-switch.tsx";

type Props = {
  /** The page's own address with its query: the language switch leads there. */
  address: Address;
  /** The page's h1. */
  title: string;
  /** `done` of the query, as it came. */
  done?: unknown;
  /** Who is signed in, and where they may go: in the header. */
  signedIn?: ReactNode;
  /** The pages above this one. */
  path?: ReactNode;
  children: ReactNode;
};

/** What every page of the editors' side has around its content, signing in included. */
export function EditorFrame({ address, title, done, signedIn, path, children }: Props) {
  const t = useTranslations();
  const tDone = useTranslations("done");
  const language = useLocale();
  return (
    <div className="editor">
      <header className="site-header">
        <a className="skip" href="#main">
          {t("site.skip")}
        </a>
        <a className="wordmark" href={localizedPath("/editor", language)}>
          {t("editor.name")}
        </a>
        <LanguageSwitch address={address} />
        {signedIn}
      </header>
      <main id="main">
        {path}
        <h1>{title}</h1>
        {isDoneCode(done) && (
          <p role="status" className="done">
            {tDone(done)}
          </p>
        )}
        {children}
      </main>
    </div>
  );
}
