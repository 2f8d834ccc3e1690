import { useTranslations } from "next-intl";
import type { Event } from "#domain/case-file/events.ts";
import { useMoney } from "#ui/profile/money.ts";
import type { ProfileView } from "#ui/profile/view.ts";

/** What an event's kind alone doesn't say: which custody, cell, contact or release, and how much. */
export function useEventDetails(event: Event, sex: ProfileView["sex"]): string[] {
  const t = useTranslations();
  const money = useMoney();
  switch (event.kind) {
    case "detention":
    case "reported-in-custody":
    case "transfer":
      return event.custody === "not-known" ? [] : [t(`custody.${event.custody}`)];
    case "punishment-cell":
      return [
        ...(event.cell === "not-known" ? [] : [t(`cell.${event.cell}`)]),
        ...(event.days === undefined ? [] : [t("term.days", { count: event.days })]),
      ];
    case "contact":
      return [t(`channel.${event.channel}`, { sex })];
    case "release":
      return [t(`release.${event.release}`)];
    case "fine":
      return event.amount === undefined ? [] : [money(event.amount, event.currency)];
    default:
      return [];
  }
}
