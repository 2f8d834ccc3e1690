/** Today, `YYYY-MM-DD`, where what the registry tells of happens: what "yesterday" is told from. */
export function dayInMinsk(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Minsk" }).format(new Date());
}
