// What an accessibility checker finds.

import { AxeBuilder } from "@axe-core/playwright";

/** @typedef {import("@playwright/test").Page} Page */

/** The rules that hold for level AA, what is good practice, and what the checker only tries out. */
const TAGS = [
  ...["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
  ...["best-practice", "experimental"],
];

/**
 * What a checker finds on the whole page, or in a part of the application, a line each.
 *
 * @param {Page} page
 * @param {string} [part] The part, as a style sheet names it.
 */
export async function barriers(page, part) {
  const checker = new AxeBuilder({ page }).withTags(TAGS);
  if (part) checker.include({ fromShadowDom: ["support-fit", part] });
  const { violations } = await checker.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}
