// The places of the full assessment: jumping between them, coming back to them, and finding them again.

import { expect, test } from "@playwright/test";

import { ALL_QUESTIONS, IN_ORDER, WORDS, labelOf, organization, textOf } from "./steps/content.js";
import { button, choose, heading, notice, open, press, step } from "./steps/flow.js";
import { TITLES, openAt, openQuestion, rate, resultIsWhole } from "./steps/full.js";
import { openFirstBar, openPrioritiesBar } from "./steps/result.js";

const FULL = organization("P10");

test.describe("the overview", () => {
  const HALF = organization("P11");

  test("is opened from a question and leads back to it", async ({ page }) => {
    await openQuestion(page, "hours", FULL);
    await press(page, "All questions");
    await expect(heading(page, TITLES.overview)).toBeFocused();
    await press(page, "Back");
    await expect(heading(page, textOf("hours"))).toBeFocused();
  });

  test("is not offered in the quick check", async ({ page }) => {
    await open(page);
    await expect(button(page, "All questions")).toHaveCount(0);
  });

  test("lists every question that applies under its section", async ({ page }) => {
    await openAt(page, "overview", FULL);
    for (const section of new Set(ALL_QUESTIONS.map((question) => question.section))) {
      const part = page.locator("section").filter({
        has: page.getByRole("heading", { level: 4, name: WORDS.section[section].name }),
      });
      const questions = ALL_QUESTIONS.filter((question) => question.section === section);
      await expect(part.getByRole("button")).toHaveText(questions.map(({ id }) => textOf(id)));
    }
  });

  test("counts what is answered in each section", async ({ page }) => {
    await openAt(page, "overview", HALF);
    const counts = { Today: "0 of 2", "Your people": "2 of 4", Control: "1 of 4" };
    for (const [name, count] of Object.entries(counts)) {
      await expect(page.getByRole("heading", { level: 4, name })).toHaveText(
        `${name}${count} answered`,
      );
    }
  });

  test("marks what is open", async ({ page }) => {
    await openAt(page, "overview", HALF);
    const open = page
      .getByRole("listitem")
      .filter({ has: page.getByText("open", { exact: true }) });
    await expect(open).toHaveCount(28 - 6);
    await expect(open.filter({ has: button(page, textOf("cap")) })).toHaveCount(0);
    await expect(open.filter({ has: button(page, textOf("size")) })).toHaveCount(1);
  });

  for (const id of ["cap", "signs", "sector"]) {
    test(`jumps to a question for good (${id})`, async ({ page }) => {
      await openAt(page, "overview", FULL);
      await press(page, textOf(id));
      await expect(heading(page, textOf(id))).toBeFocused();
      await expect(step(page, IN_ORDER.indexOf(id) + 1, 28)).toBeVisible();
    });
  }

  for (const [name, title] of [
    ["what matters", TITLES.priorities],
    ["the answers", TITLES.check],
  ]) {
    test(`jumps to ${name}`, async ({ page }) => {
      await openAt(page, "overview", FULL);
      await press(page, title);
      await expect(heading(page, title)).toBeFocused();
    });
  }
});

test.describe("a reload keeps the place", () => {
  for (const [name, title] of Object.entries(TITLES)) {
    test(`at the ${name}`, async ({ page }) => {
      await openAt(page, /** @type {keyof typeof TITLES} */ (name), FULL);
      await page.reload();
      await expect(heading(page, title)).toBeVisible();
      await expect(notice(page, "Welcome back.")).toBeVisible();
    });
  }

  test("at a question of the full assessment", async ({ page }) => {
    await openQuestion(page, "trust", FULL);
    await page.reload();
    await expect(heading(page, textOf("trust"))).toBeVisible();
    await expect(step(page, IN_ORDER.indexOf("trust") + 1, 28)).toBeVisible();
  });

  test("at the full result", async ({ page }) => {
    await openAt(page, "result", FULL);
    const before = await page.getByRole("article").textContent();
    await page.reload();
    await resultIsWhole(page);
    await expect(page.getByRole("article")).toHaveText(before ?? "");
  });

  test("at the overview, with the way back to the question", async ({ page }) => {
    await openQuestion(page, "hours", FULL);
    await press(page, "All questions");
    await heading(page, TITLES.overview).waitFor();
    await page.reload();
    await heading(page, TITLES.overview).waitFor();
    await press(page, "Back");
    await expect(heading(page, textOf("hours"))).toBeVisible();
  });
});

test.describe("a visit", () => {
  test("from the check comes back to it", async ({ page }) => {
    await openAt(page, "check", FULL);
    await press(page, `Change: ${textOf("hours")}`);
    await choose(page, labelOf("hours", "own"));
    await press(page, "Done");
    await expect(heading(page, TITLES.check)).toBeFocused();
    await expect(page.getByText(labelOf("hours", "own"), { exact: true })).toBeVisible();
  });

  test("comes back without a change too", async ({ page }) => {
    await openAt(page, "check", FULL);
    await press(page, `Change: ${textOf("hours")}`);
    await press(page, "Back");
    await expect(heading(page, TITLES.check)).toBeFocused();
  });

  test("goes through the question that its answer opens", async ({ page }) => {
    const answers = { ...FULL.answers, cap: "none" };
    const { load: _, ...known } = /** @type {Record<string, any>} */ (answers);
    await openAt(page, "check", { answers: known, priorities: {} });
    await press(page, `Change: ${textOf("cap")}`);
    await choose(page, labelOf("cap", "lead"));
    await press(page, "Next");
    await expect(heading(page, textOf("load"))).toBeFocused();
    await choose(page, labelOf("load", "ok"));
    await press(page, "Done");
    await expect(heading(page, TITLES.check)).toBeFocused();
  });

  test("from the result comes back to it", async ({ page }) => {
    await openAt(page, "result", FULL);
    await openFirstBar(page);
    const question = textOf("pace");
    await expect(heading(page, question)).toBeFocused();
    await choose(page, labelOf("pace", "fast"));
    await press(page, "Update the result");
    await expect(page.getByRole("article")).toBeVisible();
    await expect(heading(page, /./)).toBeFocused();
  });

  test("from the result to what matters comes back to it", async ({ page }) => {
    await openAt(page, "result", organization("P4"));
    await openPrioritiesBar(page);
    await expect(heading(page, TITLES.priorities)).toBeFocused();
    await rate(page, "cost", 3);
    await press(page, "Update the result");
    await expect(page.getByRole("article")).toBeVisible();
  });

  test("outlives a reload", async ({ page }) => {
    await openAt(page, "check", FULL);
    await press(page, `Change: ${textOf("hours")}`);
    await heading(page, textOf("hours")).waitFor();
    await page.reload();
    await heading(page, textOf("hours")).waitFor();
    await press(page, "Done");
    await expect(heading(page, TITLES.check)).toBeVisible();
  });
});
