// The axe-core accessibility checker.

import axe from "axe-core";

/** @typedef {import("@playwright/test").Page} Page */

/** The rule sets for level AA, best practices, and axe-core's experimental rules. */
const TAGS = [
  ...["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
  ...["best-practice", "experimental"],
];

/**
 * The axe violations on the page, one line each.
 *
 * axe-core is called directly: its package for Playwright reports every node that passes, which takes five times as long on a
 * full result.
 *
 * @param {Page} page
 * @param {object} [options]
 * @param {string} [options.part] A CSS selector: checks only this part of the application.
 * @param {string[]} [options.rules] Runs only these rules.
 * @param {boolean} [options.ignoresContrast] Skips the contrast rule, which takes longer than all other rules combined.
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
