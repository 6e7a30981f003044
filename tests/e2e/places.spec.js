// The places of the full assessment: jumping between them, returning to them, and a reload at each.

import { expect, test } from "@playwright/test";

import { ALL_QUESTIONS, IN_ORDER, WORDS, labelOf, organization, textOf } from "./steps/content.js";
import { button, choose, heading, notice, open, press, step } from "./steps/flow.js";
import { TITLES, openAt, openQuestion, rate, resultIsWhole } from "./steps/full.js";
import { openFirstBar, openPrioritiesBar, openView } from "./steps/result.js";

const FULL = organization("P10");
const HALF = organization("P11");

test("the overview lists every question and jumps to each kind of place @wcag-2.4.5", async ({
  page,
}) => {
  await test.step("the quick check does not offer the overview", async () => {
    await open(page);
    await expect.soft(button(page, "All questions")).toHaveCount(0);
  });

  await test.step("the overview counts and marks what is open", async () => {
    await openAt(page, "overview", HALF);
    const counts = { Today: "0 of 2", "People and skills": "2 of 4", Control: "1 of 4" };
    for (const [name, count] of Object.entries(counts)) {
      await expect
        .soft(page.getByRole("heading", { level: 4, name }))
        .toHaveText(`${name}${count} answered`);
    }
    const marked = page
      .getByRole("listitem")
      .filter({ has: page.getByText("open", { exact: true }) });
    await expect.soft(marked).toHaveCount(28 - 6);
    await expect.soft(marked.filter({ has: button(page, textOf("cap")) })).toHaveCount(0);
    await expect.soft(marked.filter({ has: button(page, textOf("size")) })).toHaveCount(1);
  });

  await test.step("a question leads to the overview, and Back returns to it", async () => {
    await openQuestion(page, "hours", FULL);
    await press(page, "All questions");
    await expect(heading(page, TITLES.overview)).toBeFocused();
    await press(page, "Back");
    await expect(heading(page, textOf("hours"))).toBeFocused();
  });

  await test.step("every question that applies is listed under its section", async () => {
    await press(page, "All questions");
    await heading(page, TITLES.overview).waitFor();
    for (const section of new Set(ALL_QUESTIONS.map((question) => question.section))) {
      const part = page.locator("section").filter({
        has: page.getByRole("heading", { level: 4, name: WORDS.section[section].name }),
      });
      const questions = ALL_QUESTIONS.filter((question) => question.section === section);
      await expect.soft(part.getByRole("button")).toHaveText(questions.map(({ id }) => textOf(id)));
    }
  });

  for (const id of ["cap", "signs", "sector"]) {
    await test.step(`a jump to a question continues the assessment there (${id})`, async () => {
      await press(page, textOf(id));
      await expect(heading(page, textOf(id))).toBeFocused();
      await expect(step(page, IN_ORDER.indexOf(id) + 1, 28)).toBeVisible();
      await press(page, "All questions");
      await heading(page, TITLES.overview).waitFor();
    });
  }

  for (const title of [TITLES.priorities, TITLES.check]) {
    await test.step(`a jump to “${title}”`, async () => {
      await openAt(page, "overview", FULL);
      await press(page, title);
      await expect(heading(page, title)).toBeFocused();
    });
  }
});

test("a reload returns to the same place of the full assessment", async ({ page }) => {
  await openQuestion(page, "trust", FULL);
  const isAtTrust = async () => {
    await expect(heading(page, textOf("trust"))).toBeVisible();
    await expect(step(page, IN_ORDER.indexOf("trust") + 1, 28)).toBeVisible();
  };
  const reload = async (/** @type {string} */ title) => {
    await heading(page, title).waitFor();
    await page.reload();
    await expect(heading(page, title)).toBeVisible();
    await expect(notice(page, "Welcome back.")).toBeVisible();
  };

  await test.step("a question, with its progress", async () => {
    await page.reload();
    await isAtTrust();
  });

  await test.step("the overview, and Back still leads to the question", async () => {
    await press(page, "All questions");
    await reload(TITLES.overview);
    await press(page, "Back");
    await isAtTrust();
  });

  await test.step("the priorities", async () => {
    await press(page, "All questions");
    await press(page, TITLES.priorities);
    await reload(TITLES.priorities);
  });

  await test.step("the check", async () => {
    await press(page, "Next: review your answers");
    await reload(TITLES.check);
  });

  await test.step("a view of the full result, with the same text", async () => {
    await press(page, "See your result");
    await openView(page, WORDS.ui.result.view.ask);
    const before = (await page.getByRole("article").textContent()) ?? "";
    await page.reload();
    await resultIsWhole(page);
    await expect(page.getByRole("article")).toHaveText(before);
  });
});

test("a question opened from the check returns to the check", async ({ page }) => {
  await openAt(page, "check", FULL);
  const change = async (/** @type {string} */ id) => {
    await press(page, `Change: ${textOf(id)}`);
    await heading(page, textOf(id)).waitFor();
  };
  const isAtCheck = () => expect(heading(page, TITLES.check)).toBeFocused();

  await test.step("without a change, and without progress", async () => {
    await change("hours");
    await expect(page.getByText(/^Question \d+ of \d+$/)).toHaveCount(0);
    await press(page, "Back");
    await isAtCheck();
  });

  await test.step("with the new answer", async () => {
    await change("hours");
    await choose(page, labelOf("hours", "own"));
    await press(page, "Done");
    await isAtCheck();
    await expect(page.getByText(labelOf("hours", "own"), { exact: true })).toBeVisible();
  });

  await test.step("after a reload at the question", async () => {
    await change("hours");
    await page.reload();
    await heading(page, textOf("hours")).waitFor();
    await press(page, "Done");
    await expect(heading(page, TITLES.check)).toBeVisible();
  });

  await test.step("through the question that the new answer adds", async () => {
    const { load: _, ...answers } = FULL.answers;
    await openAt(page, "check", { answers: { ...answers, cap: "none" }, priorities: {} });
    await change("cap");
    await choose(page, labelOf("cap", "lead"));
    await press(page, "Next");
    await expect(heading(page, textOf("load"))).toBeFocused();
    await choose(page, labelOf("load", "ok"));
    await press(page, "Done");
    await isAtCheck();
  });
});

test("a question or the priorities opened from a view of the result return to it", async ({
  page,
}) => {
  await openAt(page, "result", FULL, "why");

  await test.step("the question of the largest bar", async () => {
    await openFirstBar(page);
    await expect(heading(page, textOf("pace"))).toBeFocused();
    await choose(page, labelOf("pace", "fast"));
    await press(page, "Update my result");
    await expect(heading(page, WORDS.ui.result.why.title)).toBeFocused();
  });

  await test.step("the priorities", async () => {
    await openPrioritiesBar(page);
    await expect(heading(page, TITLES.priorities)).toBeFocused();
    await rate(page, "cost", 3);
    await press(page, "Update my result");
    await expect(heading(page, WORDS.ui.result.why.title)).toBeFocused();
  });
});
