// The seven questions, one after the other.

import { expect, test } from "@playwright/test";

import {
  LEANS,
  MODELS,
  QUESTIONS,
  RULED_OUT,
  answer,
  answerAll,
  button,
  choose,
  heading,
  open,
  painted,
  press,
  step,
} from "./steps/flow.js";

const MISSING = "Choose an answer first. “Not sure” is fine too.";

test.describe("the first screen", () => {
  test.beforeEach(({ page }) => open(page));

  test("is the first question already", async ({ page }) => {
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    await expect(
      page.getByRole("radiogroup", { name: QUESTIONS[0] }).getByRole("radio"),
    ).toHaveCount(7);
  });

  test("has the title over it", async ({ page }) => {
    await expect(
      page.getByRole("heading", { level: 2, name: "Which kind of IT support fits you?" }),
    ).toBeVisible();
  });

  test("promises seven questions in a minute", async ({ page }) => {
    await expect(page.getByText("7 short questions, about one minute.")).toBeVisible();
  });

  test("says that answers stay on the device", async ({ page }) => {
    await expect(page.getByText("Your answers stay on this device.")).toBeVisible();
  });

  test("has no way back and nothing to erase", async ({ page }) => {
    await expect(button(page, "Back")).toHaveCount(0);
    await expect(button(page, "Start over")).toHaveCount(0);
    await expect(button(page, "Erase my answers")).toHaveCount(0);
  });

  test("explains the three models when asked", async ({ page }) => {
    await expect(page.getByRole("definition").first()).toBeHidden();
    await page.getByText("What the three models mean").click();
    await expect(page.getByRole("term")).toHaveText(MODELS);
    await expect(page.getByRole("definition")).toHaveText([
      "Your own staff run your IT from day to day.",
      "Your own IT people and an outside firm share the work.",
      "An outside firm runs most or all of your IT.",
    ]);
  });

  test("keeps nothing before there is an answer", async ({ page }) => {
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});

test.describe("the questions", () => {
  test.beforeEach(({ page }) => open(page));

  test("are seven, one on a page", async ({ page }) => {
    for (const [n, question] of QUESTIONS.entries()) {
      await expect(page.getByRole("heading", { level: 3 })).toHaveText([question]);
      await expect(step(page, n + 1, 7)).toBeVisible();
      await answer(page, LEANS[n]);
    }
    await expect(heading(page, "lean one way")).toBeVisible();
  });

  test("can all be answered with “Not sure”", async ({ page }) => {
    for (const question of QUESTIONS) {
      await expect(heading(page, question)).toBeVisible();
      await expect(page.getByRole("radio", { name: "Not sure", exact: true })).toBeVisible();
      await answer(page, "Not sure");
    }
    await expect(heading(page, "Not enough answers yet")).toBeVisible();
  });

  test("say why they are asked, with the words of the articles", async ({ page }) => {
    for (const [n, question] of QUESTIONS.entries()) {
      await expect(heading(page, question)).toBeVisible();
      await page.getByText("Why we ask").click();
      await expect(page.getByText("Your answer counts under")).toBeVisible();
      await expect(page.getByRole("listitem").filter({ hasText: "“" }).first()).toBeVisible();
      await answer(page, LEANS[n]);
    }
  });

  test("explain the three models on every page", async ({ page }) => {
    for (const label of LEANS) {
      await expect(page.getByText("What the three models mean")).toBeVisible();
      await answer(page, label);
    }
    await expect(heading(page, "lean one way")).toBeVisible();
    await expect(page.getByText("What the three models mean")).toBeVisible();
  });

  test("stay when an answer is chosen", async ({ page }) => {
    for (const radio of await page.getByRole("radio").all()) {
      await radio.check();
      await painted(page);
      await expect(radio).toBeChecked();
      await expect(heading(page, QUESTIONS[0])).toBeVisible();
    }
  });

  test("hold one answer at a time", async ({ page }) => {
    await choose(page, LEANS[0]);
    await choose(page, "Not sure");
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
    await choose(page, "Nobody in particular");
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
  });

  test("name the last step for what it shows", async ({ page }) => {
    await answerAll(page, LEANS.slice(0, 6));
    await expect(button(page, "See the first result")).toBeVisible();
    await expect(button(page, "Next")).toHaveCount(0);
  });
});

test.describe("going on without an answer", () => {
  test.beforeEach(async ({ page }) => {
    await open(page);
    await answer(page, LEANS[0]);
    await press(page, "Next");
  });

  test("stays at the question and asks for one", async ({ page }) => {
    await expect(page.getByRole("paragraph").filter({ hasText: MISSING })).toBeVisible();
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
    await expect(step(page, 2, 7)).toBeVisible();
  });

  test("is announced", async ({ page }) => {
    await expect(page.getByRole("status")).toHaveText(MISSING);
  });

  test("moves the focus to the first answer", async ({ page }) => {
    await expect(page.getByRole("radio").first()).toBeFocused();
  });

  test("describes the answers by what is missing", async ({ page }) => {
    await expect(page.getByRole("radiogroup", { name: QUESTIONS[1] })).toHaveAccessibleDescription(
      new RegExp(MISSING),
    );
  });

  test("marks the answers as wrong, until there is one", async ({ page }) => {
    const answers = page.getByRole("radiogroup", { name: QUESTIONS[1] });
    await expect(answers).toHaveAttribute("aria-invalid", "true");
    await choose(page, LEANS[1]);
    await expect(answers).not.toHaveAttribute("aria-invalid");
  });

  test("marks no other question as wrong", async ({ page }) => {
    await press(page, "Back");
    const answers = page.getByRole("radiogroup", { name: QUESTIONS[0] });
    await expect(answers).toBeVisible();
    await expect(answers).not.toHaveAttribute("aria-invalid");
  });

  test("is forgotten once there is one", async ({ page }) => {
    await choose(page, LEANS[1]);
    await expect(page.getByRole("paragraph").filter({ hasText: MISSING })).toHaveCount(0);
    await expect(page.getByRole("status")).toBeEmpty();
    await press(page, "Next");
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
  });
});

test.describe("going back", () => {
  test.beforeEach(({ page }) => open(page));

  test("shows every answer again", async ({ page }) => {
    await answerAll(page, LEANS);
    await press(page, "Change my answers");
    await press(page, "Back");
    for (const n of [6, 5, 4, 3, 2, 1, 0]) {
      await expect(heading(page, QUESTIONS[n])).toBeVisible();
      await expect(page.getByLabel(LEANS[n], { exact: true })).toBeChecked();
      if (n > 0) await press(page, "Back");
    }
  });

  test("keeps an answer that was chosen but not yet left", async ({ page }) => {
    await answer(page, LEANS[0]);
    await choose(page, LEANS[1]);
    await press(page, "Back");
    await press(page, "Next");
    await expect(page.getByLabel(LEANS[1], { exact: true })).toBeChecked();
  });

  test("keeps later answers when an earlier one is changed", async ({ page }) => {
    await answerAll(page, LEANS);
    const changed = ["An IT team of two or more, with someone leading it", ...LEANS.slice(1)];
    await press(page, "Change my answers");
    for (let n = 0; n < 7; n++) await press(page, "Back");
    await choose(page, changed[0]);
    for (const [n, label] of changed.entries()) {
      await expect(heading(page, QUESTIONS[n])).toBeVisible();
      await expect(page.getByLabel(label, { exact: true })).toBeChecked();
      await page.locator("support-fit button[type=submit]").click();
    }
    await expect(page.getByRole("article")).toBeVisible();
  });
});

test.describe("when nobody looks after IT", () => {
  test.beforeEach(({ page }) => open(page));

  test("there are six questions, and none about people who are not there", async ({ page }) => {
    const asked = QUESTIONS.filter((_, n) => n !== 1);
    for (const [n, question] of asked.entries()) {
      await expect(heading(page, question)).toBeVisible();
      await choose(page, RULED_OUT[n]);
      await expect(step(page, n + 1, 6)).toBeVisible();
      await page.locator("support-fit button[type=submit]").click();
    }
    await expect(page.getByRole("article")).toBeVisible();
  });

  test("an earlier answer about them is kept for a change of mind", async ({ page }) => {
    await answerAll(page, LEANS.slice(0, 2));
    await press(page, "Back");
    await press(page, "Back");
    await answer(page, "Nobody in particular");
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
    await press(page, "Back");
    await answer(page, LEANS[0]);
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
    await expect(page.getByLabel(LEANS[1], { exact: true })).toBeChecked();
  });
});
