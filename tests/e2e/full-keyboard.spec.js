// The full assessment without a mouse.

import { expect, test } from "@playwright/test";

import { IN_ORDER, RATINGS, WORDS, labelsOf, organization, textOf } from "./steps/content.js";
import { kept } from "./steps/drafts.js";
import { heading, open } from "./steps/flow.js";
import { TITLES, openAt, ratings, resultIsWhole } from "./steps/full.js";
import { tabTo } from "./steps/keyboard.js";
import { DESKTOP, PHONE, focused } from "./steps/measure.js";
import { bars, section, shareTable, slider, trialAnswer, trialQuestion } from "./steps/result.js";

const ONE = organization("P10");

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Ticks the answers to a question and goes on: Tab comes to the first control, an arrow moves between answers of which one
 * holds, Tab between those of which several do.
 *
 * @param {Page} page
 * @param {string} id
 */
async function answerByKeys(page, id) {
  const labels = labelsOf(id, ONE.answers[id]);
  if (Array.isArray(ONE.answers[id]) && ONE.answers[id].length > 0) {
    for (const label of labels) {
      await tabTo(page, (at) => at.name === label);
      await page.keyboard.press("Space");
    }
    await tabTo(page, (at) => at.type === "submit");
    await page.keyboard.press("Enter");
    return;
  }
  await tabTo(page, (at) => at.type === "radio");
  await arrowTo(page, labels[0]);
  await page.keyboard.press("Enter");
}

/**
 * Moves among the radio buttons of the group that has the focus.
 *
 * @param {Page} page
 * @param {string} label
 */
async function arrowTo(page, label) {
  for (let n = 0; n < 10; n++) {
    const at = await focused(page);
    if (at?.name === label) break;
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toMatchObject({ ringed: true, inView: true });
  }
  expect((await focused(page))?.name).toBe(label);
  await page.keyboard.press("Space");
}

for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test(`a visitor comes through all questions to the full result (${size})`, async ({ page }) => {
    test.setTimeout(180_000);
    await page.setViewportSize(viewport);
    await open(page);
    for (const [n, id] of IN_ORDER.entries()) {
      if (n === 0) await expect(heading(page, textOf(id))).toBeVisible();
      else await expect(heading(page, textOf(id))).toBeFocused();
      await answerByKeys(page, id);
      if (n === 6) {
        await expect(page.getByRole("article")).toBeVisible();
        await expect(heading(page, /./)).toBeFocused();
        await tabTo(page, (at) => at.name === "Go on with all questions");
        await page.keyboard.press("Enter");
      }
    }
    await expect(heading(page, TITLES.priorities)).toBeFocused();
    await tabTo(page, (at) => at.type === "radio");
    await page.keyboard.press("ArrowRight");
    await expect(ratings(page, "people").getByLabel(RATINGS[2], { exact: true })).toBeChecked();
    await page.keyboard.press("ArrowLeft");
    await expect(ratings(page, "people").getByLabel(RATINGS[1], { exact: true })).toBeChecked();
    await tabTo(page, (at) => at.type === "submit");
    await page.keyboard.press("Enter");
    await expect(heading(page, TITLES.check)).toBeFocused();
    await tabTo(page, (at) => at.name === "See your result");
    await page.keyboard.press("Enter");
    await expect(heading(page, WORDS.verdict.close.title)).toBeFocused();
    await resultIsWhole(page);
    await expect(shareTable(page).locator("tr.leads")).toContainText("56 of 100 ways");
  });
}

test.describe("in the full result", () => {
  test.beforeEach(async ({ page }) => {
    await page.setViewportSize(DESKTOP);
    await openAt(page, "result", ONE);
  });

  test("every stop is in view and shows that it has the focus", async ({ page }) => {
    test.slow();
    await tabTo(page, (at) => at.name === "Change my answers");
  });

  test("the contents lead to a part, and Tab goes on from there", async ({ page }) => {
    await tabTo(page, (at) => at.name === WORDS.ui.result.slider.title);
    await page.keyboard.press("Enter");
    await expect(
      page.getByRole("heading", { level: 4, name: WORDS.ui.result.slider.title }),
    ).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(slider(page, "people")).toBeFocused();
  });

  test("an arrow moves a slider by one and says who leads", async ({ page }) => {
    await slider(page, "coverage").focus();
    await page.keyboard.press("End");
    await expect(slider(page, "coverage")).toHaveAttribute(
      "aria-valuetext",
      "100 of 100: Co-managed IT is ahead on the index",
    );
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await expect(slider(page, "coverage")).toHaveAttribute(
      "aria-valuetext",
      "1 of 100: Fully outsourced IT is ahead on the index",
    );
    await expect(slider(page, "coverage")).toBeFocused();
  });

  test("an arrow compares with the other model", async ({ page }) => {
    const part = section(page, WORDS.ui.result.why.title);
    await part.getByLabel("Co-managed IT", { exact: true }).focus();
    await page.keyboard.press("ArrowLeft");
    await expect(part.getByLabel("In-house IT", { exact: true })).toBeChecked();
    await expect(part.getByLabel("In-house IT", { exact: true })).toBeFocused();
    await expect(part).toContainText("points ahead of in-house IT.");
  });

  test("a bar is opened by Enter, and its question as well", async ({ page }) => {
    await bars(page).first().locator("> summary").focus();
    await page.keyboard.press("Enter");
    await tabTo(page, (at) => at.name === WORDS.ui.result.why.open);
    await page.keyboard.press("Enter");
    await expect(heading(page, textOf("pace"))).toBeFocused();
  });

  test("another answer is chosen from the lists, kept and undone", async ({ page }) => {
    await trialQuestion(page).focus();
    // Letters find an entry of a list, as everywhere.
    await page.keyboard.type("Could you pay");
    await expect(trialQuestion(page).locator("option:checked")).toHaveText(textOf("fund"));
    await expect(trialQuestion(page)).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(trialAnswer(page)).toBeFocused();
    await page.keyboard.type("Yes: two");
    await expect(trialAnswer(page)).toBeFocused();
    await tabTo(page, (at) => at.name === WORDS.ui.result.trial.keep);
    await page.keyboard.press("Enter");
    await expect(
      page.getByRole("heading", { level: 4, name: WORDS.ui.result.trial.title }),
    ).toBeFocused();
    expect((await kept(page)).answers.fund).toBe("yes");
    await tabTo(page, (at) => at.name === "Undo last change");
    await page.keyboard.press("Enter");
    await expect(
      page.getByRole("heading", { level: 4, name: WORDS.ui.result.trial.title }),
    ).toBeFocused();
    expect((await kept(page)).answers.fund).toBe(ONE.answers.fund);
  });
});
