import { useLocale, useTranslations } from "next-intl";
import { articleAddress, localizedPath } from "#domain/addresses.ts";
import type { Prosecution, Punishment } from "#domain/case-file/prosecutions.ts";
import { articleLabel } from "#ui/article-label.ts";
import { DateWords } from "#ui/profile/date-words.tsx";
import { Dotted } from "#ui/profile/dotted.tsx";
import { Evidence } from "#ui/profile/evidence.tsx";
import { entryRow, FactList, factRow } from "#ui/profile/facts.tsx";
import { useMoney } from "#ui/profile/money.ts";
import { NoteBelow } from "#ui/profile/note-below.tsx";
import type { ProfileView } from "#ui/profile/view.ts";
import { useWithheldRows, withheldIn } from "#ui/profile/withheld.tsx";
import { TermText } from "#ui/term-text.tsx";
import { Words } from "#ui/words.tsx";

/** The cases brought against the person, and the sentences. */
export function Prosecutions({ view }: { view: ProfileView }) {
  const t = useTranslations("profile");
  const withheld = useWithheldRows(withheldIn(view, ["prosecutions"]));
  const { prosecutions } = view.form;
  if (prosecutions.length === 0 && withheld.length === 0) return null;
  return (
    <section>
      <h2>{t("heading.prosecutions")}</h2>
      {prosecutions.map((prosecution, index) => (
        <section key={prosecution.id} id={prosecution.id}>
          <h3>
            {t("case", { number: index + 1 })}
            <Evidence view={view} basis={prosecution.basis} id={prosecution.id} />
          </h3>
          <Case view={view} prosecution={prosecution} />
        </section>
      ))}
      <FactList rows={withheld} />
    </section>
  );
}

function Case({ view, prosecution }: { view: ProfileView; prosecution: Prosecution }) {
  const t = useTranslations();
  const label = useTranslations("fact");
  const withheld = useWithheldRows(view.form.withheld.filter((it) => it.within === prosecution.id));
  const rows = [
    ...factRow(view, label("prosecutions-charge"), prosecution.charge, (it) => <Words text={it} />),
    ...prosecution.articles.map((article) =>
      entryRow(view, label("prosecutions-articles"), article, <ArticleName view={view} article={article} />),
    ),
    ...factRow(view, label("prosecutions-court"), prosecution.court, (it) => <Words text={it} />),
    ...factRow(view, label("prosecutions-judge"), prosecution.judge, (it) => <Words text={it} />),
    ...factRow(view, label("prosecutions-prosecutor"), prosecution.prosecutor, (it) => <Words text={it} />),
    ...factRow(view, label("prosecutions-inAbsentia"), prosecution.inAbsentia, () => t("profile.yes")),
    ...factRow(view, label("prosecutions-verdictDate"), prosecution.verdictDate, (it) => (
      <DateWords date={it} />
    )),
    ...prosecution.sentence.map((punishment) =>
      entryRow(view, label("prosecutions-sentence"), punishment, <PunishmentWords punishment={punishment} />),
    ),
    ...factRow(view, label("prosecutions-appeal"), prosecution.appeal, (it) => <Words text={it} />),
    ...withheld,
  ];
  return <FactList rows={rows} />;
}

type ChargedArticle = Prosecution["articles"][number];

function ArticleName({ view, article: { code, part } }: { view: ProfileView; article: ChargedArticle }) {
  const t = useTranslations();
  const language = useLocale();
  const article = view.articles.get(code);
  const number = articleLabel(code, language);
  return (
    <>
      <a href={localizedPath(articleAddress(code), language)}>
        {part === undefined ? t("profile.article", { number }) : t("profile.articlePart", { number, part })}
      </a>
      {article !== undefined && `: ${article.title[language]}`}
      {article?.translated.includes(language) && ` (${t("articles.translated")})`}
    </>
  );
}

function PunishmentWords({ punishment }: { punishment: Punishment }) {
  const t = useTranslations();
  const money = useMoney();
  const { type, term, regime, amount, currency, note } = punishment;
  return (
    <>
      <Dotted>
        {t(`sentence.${type}`)}
        {term !== undefined && <TermText term={term} />}
        {regime !== undefined && t(`regime.${regime}`)}
        {amount !== undefined && money(amount, currency)}
      </Dotted>
      <NoteBelow note={note} />
    </>
  );
}
