import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

const examples = {
  names: "Калеснікава, Колесникова, Kalesnikava",
  number: "12, № 12",
  year: "2022",
} as const;

/** What can be searched for, where nothing is yet. */
export function SearchHelp() {
  const t = useTranslations("search.help");
  const b = (text: ReactNode) => <b>{text}</b>;
  return (
    <section aria-labelledby="help" className="prose">
      <h2 id="help">{t("title")}</h2>
      <ul>
        <li>{t.rich("names", { b, examples: examples.names })}</li>
        <li>{t.rich("number", { b, examples: examples.number })}</li>
        <li>{t.rich("places", { b })}</li>
        <li>{t.rich("year", { b, example: examples.year })}</li>
        <li>{t.rich("texts", { b })}</li>
      </ul>
    </section>
  );
}
