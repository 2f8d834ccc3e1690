import { useLocale } from "next-intl";
import type { PublicForm } from "#domain/disclosure.ts";
import { textIn } from "#domain/localized-text.ts";
import { Dotted } from "#ui/profile/dotted.tsx";
import { Evidence } from "#ui/profile/evidence.tsx";
import type { ProfileView } from "#ui/profile/view.ts";
import { Words } from "#ui/words.tsx";

type Props = { view: ProfileView; portrait: NonNullable<PublicForm["portrait"]> };

/** A portrait with where it comes from and its licence. */
export function Portrait({ view, portrait }: Props) {
  const language = useLocale();
  const { id, basis, file, width, height, description, provenance, licence } = portrait;
  return (
    <figure id={id}>
      {/* biome-ignore lint/performance/noImgElement: it is a finished file; there is no image optimiser at run time */}
      <img
        src={`/portraits/${file}`}
        width={width}
        height={height}
        alt={textIn(description, language).text}
      />
      <figcaption>
        <Dotted>
          <Words text={provenance} />
          {licence}
        </Dotted>
        <Evidence view={view} basis={basis} id={id} />
      </figcaption>
    </figure>
  );
}
