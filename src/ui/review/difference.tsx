import { useTranslations } from "next-intl";
import { same } from "#domain/draft-merge.ts";
import type { FactDifference, SectionDifference } from "#domain/file-difference.ts";
import { ValueDifference } from "#ui/review/value-difference.tsx";
import { useFieldLabel, usePlaceLabel } from "#ui/whole-file/field-label.ts";
import type { FormReferences } from "#ui/whole-file/references.ts";
import { useValueWords } from "#ui/whole-file/value-words.ts";

type Props = {
  sections: readonly SectionDifference[];
  /** What sources, facilities and the like are called, in both files. */
  references: FormReferences;
  /** For a file by itself: nothing is said to be new. */
  isWhole?: boolean;
  /** What the ids in the page begin with, where it holds several of these. */
  anchors?: string;
};

/** What differs between two files, section by section, fact by fact. */
export function Difference({ sections, references, isWhole = false, anchors = "" }: Props) {
  const t = useTranslations();
  const placeLabel = usePlaceLabel();
  return sections.map(({ section, facts, reordered, isOpened }) => (
    <section key={section} id={`${anchors}${section}`} className="difference">
      <h2>{t(`drafts.section.${section}`)}</h2>
      {isOpened && <p>{t("review.opened")}</p>}
      {reordered.map((list) => (
        <p key={list}>{t("review.reordered", { list: placeLabel(list, "list") })}</p>
      ))}
      {facts.map((fact) => (
        <FactChange
          key={`${fact.kind} ${fact.id}`}
          fact={fact}
          references={references}
          isWhole={isWhole}
          anchors={anchors}
        />
      ))}
    </section>
  ));
}

/** Longer than this, the line that says which fact it is would say it all. */
const longestHeading = 160;

type FactProps = {
  fact: FactDifference;
  references: FormReferences;
  isWhole: boolean;
  anchors: string;
};

function FactChange({ fact, references, isWhole, anchors }: FactProps) {
  const t = useTranslations("review");
  const placeLabel = usePlaceLabel();
  const fieldLabel = useFieldLabel();
  const valueWords = useValueWords(references);
  const { id, section, kind, within, before, after, fields, withheld } = fact;
  const { model, node } = after ?? before ?? {};
  // A value that changed says by itself what it is about.
  const needsAbout = kind === "changed" && !fields.some(({ key }) => key === "value");
  const about = model && needsAbout ? valueWords({ section, key: "", model, value: node }) : "";
  const caseNames = (ids: readonly string[]) =>
    ids.map((it) => references.prosecutions.find(({ value }) => value === it)?.label ?? it).join(", ");
  const anchor = `${anchors}${kind === "removed" ? "gone-" : ""}${id}`;
  return (
    <article id={anchor} className={isWhole ? "fact-change" : `fact-change ${kind}`}>
      <h3>
        {!isWhole && <span className="kind">{t(`kind.${kind}`)}</span>} {placeLabel(section)}{" "}
        <code>{id}</code>
        {withheld !== undefined && <span className="withheld-mark">{t(`withheld.${withheld}`)}</span>}
      </h3>
      {within.length > 0 && <p className="soft">{t("within", { names: caseNames(within) })}</p>}
      {about !== "" && <p className="soft">{shortened(about)}</p>}
      {before && after && !same(before.within, after.within) && (
        <p>{t("movedFrom", { names: caseNames(before.within) })}</p>
      )}
      <dl className="parts">
        {fields.map(({ key, model: of, before: was, after: is }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fact's bases have no ids, and never change places here
          <div key={index}>
            <dt>{key === "value" || key === "basis" ? t(key) : fieldLabel(section, key)}</dt>
            <dd>
              <ValueDifference
                section={section}
                name={key}
                model={of}
                before={isWhole ? is : was}
                after={is}
                references={references}
              />
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= longestHeading ? text : `${letters.slice(0, longestHeading).join("")}…`;
}
