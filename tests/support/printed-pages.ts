import { findArticle, listArticles } from "#data/public/articles.ts";
import { listDeaths } from "#data/public/deaths.ts";
import { findFacility, listFacilities } from "#data/public/facilities.ts";
import { readHealth } from "#data/public/health.ts";
import { readHome } from "#data/public/home.ts";
import { findNamedReferences } from "#data/public/named-references.ts";
import { listPeople } from "#data/public/people.ts";
import { findProfile } from "#data/public/profile.ts";
import { listFigures } from "#data/public/reference.ts";
import { listUpdates } from "#data/public/updates.ts";
import { findVersion, listVersions } from "#data/public/versions.ts";
import { Language } from "#domain/languages.ts";
import type { Render } from "#publisher/ports.ts";

/**
 * Stands for Next: prints all that a page reads of the registry, as JSON, so that a page that would have to be made
 * again and isn't is found whatever the real page shows of it.
 */
export const renderPrinted: Render = async (path) => {
  const [, language, ...segments] = path.split("/");
  const read = await readFor(segments, Language.parse(language));
  if (read === undefined) return { status: 404, body: Buffer.from("") };
  const printed = JSON.stringify(read, null, 1).replace(/[&<>]/g, (it) => `&#${it.charCodeAt(0)};`);
  const html = `<!DOCTYPE html><html lang="${language}"><head><title>${path}</title></head><body><pre>${printed}</pre></body></html>`;
  return { status: 200, body: Buffer.from(html) };
};

async function readFor(segments: readonly string[], language: Language): Promise<unknown> {
  const [first = "", second, third, fourth] = segments;
  if (first === "people" && second !== undefined) return readPerson(Number(second), third, fourth);
  if (first === "facilities" && second !== undefined) return findFacility(second, language);
  if (first === "articles" && second !== undefined) return findArticle(second, language);
  switch (first) {
    case "":
      return readHome(language);
    case "people":
      return Promise.all([listPeople({ page: 1 }, language), listFacilities(), listArticles()]);
    case "facilities":
      return listFacilities();
    case "articles":
      return listArticles();
    case "deaths":
      return listDeaths(1, language);
    case "health":
      return readHealth(language);
    case "updates":
      return listUpdates(1);
    case "methodology":
      return listFigures();
    default:
      return { page: first, segments };
  }
}

async function readPerson(number: number, third?: string, fourth?: string): Promise<unknown> {
  if (third === undefined) {
    const profile = await findProfile(number);
    return profile.found === "published"
      ? { profile, named: await findNamedReferences(profile.form) }
      : undefined;
  }
  if (fourth === undefined) return listVersions(number);
  return findVersion(number, Number(fourth));
}
