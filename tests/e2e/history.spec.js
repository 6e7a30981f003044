// Since last time: what came out before is kept on the device, compared with what comes out now, and deleted when the visitor
// says so.

import { expect, test } from "@playwright/test";

import { WORDS, filled, labelOf, textOf } from "./steps/content.js";
import { KEY, breakStorage, keep, storedKeys } from "./steps/drafts.js";
import {
  LEANS,
  QUESTIONS,
  answerAll,
  button,
  heading,
  open,
  painted,
  press,
} from "./steps/flow.js";
import { fullDraft, resultIsWhole } from "./steps/full.js";
import {
  HISTORY,
  TODAY,
  WHO,
  historyOf,
  keptRuns,
  openResult,
  openResultAfter,
} from "./steps/following.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";
import { layOutAll, misfits } from "./steps/measure.js";
import { tryAnswer } from "./steps/result.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/following.js").Run} Run */

const { history } = WORDS.ui.result;

/** @type {Run} */
const LAST_YEAR = {
  date: "2025-11-20",
  content: "1.1",
  verdict: "lean",
  leader: "co_managed",
  shares: [12, 70, 18],
  answers: { ...WHO.answers, fund: "no" },
};

/** @type {Run} */
const OTHER_QUESTIONS = {
  date: "2024-03-02",
  content: "1.0",
  verdict: "clear",
  leader: "in_house",
  shares: [88, 10, 2],
  answers: { cap: "x" },
};

/** @param {Page} page */
const runs = (page) => historyOf(page).locator(".runs > li");

/**
 * Waits until a number of results is kept.
 *
 * @param {Page} page
 * @param {number} count
 */
const waitForRuns = (page, count) =>
  expect.poll(async () => (await keptRuns(page)).length).toBe(count);

test.describe("a result", () => {
  test("is kept when it is shown, with the day, the version, the shares and the answers", async ({
    page,
  }) => {
    await openResult(page);
    await waitForRuns(page, 1);
    const [run] = await keptRuns(page);
    expect(run).toMatchObject({ date: TODAY, content: "1.1", answers: WHO.answers });
    expect(run.shares.every(Number.isInteger)).toBe(true);
    expect(Math.abs(run.shares.reduce((sum, share) => sum + share) - 100)).toBeLessThan(3);
  });

  test("is kept once for the same answers", async ({ page }) => {
    await openResult(page);
    await waitForRuns(page, 1);
    await page.reload();
    await resultIsWhole(page);
    await painted(page);
    await waitForRuns(page, 1);
  });

  test("is another one with another answer, and both are compared", async ({ page }) => {
    await openResult(page);
    await waitForRuns(page, 1);
    await expect(historyOf(page)).toHaveCount(0);
    await tryAnswer(page, "fund", "yes");
    await press(page, "Keep this");
    await waitForRuns(page, 2);
    await expect(runs(page)).toHaveCount(2);
  });

  test("is not another one when an answer is changed back", async ({ page }) => {
    await openResult(page);
    await waitForRuns(page, 1);
    await tryAnswer(page, "fund", "yes");
    await press(page, "Keep this");
    await waitForRuns(page, 2);
    await button(page, "Undo last change").first().click();
    await expect(runs(page)).toHaveCount(2);
    await painted(page);
    expect(await keptRuns(page)).toHaveLength(2);
  });

  test("of the quick check is not kept", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS);
    await resultIsWhole(page);
    await painted(page);
    expect(await storedKeys(page)).toEqual([KEY]);
  });

  test("stays when the visitor starts over, and is there when the answers are given anew", async ({
    page,
  }) => {
    await openResultAfter(page, [LAST_YEAR]);
    await waitForRuns(page, 2);
    await press(page, "Start over");
    await press(page.getByRole("dialog"), "Start over");
    await heading(page, QUESTIONS[0]).waitFor();
    expect(await keptRuns(page)).toHaveLength(2);
  });

  test("goes when everything is erased", async ({ page }) => {
    await openResultAfter(page, [LAST_YEAR]);
    await waitForRuns(page, 2);
    await press(page, "Erase my answers");
    await press(page.getByRole("dialog"), "Erase");
    await heading(page, QUESTIONS[0]).waitFor();
    expect(await storedKeys(page)).toEqual([]);
  });

  test("is not kept where nothing is to be kept", async ({ page }) => {
    await openHost(page, `<support-fit storage="none"></support-fit>${SCRIPT}`);
    await ready(page);
    await element(page).evaluate(
      (/** @type {any} */ host, draft) => host.importDraft(draft),
      fullDraft(WHO, { screen: "result" }),
    );
    await resultIsWhole(page);
    await painted(page);
    expect(await storedKeys(page)).toEqual([]);
  });

  for (const fault of /** @type {const} */ (["getter", "QuotaExceededError"])) {
    test(`is shown all the same where storage fails (${fault})`, async ({ page }) => {
      const found = complaints(page);
      await breakStorage(page, fault);
      await openHost(page, `<support-fit></support-fit>${SCRIPT}`);
      await ready(page);
      await element(page).evaluate(
        (/** @type {any} */ host, draft) => host.importDraft(draft),
        fullDraft(WHO, { screen: "result" }),
      );
      await resultIsWhole(page);
      await painted(page);
      await expect(historyOf(page)).toHaveCount(0);
      expect(found).toEqual([]);
    });
  }

  test("makes no more than three of one day and ten in all", async ({ page }) => {
    const many = Array.from({ length: 9 }, (_, n) => ({ ...LAST_YEAR, date: `2025-0${9 - n}-01` }));
    await openResultAfter(page, [LAST_YEAR, ...many]);
    await expect.poll(async () => (await keptRuns(page))[0].date).toBe(TODAY);
    expect(await keptRuns(page)).toHaveLength(10);
    for (const [question, option] of [
      ["fund", "yes"],
      ["fund", "no"],
      ["hours", "gap"],
    ]) {
      await tryAnswer(page, question, option);
      await press(page, "Keep this");
      await expect
        .poll(async () => (await keptRuns(page))[0].answers)
        .toMatchObject({ [question]: option });
    }
    const today = (await keptRuns(page)).filter(({ date }) => date === TODAY);
    expect(today).toHaveLength(3);
  });
});

test.describe("earlier results", () => {
  test.beforeEach(({ page }) => openResultAfter(page, [LAST_YEAR, OTHER_QUESTIONS]));

  test("stand beside the one of today, the newest first", async ({ page }) => {
    await expect(runs(page).getByRole("heading", { level: 5 })).toHaveText([
      history.today,
      "Nov 20, 2025",
      "Mar 2, 2024",
    ]);
    await expect(runs(page).nth(1)).toContainText(
      filled(history.first, { title: WORDS.verdict.lean.title, name: "Co-managed IT" }),
    );
    await expect(runs(page).nth(1).getByRole("definition")).toHaveText(["12", "70", "18"]);
  });

  test("are in the table of contents", async ({ page }) => {
    await button(page, history.title).click();
    await expect(page.getByRole("heading", { name: history.title })).toBeFocused();
  });

  test("say which answers changed", async ({ page }) => {
    await runs(page).nth(1).locator("summary").click();
    const rows = runs(page).nth(1).locator("tbody tr");
    await expect(rows).toHaveCount(1);
    await expect(rows.getByRole("rowheader")).toHaveText(textOf("fund"));
    const now = /** @type {string} */ (WHO.answers.fund);
    await expect(rows.locator("td > span:last-child")).toHaveText([
      labelOf("fund", "no"),
      labelOf("fund", now),
    ]);
  });

  test("are not compared where the questions were others", async ({ page }) => {
    await runs(page).nth(2).locator("summary").click();
    await expect(runs(page).nth(2)).toContainText(history.foreign);
  });

  test("are deleted one by one, and stay so", async ({ page }) => {
    await press(page, filled(history.delete_of, { time: "Nov 20, 2025" }));
    await expect(runs(page)).toHaveCount(2);
    await expect(page.getByRole("heading", { name: history.title })).toBeFocused();
    await waitForRuns(page, 2);
    await page.reload();
    await resultIsWhole(page);
    await expect(historyOf(page)).not.toContainText("Nov 20, 2025");
    await expect(historyOf(page)).toContainText("Mar 2, 2024");
  });

  test("are deleted all at once", async ({ page }) => {
    await press(page, history.delete_all);
    await expect(runs(page)).toHaveCount(1);
    await expect(button(page, history.delete_all)).toHaveCount(0);
    await page.reload();
    await resultIsWhole(page);
    await expect(historyOf(page)).toHaveCount(0);
  });

  test("can be brought back as long as the result is shown", async ({ page }) => {
    await press(page, history.delete_all);
    await press(page, history.back);
    await expect(runs(page)).toHaveCount(3);
    await waitForRuns(page, 3);
  });

  test("fit a page 320 px wide with everything open", async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const fold of await historyOf(page).locator("summary").all()) await fold.click();
    await layOutAll(page);
    expect(await misfits(page)).toEqual([]);
  });
});

test("other priorities are told from other answers", async ({ page }) => {
  await openResultAfter(page, [{ ...LAST_YEAR, answers: WHO.answers }]);
  await runs(page).nth(1).locator("summary").click();
  await expect(runs(page).nth(1)).toContainText(history.weighing);
});

test("a list that cannot be read is put aside and harms nothing", async ({ page }) => {
  await keep(page, "not a list", HISTORY);
  await openResult(page);
  await waitForRuns(page, 1);
  expect(await storedKeys(page)).toContain(`${HISTORY}.aside`);
  await expect(historyOf(page)).toHaveCount(0);
});
