import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { localizedPath, versionAddress } from "#domain/addresses.ts";
import type { Change } from "#domain/changes.ts";
import { Dotted } from "#ui/profile/dotted.tsx";
import { type FactPart, useFactParts } from "#ui/profile/fact-parts.ts";
import { sectionKey } from "#ui/profile/section-label.ts";

/** Texts up to this length are shown as they were and as they are. */
const shortText = 240;

type Props = { number: number; version: number; changes: readonly Change[] };

/** What a version changed, section by section. */
export function ChangeList({ number, version, changes }: Props) {
  const t = useTranslations("fact");
  return (
    <dl className="facts changes">
      {[...Map.groupBy(changes, (change) => change.section)].map(([section, inSection]) => (
        <Fragment key={section}>
          <dt>{t(sectionKey(section))}</dt>
          {inSection.map((change) => (
            <dd key={change.id}>
              <ChangeLine change={change} /> <FactLink number={number} version={version} change={change} />
            </dd>
          ))}
        </Fragment>
      ))}
    </dl>
  );
}

function ChangeLine({ change: { section, kind, before, after } }: { change: Change }) {
  const t = useTranslations("versions.kind");
  const partsOf = useFactParts();
  const was = before === undefined ? [] : partsOf(section, before);
  const is = after === undefined ? [] : partsOf(section, after);
  const isReworded = kind === "changed" && JSON.stringify(was) !== JSON.stringify(is);
  const isShort = lengthOf(was) <= shortText && lengthOf(is) <= shortText;
  if (kind === "withheld") return t("withheld");
  if (kind === "changed" && !isReworded) {
    return (
      <>
        {`${t("basis")} `}
        <Parts parts={is} />
      </>
    );
  }
  if (kind === "changed" && !isShort) return t("reworded");
  return (
    <>
      {`${t(kind)} `}
      {was.length > 0 && (
        <del>
          <Parts parts={was} />
        </del>
      )}
      {was.length > 0 && is.length > 0 && " → "}
      {is.length > 0 && (
        <ins>
          <Parts parts={is} />
        </ins>
      )}
    </>
  );
}

function Parts({ parts }: { parts: readonly FactPart[] }) {
  const language = useLocale();
  return (
    <Dotted>
      {parts.map(({ text, lang }) =>
        lang === language ? (
          text
        ) : (
          <span key={text} lang={lang}>
            {text}
          </span>
        ),
      )}
    </Dotted>
  );
}

// What was removed stands in the version before.
function FactLink({ number, version, change: { id, kind } }: Omit<Props, "changes"> & { change: Change }) {
  const t = useTranslations("profile");
  const language = useLocale();
  const shownIn = kind === "removed" ? version - 1 : version;
  return (
    <a
      href={`${localizedPath(versionAddress(number, shownIn), language)}#${id}`}
      aria-label={t("linkTo", { id })}
    >
      #
    </a>
  );
}

function lengthOf(parts: readonly FactPart[]): number {
  return parts.reduce((sum, part) => sum + part.text.length, 0);
}
