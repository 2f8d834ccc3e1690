/** The fields that a browser would send of a form's HTML as React writes it, in their order; no button is pressed. */
export function formFields(html: string): [name: string, value: string][] {
  const fields: [string, string][] = [];
  const controls =
    /<input\b([^>]*)>|<textarea\b([^>]*)>([^<]*)<\/textarea>|<select\b([^>]*)>(.*?)<\/select>/gs;
  for (const [, input, textarea, text = "", select, options = ""] of html.matchAll(controls)) {
    const given = attributes(input ?? textarea ?? select ?? "");
    const name = given.get("name");
    if (name === undefined || given.has("disabled")) continue;
    if (select !== undefined) fields.push([name, chosen(options)]);
    // HTML drops a line break right behind the tag, and what is sent has line ends as on paper.
    else if (textarea !== undefined)
      fields.push([name, unescaped(text.replace(/^\n/, "")).replaceAll("\n", "\r\n")]);
    else if (!["radio", "checkbox"].includes(given.get("type") ?? "") || given.has("checked")) {
      // A line of text holds no line breaks.
      const value = given.get("value") ?? "on";
      fields.push([name, given.get("type") === "text" ? value.replaceAll("\n", "") : value]);
    }
  }
  return fields;
}

function chosen(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, it = ""]) => attributes(it));
  return (all.find((it) => it.has("selected")) ?? all[0])?.get("value") ?? "";
}

function attributes(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/([^\s="]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => [
      name,
      unescaped(value),
    ]),
  );
}

function unescaped(text: string): string {
  const characters: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#x27": "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|#x27|amp);/g, (_, name: string) => characters[name] ?? "");
}
