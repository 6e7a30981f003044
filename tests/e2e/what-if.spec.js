// Trying other answers and weights. Nothing is kept unless the visitor chooses to.

import { expect, test } from "@playwright/test";

import {
  ALL_QUESTIONS,
  DIMENSIONS,
  MODEL_IDS,
  WORDS,
  filled,
  labelOf,
  nameOf,
  organization,
  textOf,
} from "./steps/content.js";
import { kept, keptText } from "./steps/drafts.js";
import { button, heading, notice, painted, press } from "./steps/flow.js";
import { openAt, resultIsWhole } from "./steps/full.js";
import {
  section,
  shareTable,
  slider,
  trialAnswer,
  trialQuestion,
  tryAnswer,
} from "./steps/result.js";

const CLEAR = organization("P2");
const CLOSE = organization("P10");

const SAYS = WORDS.ui.result;

/** @typedef {import("@playwright/test").Page} Page */

/**
 * The answer that is tried or kept.
 *
 * @param {Page} page
 */
function panel(page) {
  return section(page, SAYS.trial.title).locator(".panel");
}

/**
 * The heading of the trial.
 *
 * @param {Page} page
 */
function trialHeading(page) {
  return page.getByRole("heading", { level: 4, name: SAYS.trial.title });
}

/**
 * The row of a dimension's slider, with its text.
 *
 * @param {Page} page
 * @param {string} dimension
 */
function sliderRow(page, dimension) {
  return page.locator("support-fit .slider").filter({ has: slider(page, dimension) });
}

/**
 * Checks that the leader changes at the weights of the reference, and that each row says where. The sliders are in the order of
 * the dimensions.
 *
 * @param {Page} page
 * @param {{ id: string, displayed: any }} one
 */
async function expectLeaderChanges(page, { id, displayed }) {
  const rows = page.locator("support-fit .slider");
  await expect.soft(rows).toHaveCount(DIMENSIONS.length);
  for (const [n, dimension] of DIMENSIONS.entries()) {
    const name = `${id}, ${dimension}`;
    const { breakpoints, at_1 } = displayed.sliders[dimension];
    await expect.soft(rows.nth(n), name).toContainText(WORDS.dimension[dimension].name);
    if (breakpoints.length === 0) {
      const never = filled(SAYS.slider.never, { name: nameOf(at_1) });
      await expect.soft(rows.nth(n), name).toContainText(never);
    }
    for (const { t, before, after } of breakpoints) {
      const turn = filled(SAYS.slider.turn, {
        n: Math.floor(t * 100 + 0.5),
        before: WORDS.alternative[before].inline,
        after: WORDS.alternative[after].inline,
      });
      await expect.soft(rows.nth(n), name).toContainText(turn);
    }
    const control = rows.nth(n).locator("input");
    for (const { t, before, after } of breakpoints) {
      for (const [weight, leader] of [
        [Math.ceil(t * 100) - 1, before],
        [Math.floor(t * 100) + 1, after],
      ]) {
        await control.fill(String(weight));
        const valueText = `${weight} of 100: ${nameOf(leader)} leads on the fit score`;
        await expect.soft(control, name).toHaveAttribute("aria-valuetext", valueText);
      }
    }
  }
}

test("trying another answer shows the result that it would make and changes nothing @wcag-3.2.2 @wcag-4.1.3", async ({
  page,
}) => {
  await openAt(page, "result", CLOSE);
  const draft = await keptText(page);
  const before = await shareTable(page).textContent();
  const mine = filled(SAYS.trial.yours, { answer: labelOf("fund", String(CLOSE.answers.fund)) });

  await test.step("every scored question can be tried", async () => {
    await expect(trialAnswer(page)).toHaveCount(0);
    const questions = ALL_QUESTIONS.filter(({ scored }) => scored).map(({ id }) => textOf(id));
    await expect
      .soft(trialQuestion(page).getByRole("option"))
      .toHaveText([SAYS.trial.choose, ...questions]);
  });

  await test.step("the answers of the question are offered, and the visitor's own is marked", async () => {
    await trialQuestion(page).selectOption({ label: textOf("fund") });
    const label = labelOf("fund", String(CLOSE.answers.fund));
    expect(mine).toBe(`${label} (your answer)`);
    await expect
      .soft(trialAnswer(page).getByRole("option"))
      .toHaveText([
        SAYS.trial.choose_answer,
        ...["no", "one", "yes"]
          .map((option) => labelOf("fund", option))
          .map((other) => (other === label ? mine : other)),
      ]);
  });

  await test.step("the visitor's own answer makes no difference", async () => {
    await trialAnswer(page).selectOption({ label: mine });
    await painted(page);
    await expect(panel(page)).toHaveCount(0);
  });

  await test.step("the focus stays in the lists", async () => {
    await trialQuestion(page).focus();
    await trialQuestion(page).selectOption({ label: textOf("decide") });
    await painted(page);
    await expect.soft(trialQuestion(page)).toBeFocused();
    await trialAnswer(page).focus();
    await trialAnswer(page).selectOption({ label: labelOf("decide", "all") });
    await painted(page);
    await expect.soft(trialAnswer(page)).toBeFocused();
  });

  await test.step("the shares of now and then are side by side", async () => {
    for (const model of MODEL_IDS) {
      const row = panel(page)
        .getByRole("row")
        .filter({ has: page.getByRole("rowheader", { name: nameOf(model) }) });
      const share = CLOSE.displayed.share_of_100[model];
      await expect.soft(row.getByRole("cell").first()).toHaveText(String(share));
      await expect
        .soft(row.getByRole("cell").last())
        .toHaveText(/^(\d+|more than 99|fewer than 1)$/);
    }
    await expect.soft(panel(page)).toContainText(textOf("decide"));
    await expect.soft(panel(page)).toContainText(labelOf("decide", "all"));
  });

  await test.step("the verdict then is shown and announced", async () => {
    await expect.soft(panel(page)).toContainText(/New verdict: .+\./);
    const text = await panel(page)
      .getByText(/^New verdict: /)
      .textContent();
    await expect.soft(page.getByRole("status")).toContainText(text ?? "");
  });

  await test.step("a trial changes neither the draft nor the result above", async () => {
    expect.soft(await keptText(page)).toBe(draft);
    expect.soft(await shareTable(page).textContent()).toBe(before);
  });

  await test.step("dropping a trial removes every trace of it", async () => {
    await press(page, SAYS.trial.drop);
    await expect(panel(page)).toHaveCount(0);
    await expect.soft(page.getByRole("status")).not.toContainText("New verdict");
    await expect.soft(trialHeading(page)).toBeFocused();
    expect.soft(await keptText(page)).toBe(draft);
  });

  await test.step("choosing another question ends the trial", async () => {
    await tryAnswer(page, "decide", "all");
    await panel(page).waitFor();
    await trialQuestion(page).selectOption({ label: textOf("fund") });
    await expect(panel(page)).toHaveCount(0);
  });

  await test.step("both lists show the new trial after another one", async () => {
    await tryAnswer(page, "decide", "all");
    await tryAnswer(page, "fund", "yes");
    await expect.soft(trialQuestion(page).locator("option:checked")).toHaveText(textOf("fund"));
    await expect
      .soft(trialAnswer(page).locator("option:checked"))
      .toHaveText(labelOf("fund", "yes"));
  });

  await test.step("choosing no answer or no question ends the trial", async () => {
    await panel(page).waitFor();
    await trialAnswer(page).selectOption({ label: SAYS.trial.choose_answer });
    await expect(panel(page)).toHaveCount(0);
    await trialQuestion(page).selectOption({ label: SAYS.trial.choose });
    await expect(trialAnswer(page)).toHaveCount(0);
  });

  await test.step("both lists show a suggested change", async () => {
    const ways = page.getByRole("button", { name: `${SAYS.change.try}: ` });
    await ways.first().click();
    const [question, answer] = await panel(page)
      .locator("li")
      .first()
      .locator("> *")
      .allTextContents();
    await expect.soft(trialQuestion(page).locator("option:checked")).toHaveText(question);
    await expect.soft(trialAnswer(page).locator("option:checked")).toHaveText(answer);
  });

  await test.step("a multiple choice cannot be kept, but leads to its question", async () => {
    await tryAnswer(page, "signs", "n3");
    await expect(button(page, SAYS.trial.keep)).toHaveCount(0);
    await button(panel(page), SAYS.why.open).click();
    await expect(heading(page, textOf("signs"))).toBeFocused();
  });
});

test("keeping a tried answer changes the answers and the result, and can be undone", async ({
  page,
}) => {
  await openAt(page, "result", CLOSE);
  const before = (await shareTable(page).textContent()) ?? "";
  const keepTrial = async () => {
    await tryAnswer(page, "decide", "all");
    await press(page, SAYS.trial.keep);
    await expect(shareTable(page)).not.toHaveText(before);
  };

  await test.step("the kept answer replaces the earlier one and is announced", async () => {
    await keepTrial();
    expect.soft((await kept(page)).answers).toEqual({ ...CLOSE.answers, decide: "all" });
    await expect.soft(notice(page, "Your answers are updated").first()).toBeVisible();
    await expect
      .soft(page.getByRole("status"))
      .toContainText("Your answers are updated, and so is your result.");
    await expect.soft(trialHeading(page)).toBeFocused();
  });

  await test.step("“Undo last change” in the trial restores the answers and keeps the place", async () => {
    await button(section(page, SAYS.trial.title), "Undo last change").click();
    await expect(shareTable(page)).toHaveText(before);
    expect((await kept(page)).answers).toEqual(CLOSE.answers);
    await expect(trialHeading(page)).toBeFocused();
    await expect(button(page, "Undo last change")).toHaveCount(0);
  });

  await test.step("“Undo last change” in the message on top restores the answers", async () => {
    await keepTrial();
    await button(page, "Undo last change").first().click();
    await expect(shareTable(page)).toHaveText(before);
    expect((await kept(page)).answers).toEqual(CLOSE.answers);
  });

  await test.step("a kept answer survives a reload", async () => {
    await keepTrial();
    await page.reload();
    await resultIsWhole(page);
    await expect(shareTable(page)).not.toHaveText(before);
  });
});

test("moving a weight slider shows the leader at that weight and changes nothing", async ({
  page,
}) => {
  const now = "14 of 100: Co-managed IT leads on the fit score";
  await openAt(page, "result", CLEAR);
  const draft = await keptText(page);
  const before = await shareTable(page).textContent();

  await test.step("there is a slider for each point, at its present weight", async () => {
    await expect.soft(page.getByRole("slider")).toHaveCount(DIMENSIONS.length);
    const shown = await page
      .getByRole("slider")
      .evaluateAll((all) =>
        all.map((one) => [
          /** @type {HTMLInputElement} */ (one).value,
          one.getAttribute("aria-valuetext"),
        ]),
      );
    expect.soft(shown).toEqual(DIMENSIONS.map(() => ["14", now]));
  });

  await test.step("a moved slider shows the leader and the index of each model", async () => {
    await slider(page, "cost").fill("60");
    const row = sliderRow(page, "cost");
    await expect.soft(row).toContainText("60 of 100: In-house IT leads on the fit score");
    await expect
      .soft(row)
      .toContainText(/Fit score: In-house IT \d+ · Co-managed IT \d+ · Fully outsourced IT \d+/);
  });

  await test.step("a moved slider changes neither the draft nor the result above", async () => {
    await button(page, SAYS.slider.back).waitFor();
    expect.soft(await keptText(page)).toBe(draft);
    expect.soft(await shareTable(page).textContent()).toBe(before);
  });

  await test.step("“Reset” restores the weight", async () => {
    await press(page, SAYS.slider.back);
    await expect.soft(slider(page, "cost")).toHaveValue("14");
    await expect.soft(slider(page, "cost")).toHaveAttribute("aria-valuetext", now);
    await expect.soft(button(page, SAYS.slider.back)).toHaveCount(0);
  });

  await test.step("“Reset” by keyboard moves the focus to the slider", async () => {
    await slider(page, "cost").fill("60");
    await button(page, SAYS.slider.back).focus();
    await page.keyboard.press("Enter");
    await expect.soft(button(page, SAYS.slider.back)).toHaveCount(0);
    await expect.soft(slider(page, "cost")).toBeFocused();
  });

  await test.step("the leader changes at the weights of the reference", () =>
    expectLeaderChanges(page, CLEAR));
});

test("the weight sliders follow the answers and the priorities", async ({ page }) => {
  await test.step("the leader changes at the weights of the reference (P10)", async () => {
    await openAt(page, "result", CLOSE);
    await expectLeaderChanges(page, CLOSE);
  });

  await test.step("a rating moves the starting weights (P4)", async () => {
    const one = organization("P4");
    await openAt(page, "result", one);
    for (const dimension of DIMENSIONS) {
      const { now } = one.displayed.sliders[dimension];
      await expect.soft(slider(page, dimension)).toHaveValue(String(Math.floor(now * 100 + 0.5)));
    }
  });

  await test.step("a point with all the weight has no slider", async () => {
    const priorities = Object.fromEntries(DIMENSIONS.map((id) => [id, id === "cost" ? 1 : 0]));
    await openAt(page, "result", { answers: CLEAR.answers, priorities });
    const part = section(page, SAYS.slider.title);
    await expect.soft(part.getByText(SAYS.slider.all)).toHaveCount(1);
    await expect.soft(page.getByRole("slider")).toHaveCount(DIMENSIONS.length - 1);
  });
});

test(
  "the leader changes at the weights of the reference for other organizations",
  { tag: "@full" },
  async ({ page }) => {
    for (const one of [organization("P7"), organization("P8")]) {
      await test.step(one.id, async () => {
        await openAt(page, "result", one);
        await expectLeaderChanges(page, one);
      });
    }
  },
);
