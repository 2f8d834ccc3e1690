import { useLocale, useTranslations } from "next-intl";
import type { PublicForm } from "#domain/disclosure.ts";
import { DateWords } from "#ui/profile/date-words.tsx";
import { Dotted } from "#ui/profile/dotted.tsx";
import { entryRow, FactList, factRow } from "#ui/profile/facts.tsx";
import type { ProfileView } from "#ui/profile/view.ts";
import { useWithheldRows, withheldIn } from "#ui/profile/withheld.tsx";
import { Words } from "#ui/words.tsx";

const sections = [
  "calledPoliticalPrisoner",
  "recognitions",
  "categories",
  "occupations",
  "citizenships",
  "residences",
  "birth",
  "sex",
  "protectedIdentity",
];

/** Who the person is: recognition, occupation, citizenship, residence, birth. */
export function PersonalFacts({ view }: { view: ProfileView }) {
  const t = useTranslations();
  const label = useTranslations("fact");
  const language = useLocale();
  const withheld = useWithheldRows(withheldIn(view, sections));
  const { form, sex } = view;
  const countries = new Intl.DisplayNames(language, { type: "region" });
  const rows = [
    ...factRow(view, label("calledPoliticalPrisoner"), form.calledPoliticalPrisoner, () =>
      t("profile.calledByThese", { sex }),
    ),
    ...form.recognitions.map((it) =>
      entryRow(view, label("recognitions"), it, <RecognitionWords recognition={it} />),
    ),
    ...form.categories.map((it) =>
      entryRow(view, label("categories"), it, t(`category.${it.category}`, { sex })),
    ),
    ...form.occupations.map((it) =>
      entryRow(view, label("occupations"), it, <OccupationWords occupation={it} />),
    ),
    ...form.citizenships.map((it) => entryRow(view, label("citizenships"), it, countries.of(it.country))),
    ...form.residences.map((it) =>
      entryRow(view, label("residences"), it, <ResidenceWords residence={it} />),
    ),
    ...factRow(view, label("birth-date"), form.birth.date, (it) => <DateWords date={it} />),
    ...factRow(view, label("birth-place"), form.birth.place, (it) => <Words text={it} />),
    ...factRow(view, label("sex"), form.sex, (it) => t(`profile.sex.${it}`)),
    ...factRow(view, label("protectedIdentity"), form.protectedIdentity, () => t("profile.yes")),
    ...withheld,
  ];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{t("profile.heading.person")}</h2>
      <FactList rows={rows} />
    </section>
  );
}

function RecognitionWords({
  recognition: { by, state, date, criteria },
}: {
  recognition: PublicForm["recognitions"][number];
}) {
  const t = useTranslations();
  return (
    <Dotted>
      <Words text={by} />
      {t(`recognition.${state}`)}
      {date !== undefined && <DateWords date={date} />}
      {criteria.map((criterion) => t(`criterion.${criterion}`))}
    </Dotted>
  );
}

function OccupationWords({
  occupation: { title, employer, period },
}: {
  occupation: PublicForm["occupations"][number];
}) {
  return (
    <Dotted>
      <Words text={title} />
      {employer !== undefined && <Words text={employer} />}
      {period !== undefined && <DateWords date={period} />}
    </Dotted>
  );
}

function ResidenceWords({ residence: { place, period } }: { residence: PublicForm["residences"][number] }) {
  return (
    <Dotted>
      <Words text={place} />
      {period !== undefined && <DateWords date={period} />}
    </Dotted>
  );
}
