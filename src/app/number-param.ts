import { notFound } from "next/navigation";

/** A number in an address, written in the one way that leads to a page; a 404 for anything else. */
export function numberParam(text: string): number {
  // Nine digits stay within PostgreSQL's integer.
  return /^[1-9][0-9]{0,8}$/.test(text) ? Number(text) : notFound();
}
