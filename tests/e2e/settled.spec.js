// The full assessment when the open questions no longer matter: the note, and finishing early.

import { expect, test } from "@playwright/test";

import { barriers } from "./steps/checker.js";
import { WORDS, labelsOf, organization, textOf } from "./steps/content.js";
import { button, heading, press } from "./steps/flow.js";
import { asked, openQuestion } from "./steps/full.js";

/** @typedef {import("@playwright/test").Page} Page */

const { answers, priorities } = organization("P9");
const PATH = asked(answers);

/** After how many questions the result of this organization is settled; native tests compute it. */
const SETTLED = 11;

/**
 * Ticks the answers to a question.
 *
 * @param {Page} page
 * @param {string} id
 */
async function tick(page, id) {
  await heading(page, textOf(id)).waitFor();
  for (const label of labelsOf(id, answers[id])) {
    await page.getByLabel(label, { exact: true }).check();
  }
}

/** @param {Page} page */
const next = (page) => page.locator("support-fit button[type=submit]");

test("That the result is settled is said under the buttons without moving them, and leads to the result by keyboard @wcag-2.4.3 @wcag-4.1.3 @wcag-3.2.2", async ({
  page,
}) => {
  const quick = Object.fromEntries(PATH.slice(0, 7).map((id) => [id, answers[id]]));
  await openQuestion(page, PATH[7], { answers: quick, priorities });
  for (const id of PATH.slice(7, SETTLED - 1)) {
    await tick(page, id);
    await next(page).click();
  }
  await tick(page, PATH[SETTLED - 1]);
  const before = await next(page).boundingBox();
  const finish = button(page, WORDS.ui.nav.to_result);
  await expect(finish).toBeVisible();
  expect(await next(page).boundingBox(), "the button stays where it is").toEqual(before);
  await expect(page.getByRole("status")).toHaveText(WORDS.ui.result.answer.sure.early);
  expect(await barriers(page)).toEqual([]);

  await test.step("By keyboard it comes after the buttons, and leads to the heading of the result", async () => {
    await button(page, WORDS.ui.nav.overview).focus();
    await page.keyboard.press("Tab");
    await expect(finish).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("support-fit .answer h3")).toBeFocused();
    await expect(
      page.getByText(`settled after ${SETTLED} of ${PATH.length} questions`),
    ).toBeVisible();
  });

  await test.step("The plan has the open questions and what they can change", async () => {
    await press(page, WORDS.ui.result.view.plan);
    await expect(page.getByText(WORDS.ui.result.plan.open.title)).toBeVisible();
    await expect(button(page, textOf(PATH[SETTLED]))).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  });
});
