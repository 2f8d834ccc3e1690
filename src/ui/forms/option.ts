/** Something that can be chosen, under the heading of its group if it has one. */
export type Option = { value: string; label: string; group?: string | undefined };
