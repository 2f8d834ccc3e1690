/** What somebody saved of a draft meanwhile. */
export type OthersSave = { name: string; at: string; keys: readonly string[] };

/** What saving a section of a draft came to, for its form. */
export type DraftAnswer =
  | {
      kind: "saved";
      /** The save that the draft stands at now. */
      save: number;
      at: string;
      others: readonly OthersSave[];
      /** Keys of this section that others saved: the form still shows them as they were at the save that stands here. */
      shown: Readonly<Record<string, number>>;
      /** The path of the page that shows the section anew, where more than its fields' values has changed. */
      goTo?: string;
    }
  | {
      kind: "conflict";
      save: number;
      /** The save under which what was typed is kept beside the draft. */
      aside: number;
      others: readonly OthersSave[];
      /** What the section held when the form was made, and what it holds now. */
      before: Readonly<Record<string, unknown>>;
      after: Readonly<Record<string, unknown>>;
    };
