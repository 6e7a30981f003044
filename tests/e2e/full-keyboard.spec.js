// The full assessment without a mouse.

import { expect, test } from "@playwright/test";

import { IN_ORDER, RATINGS, WORDS, labelsOf, organization, textOf } from "./steps/content.js";
import { kept } from "./steps/drafts.js";
import { heading, open, press } from "./steps/flow.js";
import { TITLES, openAt, ratings } from "./steps/full.js";
import { tabTo } from "./steps/keyboard.js";
import { DESKTOP, PHONE, focused } from "./steps/measure.js";
import {
  IN_ROW,
  VIEWS,
  bars,
  section,
  shareTable,
  slider,
  trialAnswer,
  trialQuestion,
  unfold,
} from "./steps/result.js";

const ONE = organization("P10");

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Selects the answers to a question and submits them: arrow keys move between radio buttons, Tab between checkboxes.
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
  const title = `The keyboard alone leads through every question to the full result (${size})`;
  const tag = ["@wcag-2.1.1", "@wcag-2.4.7", ...(size === "phone" ? ["@full"] : [])];
  test(title, { tag }, async ({ page }) => {
    await page.setViewportSize(viewport);
    await open(page);
    for (const [n, id] of IN_ORDER.entries()) {
      // On load nothing has the focus; after a step the heading has it.
      if (n === 0) await expect(heading(page, textOf(id))).toBeVisible();
      else await expect(heading(page, textOf(id))).toBeFocused();
      await answerByKeys(page, id);
      if (n === 6) {
        await expect(page.getByRole("article")).toBeVisible();
        await expect(heading(page, /./)).toBeFocused();
        await tabTo(page, (at) => at.name.startsWith("Answer the rest"));
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
    const headline = "Too close to call: fully outsourced or co-managed IT";
    await expect(heading(page, headline)).toBeFocused();
    await expect(shareTable(page).locator("tr.leads")).toContainText(
      `${ONE.displayed.share_of_100.outsourced} of 100 runs`,
    );
  });
}

test("The keyboard leads through every view of the full result, and works in each @wcag-2.4.3 @wcag-2.5.7 @wcag-4.1.2", async ({
  page,
}) => {
  await page.setViewportSize(DESKTOP);
  await openAt(page, "result", ONE);
  const title = page.locator("support-fit .result h3").first();
  const goTo = async (/** @type {string | undefined} */ name) => {
    // The row is before the title, which has the focus.
    await page.locator("support-fit h2").evaluate((h2) => {
      h2.setAttribute("tabindex", "-1");
      h2.focus();
    });
    await tabTo(page, (at) => at.name === name);
    await page.keyboard.press("Enter");
    await expect(title).toBeFocused();
  };

  for (const name of [...IN_ROW.slice(1), VIEWS.save, VIEWS.answer, VIEWS.sources]) {
    await test.step(`the link “${name}” leads to its view, and Tab continues from there`, async () => {
      await goTo(name);
      await page.keyboard.press("Tab");
      expect.soft(await focused(page), name).toMatchObject({ ringed: true, inView: true });
    });
  }

  await test.step("an arrow key selects the other model to compare with", async () => {
    await goTo(VIEWS.why);
    await unfold(page);
    const part = section(page, WORDS.ui.result.why.bars);
    await part.getByLabel("Co-managed IT", { exact: true }).focus();
    await page.keyboard.press("ArrowLeft");
    await expect(part.getByLabel("In-house IT", { exact: true })).toBeChecked();
    await expect.soft(part.getByLabel("In-house IT", { exact: true })).toBeFocused();
    await expect.soft(part).toContainText("points ahead of in-house IT.");
    await page.keyboard.press("ArrowRight");
    await expect(part.getByLabel("Co-managed IT", { exact: true })).toBeChecked();
  });

  await test.step("Enter opens a bar, and then its question", async () => {
    await bars(page).first().locator("> summary").focus();
    await page.keyboard.press("Enter");
    await tabTo(page, (at) => at.name === WORDS.ui.result.why.open);
    await page.keyboard.press("Enter");
    await expect(heading(page, textOf("pace"))).toBeFocused();
    await press(page, "Back");
    await expect(title).toBeFocused();
  });

  await test.step("another answer is chosen from the lists, kept and undone", async () => {
    await goTo(VIEWS["what-if"]);
    await trialQuestion(page).focus();
    // Typing letters finds an option, as in every select.
    await page.keyboard.type("Could you pay");
    await expect(trialQuestion(page).locator("option:checked")).toHaveText(textOf("fund"));
    await expect.soft(trialQuestion(page)).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(trialAnswer(page)).toBeFocused();
    await page.keyboard.type("Yes: two");
    await expect(trialAnswer(page)).toBeFocused();
    await tabTo(page, (at) => at.name === WORDS.ui.result.trial.keep);
    await page.keyboard.press("Enter");
    await expect(title).toBeFocused();
    expect((await kept(page)).answers.fund).toBe("yes");
    await tabTo(page, (at) => at.name === WORDS.ui.footer.undo);
    await page.keyboard.press("Enter");
    await expect(title).toBeFocused();
    expect((await kept(page)).answers.fund).toBe(ONE.answers.fund);
  });

  await test.step("an arrow key moves a slider by one and says which model leads", async () => {
    await unfold(page);
    await slider(page, "coverage").focus();
    await page.keyboard.press("End");
    await expect
      .soft(slider(page, "coverage"))
      .toHaveAttribute("aria-valuetext", "100 of 100: Co-managed IT leads on the fit score");
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await expect
      .soft(slider(page, "coverage"))
      .toHaveAttribute("aria-valuetext", "1 of 100: Fully outsourced IT leads on the fit score");
    await expect.soft(slider(page, "coverage")).toBeFocused();
  });
});
