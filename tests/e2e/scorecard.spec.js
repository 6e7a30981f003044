// The measures of the plan: five, with their figures for today, the target and now.

import { expect } from "@playwright/test";

import { WORDS, filled } from "./steps/content.js";
import { kept } from "./steps/drafts.js";
import { button, press } from "./steps/flow.js";
import {
  enter,
  openResult,
  openResultView,
  openScorecard,
  problemAt,
  reload,
  scorecardOf,
} from "./steps/following.js";
import { test } from "./steps/reading.js";
import { openView, shareTable } from "./steps/result.js";

/** @typedef {import("@playwright/test").Page} Page */

const { scorecard } = WORDS.ui.result;
const RESPONSE = WORDS.scorecard.response.name;
const SECURITY = WORDS.scorecard.security.name;

/**
 * @param {Page} page
 * @param {string} measure
 */
const row = (page, measure) =>
  scorecardOf(page).locator(".measures > li").filter({ hasText: measure });

/**
 * A field of a measure.
 *
 * @param {Page} page
 * @param {string} measure
 * @param {"today" | "target" | "now" | "review"} field
 */
const field = (page, measure, field) =>
  row(page, measure).getByLabel(new RegExp(`^${scorecard[field]}`));

test("The scorecard has five measures, each with named fields and the better direction @wcag-2.5.3", async ({
  reading,
}) => {
  const page = await reading("P10");
  await openView(page, "Plan");
  await openScorecard(page);
  await expect.soft(scorecardOf(page).locator(".measures > li")).toHaveCount(5);
  await expect.soft(row(page, RESPONSE)).toContainText(scorecard.is_lower);
  await expect.soft(row(page, SECURITY)).toContainText(scorecard.is_higher);
  const label = filled(scorecard.in_unit, { title: scorecard.today, name: scorecard.unit.hours });
  const today = field(page, RESPONSE, "today");
  await expect.soft(today).toHaveAccessibleName(`${label}: ${RESPONSE}`);
  await openView(page, "Answer");
});

test("Figures show progress and survive a reload without changing the result", async ({ page }) => {
  await openResult(page);
  const before = (await shareTable(page).first().textContent()) ?? "";
  await openView(page, "Plan");
  await openScorecard(page);
  await test.step("a figure and the date of the review are there after a reload", async () => {
    await enter(field(page, RESPONSE, "today"), "12.5");
    await enter(field(page, RESPONSE, "review"), "2027-05-01");
    await reload(page);
    await openScorecard(page);
    await expect(field(page, RESPONSE, "today")).toHaveValue("12.5");
    await expect(field(page, RESPONSE, "review")).toHaveValue("2027-05-01");
    await openView(page, "Answer");
    await expect(shareTable(page).first()).toHaveText(before);
    await openView(page, "Plan");
    await openScorecard(page);
  });
  await test.step("a decimal comma is read as a point", async () => {
    await enter(field(page, RESPONSE, "today"), "13,5");
    await expect(field(page, RESPONSE, "today")).toHaveValue("13.5");
  });
  await test.step("progress is shown once there is a figure for now", async () => {
    await enter(field(page, RESPONSE, "today"), "10");
    await enter(field(page, RESPONSE, "target"), "2");
    await expect(row(page, RESPONSE)).not.toContainText("of the way");
    await enter(field(page, RESPONSE, "now"), "4");
    await expect(row(page, RESPONSE)).toContainText(filled(scorecard.progress, { n: "75" }));
    await enter(field(page, RESPONSE, "now"), "2");
    await expect(row(page, RESPONSE)).toContainText(scorecard.reached);
  });
  await test.step("a target that is worse than today is questioned", async () => {
    await enter(field(page, SECURITY, "today"), "60");
    await enter(field(page, SECURITY, "target"), "40");
    await expect(row(page, SECURITY)).toContainText(WORDS.ui.headway.scorecard.worse_target);
  });
  await test.step("a review is due on its day", async () => {
    await enter(field(page, SECURITY, "review"), "2026-11-23");
    await expect(scorecardOf(page)).not.toContainText(scorecard.due);
    await enter(field(page, SECURITY, "review"), "2026-11-22");
    await expect(row(page, SECURITY)).toContainText(scorecard.due);
    await expect(scorecardOf(page).locator("> summary")).toContainText(scorecard.due);
  });
  await test.step("undo takes back an overwritten figure, once", async () => {
    await enter(field(page, RESPONSE, "today"), "12.5");
    await enter(field(page, RESPONSE, "today"), "3");
    await press(page, WORDS.ui.footer.undo);
    await expect(field(page, RESPONSE, "today")).toHaveValue("12.5");
    await expect(scorecardOf(page).locator("> summary")).toBeFocused();
    await expect(button(page, WORDS.ui.footer.undo)).toHaveCount(0);
  });
  await test.step("undo takes back a date that was cleared", async () => {
    await enter(field(page, SECURITY, "review"), "2027-05-01");
    await enter(field(page, SECURITY, "review"), "");
    await press(page, WORDS.ui.footer.undo);
    await expect(field(page, SECURITY, "review")).toHaveValue("2027-05-01");
  });
});

test("A refused figure is explained at its field and not saved @wcag-3.3.1 @wcag-3.3.3", async ({
  page,
}) => {
  await openResultView(page, "Plan");
  await openScorecard(page);
  const figure = field(page, SECURITY, "today");
  for (const [what, text, problem] of [
    ["a word", "soon", scorecard.no_number],
    [
      "an ambiguous number",
      "1.2,5",
      filled(WORDS.ui.cost.problem.unclear, { n: "1.5", high: "12,345" }),
    ],
    [
      "a number out of bounds",
      "120",
      filled(WORDS.ui.refused.out_of_bounds, { low: "0", high: "100" }),
    ],
  ]) {
    await test.step(what, async () => {
      await enter(figure, text);
      await expect.soft(figure).toHaveAttribute("aria-invalid", "true");
      await expect.soft(await problemAt(figure)).toHaveText(problem);
      await expect.soft(page.getByRole("status")).toHaveText(problem);
    });
  }
  await test.step("it stays in its field while others change, and is not in the draft", async () => {
    await enter(field(page, SECURITY, "target"), "80");
    await expect(figure).toHaveValue("120");
    await expect.poll(async () => JSON.stringify(await kept(page))).toContain('"target":80');
    expect(JSON.stringify(await kept(page))).not.toContain("120");
  });
  await test.step("Enter submits it and keeps the focus", async () => {
    await figure.fill("130");
    await figure.press("Enter");
    await expect(figure).toHaveAttribute("aria-invalid", "true");
    await expect(figure).toBeFocused();
  });
});
