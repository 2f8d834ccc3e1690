"use client";

import { useTranslations } from "next-intl";
import { use } from "react";
import { PlaceContext } from "#ui/whole-file/place-context.ts";

/** Says of a fact that the public doesn't see it, with the way to where that is decided. */
export function WithheldMark({ id }: { id: unknown }) {
  const t = useTranslations("wholeFile");
  const { withheld, hidingPath } = use(PlaceContext);
  if (typeof id !== "string" || !withheld.has(id)) return null;
  return (
    <a className="withheld-mark" href={hidingPath(id)}>
      {t("withheld")}
    </a>
  );
}
