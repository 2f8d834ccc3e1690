/** A name in its parts, as a case file keeps it; what is not known of it is left out. */
export type NameParts = {
  given?: string | undefined;
  patronymic?: string | undefined;
  family?: string | undefined;
};

/** Parts of a name, in the order in which a name is written out. */
export const namePartKinds = ["given", "patronymic", "family"] as const;
export type NamePartKind = (typeof namePartKinds)[number];
