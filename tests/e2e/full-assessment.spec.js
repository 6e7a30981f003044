// The full assessment: from the result of the quick check through all questions.

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
import { LEANS, button, choose, heading, press, step } from "./steps/flow.js";
import { TITLES, answerQuestion, asked, openAt, openQuestion, theRest } from "./steps/full.js";
import { openQuickResult } from "./steps/result.js";

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

/**
 * The line above a question: its section, and whether it asks about a preference or a fact.
 *
 * @param {string} id
 */
function kickerOf(id) {
  const question = ALL_QUESTIONS.find((one) => one.id === id);
  if (!question) throw new Error(`there is no question ${id}`);
  const kind = { fact: "is", preference: "want", context: "context" }[question.kind];
  return `${WORDS.section[question.section].name}${WORDS.ui.answer[kind]}`;
}

test("the quick-check result leads to the open questions and to the answers @wcag-3.3.7", async ({
  page,
}) => {
  await openQuickResult(page, LEANS);

  await test.step("“Change my answers” shows the answers with 21 open questions", async () => {
    await press(page, "Change my answers");
    await expect(heading(page, TITLES.check)).toBeFocused();
    await expect(page.getByText("21 questions are still open.")).toBeVisible();
    await press(page, "See your result");
  });

  await test.step("“Answer the rest” leads to the first open question", async () => {
    await theRest(page).click();
    await expect(heading(page, textOf("provider"))).toBeFocused();
    await expect(step(page, 8, 28)).toBeVisible();
    expect((await kept(page)).course).toBe("full");
  });

  await test.step("Back leads to the last question of the quick check with its answer", async () => {
    await press(page, "Back");
    await expect(heading(page, textOf("skills"))).toBeVisible();
    await expect(page.getByLabel(LEANS[6], { exact: true })).toBeChecked();
  });
});

test("the full assessment asks every question that applies once, with its section and its progress @wcag-3.3.2 @wcag-3.3.7", async ({
  page,
}) => {
  const path = asked({ cap: "none", provider: "none" });
  await openQuestion(page, "cap", { answers: {}, priorities: {} });
  await test.step("all questions of an organization without IT staff or a provider", async () => {
    // Clicked by script: 26 questions. The organizations are entered by real clicks.
    const labels = path.map(
      (id) => labelsOf(id, id === "cap" || id === "provider" ? "none" : undefined)[0],
    );
    const shown = await page.locator("support-fit").evaluate(async (host, labels) => {
      const root = /** @type {ShadowRoot} */ (host.shadowRoot);
      const text = (/** @type {string} */ selector) => root.querySelector(selector)?.textContent;
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const found = [];
      for (const label of labels) {
        const title = text("h3");
        const names = [...root.querySelectorAll("label")];
        names.find((name) => name.textContent?.trim() === label)?.click();
        await frame();
        const progress = /Question \d+ of \d+/.exec(root.textContent ?? "")?.[0];
        found.push({ title, kicker: text(".kicker"), progress });
        /** @type {HTMLElement | null} */ (root.querySelector("button[type=submit]"))?.click();
        for (let n = 0; n < 60 && text("h3") === title; n++) await frame();
      }
      return found;
    }, labels);
    const total = (/** @type {number} */ n) => (n < path.indexOf("provider") ? 27 : 26);
    expect(shown).toEqual(
      path.map((id, n) => ({
        title: textOf(id),
        kicker: kickerOf(id),
        progress: `Question ${n + 1} of ${total(n)}`,
      })),
    );
    await expect(heading(page, TITLES.priorities)).toBeVisible();
  });

  for (const id of IN_ORDER.filter((id) => !path.includes(id))) {
    await test.step(`the question ${id} of another organization`, async () => {
      await openQuestion(page, id, FULL);
      await expect(page.locator("support-fit .kicker")).toHaveText(kickerOf(id));
    });
  }

  await test.step("the kind of question describes the group of answers", async () => {
    await openQuestion(page, "trust", FULL);
    await expect(
      page.getByRole("radiogroup", { name: textOf("trust") }),
    ).toHaveAccessibleDescription(/What you want/);
  });

  await test.step("the last question leads to the priorities", async () => {
    await openQuestion(page, "sector", FULL);
    await press(page, "Next: your priorities");
    await expect(heading(page, TITLES.priorities)).toBeFocused();
  });
});

test("a question that does not apply is skipped, and progress changes with the answer that decides it", async ({
  page,
}) => {
  await test.step("the total changes as soon as an answer adds or removes a question", async () => {
    const answers = { ...QUICK, provider: "none" };
    await openQuestion(page, "provider", { answers, priorities: {} });
    await expect(step(page, 8, 27)).toBeVisible();
    await choose(page, labelOf("provider", "adhoc"));
    await expect(step(page, 8, 28)).toBeVisible();
    await choose(page, labelOf("provider", "none"));
    await expect(step(page, 8, 27)).toBeVisible();
  });

  await test.step("without a provider the question about clashes is skipped", async () => {
    await press(page, "Next");
    await expect(heading(page, textOf("size"))).toBeVisible();
    await expect(step(page, 9, 27)).toBeVisible();
  });

  await test.step("the overview and the check list neither", async () => {
    const answers = { ...QUICK, cap: "none", provider: "none" };
    await openAt(page, "overview", { answers, priorities: {} });
    await expect.soft(button(page, textOf("cap"))).toBeVisible();
    await expect.soft(button(page, textOf("load"))).toHaveCount(0);
    await expect.soft(button(page, textOf("clash"))).toHaveCount(0);
    await press(page, TITLES.check);
    await heading(page, TITLES.check).waitFor();
    const terms = page.getByRole("term");
    await expect.soft(terms.filter({ hasText: textOf("cap") })).toBeVisible();
    await expect.soft(terms.filter({ hasText: textOf("load") })).toHaveCount(0);
    await expect.soft(terms.filter({ hasText: textOf("clash") })).toHaveCount(0);
  });
});

test("changing an early answer keeps the later ones, and a multiple choice keeps every tick", async ({
  page,
}) => {
  await test.step("a changed answer keeps all others", async () => {
    await openQuestion(page, "cap", FULL);
    await choose(page, labelOf("cap", "team"));
    expect((await kept(page)).answers).toEqual({ ...FULL.answers, cap: "team" });
  });

  await test.step("a question that no longer applies is skipped and keeps its answer", async () => {
    await answerQuestion(page, "cap", "none");
    await heading(page, textOf("fund")).waitFor();
    await expect(step(page, 2, 27)).toBeVisible();
    await press(page, "Back");
    await answerQuestion(page, "cap", "lead");
    await expect(heading(page, textOf("load"))).toBeVisible();
    const label = labelsOf("load", FULL.answers.load)[0];
    await expect(page.getByLabel(label, { exact: true })).toBeChecked();
  });

  await test.step("several ticks are one answer", async () => {
    await openQuestion(page, "signs", { answers: QUICK, priorities: {} });
    await answerQuestion(page, "signs", ["patch", "docs", "access"]);
    await expect(heading(page, textOf("secown"))).toBeVisible();
    expect((await kept(page)).answers.signs).toEqual(["patch", "docs", "access"]);
  });

  await test.step("“None of these” is an answer", async () => {
    await openQuestion(page, "events", { answers: QUICK, priorities: {} });
    await answerQuestion(page, "events", []);
    await expect(heading(page, textOf("plan"))).toBeVisible();
    expect((await kept(page)).answers.events).toEqual([]);
  });
});
