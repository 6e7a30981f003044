// The full assessment: the way from the first result through all questions, and to each of them at once.

import { expect, test } from "@playwright/test";

import {
  ALL_QUESTIONS,
  IN_ORDER,
  WORDS,
  labelOf,
  labelsOf,
  organization,
  textOf,
} from "./steps/content.js";
import { kept } from "./steps/drafts.js";
import { LEANS, answerAll, button, choose, heading, open, press, step } from "./steps/flow.js";
import {
  TITLES,
  answerQuestion,
  asked,
  openAt,
  openQuestion,
  resultIsWhole,
} from "./steps/full.js";

/** Answers to the seven questions of the quick check by id. */
const QUICK = {
  cap: "lead",
  load: "stretched",
  fund: "one",
  answer: "split",
  decide: "key",
  pace: "growing",
  skills: "specialist",
};

const FULL = organization("P10");

/** @typedef {import("@playwright/test").Page} Page */

/**
 * The name of the section and what is asked for, over the question.
 *
 * @param {Page} page
 * @param {string} id
 */
async function expectKicker(page, id) {
  const question = ALL_QUESTIONS.find((one) => one.id === id);
  if (!question) throw new Error(`there is no question ${id}`);
  const kind = { fact: "is", preference: "want", context: "context" }[question.kind];
  const section = WORDS.section[question.section].name;
  await expect(page.locator("support-fit .kicker")).toHaveText(
    `${section}${WORDS.ui.answer[kind]}`,
  );
}

test.describe("after the first result", () => {
  test.beforeEach(async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS);
    await resultIsWhole(page);
  });

  test("the visitor is told how much is left", async ({ page }) => {
    await expect(
      page.getByText(
        "21 questions left, about 3 minutes left. The full assessment can firm this up, or turn it around.",
      ),
    ).toBeVisible();
  });

  test("going on leads to the first question that is open", async ({ page }) => {
    await press(page, "Go on with all questions");
    await expect(heading(page, textOf("provider"))).toBeFocused();
    await expect(step(page, 8, 28)).toBeVisible();
    expect((await kept(page)).course).toBe("full");
  });

  test("going on asks no question again", async ({ page }) => {
    await press(page, "Go on with all questions");
    for (const id of IN_ORDER.slice(7)) {
      await expect(heading(page, textOf(id))).toBeVisible();
      await answerQuestion(page, id, undefined);
    }
    await expect(heading(page, TITLES.priorities)).toBeVisible();
  });

  test("going back from the first open question leads to the last of the quick check", async ({
    page,
  }) => {
    await press(page, "Go on with all questions");
    await press(page, "Back");
    await expect(heading(page, textOf("skills"))).toBeVisible();
    await expect(page.getByLabel(LEANS[6], { exact: true })).toBeChecked();
  });

  test("a visitor who would rather change something sees the answers", async ({ page }) => {
    await press(page, "Change my answers");
    await expect(heading(page, TITLES.check)).toBeFocused();
    await expect(page.getByText("21 questions are still open.")).toBeVisible();
  });
});

test("every question says its section and whether a wish or a fact is asked for", async ({
  page,
}) => {
  test.slow();
  await openQuestion(page, "cap", { answers: {}, priorities: {} });
  for (const id of IN_ORDER) {
    await heading(page, textOf(id)).waitFor();
    await expectKicker(page, id);
    await answerQuestion(page, id, undefined);
  }
  await expect(heading(page, TITLES.priorities)).toBeVisible();
});

test("what is asked for describes the answers", async ({ page }) => {
  await openQuestion(page, "trust", FULL);
  await expect(page.getByRole("radiogroup", { name: textOf("trust") })).toHaveAccessibleDescription(
    /What you want/,
  );
});

test("the last question leads to what matters", async ({ page }) => {
  await openQuestion(page, "sector", FULL);
  await press(page, "Next: what matters to you");
  await expect(heading(page, TITLES.priorities)).toBeFocused();
});

test.describe("a question that does not apply", () => {
  test("is not asked of an organization where nobody looks after IT", async ({ page }) => {
    await openQuestion(page, "cap", { answers: {}, priorities: {} });
    await answerQuestion(page, "cap", "none");
    await expect(heading(page, textOf("fund"))).toBeVisible();
    await expect(step(page, 2, 27)).toBeVisible();
  });

  test("is not asked of an organization without a firm", async ({ page }) => {
    await openQuestion(page, "provider", { answers: QUICK, priorities: {} });
    await answerQuestion(page, "provider", "none");
    await expect(heading(page, textOf("size"))).toBeVisible();
    await expect(step(page, 9, 27)).toBeVisible();
  });

  test("is neither in the overview nor in the check", async ({ page }) => {
    const answers = { ...QUICK, cap: "none", provider: "none" };
    await openAt(page, "overview", { answers, priorities: {} });
    await expect(button(page, textOf("cap"))).toBeVisible();
    await expect(button(page, textOf("load"))).toHaveCount(0);
    await expect(button(page, textOf("clash"))).toHaveCount(0);
    await openAt(page, "check", { answers, priorities: {} });
    await expect(page.getByRole("term").filter({ hasText: textOf("cap") })).toBeVisible();
    await expect(page.getByRole("term").filter({ hasText: textOf("load") })).toHaveCount(0);
    await expect(page.getByRole("term").filter({ hasText: textOf("clash") })).toHaveCount(0);
  });
});

test.describe("progress", () => {
  test("grows when an answer opens a question, at once", async ({ page }) => {
    await openQuestion(page, "provider", {
      answers: { ...QUICK, provider: "none" },
      priorities: {},
    });
    await expect(step(page, 8, 27)).toBeVisible();
    await choose(page, labelOf("provider", "adhoc"));
    await expect(step(page, 8, 28)).toBeVisible();
    await choose(page, labelOf("provider", "none"));
    await expect(step(page, 8, 27)).toBeVisible();
  });

  test("counts every question of the path once and ends at its length", async ({ page }) => {
    test.slow();
    await openQuestion(page, "cap", { answers: {}, priorities: {} });
    const path = asked({ cap: "none", provider: "none" });
    for (const [n, id] of path.entries()) {
      const answer = id === "cap" || id === "provider" ? "none" : undefined;
      await heading(page, textOf(id)).waitFor();
      await choose(page, labelsOf(id, answer)[0]);
      const total = n < path.indexOf("provider") ? 27 : 26;
      await expect(step(page, n + 1, total)).toBeVisible();
      await page.locator("support-fit button[type=submit]").click();
    }
    await expect(heading(page, TITLES.priorities)).toBeVisible();
  });

  test("is not shown where a question was opened to change it", async ({ page }) => {
    await openAt(page, "check", FULL);
    await press(page, `Change: ${textOf("hours")}`);
    await heading(page, textOf("hours")).waitFor();
    await expect(page.getByText(/^Question \d+ of \d+$/)).toHaveCount(0);
  });
});

test.describe("changing an early answer", () => {
  test("keeps all later ones", async ({ page }) => {
    await openQuestion(page, "cap", FULL);
    await choose(page, labelOf("cap", "team"));
    const { answers } = await kept(page);
    expect(answers).toEqual({ ...FULL.answers, cap: "team" });
  });

  test("keeps the answer to a question that no longer applies", async ({ page }) => {
    await openQuestion(page, "cap", FULL);
    await answerQuestion(page, "cap", "none");
    await heading(page, textOf("fund")).waitFor();
    await press(page, "Back");
    await answerQuestion(page, "cap", "lead");
    await expect(heading(page, textOf("load"))).toBeVisible();
    const label = labelsOf("load", FULL.answers.load)[0];
    await expect(page.getByLabel(label, { exact: true })).toBeChecked();
  });
});

test.describe("a multiple choice", () => {
  test("takes several choices and goes on", async ({ page }) => {
    await openQuestion(page, "signs", { answers: QUICK, priorities: {} });
    await answerQuestion(page, "signs", ["patch", "docs", "access"]);
    await expect(heading(page, textOf("secown"))).toBeVisible();
    expect((await kept(page)).answers.signs).toEqual(["patch", "docs", "access"]);
  });

  test("takes “None of these” as an answer and goes on", async ({ page }) => {
    await openQuestion(page, "events", { answers: QUICK, priorities: {} });
    await answerQuestion(page, "events", []);
    await expect(heading(page, textOf("plan"))).toBeVisible();
    expect((await kept(page)).answers.events).toEqual([]);
  });
});
