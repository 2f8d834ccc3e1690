import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { NamesByLanguage } from "#domain/draft-names.ts";
import { Dotted } from "#ui/profile/dotted.tsx";

/** Somebody whom a search found. */
export type Found = {
  personId: string;
  number: number | null;
  state: "published" | "withdrawn" | "unpublished";
  names: NamesByLanguage;
  /** The spelling that was found. */
  matched: { text: string } | undefined;
};

type Props = { person: Found; link: ReactNode; children?: ReactNode };

/** A list's item for somebody found: where the list leads, what they are, and what of theirs was found. */
export function PersonFound({ person: { state, names, matched }, link, children }: Props) {
  const t = useTranslations("persons");
  return (
    <li>
      {link}
      <p className="soft">
        <Dotted>
          {t(`state.${state}`)}
          {matched !== undefined &&
            !Object.values(names).includes(matched.text) &&
            t("matched", { name: matched.text })}
          {children}
        </Dotted>
      </p>
    </li>
  );
}
