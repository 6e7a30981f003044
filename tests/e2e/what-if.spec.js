// What another answer or another weight would do: nothing of it is kept unless the visitor says so.

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
 * What is tried, or what was kept.
 *
 * @param {Page} page
 */
function panel(page) {
  return section(page, SAYS.trial.title).locator(".panel");
}

test.describe("another answer", () => {
  test.beforeEach(({ page }) => openAt(page, "result", CLOSE));

  test("is asked for question by question, and answer by answer", async ({ page }) => {
    await expect(trialAnswer(page)).toHaveCount(0);
    await trialQuestion(page).selectOption({ label: textOf("fund") });
    const options = trialAnswer(page).getByRole("option");
    const mine = labelOf("fund", String(CLOSE.answers.fund));
    await expect(options).toHaveText([
      SAYS.trial.choose_answer,
      ...["no", "one", "yes"]
        .map((option) => labelOf("fund", option))
        .map((label) => (label === mine ? `${label} (your answer)` : label)),
    ]);
  });

  test("can be tried for every scored question", async ({ page }) => {
    const questions = ALL_QUESTIONS.filter(({ scored }) => scored).map(({ id }) => textOf(id));
    await expect(trialQuestion(page).getByRole("option")).toHaveText([
      SAYS.trial.choose,
      ...questions,
    ]);
  });

  test("shows the shares of now and then side by side", async ({ page }) => {
    await tryAnswer(page, "decide", "all");
    for (const model of MODEL_IDS) {
      const row = panel(page)
        .getByRole("row")
        .filter({ has: page.getByRole("rowheader", { name: nameOf(model) }) });
      const share = CLOSE.displayed.share_of_100[model];
      await expect(row.getByRole("cell").first()).toHaveText(String(share));
      await expect(row.getByRole("cell").last()).toHaveText(/^(\d+|more than 99|fewer than 1)$/);
    }
    await expect(panel(page)).toContainText(textOf("decide"));
    await expect(panel(page)).toContainText(labelOf("decide", "all"));
  });

  test("says the verdict that it would make, and announces it", async ({ page }) => {
    await tryAnswer(page, "decide", "all");
    await expect(panel(page)).toContainText(/Verdict then: .+\./);
    const said = await panel(page)
      .getByText(/^Verdict then: /)
      .textContent();
    await expect(page.getByRole("status")).toContainText(said ?? "");
  });

  test("keeps the focus in the list", async ({ page }) => {
    await trialQuestion(page).focus();
    await trialQuestion(page).selectOption({ label: textOf("decide") });
    await painted(page);
    await expect(trialQuestion(page)).toBeFocused();
    await trialAnswer(page).focus();
    await trialAnswer(page).selectOption({ label: labelOf("decide", "all") });
    await painted(page);
    await expect(trialAnswer(page)).toBeFocused();
  });

  test("changes nothing that is kept, nor the result above", async ({ page }) => {
    const draft = await keptText(page);
    const before = await shareTable(page).textContent();
    await tryAnswer(page, "decide", "all");
    await panel(page).waitFor();
    expect(await keptText(page)).toBe(draft);
    expect(await shareTable(page).textContent()).toBe(before);
  });

  test("is taken back without a trace", async ({ page }) => {
    const draft = await keptText(page);
    await tryAnswer(page, "decide", "all");
    await press(page, SAYS.trial.drop);
    await expect(panel(page)).toHaveCount(0);
    await expect(page.getByRole("status")).not.toContainText("Verdict then");
    await expect(page.getByRole("heading", { level: 4, name: SAYS.trial.title })).toBeFocused();
    expect(await keptText(page)).toBe(draft);
  });

  test("that is the visitor's own makes no difference", async ({ page }) => {
    await trialQuestion(page).selectOption({ label: textOf("fund") });
    const mine = filled(SAYS.trial.yours, { answer: labelOf("fund", String(CLOSE.answers.fund)) });
    await trialAnswer(page).selectOption({ label: mine });
    await painted(page);
    await expect(panel(page)).toHaveCount(0);
  });

  test("that is suggested stands in both lists", async ({ page }) => {
    const ways = page.getByRole("button", { name: `${SAYS.change.try}: ` });
    await ways.first().click();
    const [question, answer] = await panel(page)
      .locator("li")
      .first()
      .locator("> *")
      .allTextContents();
    await expect(trialQuestion(page).locator("option:checked")).toHaveText(question);
    await expect(trialAnswer(page).locator("option:checked")).toHaveText(answer);
  });

  test("is given up where none is chosen", async ({ page }) => {
    await tryAnswer(page, "decide", "all");
    await panel(page).waitFor();
    await trialAnswer(page).selectOption({ label: SAYS.trial.choose_answer });
    await expect(panel(page)).toHaveCount(0);
    await trialQuestion(page).selectOption({ label: SAYS.trial.choose });
    await expect(trialAnswer(page)).toHaveCount(0);
  });

  test("stays in the list of answers while another is tried", async ({ page }) => {
    await tryAnswer(page, "decide", "all");
    await tryAnswer(page, "fund", "yes");
    await expect(trialQuestion(page).locator("option:checked")).toHaveText(textOf("fund"));
    await expect(trialAnswer(page).locator("option:checked")).toHaveText(labelOf("fund", "yes"));
  });

  test("of another question replaces what was tried", async ({ page }) => {
    await tryAnswer(page, "decide", "all");
    await panel(page).waitFor();
    await trialQuestion(page).selectOption({ label: textOf("fund") });
    await expect(panel(page)).toHaveCount(0);
  });

  test("of a multiple choice is not kept, but leads to its question", async ({ page }) => {
    await tryAnswer(page, "signs", "n3");
    await expect(button(page, SAYS.trial.keep)).toHaveCount(0);
    await button(panel(page), SAYS.why.open).click();
    await expect(heading(page, textOf("signs"))).toBeFocused();
  });

  test.describe("that is kept", () => {
    /** @type {string | null} */
    let before;

    test.beforeEach(async ({ page }) => {
      before = await shareTable(page).textContent();
      await tryAnswer(page, "decide", "all");
      await press(page, SAYS.trial.keep);
      await expect(shareTable(page)).not.toHaveText(before ?? "");
    });

    test("is the answer from now on", async ({ page }) => {
      expect((await kept(page)).answers).toEqual({ ...CLOSE.answers, decide: "all" });
    });

    test("makes the result that was shown", async ({ page }) => {
      await page.reload();
      await resultIsWhole(page);
      await expect(shareTable(page)).not.toHaveText(before ?? "");
    });

    test("is told, and leaves the visitor where they are", async ({ page }) => {
      await expect(notice(page, "Your answers are changed").first()).toBeVisible();
      await expect(page.getByRole("status")).toContainText(
        "Your answers are changed, and the result with them.",
      );
      await expect(page.getByRole("heading", { level: 4, name: SAYS.trial.title })).toBeFocused();
    });

    test("can be undone where the visitor is", async ({ page }) => {
      await button(section(page, SAYS.trial.title), "Undo last change").click();
      await expect(shareTable(page)).toHaveText(before ?? "");
      expect((await kept(page)).answers).toEqual(CLOSE.answers);
      await expect(page.getByRole("heading", { level: 4, name: SAYS.trial.title })).toBeFocused();
      await expect(button(page, "Undo last change")).toHaveCount(0);
    });

    test("can be undone from the message on top", async ({ page }) => {
      await button(page, "Undo last change").first().click();
      await expect(shareTable(page)).toHaveText(before ?? "");
      expect((await kept(page)).answers).toEqual(CLOSE.answers);
    });
  });
});

test.describe("another weight", () => {
  test("has a slider for each point, at the weight of now", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    await expect(page.getByRole("slider")).toHaveCount(DIMENSIONS.length);
    for (const dimension of DIMENSIONS) {
      await expect(slider(page, dimension)).toHaveValue("14");
      await expect(slider(page, dimension)).toHaveAttribute(
        "aria-valuetext",
        "14 of 100: Co-managed IT is ahead on the index",
      );
    }
  });

  test("starts where the ratings put it", async ({ page }) => {
    const one = organization("P4");
    await openAt(page, "result", one);
    for (const dimension of DIMENSIONS) {
      const { now } = one.displayed.sliders[dimension];
      await expect(slider(page, dimension)).toHaveValue(String(Math.floor(now * 100 + 0.5)));
    }
  });

  for (const one of [CLEAR, CLOSE, organization("P7"), organization("P8")]) {
    test(`turns the lead where the reference says so (${one.id})`, async ({ page }) => {
      await openAt(page, "result", one);
      for (const dimension of DIMENSIONS) {
        const { breakpoints, at_1 } = one.displayed.sliders[dimension];
        const row = page.locator("support-fit .slider").filter({ has: slider(page, dimension) });
        if (breakpoints.length === 0) {
          await expect(row).toContainText(filled(SAYS.slider.never, { name: nameOf(at_1) }));
        }
        for (const { t, before, after } of breakpoints) {
          const n = Math.floor(t * 100 + 0.5);
          const turn = filled(SAYS.slider.turn, {
            n,
            before: WORDS.alternative[before].inline,
            after: WORDS.alternative[after].inline,
          });
          await expect(row).toContainText(turn);
        }
        for (const { t, before, after } of breakpoints) {
          for (const [weight, leader] of [
            [Math.ceil(t * 100) - 1, before],
            [Math.floor(t * 100) + 1, after],
          ]) {
            await slider(page, dimension).fill(String(weight));
            await expect(slider(page, dimension)).toHaveAttribute(
              "aria-valuetext",
              `${weight} of 100: ${nameOf(leader)} is ahead on the index`,
            );
          }
        }
      }
    });
  }

  test("shows who leads then, and the index of each model", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    await slider(page, "cost").fill("60");
    const row = page.locator("support-fit .slider").filter({ has: slider(page, "cost") });
    await expect(row).toContainText("60 of 100: In-house IT is ahead on the index");
    await expect(row).toContainText(
      /Index: In-house IT \d+ · Co-managed IT \d+ · Fully outsourced IT \d+/,
    );
  });

  test("goes back to now", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    await slider(page, "cost").fill("60");
    await press(page, SAYS.slider.back);
    await expect(slider(page, "cost")).toHaveValue("14");
    await expect(slider(page, "cost")).toHaveAttribute(
      "aria-valuetext",
      "14 of 100: Co-managed IT is ahead on the index",
    );
    await expect(button(page, SAYS.slider.back)).toHaveCount(0);
  });

  test("keeps the focus with the visitor on the way back to now", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    await slider(page, "cost").fill("60");
    await button(page, SAYS.slider.back).focus();
    await page.keyboard.press("Enter");
    await expect(button(page, SAYS.slider.back)).toHaveCount(0);
    await expect(slider(page, "cost")).toBeFocused();
  });

  test("changes nothing that is kept, nor the result above", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    const draft = await keptText(page);
    const before = await shareTable(page).textContent();
    await slider(page, "cost").fill("60");
    await button(page, SAYS.slider.back).waitFor();
    expect(await keptText(page)).toBe(draft);
    expect(await shareTable(page).textContent()).toBe(before);
  });

  test("has no slider where one point has all the weight", async ({ page }) => {
    const priorities = Object.fromEntries(DIMENSIONS.map((id) => [id, id === "cost" ? 1 : 0]));
    await openAt(page, "result", { answers: CLEAR.answers, priorities });
    const part = section(page, SAYS.slider.title);
    await expect(part.getByText(SAYS.slider.all)).toHaveCount(1);
    await expect(page.getByRole("slider")).toHaveCount(DIMENSIONS.length - 1);
  });
});
