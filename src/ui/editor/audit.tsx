import { useLocale, useTranslations } from "next-intl";
import { type Address, localizedPath } from "#domain/addresses.ts";
import { type AuditFilter, type AuditFilters, type AuditQuery, auditAddress } from "#domain/audit-query.ts";
import { type AuditedActionName, auditedActions } from "#domain/audited-actions.ts";
import {
  type AuditedDetail,
  type AuditedValue,
  auditedDetails,
  auditedValues,
  numberLeadsTo,
} from "#domain/audited-details.ts";
import type { NamesByLanguage } from "#domain/draft-names.ts";
import { useActorName } from "#ui/editor/actor-name.ts";
import { Moment } from "#ui/editor/moment.tsx";
import { PersonLink } from "#ui/editor/person-link.tsx";
import { SelectField } from "#ui/forms/select-field.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { TextField } from "#ui/forms/text-field.tsx";
import { Pagination } from "#ui/pagination.tsx";
import { Dotted } from "#ui/profile/dotted.tsx";

type Person = { id: string; number: number | null; names: NamesByLanguage };

type Entry = {
  id: string;
  at: Date;
  by: string;
  action: string;
  person: Person | undefined;
  other: Person | undefined;
  draftId: string | undefined;
  details: Readonly<Record<string, string | number | null>>;
};

type Props = {
  query: AuditQuery;
  /** Parts of the address's query that could not be read. */
  unread: readonly AuditFilter[];
  entries: readonly Entry[];
  total: number;
  pages: number;
  /** Names by users' ids. */
  users: ReadonlyMap<string, string>;
  /** All whom one can ask for. */
  actors: readonly string[];
};

/** Who did what, when, to whom, and what was before and after. */
export function Audit({ query, unread, entries, total, pages, users, actors }: Props) {
  const t = useTranslations("audit");
  const language = useLocale();
  return (
    <>
      <Filter filters={query} actors={actors} users={users} />
      {unread.map((filter) => (
        <p key={filter} className="problems">
          {t("unread", { filter: t(`filter.${filter}`) })}
        </p>
      ))}
      <p role="status">{t("total", { count: total })}</p>
      <ol className="entries">
        {entries.map((entry) => (
          <EntryItem key={entry.id} entry={entry} users={users} />
        ))}
      </ol>
      <Pagination
        page={query.page}
        pages={pages}
        href={(page) => localizedPath(auditAddress({ ...query, page }), language)}
      />
    </>
  );
}

function Filter({ filters, actors, users }: { filters: AuditFilters } & Pick<Props, "actors" | "users">) {
  const t = useTranslations("audit");
  const language = useLocale();
  const nameOf = useActorName(users);
  const any = { value: "", label: t("any") };
  const named = actors
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <form
      action={localizedPath("/editor/audit", language)}
      className="form columns"
      aria-label={t("filters")}
    >
      <SelectField
        name="user"
        label={t("filter.user")}
        options={[any, ...named]}
        defaultValue={filters.user ?? ""}
      />
      <SelectField
        name="action"
        label={t("filter.action")}
        options={[any, ...auditedActions.map((action) => ({ value: action, label: t(`action.${action}`) }))]}
        defaultValue={filters.action ?? ""}
      />
      <TextField name="person" label={t("filter.person")} defaultValue={filters.person} />
      <TextField name="day" label={t("filter.day")} hint={t("dayHint")} defaultValue={filters.day} />
      {filters.draft !== undefined && (
        <TextField name="draft" label={t("filter.draft")} defaultValue={filters.draft} />
      )}
      <div className="actions">
        <SubmitButton>{t("submit")}</SubmitButton>
        <a href={localizedPath("/editor/audit", language)}>{t("all")}</a>
      </div>
    </form>
  );
}

function EntryItem({ entry, users }: { entry: Entry; users: Props["users"] }) {
  const t = useTranslations("audit");
  const language = useLocale();
  const nameOf = useActorName(users);
  const { at, by, action, person, draftId } = entry;
  const to = (address: Address) => localizedPath(address, language);
  const details = Object.entries(entry.details)
    .filter(([, value]) => value !== null)
    .sort(([a], [b]) => placeOf(a) - placeOf(b));
  return (
    <li>
      <p>
        <strong>{isAction(action) ? t(`action.${action}`) : action}</strong>
      </p>
      <p className="soft">
        <Dotted>
          <Moment at={at} />
          <a href={to(auditAddress({ user: by, page: 1 }))}>{nameOf(by)}</a>
          {person !== undefined && <PersonLink person={person} />}
          {draftId !== undefined && <a href={to(`/editor/drafts/${draftId}`)}>{t("draft")}</a>}
        </Dotted>
      </p>
      {details.length > 0 && (
        <dl className="inline-facts">
          {details.map(([detail, value]) => (
            <div key={detail}>
              <dt>
                <Detail detail={detail} isOfDraft={draftId !== undefined} />
              </dt>
              <dd>
                <Value detail={detail} value={value} entry={entry} users={users} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

function Detail({ detail, isOfDraft }: { detail: string; isOfDraft: boolean }) {
  const t = useTranslations("audit");
  // Drafts are saved in a manner, facts are hidden in one.
  if (detail === "manner" && isOfDraft) return t("savedHow");
  return isDetail(detail) ? t(`detail.${detail}`) : detail;
}

type ValueProps = { detail: string; value: string | number | null; entry: Entry; users: Props["users"] };

function Value({ detail, value, entry: { person, other, draftId }, users }: ValueProps) {
  const t = useTranslations("audit.value");
  const language = useLocale();
  const link = (address: Address, text: string) => <a href={localizedPath(address, language)}>{text}</a>;
  const nameOf = useActorName(users);
  const text = String(value);
  if (detail === "askedBy") return nameOf(text);
  if (detail === "user") return link(`/editor/users/${text}`, users.get(text) ?? text);
  if (detail === "other" && other !== undefined) return <PersonLink person={other} />;
  if (isValue(value)) return t(value);
  const leadsTo =
    typeof value === "number" && value > 0 ? numberLeadsTo(detail, draftId !== undefined) : undefined;
  if (leadsTo === "save") return link(`/editor/drafts/${draftId}/saves/${text}`, text);
  if (leadsTo === "version" && person !== undefined) {
    return link(`/editor/people/${person.id}/versions/${text}`, text);
  }
  return <span className="typed">{text}</span>;
}

/** In the order of the list; what isn't in it stands last. */
function placeOf(detail: string): number {
  const order: readonly string[] = auditedDetails;
  const place = order.indexOf(detail);
  return place === -1 ? order.length : place;
}

function isAction(text: string): text is AuditedActionName {
  return auditedActions.some((action) => action === text);
}

function isDetail(text: string): text is AuditedDetail {
  return auditedDetails.some((detail) => detail === text);
}

function isValue(value: unknown): value is AuditedValue {
  return auditedValues.some((it) => it === value);
}
