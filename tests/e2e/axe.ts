import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const accessibility = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds on a page by WCAG 2.2 AA, and by its own best practice: each rule with the elements that break it. */
export async function foundByAxe(page: Page, { bestPractice = true } = {}): Promise<string[]> {
  const tags = bestPractice ? [...accessibility, "best-practice"] : accessibility;
  const { violations } = await new AxeBuilder({ page })
    // It tells of what is in order, too, which takes it half as long again.
    .options({ resultTypes: ["violations"] })
    .withTags(tags)
    // The other mode opens a second page for each look, for the sake of frames: we have none.
    .setLegacyMode()
    .analyze();
  return violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(" | ")}`);
}
