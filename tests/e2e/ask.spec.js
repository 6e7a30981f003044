// Questions to ask a provider: in the order of the visitor's gaps, with ticks, notes, and up to three firms side by side.

import { expect, test } from "@playwright/test";

import { WORDS, filled } from "./steps/content.js";
import { press } from "./steps/flow.js";
import { askOf, enter, openResult, problemAt, reload } from "./steps/following.js";
import { DESKTOP, PHONE, layOutAll, misfits } from "./steps/measure.js";

/** @typedef {import("@playwright/test").Page} Page */

const { ask } = WORDS.ui.result;
const REASONS = Object.values(WORDS.ui.headway.reason);

/** @param {Page} page */
const questions = (page) => askOf(page).locator(".asking > li");

/** @param {Page} page */
const first = (page) => questions(page).first();

/**
 * @param {Page} page
 * @param {number} n From 1.
 */
const firm = (page, n) => page.getByLabel(filled(ask.firm, { n: String(n) }), { exact: true });

/**
 * @param {Page} page
 * @param {string} name
 */
const said = (page, name) => first(page).getByLabel(new RegExp(`^${filled(ask.said, { name })}`));

/**
 * @param {Page} page
 * @param {string} name
 */
const view = (page, name) => first(page).getByLabel(new RegExp(`^${filled(ask.view, { name })}`));

/**
 * Names the firms.
 *
 * @param {Page} page
 * @param {string[]} names
 */
async function name(page, ...names) {
  await page.getByText(ask.firms, { exact: true }).click();
  for (const [n, text] of names.entries()) await enter(firm(page, n + 1), text);
}

test.beforeEach(({ page }) => openResult(page));

test("are for the firm that shows the tool as well", async ({ page }) => {
  await expect(askOf(page)).toContainText("They are for the firm that shows this page as well.");
});

test("begin with those that the answers call for, with the reason", async ({ page }) => {
  const reasons = await questions(page).evaluateAll((all) =>
    all.map((question) => question.querySelector("p")?.textContent?.trim() ?? ""),
  );
  expect(REASONS.some((reason) => reasons[0].startsWith(reason))).toBe(true);
  // Those without a reason follow.
  expect(reasons.lastIndexOf(reasons.findLast((reason) => reason !== "") ?? "")).toBeLessThan(
    reasons.indexOf(""),
  );
});

test("count when they are ticked, through a reload", async ({ page }) => {
  await first(page).getByRole("checkbox").check();
  await expect(askOf(page).locator("p.headway")).toHaveText(/^1 of \d+ questions asked$/);
  await reload(page);
  await expect(first(page).getByRole("checkbox")).toBeChecked();
});

test("draw their notes only when they are opened", async ({ page }) => {
  await expect(first(page).getByRole("textbox")).toHaveCount(0);
  await first(page).locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(first(page).getByRole("textbox")).toHaveCount(1);
});

test("keep a note of several lines", async ({ page }) => {
  await first(page).locator("summary").click();
  await enter(first(page).getByLabel(new RegExp(`^${ask.note}`)), "One\nTwo");
  await reload(page);
  await first(page).locator("summary").click();
  await expect(first(page).getByLabel(new RegExp(`^${ask.note}`))).toHaveValue("One\nTwo");
});

test.describe("firms", () => {
  test.beforeEach(({ page }) => name(page, "North IT", "Marlow & Sons"));

  test("keep their names", async ({ page }) => {
    await reload(page);
    await page.getByText(ask.firms, { exact: true }).click();
    await expect(firm(page, 1)).toHaveValue("North IT");
    await expect(firm(page, 2)).toHaveValue("Marlow & Sons");
    await expect(firm(page, 3)).toHaveValue("");
  });

  test("have a name each", async ({ page }) => {
    await enter(firm(page, 3), "North IT");
    await expect(await problemAt(firm(page, 3))).toHaveText(WORDS.ui.refused.repeated);
  });

  test("do not go with all they said when a name is emptied", async ({ page }) => {
    await enter(firm(page, 1), "");
    await expect(await problemAt(firm(page, 1))).toHaveText(WORDS.ui.refused.empty);
    await reload(page);
    await page.getByText(ask.firms, { exact: true }).click();
    await expect(firm(page, 1)).toHaveValue("North IT");
  });

  test("have room for what they say and a mark on each question", async ({ page }) => {
    await first(page).locator("summary").click();
    await enter(said(page, "North IT"), "Two named people");
    await view(page, "North IT").selectOption(ask.mark.good);
    await reload(page);
    await first(page).locator("summary").click();
    await expect(said(page, "North IT")).toHaveValue("Two named people");
    await expect(view(page, "North IT").locator("option:checked")).toHaveText(ask.mark.good);
    await expect(said(page, "Marlow & Sons")).toHaveValue("");
  });

  test("stand side by side in a table", async ({ page }) => {
    await page.getByText(ask.side, { exact: true }).click();
    await expect(askOf(page)).toContainText(ask.no_answer);
    await first(page).locator("summary").click();
    await enter(said(page, "North IT"), "Two named people");
    await view(page, "North IT").selectOption(ask.mark.good);
    const table = askOf(page).getByRole("table");
    await expect(table.getByRole("columnheader")).toHaveText([
      ask.question,
      "North IT",
      "Marlow & Sons",
    ]);
    await expect(table.getByRole("row")).toHaveCount(2);
    await expect(table.getByRole("cell").first()).toContainText("GoodTwo named people");
    await expect(table.getByRole("cell").last()).toContainText(ask.mark.not_asked);
  });

  test("are named on each card where the page is narrow", async ({ page }) => {
    await page.setViewportSize(PHONE);
    await first(page).locator("summary").click();
    await enter(said(page, "North IT"), "Two named people");
    await page.getByText(ask.side, { exact: true }).click();
    const names = askOf(page).locator("table .whose");
    await expect(names.first()).toBeVisible();
    await page.setViewportSize(DESKTOP);
    await expect(names.first()).toBeHidden();
  });

  test("can be taken away, with the focus on the place", async ({ page }) => {
    await press(page, filled(ask.remove, { name: "North IT" }));
    await expect(firm(page, 1)).toHaveValue("");
    await expect(firm(page, 1)).toBeFocused();
    await expect(firm(page, 2)).toHaveValue("Marlow & Sons");
  });

  test("come back by undoing, with what they said", async ({ page }) => {
    await first(page).locator("summary").click();
    await enter(said(page, "North IT"), "Two named people");
    await press(page, filled(ask.remove, { name: "North IT" }));
    await press(page, "Undo last change");
    await expect(said(page, "North IT")).toHaveValue("Two named people");
  });

  test("fit a page 320 px wide with everything open", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await first(page).locator("summary").click();
    await enter(said(page, "North IT"), "Two named people");
    await page.getByText(ask.side, { exact: true }).click();
    await layOutAll(page);
    expect(await misfits(page)).toEqual([]);
  });
});
