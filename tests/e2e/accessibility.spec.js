// Every screen for everybody: what a checker finds, and the size of what can be pressed.

import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { DESKTOP, PHONE, layOutAll, targets } from "./steps/measure.js";
import { SCREENS } from "./steps/screens.js";

/** The rules that hold for level AA, what is good practice, and what the checker only tries out. */
const TAGS = [
  ...["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
  ...["best-practice", "experimental"],
];

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    test.describe(`the checker finds nothing (${colorScheme}, ${size})`, () => {
      test.use({ colorScheme, viewport });

      for (const [name, show] of Object.entries(SCREENS)) {
        test(`on ${name}`, async ({ page }) => {
          await show(page);
          await layOutAll(page);
          const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
          const found = violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
          );
          expect(found).toEqual([]);
        });
      }
    });
  }
}

test.describe("what can be pressed is large enough", () => {
  test.use({ viewport: PHONE });
  for (const [screen, show] of Object.entries(SCREENS)) {
    test(`on ${screen}`, async ({ page }) => {
      await show(page);
      await layOutAll(page);
      const all = await targets(page);
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter((t) => t.height < (t.isAnswer ? 44 : 24) || t.width < 24)).toEqual([]);
    });
  }
});
