/** "12", "№ 12", "#0012": the number of a record that a search is for, within what PostgreSQL's integer holds. */
export function recordNumber(query: string): number | undefined {
  const digits = /^\s*(?:№|#|no\.?)?\s*0*([1-9]\d{0,8})\s*$/iu.exec(query)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
