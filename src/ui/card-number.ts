/** A record's number as the corner of a card shows it: at least four digits. */
export function cardNumber(number: number): string {
  return String(number).padStart(4, "0");
}
