import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Address, localizedPath } from "#domain/addresses.ts";
import { type Actor, may, type Permission } from "#domain/policy.ts";
import { EditorFrame } from "#ui/editor/editor-frame.tsx";
import { SignOutForm } from "#ui/editor/sign-out.tsx";

/** A page above the one that is shown; the desk is above all and needn't be named. */
export type EditorCrumb = { address: Address; label: string };

type Props = {
  /** What `pageActor` gave. */
  actor: Actor & { address: Address; mustChangePassword: boolean };
  /** The page's h1. */
  title: string;
  /** Outermost first. */
  crumbs?: readonly EditorCrumb[];
  /** `done` of the query, as it came: what was just done is said above the content. */
  done?: unknown;
  children: ReactNode;
};

const sections = [
  { name: "desk", address: "/editor", permission: "read" },
  { name: "people", address: "/editor/people", permission: "read" },
  { name: "update", address: "/editor/update", permission: "edit" },
  { name: "duplicates", address: "/editor/duplicates", permission: "read" },
  { name: "users", address: "/editor/users", permission: "manage-users" },
  { name: "audit", address: "/editor/audit", permission: "read-audit" },
] as const satisfies readonly { name: string; address: Address; permission: Permission }[];

/** A page of the editors' side for somebody who is signed in: shows the ways that their role may go. */
export function EditorPage({ actor, title, crumbs, done, children }: Props) {
  return (
    <EditorFrame
      address={actor.address}
      title={title}
      done={done}
      signedIn={<SignedIn actor={actor} />}
      path={crumbs && !actor.mustChangePassword && <Path crumbs={crumbs} />}
    >
      {children}
    </EditorFrame>
  );
}

function SignedIn({ actor }: Pick<Props, "actor">) {
  const t = useTranslations("editor");
  const language = useLocale();
  return (
    <>
      {!actor.mustChangePassword && (
        <nav aria-label={t("sections")} className="sections">
          <ul>
            {sections
              .filter(({ permission }) => may(actor.role, permission))
              .map(({ name, address }) => (
                <li key={name}>
                  <a
                    href={localizedPath(address, language)}
                    aria-current={currentIn(address, pathOf(actor.address))}
                  >
                    {t(name)}
                  </a>
                </li>
              ))}
          </ul>
        </nav>
      )}
      <div className="signed-in">
        <p>{t.rich("signedInAs", { name: actor.name, b: (text) => <strong>{text}</strong> })}</p>
        <a href={localizedPath("/editor/password", language)}>{t("password")}</a>
        <SignOutForm label={t("signOut")} />
      </div>
    </>
  );
}

function pathOf(address: Address): string {
  return address.replace(/\?.*/, "");
}

function currentIn(section: Address, path: string): "page" | "true" | undefined {
  if (path === section) return "page";
  return section !== "/editor" && path.startsWith(`${section}/`) ? "true" : undefined;
}

function Path({ crumbs }: { crumbs: readonly EditorCrumb[] }) {
  const t = useTranslations();
  const language = useLocale();
  return (
    <nav aria-label={t("site.path")} className="path">
      <ol>
        {[{ address: "/editor" as const, label: t("editor.desk") }, ...crumbs].map((crumb) => (
          <li key={crumb.address}>
            <a href={localizedPath(crumb.address, language)}>{crumb.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
