import { expect, test } from "vitest";
import { JsonLd } from "#ui/json-ld.tsx";
import { render } from "../../tests/support/render.tsx";

test("linked data cannot end its element, and reads back as it was", () => {
  const name = '</script><script>alert("1")</script> & <!--';
  const html = render("en", <JsonLd data={{ "@type": "Person", name }} />);
  const json = /^<script type="application\/ld\+json">([^<]*)<\/script>$/.exec(html)?.[1] ?? "";
  expect(JSON.parse(json)).toEqual({ "@context": "https://schema.org", "@type": "Person", name });
});
