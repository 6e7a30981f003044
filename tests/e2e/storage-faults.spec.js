// Storage calls that fail during a visit, one case per kind of call; storage that is cleared, or gone with the window; drafts with
// invalid parts. Every call that can fail, once or from then on, is tested natively: tests/session/faults.rs.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { KEY, draftAt, keep, kept, storedKeys } from "./steps/drafts.js";
import { allStored, countCalls, setFault } from "./steps/faults.js";
import {
  LEANS,
  QUESTIONS,
  answer,
  answerAll,
  choose,
  heading,
  notice,
  press,
} from "./steps/flow.js";
import { element, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/faults.js").Fault} Fault */
/** @typedef {import("./steps/drafts.js").Draft} Draft */

const { notice: SAYS } = WORDS.ui;

/** Saved by an earlier visit: all answers of the quick check but the last two. */
const EARLIER = { cap: "lead", load: "stretched", fund: "one", answer: "split", decide: "key" };

/** The answers of a visitor who does not see the earlier ones. */
const OTHERS = { cap: "lead", load: "ok" };

const ALWAYS = Number.MAX_SAFE_INTEGER;

/**
 * A visit that continues with the earlier answers, adds some and erases everything.
 *
 * @param {Page} page
 * @param {Fault} fault
 * @returns The stored entries after the last answer, and after erasing.
 */
async function visit(page, fault) {
  await setFault(page, null);
  await page.goto("/demo.css");
  await page.evaluate(() => localStorage.clear());
  await keep(page, draftAt("pace", EARLIER));
  await setFault(page, fault);
  await page.goto("/widget/");
  await ready(page);
  const resumes = await heading(page, QUESTIONS[5]).isVisible();
  // A visitor who does not see the earlier answers gives different ones.
  const labels = [LEANS[0] ?? "", "Under control, with time to plan"];
  await answerAll(page, resumes ? LEANS.slice(5, 6) : labels);
  await heading(page, QUESTIONS[resumes ? 6 : 2]).waitFor();
  const { [KEY]: current, ...backups } = await allStored(page);
  await press(page, WORDS.ui.footer.erase);
  await press(page.getByRole("dialog"), "Delete them");
  await expect(heading(page, QUESTIONS[0])).toBeVisible();
  const left = Object.keys(await allStored(page));
  return {
    resumes,
    current: answersIn(current),
    backups: Object.values(backups).map(answersIn),
    left,
  };
}

/** @param {string | undefined} text */
const answersIn = (text) => /** @type {Draft | null} */ (JSON.parse(text ?? "null"))?.answers;

test("A storage call that fails once loses no saved answers", async ({ page }) => {
  await countCalls(page);
  for (const fault of /** @type {Fault[]} */ ([
    // The first call of these kinds is the loader's, which draws the first question before the module has loaded.
    { call: "localStorage", from: 1, to: 2 },
    { call: "getItem", from: 1, to: 2 },
    { call: "setItem", from: 1, to: 1 },
  ])) {
    await test.step(fault.call, async () => {
      const { resumes, current, backups, left } = await visit(page, fault);
      expect.soft(resumes).toBe(fault.call === "setItem");
      if (resumes) expect.soft(current).toMatchObject({ ...EARLIER, pace: "growing" });
      else expect.soft({ current, backups }).toEqual({ current: OTHERS, backups: [EARLIER] });
      expect.soft(left).toEqual([]);
      await expect.soft(notice(page, SAYS.erased)).toBeVisible();
    });
  }
});

test("A storage call that keeps failing loses no saved answers", async ({ page }) => {
  await countCalls(page);
  await test.step("getItem", async () => {
    const { current, backups } = await visit(page, { call: "getItem", from: 1, to: ALWAYS });
    expect.soft({ current, backups }).toEqual({ current: EARLIER, backups: [] });
  });
  await test.step("removeItem, which is not reported as erased", async () => {
    const { left } = await visit(page, { call: "removeItem", from: 1, to: ALWAYS });
    await expect.soft(notice(page, SAYS.not_erased)).toBeVisible();
    await expect.soft(notice(page, SAYS.erased)).toHaveCount(0);
    expect.soft(left).toEqual([KEY]);
  });
});

test("Storage that is cleared during a visit loses no answers", async ({ page, context }) => {
  await keep(page, draftAt("pace", EARLIER));
  await page.goto("/widget/");
  await heading(page, QUESTIONS[5]).waitFor();

  await test.step("after the page cleared it, the next change saves everything", async () => {
    await page.evaluate(() => localStorage.clear());
    await choose(page, LEANS[5]);
    expect.soft((await kept(page)).answers).toMatchObject({ ...EARLIER, pace: "growing" });
  });

  await test.step("after another page cleared it, a message offers to keep the answers", async () => {
    const other = await context.newPage();
    await other.goto("/demo.css");
    await other.evaluate(() => localStorage.clear());
    await expect(notice(page, SAYS.erased_elsewhere)).toBeVisible();
    await press(page, SAYS.keep_mine);
    expect.soft((await kept(page)).answers).toEqual({ ...EARLIER, pace: "growing" });
  });
});

test("A draft with invalid parts opens and loses none of them @threat-readers", async ({
  page,
}) => {
  const parts = { duties: 5, figures: [1], steps: "x", scorecard: null, saved: "yesterday" };
  const invalid = { ...parts, place: "pace", priorities: { control: 99, nothing: 1 } };
  const answers = { ...EARLIER, cap: 5 };
  await keep(page, JSON.stringify({ ...JSON.parse(draftAt("pace")), answers, ...invalid }));
  await page.goto("/widget/");
  await ready(page);
  await expect(page.getByRole("heading", { level: 3 })).toBeVisible();
  await expect.soft(notice(page, SAYS.partly)).toBeVisible();
  await page.getByRole("radio").nth(1).check();
  const draft = await kept(page);
  const { saved: _, ...entries } = parts;
  expect.soft(draft).toMatchObject(entries);
  expect.soft(draft.answers).toMatchObject({ load: "stretched", fund: "one", decide: "key" });
});

test("A draft of schema 3 continues with everything that was entered", async ({ page }) => {
  const text = await readFile(new URL("../fixtures/draft-schema-3.json", import.meta.url), "utf8");
  await keep(page, text);
  await page.goto("/widget/");
  await ready(page);
  const draft = await element(page).evaluate((/** @type {any} */ host) => host.exportDraft());
  const { answers, duties, figures, steps, scorecard, questions } = JSON.parse(text);
  const expected = { schema: 3, answers, duties, figures, steps, scorecard, questions };
  expect(draft).toMatchObject(expected);
});

test("A private window keeps the answers until it is closed", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto("/widget/");
  await answer(page, LEANS[0]);
  await heading(page, QUESTIONS[1]).waitFor();
  await page.reload();
  await expect(heading(page, QUESTIONS[1])).toBeVisible();
  await page.context().close();
  const next = await (await browser.newContext({ baseURL })).newPage();
  await next.goto("/widget/");
  await ready(next);
  await expect(heading(next, QUESTIONS[0])).toBeVisible();
  expect(await storedKeys(next)).toEqual([]);
  await next.context().close();
});
