import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Address, localizedPath } from "#domain/addresses.ts";
import { longestSearch } from "#domain/filters.ts";

type Props = {
  q?: string;
  /** The page that answers. */
  address?: Address;
  label?: string;
  hint?: string | undefined;
  /** What else the form asks. */
  children?: ReactNode;
};

/** A page's own search: a plain form, whose answer is a page with its own address. */
export function SearchForm({ q = "", address = "/search", label, hint, children }: Props) {
  const t = useTranslations("search");
  const language = useLocale();
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers are slow to know <search>
    <form role="search" className="card search" action={localizedPath(address, language)}>
      <label htmlFor="q">{label ?? t("label")}</label>
      {/* A browser's spelling service, or its list of what was typed before, is nobody's business here. */}
      <input
        id="q"
        name="q"
        type="search"
        defaultValue={q}
        maxLength={q.length > longestSearch ? undefined : longestSearch}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={hint && "q-hint"}
      />
      <button type="submit">{t("submit")}</button>
      {hint !== undefined && (
        <p id="q-hint" className="soft">
          {hint}
        </p>
      )}
      {children}
    </form>
  );
}
