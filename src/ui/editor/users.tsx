import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { localizedPath } from "#domain/addresses.ts";
import type { Actor, Role } from "#domain/policy.ts";
import { Moment } from "#ui/editor/moment.tsx";

/** An account as administrators see it. */
export type ListedUser = {
  id: string;
  login: string;
  name: string;
  role: Role;
  mustChangePassword: boolean;
  createdAt: Date;
  deactivatedAt: Date | null;
  lastSignIn: Date | undefined;
};

/** Everybody who has an account. */
export function UserList({ actor, users }: { actor: Actor; users: readonly ListedUser[] }) {
  const t = useTranslations("accounts");
  const language = useLocale();
  return (
    <>
      <p className="actions">
        <a href={localizedPath("/editor/users/new", language)}>{t("users.add")}</a>
      </p>
      <ul className="entries">
        {users.map((user) => (
          <li key={user.id}>
            <a href={localizedPath(`/editor/users/${user.id}`, language)}>{user.name}</a>
            {user.id === actor.id && ` (${t("users.you")})`}
            <UserFacts user={user} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What there is to know of an account, beside whose it is. */
export function UserFacts({ user }: { user: ListedUser }) {
  const t = useTranslations("accounts");
  const { login, role, deactivatedAt, mustChangePassword, lastSignIn, createdAt } = user;
  return (
    <dl className="inline-facts">
      <Fact label={t("users.login")}>
        <span className="typed">{login}</span>
      </Fact>
      <Fact label={t("users.role")}>{t(`role.${role}`)}</Fact>
      {deactivatedAt !== null && (
        <Fact label={t("users.deactivatedSince")}>
          <Moment at={deactivatedAt} />
        </Fact>
      )}
      <Fact label={t("users.lastSignIn")}>
        {lastSignIn === undefined ? t("users.never") : <Moment at={lastSignIn} />}
        {mustChangePassword && `; ${t("users.given")}`}
      </Fact>
      <Fact label={t("users.created")}>
        <Moment at={createdAt} />
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
