import type { ReactNode } from "react";

export type ProseSection = { id: string; title: string; body: ReactNode };

/** A long text under headings, after a list of them; each heading can be linked to by its id. */
export function ProseSections({
  contents,
  sections,
}: {
  contents: string;
  sections: readonly ProseSection[];
}) {
  return (
    <div className="prose">
      <nav aria-labelledby="contents" className="contents">
        <h2 id="contents">{contents}</h2>
        <ol>
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {sections.map(({ id, title, body }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          {body}
        </section>
      ))}
    </div>
  );
}

/** The elements that a prose message may use. */
export const proseTags = {
  p: (text: ReactNode) => <p>{text}</p>,
  ul: (items: ReactNode) => <ul>{items}</ul>,
  li: (text: ReactNode) => <li>{text}</li>,
  b: (text: ReactNode) => <b>{text}</b>,
};
