import { useTranslations } from "next-intl";
import { same } from "#domain/draft-merge.ts";
import { type FormField, type FormModel, fieldsFor, isInline } from "#domain/form/model.ts";
import { isRecord } from "#domain/json.ts";
import { LocalizedText } from "#domain/localized-text.ts";
import { Dotted } from "#ui/profile/dotted.tsx";
import { MarkedWords, TextDifference } from "#ui/review/text-difference.tsx";
import { useFieldLabel } from "#ui/whole-file/field-label.ts";
import type { FormReferences } from "#ui/whole-file/references.ts";
import { useValueWords } from "#ui/whole-file/value-words.ts";

type Props = {
  section: string;
  /** The field's own key; `value` for the value of a fact. */
  name: string;
  model: FormModel;
  before: unknown;
  after: unknown;
  references: FormReferences;
};

/** What a field said and what it says, in words: texts in their languages, things field by field. */
export function ValueDifference(props: Props) {
  const { section, name, before, after, references } = props;
  const t = useTranslations("review");
  const model = modelOfValue(props.model, before, after);
  if (
    model.kind === "gapped" &&
    before !== undefined &&
    after !== undefined &&
    isGap(before) !== isGap(after)
  ) {
    return (
      <>
        <ValueDifference {...props} after={undefined} />
        {" → "}
        <ValueDifference {...props} before={undefined} />
      </>
    );
  }
  // Of a list it is told item by item: two whole ones are the same items otherwise.
  if (model.kind !== "choices" && Array.isArray(before) && Array.isArray(after)) return t("otherOrder");
  if (model.kind === "localized" && isTextOrNone(before) && isTextOrNone(after)) {
    return <TextDifference before={textOf(before)} after={textOf(after)} />;
  }
  if (model.kind === "date" && (hasWords(before) || hasWords(after))) {
    return <DateDifference {...props} />;
  }
  if (name === "basis") return <BasisDifference {...props} />;
  if ((model.kind === "object" || model.kind === "variants") && !isInline(model)) {
    return (
      <PartsDifference
        section={`${section}.${name}`}
        model={model}
        before={before}
        after={after}
        references={references}
      />
    );
  }
  return <PlainDifference {...props} model={model} />;
}

/** The model of a fact's value, where neither side is a gap. */
function modelOfValue(model: FormModel, before: unknown, after: unknown): FormModel {
  if (model.kind !== "gapped") return model;
  return isGap(before) || isGap(after) ? model : modelOfValue(model.value, before, after);
}

function isGap(value: unknown): boolean {
  return value === "no" || value === "not-known";
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || LocalizedText.safeParse(value).success;
}

function textOf(value: unknown): LocalizedText | undefined {
  return LocalizedText.safeParse(value).data;
}

function hasWords(value: unknown): boolean {
  return isRecord(value) && value.words !== undefined;
}

/** A date as it is kept, and the words of its source in each language. */
function DateDifference({ section, name, before, after, references }: Props) {
  const [was, is] = [recordOf(before), recordOf(after)];
  return (
    <>
      <PlainDifference
        section={section}
        name={name}
        model={{ kind: "day" }}
        before={was.edtf}
        after={is.edtf}
        references={references}
      />
      <TextDifference before={textOf(was.words)} after={textOf(is.words)} />
    </>
  );
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** A source that a fact rests on: which, up to which day it speaks and how, in one line; then the note to it. */
function BasisDifference({ section, model, before, after, references }: Props) {
  const label = useFieldLabel();
  const [was, is] = [recordOf(before), recordOf(after)];
  const line = (key: "source" | "asOf" | "manner") => (
    <PlainDifference
      section={`${section}.basis`}
      name={key}
      model={fieldsFor(model, is).find((field) => field.key === key)?.model ?? { kind: "text" }}
      before={was[key]}
      after={is[key]}
      references={references}
    />
  );
  return (
    <>
      <Dotted>
        <span>{line("source")}</span>
        <span>
          {`${label(`${section}.basis`, "asOf")} `}
          {line("asOf")}
        </span>
        <span>{line("manner")}</span>
      </Dotted>
      {(was.note !== undefined || is.note !== undefined) && (
        <TextDifference before={textOf(was.note)} after={textOf(is.note)} />
      )}
    </>
  );
}

/** A thing without an id, such as a contradiction: all its fields where it came or went, else those that differ. */
function PartsDifference({ section, model, before, after, references }: Omit<Props, "name">) {
  const label = useFieldLabel();
  const [was, is] = [recordOf(before), recordOf(after)];
  const isWhole = before === undefined || after === undefined || same(before, after);
  const fields = new Map<string, FormField>(
    [...fieldsFor(model, was), ...fieldsFor(model, is)].map((field) => [field.key, field]),
  );
  // What a change is about stays in sight: which source it was.
  const shown = [...fields.values()].filter(({ key }) =>
    isWhole ? (was[key] ?? is[key]) !== undefined : key === "source" || !same(was[key], is[key]),
  );
  return (
    <dl className="parts">
      {shown.map(({ key, model: inner }) => (
        <div key={key}>
          <dt>{label(section, key)}</dt>
          <dd>
            <ValueDifference
              section={section}
              name={key}
              model={inner}
              before={was[key]}
              after={is[key]}
              references={references}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One line as it was and as it is. What reads the same and isn't is shown as it is kept. */
function PlainDifference({ section, name, model, before, after, references }: Props) {
  const t = useTranslations("review");
  const valueText = useValueWords(references);
  const wordsOf = (value: unknown) => valueText({ section, key: name, model, value });
  const [was, is] = [wordsOf(before), wordsOf(after)];
  if (same(before, after)) return was;
  if (was === is && was !== "") {
    if (Array.isArray(before) && Array.isArray(after)) return t("sameReordered", { text: was });
    return (
      <code>
        <MarkedWords before={JSON.stringify(before)} after={JSON.stringify(after)} />
      </code>
    );
  }
  const isLong = model.kind === "text" && was !== "" && is !== "";
  if (isLong) return <MarkedWords before={was} after={is} />;
  return (
    <>
      {was !== "" && <del>{was}</del>}
      {was !== "" && is !== "" && " → "}
      {is !== "" && <ins>{is}</ins>}
      {was === "" && is === "" && t("nothing")}
    </>
  );
}
