// Clearing the answers: starting over and erasing.

import { expect, test } from "@playwright/test";

import { ASIDE, KEY, draftAt, keep, kept, storedKeys } from "./steps/drafts.js";
import { LEANS, QUESTIONS, answerAll, button, heading, notice, press } from "./steps/flow.js";

/** @typedef {import("@playwright/test").Page} Page */

const ANSWERS = { cap: "lead", load: "stretched" };

/**
 * Opens the third question with two answers.
 *
 * @param {Page} page
 */
async function openWithAnswers(page) {
  await keep(page, draftAt("fund", ANSWERS));
  await page.goto("/widget/");
  await heading(page, QUESTIONS[2]).waitFor();
}

test("“Start over” asks first, and the visitor can keep the answers @wcag-2.1.2 @wcag-3.3.4 @wcag-4.1.2", async ({
  page,
}) => {
  await openWithAnswers(page);
  const dialog = page.getByRole("dialog", { name: "Start over?" });
  await press(page, "Start over");

  await test.step("the dialog says what it does", async () => {
    await expect(dialog).toBeVisible();
    await expect.soft(dialog).toContainText("You can undo it right after.");
    await expect
      .soft(dialog)
      .toHaveAccessibleDescription("This clears your answers so far. You can undo it right after.");
    expect.soft((await kept(page)).answers).toEqual(ANSWERS);
  });
  await test.step("the dialog is in the middle of the window", async () => {
    const { y, height } = (await dialog.boundingBox()) ?? { y: NaN, height: NaN };
    expect.soft(y + height / 2).toBeCloseTo((page.viewportSize()?.height ?? NaN) / 2, 0);
  });
  await test.step("the dialog keeps the focus inside", async () => {
    await expect(button(page, "Keep my answers")).toBeFocused();
    for (let n = 0; n < 4; n++) {
      await page.keyboard.press("Tab");
      const outside = page.locator("support-fit form :focus, support-fit .foot :focus");
      expect.soft(await outside.count()).toBe(0);
    }
  });
  await test.step("Escape keeps the answers and returns the focus", async () => {
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect.soft(button(page, "Start over")).toBeFocused();
    expect.soft((await kept(page)).answers).toEqual(ANSWERS);
  });
  await test.step("the dialog opens again after Escape", async () => {
    await press(page, "Start over");
    await expect(dialog).toBeVisible();
  });
  await test.step("“Keep my answers” does so and returns the focus", async () => {
    await press(page, "Keep my answers");
    await expect(dialog).toBeHidden();
    await expect.soft(button(page, "Start over")).toBeFocused();
    await expect.soft(heading(page, QUESTIONS[2])).toBeVisible();
    expect.soft((await kept(page)).answers).toEqual(ANSWERS);
  });
});

test("“Start over” clears every answer, and can be undone @wcag-3.3.4", async ({ page }) => {
  await openWithAnswers(page);
  const startOver = async () => {
    await press(page, "Start over");
    await press(page.getByRole("dialog"), "Start over");
    await expect(notice(page, "Your answers are cleared.")).toBeVisible();
  };

  await test.step("it clears every answer and says so", async () => {
    await startOver();
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    await expect.soft(heading(page, QUESTIONS[0])).toBeFocused();
    await expect.soft(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect.soft(page.getByRole("status")).toHaveText("Your answers are cleared.");
    expect.soft((await kept(page)).answers).toEqual({});
  });
  await test.step("undo brings everything back", async () => {
    await press(page, "Undo last change");
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
    await expect.soft(notice(page, "Your answers are cleared.")).toHaveCount(0);
    const { place, answers } = await kept(page);
    expect.soft(place).toEqual({ question: "fund" });
    expect.soft(answers).toEqual(ANSWERS);
  });
});

test("“Delete my answers” asks first and leaves nothing on the device @threat-erasing @threat-tricked-presses @wcag-3.3.4", async ({
  page,
}) => {
  await keep(page, '{"schema":3,"content":"1.2","an');
  await page.goto("/widget/");
  await answerAll(page, LEANS.slice(0, 2));
  await heading(page, QUESTIONS[2]).waitFor();
  expect((await storedKeys(page)).sort()).toEqual([KEY, ASIDE]);
  await press(page, "Delete my answers");

  await test.step("erasing asks first and says that it cannot be undone", async () => {
    const dialog = page.getByRole("dialog", { name: "Delete your answers?" });
    await expect(dialog).toBeVisible();
    await expect.soft(dialog).toContainText("It cannot be undone.");
  });
  await test.step("Escape keeps everything and returns the focus", async () => {
    await button(page, "Keep my answers").waitFor();
    await page.keyboard.press("Escape");
    await expect.soft(button(page, "Delete my answers")).toBeFocused();
    expect.soft((await storedKeys(page)).sort()).toEqual([KEY, ASIDE]);
  });
  await test.step("erasing removes every key from the device", async () => {
    await press(page, "Delete my answers");
    await press(page.getByRole("dialog"), "Delete them");
    await expect(notice(page, "Your answers were deleted from this device.")).toBeVisible();
    expect(await storedKeys(page)).toEqual([]);
  });
  await test.step("it shows the first question without an answer and says so", async () => {
    await expect.soft(heading(page, QUESTIONS[0])).toBeFocused();
    await expect.soft(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect
      .soft(page.getByRole("status"))
      .toHaveText("Your answers were deleted from this device.");
  });
  await test.step("erasing cannot be undone, and a reload restores nothing", async () => {
    await expect.soft(button(page, "Undo last change")).toHaveCount(0);
    await page.reload();
    await heading(page, QUESTIONS[0]).waitFor();
    await expect.soft(notice(page, "Welcome back")).toHaveCount(0);
    expect(await storedKeys(page)).toEqual([]);
  });
});
