// As the first records have them. What stands in `death` or in a prosecution and isn't named has that one's.
const prefixes: Readonly<Record<string, string>> = {
  names: "n",
  citizenships: "z",
  residences: "l",
  occupations: "o",
  categories: "k",
  portrait: "i",
  recognitions: "r",
  events: "e",
  prosecutions: "p",
  "prosecutions.articles": "a",
  "prosecutions.sentence": "t",
  "prosecutions.*": "f",
  "health.conditions": "h",
  "health.riskGroups": "g",
  "death.*": "d",
  "contact.*": "c",
  sources: "s",
};

/** Letter of the ids of a section's facts; `section` is as `WalkedFact.section`, `death.autopsy`. */
export function idPrefix(section: string): string {
  const [key = ""] = section.split(".");
  return prefixes[section] ?? (section === key ? "x" : (prefixes[`${key}.*`] ?? "x"));
}
