// The focus, wherever it is: nothing lies over it, and it is seen.

import { expect, test } from "@playwright/test";

import { organization } from "./steps/content.js";
import { button, open } from "./steps/flow.js";
import { openAt, rate } from "./steps/full.js";
import { tabTo } from "./steps/keyboard.js";
import { DESKTOP, PHONE, focused } from "./steps/measure.js";

for (const [size, viewport] of Object.entries({
  phone: PHONE,
  "phone held across": { width: 844, height: 390 },
  desktop: DESKTOP,
})) {
  test(`nothing lies over a rating or its reset, there and back (${size})`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openAt(page, "priorities", organization("P10"));
    await rate(page, "people", 3);
    await button(page, "Set all to normal").waitFor();
    await tabTo(page, (at) => at.type === "submit");
    for (let stops = 0; stops < 10; stops++) {
      await page.keyboard.press("Shift+Tab");
      const at = await focused(page);
      expect(at, `${at?.tag} ${at?.name}`).toMatchObject({ inView: true, covered: false });
    }
  });
}

test("nothing lies over any stop of a full result on a phone", async ({ page }) => {
  test.slow();
  await page.setViewportSize(PHONE);
  await openAt(page, "result", organization("P10"));
  await tabTo(page, (at) => at.name === "Change my answers");
});

test("nothing lies over the last entry of the contents in a low window", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 400 });
  await openAt(page, "result", organization("P10"));
  const entries = page.getByRole("navigation").getByRole("button").filter({ visible: true });
  await entries.first().focus();
  for (let n = (await entries.count()) - 1; n > 0; n--) await page.keyboard.press("Tab");
  await expect(entries.last()).toBeFocused();
  expect(await focused(page)).toMatchObject({ inView: true, covered: false });
});

test("the ring is 3 px wide and stands off what it is around", async ({ page }) => {
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
