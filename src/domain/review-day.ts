/** `YYYY-MM-DD`, half a year after a day: when something hidden that day is looked at again, unless said otherwise. */
export function reviewDayAfter(day: Date): string {
  const later = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 7, 0));
  const date = Math.min(day.getUTCDate(), later.getUTCDate());
  return new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth(), date)).toISOString().slice(0, 10);
}
