import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { localizedPath } from "#domain/addresses.ts";
import { Page } from "#ui/page.tsx";

// What the front answers with these statuses. Nobody outside reaches these addresses, and nothing here reads the database.
const problems = new Map([
  ["400", "unreadable"],
  ["403", "foreign"],
  ["404", "notFound"],
  ["409", "outdated"],
  ["410", "gone"],
  ["413", "tooLarge"],
  ["500", "failed"],
  ["503", "unavailable"],
] as const);

/** What a form of editors can be answered with: what was typed in it is given back, by src/front/typed-back.ts. */
const ofForms: readonly string[] = ["unreadable", "outdated", "failed"];

type Props = { params: Promise<{ status: string }> };

async function problemOf({ params }: Props) {
  const { status } = await params;
  for (const [known, problem] of problems) if (known === status) return problem;
  notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("site");
  const words = await getTranslations("errors");
  const title = t("titleTemplate", { title: words(`${await problemOf(props)}.title`) });
  return { title, robots: { index: false }, icons: { icon: "/favicon.svg" } };
}

export default async function ErrorPage(props: Props) {
  const t = await getTranslations();
  const words = await getTranslations("errors");
  const language = await getLocale();
  const problem = await problemOf(props);
  return (
    <Page address="/">
      <h1>{words(`${problem}.title`)}</h1>
      <p className="lead">{words(`${problem}.text`)}</p>
      {ofForms.includes(problem) && (
        <section id="typed" hidden>
          <h2>{words("typed.title")}</h2>
          <p>{words("typed.text")}</p>
        </section>
      )}
      <p>
        <a href={localizedPath("/", language)}>{t("site.home")}</a>
        {" · "}
        <a href={localizedPath("/people", language)}>{t("nav.people")}</a>
        {" · "}
        <a href={localizedPath("/search", language)}>{t("nav.search")}</a>
      </p>
    </Page>
  );
}
