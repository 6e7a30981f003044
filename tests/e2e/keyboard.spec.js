// Where the focus is, and a visit without a mouse.

import { expect, test } from "@playwright/test";

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

/** @typedef {import("@playwright/test").Page} Page */

test.describe("with the keyboard alone", () => {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    test(`a visitor comes to the result (${size})`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await open(page);
      for (const [n, question] of QUESTIONS.entries()) {
        // On load nothing has the focus; after a step the heading has it.
        if (n === 0) await expect(heading(page, question)).toBeVisible();
        else await expect(heading(page, question)).toBeFocused();
        await tabTo(page, (at) => at.type === "radio");
        // Space takes the first answer, an arrow the next one.
        await page.keyboard.press("Space");
        const order = await page.getByRole("radio").count();
        for (let k = 0; k < order; k++) {
          if (await page.getByLabel(LEANS[n], { exact: true }).isChecked()) break;
          await page.keyboard.press("ArrowDown");
          expect(await focused(page)).toMatchObject({ ringed: true, inView: true });
        }
        await expect(page.getByLabel(LEANS[n], { exact: true })).toBeChecked();
        if (n % 2 === 0) await tabTo(page, (at) => at.type === "submit");
        // On an answer, Enter goes on as well.
        await page.keyboard.press("Enter");
      }
      await expect(heading(page, "Your answers lean one way")).toBeFocused();
      await tabTo(page, (at) => at.name === "Change my answers");
      await page.keyboard.press("Enter");
      await expect(heading(page, "Check your answers")).toBeFocused();
    });
  }

  test("a visitor unfolds the models, goes back, and starts over", async ({ page }) => {
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
});

test.describe("the focus", () => {
  test("goes to the new heading after every step", async ({ page }) => {
    await open(page);
    for (const [n, label] of LEANS.entries()) {
      await answer(page, label);
      await expect(heading(page, QUESTIONS[n + 1] ?? "lean one way")).toBeFocused();
    }
    await press(page, "Change my answers");
    await expect(heading(page, "Check your answers")).toBeFocused();
    await press(page, "Back");
    for (const n of [6, 5, 4, 3, 2, 1]) {
      await expect(heading(page, QUESTIONS[n])).toBeFocused();
      await press(page, "Back");
    }
    await expect(heading(page, QUESTIONS[0])).toBeFocused();
  });

  test("goes to the heading of a question that the result opens", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS);
    await press(page, "How big should your own IT team be in two years?");
    await expect(heading(page, "How big should")).toBeFocused();
    await page.getByRole("radio").first().check();
    await press(page, "Update the result");
    await expect(heading(page, "lean one way")).toBeFocused();
  });

  test("stays on an answer that is chosen", async ({ page }) => {
    await open(page);
    await choose(page, LEANS[0]);
    await painted(page);
    await expect(page.getByLabel(LEANS[0], { exact: true })).toBeFocused();
  });
});

test.describe("in a host page", () => {
  test.use({ viewport: DESKTOP });

  test("nothing scrolls as long as the new heading is in view", async ({ page }) => {
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

  test("a heading out of view is scrolled into it", async ({ page }) => {
    await open(page, "/");
    await answerAll(page, LEANS);
    await button(page, "Change my answers").scrollIntoViewIfNeeded();
    await expect(heading(page, "lean one way")).not.toBeInViewport();
    await press(page, "Change my answers");
    await expect(heading(page, "Check your answers")).toBeFocused();
    await expect(heading(page, "Check your answers")).toBeInViewport();
  });

  test("loading takes no focus and scrolls nothing", async ({ page }) => {
    await open(page, "/");
    await painted(page);
    expect(await focused(page)).toBeNull();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test("loading with earlier answers takes no focus and scrolls nothing", async ({ page }) => {
    await open(page, "/");
    await answerAll(page, LEANS);
    await page.evaluate(() => scrollTo(0, 0));
    await page.reload();
    await heading(page, "lean one way").waitFor();
    await painted(page);
    expect(await focused(page)).toBeNull();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test("loading leaves the focus where a visitor is writing", async ({ page }) => {
    await openHost(page, `<input aria-label="Search" autofocus /><support-fit></support-fit>`);
    await expect(page.getByLabel("Search")).toBeFocused();
    await page.evaluate(() => import(/** @type {any} */ ("/widget/support-fit.js")));
    await heading(page, QUESTIONS[0]).waitFor();
    await painted(page);
    await expect(page.getByLabel("Search")).toBeFocused();
  });
});
