// The focus is always visible: in view, uncovered, with a ring.

import { expect, test } from "@playwright/test";

import { WORDS, organization } from "./steps/content.js";
import { button, open } from "./steps/flow.js";
import { openAt, openEffect, rate } from "./steps/full.js";
import { tabTo } from "./steps/keyboard.js";
import { DESKTOP, PHONE, focused } from "./steps/measure.js";
import { VIEWS, showView } from "./steps/result.js";

test("Nothing covers a focused rating or its reset button, forward and back @wcag-2.4.11", async ({
  page,
}) => {
  const sizes = {
    phone: PHONE,
    "phone in landscape": { width: 844, height: 390 },
    desktop: DESKTOP,
  };
  for (const [size, viewport] of Object.entries(sizes)) {
    await test.step(size, async () => {
      await page.setViewportSize(viewport);
      await openAt(page, "priorities", organization("P10"));
      await openEffect(page);
      await rate(page, "people", 3);
      await button(page, "Set all to “Normal”").waitFor();
      await tabTo(page, (at) => at.type === "submit");
      for (let stops = 0; stops < 10; stops++) {
        await page.keyboard.press("Shift+Tab");
        const at = await focused(page);
        expect.soft(at, `${at?.tag} ${at?.name}`).toMatchObject({ inView: true, covered: false });
      }
    });
  }
});

for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`Every Tab stop of every view is in view, uncovered and has a ring on a ${size} @wcag-2.4.7 @wcag-2.4.11`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await openAt(page, "result", organization("P10"));
    for (const view of Object.keys(VIEWS)) {
      await test.step(view, async () => {
        await showView(page, view);
        await page.locator("support-fit .result h3").first().focus();
        await tabTo(page, (at) => at.name === WORDS.ui.footer.start_over);
      });
    }
  });
}

test("The focus ring is 3 px wide and 2 px away from the control @wcag-2.4.7", async ({ page }) => {
  await open(page);
  const ring = (/** @type {import("@playwright/test").Locator} */ target) =>
    target.evaluate((element) => {
      const { outlineWidth, outlineOffset, outlineStyle } = getComputedStyle(element);
      return [outlineWidth, outlineOffset, outlineStyle];
    });
  await page.keyboard.press("Tab");
  expect(await ring(page.locator("support-fit summary:focus"))).toEqual(["3px", "2px", "solid"]);
  await page.keyboard.press("Tab");
  const row = page.locator("support-fit label:has(:focus)");
  expect(await ring(row)).toEqual(["3px", "2px", "solid"]);
});
