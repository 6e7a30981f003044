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
import {
  LEANS,
  answerAll,
  button,
  choose,
  heading,
  notice,
  open,
  press,
  step,
} from "./steps/flow.js";
import {
  TITLES,
  answerQuestion,
  asked,
  openAt,
  openQuestion,
  rate,
  resultIsWhole,
} from "./steps/full.js";
import { openFirstBar, openPrioritiesBar } from "./steps/result.js";

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
  await expect(page.getByRole("group", { name: textOf("trust") })).toHaveAccessibleDescription(
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
