// Questions to ask a provider: five that the visitor's answers call for, the others in a fold, with ticks, notes, and up to three
// firms in a table.

import { expect, test } from "@playwright/test";

import { WORDS, filled } from "./steps/content.js";
import { press } from "./steps/flow.js";
import { askOf, enter, openResultView, problemAt, reload } from "./steps/following.js";
import { DESKTOP, PHONE, layOutAll, misfits } from "./steps/measure.js";

/** @typedef {import("@playwright/test").Page} Page */

const { ask } = WORDS.ui.result;
const REASONS = Object.values(WORDS.ui.headway.reason);

/** @param {Page} page */
const questions = (page) => askOf(page).locator(".asking > li");

/** @param {Page} page */
const first = (page) => questions(page).first();

/** @param {Page} page */
const note = (page) => first(page).getByLabel(new RegExp(`^${ask.note}`));

/**
 * @param {Page} page
 * @param {number} n From 1.
 */
const firm = (page, n) => page.getByLabel(filled(ask.firm, { n: String(n) }), { exact: true });

/**
 * @param {Page} page
 * @param {string} name
 */
const firmAnswer = (page, name) =>
  first(page).getByLabel(new RegExp(`^${filled(ask.said, { name })}`));

/**
 * @param {Page} page
 * @param {string} name
 */
const view = (page, name) => first(page).getByLabel(new RegExp(`^${filled(ask.view, { name })}`));

/**
 * Opens the fields for firms and enters two.
 *
 * @param {Page} page
 */
async function nameFirms(page) {
  await page.getByText(ask.firms, { exact: true }).click();
  await enter(firm(page, 1), "North IT");
  await enter(firm(page, 2), "Marlow & Sons");
}

test.beforeEach(({ page }) => openResultView(page, "Ask providers"));

test("Checkmarks, notes and the answers of firms survive a reload", async ({ page }) => {
  await test.step("the questions also apply to the firm that embeds the widget", () =>
    expect
      .soft(askOf(page))
      .toContainText("Ask these of any provider, including the one that runs this site."));

  await test.step("five are shown, and the others are in a fold", async () => {
    await expect.soft(questions(page)).toHaveCount(5);
    await askOf(page).locator("#ask-more > summary").click();
    await expect.soft(questions(page).nth(5)).toBeVisible();
  });

  await test.step("questions that an answer of the visitor calls for come first, with the reason", async () => {
    const reasons = await questions(page).evaluateAll((all) =>
      all.map((question) => question.querySelector("p")?.textContent?.trim() ?? ""),
    );
    expect.soft(REASONS.some((reason) => reasons[0].startsWith(reason))).toBe(true);
    expect
      .soft(reasons.lastIndexOf(reasons.findLast((reason) => reason !== "") ?? ""))
      .toBeLessThan(reasons.indexOf(""));
  });

  await test.step("a ticked question is counted", async () => {
    await expect.soft(askOf(page).locator(".progressing")).toHaveCount(0);
    await first(page).getByRole("checkbox").check();
    await expect.soft(askOf(page).locator(".progressing")).toHaveText(/^1 of \d+ questions asked$/);
  });

  await test.step("the note is rendered when its fold is opened", async () => {
    await expect.soft(first(page).getByRole("textbox")).toHaveCount(0);
    await first(page).locator("summary").focus();
    await page.keyboard.press("Enter");
    await expect.soft(first(page).getByRole("textbox")).toHaveCount(1);
    await enter(note(page), "One\nTwo");
  });

  await nameFirms(page);
  await enter(firmAnswer(page, "North IT"), "Two named people");
  await view(page, "North IT").selectOption(ask.mark.good);

  await test.step("two firms cannot have the same name", async () => {
    await enter(firm(page, 3), "North IT");
    await expect.soft(await problemAt(firm(page, 3))).toHaveText(WORDS.ui.refused.repeated);
  });

  await test.step("clearing a name does not remove the firm", async () => {
    await enter(firm(page, 1), "");
    await expect.soft(await problemAt(firm(page, 1))).toHaveText(WORDS.ui.refused.empty);
  });

  await test.step("everything is back after a reload", async () => {
    await reload(page);
    await expect.soft(first(page).getByRole("checkbox")).toBeChecked();
    await page.getByText(ask.firms, { exact: true }).click();
    await expect.soft(firm(page, 1)).toHaveValue("North IT");
    await expect.soft(firm(page, 2)).toHaveValue("Marlow & Sons");
    await expect.soft(firm(page, 3)).toHaveValue("");
    await first(page).locator("summary").click();
    await expect.soft(note(page)).toHaveValue("One\nTwo");
    await expect.soft(firmAnswer(page, "North IT")).toHaveValue("Two named people");
    await expect.soft(view(page, "North IT").locator("option:checked")).toHaveText(ask.mark.good);
    await expect.soft(firmAnswer(page, "Marlow & Sons")).toHaveValue("");
  });
});

test("Firms are compared in a table, and Undo restores a removed firm @wcag-1.4.10 @wcag-2.4.3", async ({
  page,
}) => {
  await nameFirms(page);

  await test.step("the table is empty before a firm has answered", async () => {
    await expect.soft(askOf(page)).toContainText(ask.no_answer);
  });

  await test.step("the table has a column for each firm", async () => {
    await first(page).locator("summary").click();
    await enter(firmAnswer(page, "North IT"), "Two named people");
    await view(page, "North IT").selectOption(ask.mark.good);
    const table = askOf(page).getByRole("table");
    await expect
      .soft(table.getByRole("columnheader"))
      .toHaveText([ask.question, "North IT", "Marlow & Sons"]);
    await expect.soft(table.getByRole("row")).toHaveCount(2);
    await expect.soft(table.getByRole("cell").first()).toContainText("GoodTwo named people");
    await expect.soft(table.getByRole("cell").last()).toContainText(ask.mark.not_asked);
  });

  await test.step("cells name their firm only where the page is narrow", async () => {
    const names = askOf(page).locator("table .whose");
    await page.setViewportSize(PHONE);
    await expect.soft(names.first()).toBeVisible();
    await page.setViewportSize(DESKTOP);
    await expect.soft(names.first()).toBeHidden();
  });

  await test.step("removing a firm focuses its field", async () => {
    await press(page, filled(ask.remove, { name: "North IT" }));
    await expect.soft(firm(page, 1)).toHaveValue("");
    await expect.soft(firm(page, 1)).toBeFocused();
    await expect.soft(firm(page, 2)).toHaveValue("Marlow & Sons");
  });

  await test.step("Undo restores the firm and its answer", async () => {
    await press(page, "Undo last change");
    await expect.soft(firmAnswer(page, "North IT")).toHaveValue("Two named people");
  });

  await test.step("everything fits a page 320 px wide", async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await layOutAll(page);
    expect.soft(await misfits(page)).toEqual([]);
  });
});
