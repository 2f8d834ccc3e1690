import { getTranslations } from "next-intl/server";
import { signIn } from "#actions/sign-in.ts";
import { type PageQuery, searchParamsOf } from "#app/query.ts";
import { pathAfterSignIn } from "#domain/account.ts";
import { SignIn } from "#ui/editor/sign-in.tsx";

export async function generateMetadata() {
  const t = await getTranslations("accounts.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: { searchParams: PageQuery }) {
  const query = await searchParamsOf(searchParams);
  return (
    <SignIn
      action={signIn}
      to={pathAfterSignIn(query.get("to") ?? undefined)}
      done={query.get("done") ?? undefined}
    />
  );
}
