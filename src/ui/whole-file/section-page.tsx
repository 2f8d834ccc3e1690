import { NextIntlClientProvider, useMessages } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import type { DraftFile } from "#domain/draft-file.ts";
import type { Article, Facility } from "#domain/reference.ts";
import { useFormReferences } from "#ui/whole-file/form-references.ts";
import { SectionForm } from "#ui/whole-file/section-form.tsx";

type Props = Omit<ComponentProps<typeof SectionForm>, "references" | "part"> & {
  file: DraftFile;
  facilities: readonly Facility[];
  articles: readonly Article[];
};

/** The form of a section with the words and names that it needs in the browser. */
export function SectionPage({ file, facilities, articles, ...props }: Props) {
  const references = useFormReferences(file, { facilities, articles });
  const part = Object.fromEntries(props.form.map(({ key }) => [key, file[key]]));
  return (
    <WholeFileWords>
      <SectionForm {...props} references={references} part={part} />
    </WholeFileWords>
  );
}

/** Gives components in the browser the words of everything that a file can hold. */
function WholeFileWords({ children }: { children: ReactNode }) {
  const all = useMessages();
  const messages = Object.fromEntries(namespaces.map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}

const namespaces = [
  "care",
  "category",
  "cell",
  "channel",
  "criterion",
  "custody",
  "deathSetting",
  "drafts",
  "event",
  "fact",
  "forms",
  "gap",
  "manner",
  "nameKind",
  "onset",
  "problem",
  "recognition",
  "regime",
  "release",
  "review",
  "riskGroup",
  "sentence",
  "term",
  "wholeFile",
] as const;
