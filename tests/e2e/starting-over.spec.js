// How the visitor is rid of the answers: for a new start, or for good.

import { expect, test } from "@playwright/test";

import { ASIDE, KEY, keep, kept, storedKeys } from "./steps/drafts.js";
import {
  LEANS,
  QUESTIONS,
  answerAll,
  button,
  choose,
  heading,
  notice,
  open,
  painted,
  press,
} from "./steps/flow.js";

/** @typedef {import("@playwright/test").Page} Page */

test.describe("starting over", () => {
  test.beforeEach(async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 2));
    await press(page, "Start over");
  });

  test("asks first", async ({ page }) => {
    await expect(page.getByRole("dialog", { name: "Start over?" })).toBeVisible();
    await expect(page.getByRole("dialog")).toContainText("You can undo it right after.");
    expect((await kept(page)).answers).toEqual({ cap: "lead", load: "stretched" });
  });

  test("describes the question by what it does", async ({ page }) => {
    await expect(page.getByRole("dialog")).toHaveAccessibleDescription(
      "This clears your answers so far. You can undo it right after.",
    );
  });

  test("keeps the focus in the question", async ({ page }) => {
    await expect(button(page, "Keep my answers")).toBeFocused();
    for (let n = 0; n < 4; n++) {
      await page.keyboard.press("Tab");
      const outside = await page
        .locator("support-fit form :focus, support-fit .foot :focus")
        .count();
      expect(outside).toBe(0);
    }
  });

  test("keeps the answers on Escape and gives the focus back", async ({ page }) => {
    await button(page, "Keep my answers").waitFor();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(button(page, "Start over")).toBeFocused();
    expect((await kept(page)).answers).toEqual({ cap: "lead", load: "stretched" });
  });

  test("keeps the answers when the visitor says so and gives the focus back", async ({ page }) => {
    await press(page, "Keep my answers");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(button(page, "Start over")).toBeFocused();
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
  });

  test("can be asked again after Escape", async ({ page }) => {
    await button(page, "Keep my answers").waitFor();
    await page.keyboard.press("Escape");
    await press(page, "Start over");
    await expect(page.getByRole("dialog", { name: "Start over?" })).toBeVisible();
  });

  test("clears every answer and says so", async ({ page }) => {
    await press(page.getByRole("dialog"), "Start over");
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    await expect(heading(page, QUESTIONS[0])).toBeFocused();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(notice(page, "Your answers are cleared.")).toBeVisible();
    await expect(page.getByRole("status")).toHaveText("Your answers are cleared.");
    expect((await kept(page)).answers).toEqual({});
  });

  test("can be undone, which brings everything back", async ({ page }) => {
    await press(page.getByRole("dialog"), "Start over");
    await press(page, "Undo last change");
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
    await expect(notice(page, "Your answers are cleared.")).toHaveCount(0);
    const { place, answers } = await kept(page);
    expect(place).toEqual({ question: "fund" });
    expect(answers).toEqual({ cap: "lead", load: "stretched" });
  });

  test("no longer offers to undo it once it could not", async ({ page }) => {
    await press(page.getByRole("dialog"), "Start over");
    await choose(page, "Nobody in particular");
    await painted(page);
    const undo = button(page, "Undo last change");
    if ((await undo.count()) > 0) await undo.click();
    // Either the offer is gone, or it still does what the message says.
    const { answers } = await kept(page);
    expect([{ cap: "none" }, { cap: "lead", load: "stretched" }]).toContainEqual(answers);
  });
});

test.describe("erasing", () => {
  test.beforeEach(async ({ page }) => {
    await keep(page, "not a draft");
    await page.goto("/widget/");
    await answerAll(page, LEANS.slice(0, 2));
    expect((await storedKeys(page)).sort()).toEqual([KEY, ASIDE]);
    await press(page, "Erase my answers");
  });

  test("asks first and says that it cannot be undone", async ({ page }) => {
    const dialog = page.getByRole("dialog", { name: "Erase your answers?" });
    await expect(dialog).toBeVisible();
    await expect(dialog).toContainText("It cannot be undone.");
  });

  test("keeps everything on Escape and gives the focus back", async ({ page }) => {
    await button(page, "Keep my answers").waitFor();
    await page.keyboard.press("Escape");
    await expect(button(page, "Erase my answers")).toBeFocused();
    expect((await storedKeys(page)).sort()).toEqual([KEY, ASIDE]);
  });

  test("removes every key from the device", async ({ page }) => {
    await press(page.getByRole("dialog"), "Erase");
    await expect(notice(page, "Your answers are gone from this device.")).toBeVisible();
    expect(await storedKeys(page)).toEqual([]);
  });

  test("shows the first question without an answer", async ({ page }) => {
    await press(page.getByRole("dialog"), "Erase");
    await expect(heading(page, QUESTIONS[0])).toBeFocused();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(page.getByRole("status")).toHaveText("Your answers are gone from this device.");
  });

  test("cannot be undone", async ({ page }) => {
    await press(page.getByRole("dialog"), "Erase");
    await notice(page, "Your answers are gone").waitFor();
    await expect(button(page, "Undo last change")).toHaveCount(0);
    await page.reload();
    await heading(page, QUESTIONS[0]).waitFor();
    await expect(notice(page, "Welcome back")).toHaveCount(0);
    expect(await storedKeys(page)).toEqual([]);
  });
});
