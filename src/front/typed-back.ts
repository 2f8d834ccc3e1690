import { readMultipart } from "#front/multipart.ts";

/** A field that somebody filled in. */
export type Typed = { name: string; value: string };

// A browser that goes back to a page which nobody may keep asks for it anew, and not every one then remembers what was
// typed. So a form that could not be taken, sent without scripts, is answered with what was in it.

/** What a page sends beside what somebody types: React's fields, ids, choices, numbers of saves. Passwords go nowhere. */
const untold =
  /^(?:\$ACTION_.*|language|draft|base|person|another|section|manner|complete|live|to)$|password/i;
const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What was typed in a form; nothing where it cannot be read. */
export function typedIn(contentType: string, body: Buffer): Typed[] {
  return (readMultipart(contentType, body) ?? []).flatMap(({ name, from, to }) => {
    const value = body.toString("utf8", from, to);
    return untold.test(name) || id.test(value) || value.trim() === "" ? [] : [{ name, value }];
  });
}

/** Where the edition's error pages have room for it (app/[locale]/(public)/errors). */
const room = /<section id="typed" hidden(?:="")?>([\s\S]*?)<\/section>/;

/** An error page with what was typed, to be copied from there. */
export function withTyped(page: string, typed: readonly Typed[]): string {
  const fields = typed.map(({ name, value }, at) => {
    const rows = Math.min(20, value.split("\n").length + Math.floor(value.length / 40));
    // The first line break in a text area is none of its text.
    const area = `<textarea id="typed-${at}" readonly cols="36" rows="${rows}">\n${escaped(value)}</textarea>`;
    return `<p><label for="typed-${at}">${escaped(name)}</label><br>${area}</p>`;
  });
  return page.replace(room, (_, words: string) => `<section id="typed">${words}${fields.join("")}</section>`);
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replace(/[&<>"]/g, (it) => entities[it] ?? it);
}
