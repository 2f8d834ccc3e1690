import { getTranslations } from "next-intl/server";
import { personCrumbs } from "#app/person-crumbs.ts";
import type { NamesByLanguage } from "#domain/draft-names.ts";
import type { EditorCrumb } from "#ui/editor/editor-page.tsx";

/** The way to a page of a draft, down to the draft itself. */
export async function draftCrumbs(draft: {
  id: string;
  personId: string;
  number: number | null;
  names: NamesByLanguage;
}): Promise<EditorCrumb[]> {
  const t = await getTranslations("drafts");
  return [
    ...(await personCrumbs({ ...draft, id: draft.personId })),
    { address: `/editor/drafts/${draft.id}`, label: t("title") },
  ];
}
