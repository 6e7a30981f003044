// Earlier results: saved on the device, compared with the current result, and deleted on request.

import { expect } from "@playwright/test";

import { VERSION, WORDS, filled, labelOf, textOf } from "./steps/content.js";
import { KEY, breakStorage, storedKeys } from "./steps/drafts.js";
import { QUESTIONS, button, heading, painted, press } from "./steps/flow.js";
import { fullDraft, resultIsWhole } from "./steps/full.js";
import {
  HISTORY,
  TODAY,
  WHO,
  historyOf,
  keptRuns,
  openResult,
  openResultAfter,
  reload,
} from "./steps/following.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";
import { test } from "./steps/reading.js";
import { openFold, openView, tryAnswer } from "./steps/result.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/following.js").Run} Run */

const { history } = WORDS.ui.result;

/** @type {Run} */
const LAST_YEAR = {
  date: "2025-11-20",
  content: VERSION,
  verdict: "lean",
  leader: "co_managed",
  shares: [12, 70, 18],
  answers: { ...WHO.answers, fund: "no" },
};

/** @type {Run} */
const OTHER_PRIORITIES = { ...LAST_YEAR, date: "2025-03-14", answers: WHO.answers };

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
const line = (page) => historyOf(page).locator("> summary");

/** @param {Page} page */
const runs = (page) => historyOf(page).locator(".runs > li");

/**
 * Waits until this number of results is saved.
 *
 * @param {Page} page
 * @param {number} count
 */
const waitForRuns = (page, count) =>
  expect.poll(async () => (await keptRuns(page)).length).toBe(count);

test("A full result is saved once for each set of answers", async ({ page }) => {
  await test.step("with the day, the version, the shares and the answers", async () => {
    await openResult(page);
    await waitForRuns(page, 1);
    const [run] = await keptRuns(page);
    expect.soft(run).toMatchObject({ date: TODAY, content: VERSION, answers: WHO.answers });
    expect.soft(run.shares.every(Number.isInteger)).toBe(true);
    expect.soft(Math.abs(run.shares.reduce((sum, share) => sum + share) - 100)).toBeLessThan(3);
  });

  await test.step("a reload does not save it again", async () => {
    await reload(page);
    await painted(page);
    await waitForRuns(page, 1);
    await expect.soft(historyOf(page)).toHaveCount(0);
  });

  await test.step("a changed answer saves a second result, and both are shown", async () => {
    await openView(page, "What if");
    await tryAnswer(page, "fund", "yes");
    await press(page, "Keep this answer");
    await waitForRuns(page, 2);
    await openView(page, "Answer");
    await expect.soft(runs(page)).toHaveCount(2);
  });

  await test.step("changing the answer back saves no third one", async () => {
    await openView(page, "What if");
    await tryAnswer(page, "fund", String(WHO.answers.fund));
    await press(page, "Keep this answer");
    await openView(page, "Answer");
    await expect.soft(runs(page)).toHaveCount(2);
    await painted(page);
    expect.soft(await keptRuns(page)).toHaveLength(2);
  });

  await test.step("a saved list that cannot be read is moved to another key", async () => {
    await page.evaluate((key) => localStorage.setItem(key, "not a list"), HISTORY);
    await reload(page);
    await expect.poll(() => storedKeys(page)).toContain(`${HISTORY}.aside`);
    await waitForRuns(page, 1);
    await expect.soft(historyOf(page)).toHaveCount(0);
  });
});

test("The result of the quick check is not saved", async ({ reading }) => {
  const page = await reading("first");
  await painted(page);
  expect(await storedKeys(page)).toEqual([KEY]);
});

test("Starting over keeps earlier results, and erasing leaves nothing in storage @threat-erasing", async ({
  page,
}) => {
  await openResultAfter(page, [LAST_YEAR]);
  await waitForRuns(page, 2);

  await test.step("starting over keeps them", async () => {
    await press(page, "Start over");
    await press(page.getByRole("dialog"), "Start over");
    await heading(page, QUESTIONS[0]).waitFor();
    expect.soft(await keptRuns(page)).toHaveLength(2);
  });

  await test.step("erasing removes every key, also of what could not be read", async () => {
    await button(page, "Undo last change").first().click();
    await resultIsWhole(page);
    await page.evaluate(
      (damaged) => damaged.forEach(([key, text]) => localStorage.setItem(`${key}.aside`, text)),
      [
        [KEY, '{"schema":3,"content":"1.2","an'],
        [HISTORY, '[{"date":"2025'],
      ],
    );
    await press(page, "Delete my answers");
    await press(page.getByRole("dialog"), "Delete them");
    await heading(page, QUESTIONS[0]).waitFor();
    expect.soft(await storedKeys(page)).toEqual([]);
  });
});

test("A full result is shown where nothing can be saved", async ({ context }) => {
  /** @type {Record<string, { attributes: string, fault?: "getter" | "QuotaExceededError" }>} */
  const cases = {
    'with storage="none"': { attributes: 'storage="none"' },
    "where the browser blocks storage": { attributes: "", fault: "getter" },
    "where storage is full": { attributes: "", fault: "QuotaExceededError" },
  };
  for (const [name, { attributes, fault }] of Object.entries(cases)) {
    await test.step(name, async () => {
      const page = await context.newPage();
      const found = complaints(page);
      if (fault) await breakStorage(page, fault);
      await openHost(page, `<support-fit ${attributes}></support-fit>${SCRIPT}`);
      await ready(page);
      await element(page).evaluate(
        (/** @type {any} */ host, draft) => host.importDraft(draft),
        fullDraft(WHO, { screen: "result" }),
      );
      await resultIsWhole(page);
      await painted(page);
      await expect.soft(historyOf(page)).toHaveCount(0);
      if (fault !== "getter") expect.soft(await storedKeys(page)).toEqual([]);
      expect.soft(found).toEqual([]);
      await page.close();
    });
  }
});

test("Earlier results are listed, compared and deleted @wcag-3.3.4", async ({ page }) => {
  await openResultAfter(page, [LAST_YEAR, OTHER_PRIORITIES, OTHER_QUESTIONS]);

  const last = (/** @type {string} */ time, /** @type {string} */ name, /** @type {string} */ n) =>
    filled(history.line, { time, name, n });

  await test.step("the last one is a line above the headline, which opens all", async () => {
    await expect.soft(line(page)).toHaveText(last("Nov 20, 2025", "Co-managed IT", "70"));
    await expect.soft(runs(page).first()).toBeHidden();
    await line(page).click();
    await expect.soft(runs(page).first()).toBeVisible();
  });

  await test.step("the newest comes first", async () => {
    await expect
      .soft(runs(page).locator("> b"))
      .toHaveText([history.today, "Nov 20, 2025", "Mar 14, 2025", "Mar 2, 2024"]);
    await expect.soft(runs(page).nth(1)).toContainText("Co-managed IT");
    await expect.soft(runs(page).nth(1).getByRole("definition")).toHaveText(["12", "70", "18"]);
  });

  await test.step("each lists the answers that changed", async () => {
    await runs(page).nth(1).locator("summary").click();
    const rows = runs(page).nth(1).locator("tbody tr");
    await expect.soft(rows).toHaveCount(1);
    await expect.soft(rows.getByRole("rowheader")).toHaveText(textOf("fund"));
    const now = /** @type {string} */ (WHO.answers.fund);
    await expect
      .soft(rows.locator("td > span:last-child"))
      .toHaveText([labelOf("fund", "no"), labelOf("fund", now)]);
  });

  await test.step("or says that only the priorities changed", async () => {
    await runs(page).nth(2).locator("summary").click();
    await expect.soft(runs(page).nth(2)).toContainText(history.weighing);
  });

  await test.step("a result with other questions is not compared", async () => {
    await runs(page).nth(3).locator("summary").click();
    await expect.soft(runs(page).nth(3)).toContainText(history.foreign);
  });

  await test.step("all can be deleted, and restored while the result is shown", async () => {
    await press(page, history.delete_all);
    await expect.soft(runs(page)).toHaveCount(1);
    await expect.soft(button(page, history.delete_all)).toHaveCount(0);
    await expect.soft(line(page)).toHaveText(history.title);
    await expect.soft(line(page)).toBeFocused();
    await waitForRuns(page, 1);
    await press(page, history.back);
    await expect.soft(line(page)).toBeFocused();
    await expect.soft(runs(page)).toHaveCount(4);
    await waitForRuns(page, 4);
  });

  await test.step("a deleted result stays deleted after a reload", async () => {
    await press(page, filled(history.delete_of, { time: "Nov 20, 2025" }));
    await expect.soft(runs(page)).toHaveCount(3);
    await expect.soft(line(page)).toHaveText(last("Mar 14, 2025", "Co-managed IT", "70"));
    await expect.soft(line(page)).toBeFocused();
    await waitForRuns(page, 3);
    await reload(page);
    await expect.soft(historyOf(page)).not.toContainText("Nov 20, 2025");
    await expect.soft(historyOf(page)).toContainText("Mar 2, 2024");
  });

  await test.step("once all are deleted, the line is gone as soon as the answer is left", async () => {
    await openFold(line(page));
    await press(page, history.delete_all);
    await waitForRuns(page, 1);
    await expect.soft(button(page, history.back)).toBeVisible();
    await openView(page, "Why");
    await openView(page, "Answer");
    await expect.soft(historyOf(page)).toHaveCount(0);
    await reload(page);
    await expect.soft(historyOf(page)).toHaveCount(0);
  });
});
