import { useLocale } from "next-intl";

/** Writes amounts of money by the rules of the page's language; a bare number where the currency is not known. */
export function useMoney(): (amount: number, currency: string | undefined) => string {
  const language = useLocale();
  return (amount, currency) =>
    new Intl.NumberFormat(
      language === "en" ? "en-GB" : language,
      currency === undefined ? {} : { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" },
    ).format(amount);
}
