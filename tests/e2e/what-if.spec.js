// What would change the result: suggested changes tried in place, any other answer, and the weights. Nothing is kept unless the
// visitor chooses to.

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
  partial,
  textOf,
} from "./steps/content.js";
import { kept, keptText } from "./steps/drafts.js";
import { button, heading, notice, painted, press } from "./steps/flow.js";
import { openAt, resultIsWhole } from "./steps/full.js";
import { tabTo } from "./steps/keyboard.js";
import { PHONE, focused } from "./steps/measure.js";
import {
  flipGroup,
  flips,
  openView,
  section,
  slider,
  trialAnswer,
  trialQuestion,
  tryAnswer,
  unfold,
  verdict,
} from "./steps/result.js";

const CLEAR = organization("P2");
const CLOSE = organization("P10");

const SAYS = WORDS.ui.result;
const EVIDENCE = SAYS.change.evidence;

const UNDO = "Undo last change";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Opens the view of an organization.
 *
 * @param {Page} page
 * @param {Pick<import("./steps/content.js").Organization, "answers" | "priorities">} one
 */
async function openWhatIf(page, one) {
  await openAt(page, "result", one);
  await openView(page, "What if");
}

/**
 * The trial of an answer chosen from the lists.
 *
 * @param {Page} page
 */
function panel(page) {
  return section(page, SAYS.trial.title).locator(".panel");
}

/**
 * The verdict after an answer was kept, with undo.
 *
 * @param {Page} page
 */
function keptPanel(page) {
  return page.locator("support-fit section:has(> #change) > .panel");
}

/**
 * The heading of the view.
 *
 * @param {Page} page
 */
function title(page) {
  return page.locator("support-fit #change");
}

/**
 * The heading of the lists.
 *
 * @param {Page} page
 */
function trialHeading(page) {
  return page.getByRole("heading", { level: 4, name: SAYS.trial.title });
}

/**
 * The suggested changes, in words; they differ from result to result.
 *
 * @param {Page} page
 */
async function suggested(page) {
  return (await flips(page, EVIDENCE).allTextContents()).join("\n");
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
 * Checks that the leader changes at the weights of the reference, and that each row says where.
 *
 * @param {Page} page With open folds.
 * @param {{ id: string, displayed: any }} one
 */
async function expectLeaderChanges(page, { id, displayed }) {
  await expect.soft(page.locator("support-fit .slider")).toHaveCount(DIMENSIONS.length);
  for (const dimension of DIMENSIONS) {
    const name = `${id}, ${dimension}`;
    const row = sliderRow(page, dimension);
    const { breakpoints, at_1 } = displayed.sliders[dimension];
    if (breakpoints.length === 0) {
      const never = filled(SAYS.slider.never, { name: nameOf(at_1) });
      await expect.soft(row, name).toContainText(never);
    }
    for (const { t, before, after } of breakpoints) {
      const turn = filled(SAYS.slider.turn, {
        n: Math.floor(t * 100 + 0.5),
        before: WORDS.alternative[before].inline,
        after: WORDS.alternative[after].inline,
      });
      await expect.soft(row, name).toContainText(turn);
    }
    const control = slider(page, dimension);
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

test("the nearest changes are statements with the question and the present answer", async ({
  page,
}) => {
  await openWhatIf(page, CLOSE);

  await test.step("the heading says what would settle a close result", async () => {
    await expect.soft(title(page)).toHaveText(SAYS.change.settle);
    await expect.soft(flipGroup(page, EVIDENCE)).toContainText("There are 18 ways to do it.");
  });

  await test.step("one answer is enough, so three changes are shown", async () => {
    await expect.soft(flips(page, EVIDENCE)).toHaveCount(3);
    const { changes, new_leader } = CLOSE.min_flip.evidence.examples[0];
    const [{ question, from, to }] = changes;
    const first = flips(page, EVIDENCE).first();
    await expect.soft(first).toContainText(`${WORDS.flip.fact}:`);
    await expect.soft(first.locator("b").first()).toHaveText(WORDS.statement[question][to]);
    await expect.soft(first).toContainText(textOf(question));
    await expect.soft(first).toContainText(`Your answer now: ${labelOf(question, from)}`);
    const then = filled(SAYS.change.then, { name: WORDS.alternative[new_leader].inline });
    await expect.soft(first).toContainText(then);
  });

  await test.step("changes that rule a model in or out have a list of their own", async () => {
    const gate = flipGroup(page, WORDS.flip.gate);
    await expect.soft(gate).toContainText(filled(SAYS.change.gate_other, { n: 2 }));
    await expect.soft(flips(page, WORDS.flip.gate)).toHaveCount(1);
    await expect.soft(gate).toContainText(`${WORDS.flip.preference}:`);
    await expect.soft(gate).toContainText("Fully outsourced IT would be ruled out for now.");
  });

  await test.step("if it takes several answers, one set is shown and the others are in a fold", async () => {
    await openWhatIf(page, organization("P4"));
    await expect.soft(title(page)).toHaveText(SAYS.change.title);
    await expect.soft(flips(page, EVIDENCE)).toHaveCount(3);
    await expect.soft(flips(page, EVIDENCE).filter({ visible: true })).toHaveCount(1);
    await flipGroup(page, EVIDENCE).getByText("2 more ways").click();
    await expect.soft(flips(page, EVIDENCE).filter({ visible: true })).toHaveCount(3);
  });

  await test.step("the view says that no change of up to three answers is enough", async () => {
    await openWhatIf(page, organization("P6"));
    await expect.soft(flipGroup(page, EVIDENCE)).toContainText(SAYS.change.none);
    await expect.soft(flips(page, EVIDENCE)).toHaveCount(0);
  });

  await test.step("rules that no change touches have no heading", async () => {
    await openWhatIf(page, organization("P11"));
    await expect.soft(page.getByText(WORDS.flip.gate)).toHaveCount(0);
  });

  await test.step("in a conflict, what rules a model back in comes first", async () => {
    await openWhatIf(page, partial("all three blocked: conflict"));
    await expect.soft(title(page)).toHaveText(SAYS.change.conflict);
    await expect
      .soft(flipGroup(page, EVIDENCE))
      .toContainText("One different answer would rule a model in or out");
  });
});

test("a suggested change is tried in place, and keeping it puts the named model first @wcag-1.3.3 @wcag-2.4.3 @wcag-4.1.3", async ({
  page,
}) => {
  await openWhatIf(page, CLOSE);
  const draft = await keptText(page);
  const first = flips(page, EVIDENCE).first();
  const tryFirst = first.getByRole("button", { name: `${SAYS.change.try}: ` });
  const [{ changes, new_leader }] = CLOSE.min_flip.evidence.examples;

  await test.step("it opens under the change, keeps the focus, and is announced", async () => {
    await tryFirst.press("Enter");
    await expect(first.locator(".panel")).toBeVisible();
    await expect(tryFirst).toBeFocused();
    await expect(tryFirst).toHaveAttribute("aria-expanded", "true");
    for (const { question, to } of changes) {
      await expect.soft(first.locator(".panel")).toContainText(textOf(question));
      await expect.soft(first.locator(".panel")).toContainText(labelOf(question, to));
    }
    await expect.soft(page.getByRole("status")).toContainText("New verdict: ");
    expect.soft(await keptText(page)).toBe(draft);
  });

  await test.step("only one trial is open", async () => {
    await flips(page, EVIDENCE).nth(1).getByRole("button").first().click();
    await expect(first.locator(".panel")).toHaveCount(0);
    await tryAnswer(page, "fund", "yes");
    await panel(page).waitFor();
    await expect(page.locator("support-fit .panel")).toHaveCount(1);
    await tryFirst.click();
    await expect(panel(page)).toHaveCount(0);
    await expect(trialAnswer(page)).toHaveValue("");
  });

  await test.step("the same button closes it", async () => {
    await tryFirst.press("Enter");
    await expect(first.locator(".panel")).toHaveCount(0);
    await expect(tryFirst).toBeFocused();
    await expect(page.getByRole("status")).not.toContainText("New verdict");
  });

  await test.step("discarding it returns the focus to its button", async () => {
    await tryFirst.click();
    await press(page, SAYS.trial.drop);
    await expect(first.locator(".panel")).toHaveCount(0);
    await expect(tryFirst).toBeFocused();
    await expect(page.getByRole("status")).not.toContainText("New verdict");
  });

  await test.step("keeping it shows the new verdict below the heading, which has the focus", async () => {
    await tryFirst.click();
    const promised = await first.locator(".panel > b").innerText();
    await press(page, SAYS.trial.keep);
    await expect(title(page)).toBeFocused();
    await expect(title(page)).toBeInViewport();
    await expect(keptPanel(page)).toContainText(promised);
    await openView(page, "Answer");
    await expect(verdict(page).locator("tr.leads")).toContainText(nameOf(new_leader));
  });
});

test("trying another answer shows the result that it would make and changes nothing @wcag-3.2.2 @wcag-4.1.3", async ({
  page,
}) => {
  await openWhatIf(page, CLOSE);
  const draft = await keptText(page);
  const before = await suggested(page);
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
    const rows = panel(page).locator("tbody tr");
    await expect.soft(rows).toHaveCount(MODEL_IDS.length);
    await expect.soft(rows.locator("td")).toHaveCount(2 * MODEL_IDS.length);
    for (const [n, model] of MODEL_IDS.entries()) {
      await expect.soft(rows.nth(n).getByRole("rowheader")).toHaveText(nameOf(model));
      await expect
        .soft(rows.nth(n).locator("td").first())
        .toHaveText(String(CLOSE.displayed.share_of_100[model]));
    }
    await expect
      .soft(trialAnswer(page).locator("option:checked"))
      .toHaveText(labelOf("decide", "all"));
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
    expect.soft(await suggested(page)).toBe(before);
  });

  await test.step("discarding a trial removes every trace of it", async () => {
    await press(page, SAYS.trial.drop);
    await expect(panel(page)).toHaveCount(0);
    await expect.soft(page.getByRole("status")).not.toContainText("New verdict");
    await expect.soft(trialHeading(page)).toBeFocused();
    await expect.soft(trialAnswer(page)).toHaveValue("");
    expect.soft(await keptText(page)).toBe(draft);
  });

  await test.step("choosing another question ends the trial", async () => {
    await tryAnswer(page, "decide", "all");
    await panel(page).waitFor();
    await trialQuestion(page).selectOption({ label: textOf("fund") });
    await expect(panel(page)).toHaveCount(0);
    await expect.soft(page.getByRole("status")).not.toContainText("New verdict");
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

  await test.step("a multiple choice cannot be kept, but leads to its question", async () => {
    await tryAnswer(page, "signs", "n3");
    await expect(button(page, SAYS.trial.keep)).toHaveCount(0);
    await button(panel(page), SAYS.why.open).click();
    await expect(heading(page, textOf("signs"))).toBeFocused();
  });
});

test("keeping a tried answer changes the answers and the result, and can be undone @wcag-2.4.3", async ({
  page,
}) => {
  await openWhatIf(page, CLOSE);
  const before = await suggested(page);
  // It puts another model ahead, so other changes are suggested then.
  const [{ question, to }] = CLOSE.min_flip.evidence.examples[0].changes;
  const keepTrial = async () => {
    await tryAnswer(page, question, to);
    await press(page, SAYS.trial.keep);
    await expect.poll(() => suggested(page)).not.toBe(before);
  };

  await test.step("the kept answer replaces the earlier one and is announced", async () => {
    await keepTrial();
    expect.soft((await kept(page)).answers).toEqual({ ...CLOSE.answers, [question]: to });
    await expect.soft(notice(page, "Your answers are updated").first()).toBeVisible();
    await expect
      .soft(page.getByRole("status"))
      .toContainText("Your answers are updated, and so is your result.");
    await expect.soft(title(page)).toBeFocused();
    await expect.soft(title(page)).toBeInViewport();
    await expect.soft(keptPanel(page)).toContainText("New verdict: ");
  });

  await test.step("“Undo last change” below the heading restores the answers and keeps the place", async () => {
    await button(keptPanel(page), UNDO).click();
    await expect.poll(() => suggested(page)).toBe(before);
    expect((await kept(page)).answers).toEqual(CLOSE.answers);
    await expect(title(page)).toBeFocused();
    await expect(button(page, UNDO)).toHaveCount(0);
    await expect(page.getByRole("status")).toContainText(WORDS.ui.duties.undone);
  });

  await test.step("“Undo last change” in the message on top restores the answers", async () => {
    await keepTrial();
    await button(page, UNDO).first().click();
    await expect.poll(() => suggested(page)).toBe(before);
    expect((await kept(page)).answers).toEqual(CLOSE.answers);
  });

  await test.step("a kept answer survives a reload", async () => {
    await keepTrial();
    await page.reload();
    await resultIsWhole(page);
    expect(await suggested(page)).not.toBe(before);
  });
});

for (const where of /** @type {const} */ (["in place", "from the lists"])) {
  test(`Tab goes on in view after a change tried ${where} was kept and undone @wcag-2.4.3 @wcag-2.4.11`, async ({
    page,
  }) => {
    await page.setViewportSize(PHONE);
    await openWhatIf(page, CLOSE);
    const isSeen = { inView: true, covered: false, ringed: true };

    if (where === "in place") {
      await flips(page, EVIDENCE).last().getByRole("button").first().focus();
      await page.keyboard.press("Enter");
    } else {
      await tryAnswer(page, "decide", "all");
      await trialAnswer(page).focus();
    }
    await tabTo(page, (at) => at.name === SAYS.trial.keep);
    await page.keyboard.press("Enter");
    await expect(title(page)).toBeFocused();
    await expect(title(page)).toBeInViewport();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ name: UNDO, ...isSeen });
    await page.keyboard.press("Enter");
    await expect(title(page)).toBeFocused();
    await expect(title(page)).toBeInViewport();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ name: SAYS.change.try, ...isSeen });
  });
}

test("moving a weight slider shows the leader at that weight and changes nothing", async ({
  page,
}) => {
  const now = "14 of 100: Co-managed IT leads on the fit score";
  await openWhatIf(page, CLEAR);
  await unfold(page);
  const draft = await keptText(page);
  const before = await suggested(page);

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
    expect.soft(await suggested(page)).toBe(before);
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
    await openWhatIf(page, CLOSE);
    await unfold(page);
    await expectLeaderChanges(page, CLOSE);
  });

  await test.step("a rating moves the starting weights (P4)", async () => {
    const one = organization("P4");
    await openWhatIf(page, one);
    await unfold(page);
    for (const dimension of DIMENSIONS) {
      const { now } = one.displayed.sliders[dimension];
      await expect.soft(slider(page, dimension)).toHaveValue(String(Math.floor(now * 100 + 0.5)));
    }
  });

  await test.step("priorities that never turn the lead are named in one line, with their sliders in a fold", async () => {
    const one = organization("P4");
    const steady = DIMENSIONS.filter((id) => one.displayed.sliders[id].breakpoints.length === 0);
    const what = steady.map((id) => WORDS.dimension[id].name).join("; ");
    await openWhatIf(page, one);
    await page.getByText(SAYS.slider.title, { exact: true }).click();
    const name = nameOf(one.result.leader);
    await expect.soft(page.getByText(filled(SAYS.slider.steady, { name, what }))).toBeVisible();
    await expect.soft(page.getByRole("slider")).toHaveCount(DIMENSIONS.length - steady.length);
    await page.getByText(SAYS.slider.others, { exact: true }).click();
    await expect.soft(page.getByRole("slider")).toHaveCount(DIMENSIONS.length);
  });

  await test.step("a point with all the weight has no slider", async () => {
    const priorities = Object.fromEntries(DIMENSIONS.map((id) => [id, id === "cost" ? 1 : 0]));
    await openWhatIf(page, { answers: CLEAR.answers, priorities });
    await unfold(page);
    await expect.soft(page.getByText(SAYS.slider.all)).toHaveCount(1);
    await expect.soft(page.getByRole("slider")).toHaveCount(DIMENSIONS.length - 1);
  });
});

test(
  "the leader changes at the weights of the reference for other organizations",
  { tag: "@full" },
  async ({ page }) => {
    for (const one of [organization("P7"), organization("P8")]) {
      await test.step(one.id, async () => {
        await openWhatIf(page, one);
        await unfold(page);
        await expectLeaderChanges(page, one);
      });
    }
  },
);
