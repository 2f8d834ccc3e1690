/** A block of linked data (schema.org): data for machines, the one script element that a page may hold. */
export function JsonLd({ data }: { data: Readonly<Record<string, unknown>> }) {
  // "<" is all that could end the element.
  const json = JSON.stringify({ "@context": "https://schema.org", ...data }).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape the quotes of JSON
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
