// The focus is always visible: in view, uncovered, with a ring.

import { expect, test } from "@playwright/test";

import { organization } from "./steps/content.js";
import { button, open } from "./steps/flow.js";
import { openAt, openEffect, rate } from "./steps/full.js";
import { tabTo } from "./steps/keyboard.js";
import { DESKTOP, PHONE, focused } from "./steps/measure.js";

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
  test(`Every Tab stop of a full result is in view, uncovered and has a ring on a ${size} @wcag-2.4.7 @wcag-2.4.11`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await openAt(page, "result", organization("P10"));
    await tabTo(page, (at) => at.name === "Change my answers");
  });
}

test("The last entry of the contents is in view in a low window", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 400 });
  await openAt(page, "result", organization("P10"));
  const entries = page.getByRole("navigation").getByRole("button").filter({ visible: true });
  await entries.first().focus();
  for (let n = (await entries.count()) - 1; n > 0; n--) await page.keyboard.press("Tab");
  await expect(entries.last()).toBeFocused();
  expect(await focused(page)).toMatchObject({ inView: true, covered: false });
});

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
