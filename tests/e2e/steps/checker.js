// What an accessibility checker finds.

import { AxeBuilder } from "@axe-core/playwright";

/** @typedef {import("@playwright/test").Page} Page */

/** The rules that hold for level AA, what is good practice, and what the checker only tries out. */
const TAGS = [
  ...["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
  ...["best-practice", "experimental"],
];

/**
 * What a checker finds on the whole page, a line each.
 *
 * @param {Page} page
 */
export async function barriers(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}
