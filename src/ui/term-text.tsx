import { useTranslations } from "next-intl";
import type { Term } from "#domain/case-file/prosecutions.ts";

const units = ["years", "months", "days"] as const;

/** A term as the court gave it: "5 years 6 months". */
export function TermText({ term }: { term: Term }) {
  const t = useTranslations("term");
  return units
    .flatMap((unit) => {
      const count = term[unit];
      return count === undefined ? [] : [t(unit, { count })];
    })
    .join(" ");
}
