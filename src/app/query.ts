/** The query of a live page, as Next hands it to the page. */
export type PageQuery = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** The same as the domain's parsers read it, values given twice included. */
export async function searchParamsOf(query: PageQuery): Promise<URLSearchParams> {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(await query)) {
    for (const it of [value].flat()) if (it !== undefined) params.append(key, it);
  }
  return params;
}
