import { useLocale, useTranslations } from "next-intl";
import { localizedPath, profileAddress } from "#domain/addresses.ts";
import type { PersonCard } from "#domain/person-card.ts";
import { Day } from "#ui/day.tsx";
import { PersonName } from "#ui/person-name.tsx";

/** The names of the dead, each with the day, under a black band. */
export function Remembered({ dead }: { dead: readonly PersonCard[] }) {
  const t = useTranslations();
  const language = useLocale();
  if (dead.length === 0) return null;
  return (
    <section className="remembered" aria-labelledby="remembered">
      <h2 id="remembered">{t("home.remembered")}</h2>
      <ul>
        {dead.map((card) => (
          <li key={card.number}>
            <a href={localizedPath(profileAddress(card.number), language)}>
              <PersonName card={card} />
            </a>
            <span className="soft">
              {card.death?.date === undefined ? t("card.unknownDay") : <Day date={card.death.date} />}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={localizedPath("/deaths", language)}>{t("home.rememberedMore")}</a>
      </p>
    </section>
  );
}
