import { useTranslations } from "next-intl";
import { otherActor } from "#domain/actors.ts";

/** How pages call whoever did something, by what stands for them; `users` are names by ids. */
export function useActorName(users: ReadonlyMap<string, string>): (by: string) => string {
  const t = useTranslations("actor");
  return (by) => {
    const other = otherActor(by);
    if (other === undefined) return users.get(by) ?? by;
    return other.key === "command-line" ? t(other.key, { name: other.name }) : t(other.key);
  };
}
