// The quick check without a mouse, and where the focus and the scroll position are.

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { draftAt, keep } from "./steps/drafts.js";
import {
  LEANS,
  QUESTIONS,
  answer,
  answerAll,
  button,
  choose,
  heading,
  open,
  painted,
  press,
} from "./steps/flow.js";
import { openHost } from "./steps/host.js";
import { tabTo } from "./steps/keyboard.js";
import { DESKTOP, PHONE, focused } from "./steps/measure.js";
import { openView } from "./steps/result.js";

/** @typedef {import("@playwright/test").Page} Page */

for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  const tag = ["@wcag-2.1.1", "@wcag-2.4.7", ...(size === "phone" ? ["@full"] : [])];
  test(
    `The first result can be reached with only the keyboard (${size})`,
    { tag },
    async ({ page }) => {
      await page.setViewportSize(viewport);
      await open(page);
      for (const [n, question] of QUESTIONS.entries()) {
        // On load nothing has the focus; after a step the heading has it.
        if (n === 0) await expect(heading(page, question)).toBeVisible();
        else await expect(heading(page, question)).toBeFocused();
        await tabTo(page, (at) => at.type === "radio");
        // Space selects the first answer, an arrow key the next one.
        await page.keyboard.press("Space");
        const order = await page.getByRole("radio").count();
        for (let k = 0; k < order; k++) {
          if (await page.getByLabel(LEANS[n], { exact: true }).isChecked()) break;
          await page.keyboard.press("ArrowDown");
          expect(await focused(page)).toMatchObject({ ringed: true, inView: true });
        }
        await expect(page.getByLabel(LEANS[n], { exact: true })).toBeChecked();
        if (n % 2 === 0) await tabTo(page, (at) => at.type === "submit");
        // On an answer, Enter submits as well.
        await page.keyboard.press("Enter");
      }
      await expect(heading(page, "Leaning toward co-managed IT")).toBeFocused();
      await tabTo(page, (at) => at.name === "Change my answers");
      await page.keyboard.press("Enter");
      await expect(heading(page, "Review your answers")).toBeFocused();
    },
  );
}

test("Back, the three models and Start over work with the keyboard @wcag-2.1.1", async ({
  page,
}) => {
  await open(page);
  await answerAll(page, LEANS.slice(0, 1));
  await expect(heading(page, QUESTIONS[1])).toBeFocused();
  await tabTo(page, (at) => at.type === "submit");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(heading(page, QUESTIONS[0])).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("definition").first()).toBeVisible();
  await tabTo(page, (at) => at.name === "Start over");
  await page.keyboard.press("Space");
  await expect(page.getByRole("dialog")).toBeVisible();
  await tabTo(page, (at) => at.name === "Start over");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
});

test.describe("In a host page", () => {
  test.use({ viewport: DESKTOP });

  const expectUntouched = async (/** @type {Page} */ page) => {
    await painted(page);
    expect.soft(await focused(page)).toBeNull();
    expect.soft(await page.evaluate(() => scrollY)).toBe(0);
  };

  test("loading moves neither the focus nor the scroll position", async ({ page }) => {
    await test.step("without answers", async () => {
      await open(page, "/");
      await expectUntouched(page);
    });
    await test.step("with saved answers", async () => {
      await keep(page, draftAt("fund"));
      await page.goto("/");
      await heading(page, QUESTIONS[2]).waitFor();
      await expectUntouched(page);
    });
    await test.step("with the focus in a field of the page", async () => {
      await openHost(page, `<input aria-label="Search" autofocus /><support-fit></support-fit>`);
      await expect(page.getByLabel("Search")).toBeFocused();
      await page.evaluate(() => import(/** @type {any} */ ("/widget/support-fit.js")));
      await heading(page, QUESTIONS[2]).waitFor();
      await painted(page);
      await expect(page.getByLabel("Search")).toBeFocused();
    });
  });

  test("a step focuses the new heading and scrolls only if it is out of view @wcag-2.4.3", async ({
    page,
  }) => {
    await test.step("nothing scrolls while the new heading is in view", async () => {
      // High enough for a whole question, so that only the application could scroll.
      await page.setViewportSize({ width: 1280, height: 1600 });
      await open(page, "/");
      await page.locator("support-fit").evaluate((host) => host.scrollIntoView());
      const before = await page.evaluate(() => scrollY);
      expect(before).toBeGreaterThan(0);
      for (const [n, label] of LEANS.slice(0, 6).entries()) {
        await choose(page, label);
        await press(page, "Next");
        await expect(heading(page, QUESTIONS[n + 1])).toBeFocused();
        await painted(page);
        expect(await page.evaluate(() => scrollY)).toBe(before);
      }
    });
    await test.step("loading a result moves neither the focus nor the scroll position", async () => {
      await page.setViewportSize(DESKTOP);
      await answer(page, LEANS[6]);
      await heading(page, "Leaning toward co-managed IT").waitFor();
      await page.evaluate(() => scrollTo(0, 0));
      await page.reload();
      await heading(page, "Leaning toward co-managed IT").waitFor();
      await expectUntouched(page);
    });
    await test.step("a question opened from the result and the updated result get the focus", async () => {
      await openView(page, WORDS.ui.result.view.what_if);
      await press(page, "How big should your own IT team be in two years?");
      await expect(heading(page, "How big should")).toBeFocused();
      await page.getByRole("radio").first().check();
      await press(page, "Update my result");
      await expect(heading(page, WORDS.ui.result.change.title)).toBeFocused();
      await openView(page, WORDS.ui.result.view.answer);
    });
    await test.step("a heading out of view is scrolled into it", async () => {
      await page.setViewportSize({ width: 1280, height: 400 });
      await button(page, "Change my answers").scrollIntoViewIfNeeded();
      await expect(heading(page, "Leaning toward co-managed IT")).not.toBeInViewport();
      await press(page, "Change my answers");
      await expect(heading(page, "Review your answers")).toBeFocused();
      await expect(heading(page, "Review your answers")).toBeInViewport();
    });
  });
});
