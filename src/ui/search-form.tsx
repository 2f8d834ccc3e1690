import { useLocale, useTranslations } from "next-intl";
import { type Address, localizedPath } from "#domain/addresses.ts";

type Props = {
  q?: string;
  /** The page that answers. */
  address?: Address;
  hint?: string;
};

/** Search by name or number: a plain form, whose answer is a page with its own address. */
export function SearchForm({ q = "", address = "/search", hint }: Props) {
  const t = useTranslations("search");
  const language = useLocale();
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers are slow to know <search>
    <form role="search" className="card search" action={localizedPath(address, language)}>
      <label htmlFor="q">{t("label")}</label>
      <input
        id="q"
        name="q"
        type="search"
        defaultValue={q}
        maxLength={200}
        autoComplete="off"
        aria-describedby="q-hint"
      />
      <button type="submit">{t("submit")}</button>
      <p id="q-hint" className="soft">
        {hint ?? t("hint")}
      </p>
    </form>
  );
}
