// What an accessibility checker finds.

import axe from "axe-core";

/** @typedef {import("@playwright/test").Page} Page */

/** The rules that hold for level AA, what is good practice, and what the checker only tries out. */
const TAGS = [
  ...["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
  ...["best-practice", "experimental"],
];

/**
 * What the accessibility checker finds on the page, a line each.
 *
 * axe-core is called directly: its package for Playwright reports every node that passes, which takes five times as long on a
 * full result.
 *
 * @param {Page} page
 * @param {object} [options]
 * @param {string} [options.part] Looks only at this part of the application, as a style sheet names it.
 * @param {string[]} [options.rules] Tries only these rules.
 * @param {boolean} [options.ignoresContrast] Leaves out the rule on contrast, which takes longer than all others together.
 */
export async function barriers(page, { part, rules, ignoresContrast = false } = {}) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ part, runOnly, ignoresContrast }) => {
      /** @type {import("axe-core").AxeResults} */
      const { violations } = await /** @type {any} */ (window).axe.run(
        part ? { include: { fromShadowDom: ["support-fit", part] } } : document,
        {
          runOnly,
          resultTypes: ["violations"],
          ...(ignoresContrast && { rules: { "color-contrast": { enabled: false } } }),
        },
      );
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
      );
    },
    { part, runOnly: rules ?? TAGS, ignoresContrast },
  );
}
