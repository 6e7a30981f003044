// The seven questions of the quick check.

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { storedKeys } from "./steps/drafts.js";
import { quotationsAreThere } from "./steps/failing.js";
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

const MISSING = "Please choose an answer. “Not sure” is fine.";

/** @typedef {import("@playwright/test").Page} Page */

const next = (/** @type {Page} */ page) => page.locator("support-fit button[type=submit]").click();

test("The first screen is the first question and saves nothing", async ({ page }) => {
  await open(page);
  await test.step("it shows the title, the question and its seven answers", async () => {
    await expect.soft(heading(page, QUESTIONS[0])).toBeVisible();
    const answers = page.getByRole("radiogroup", { name: QUESTIONS[0] }).getByRole("radio");
    await expect.soft(answers).toHaveCount(7);
    const title = "Which IT support model fits you?";
    await expect.soft(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
  });
  await test.step("it promises at most seven questions in a minute, and says what is saved and what the site sees", async () => {
    await expect
      .soft(page.getByText("Answer up to 7 short questions in about a minute."))
      .toBeVisible();
    await expect.soft(page.getByText(WORDS.ui.private.local.plain)).toBeVisible();
  });
  await test.step("it has no Back button and nothing to erase", async () => {
    for (const name of ["Back", "Start over", "Delete my answers"]) {
      await expect.soft(button(page, name)).toHaveCount(0);
    }
  });
  await test.step("it explains the three models on request", async () => {
    await expect.soft(page.getByRole("definition").first()).toBeHidden();
    await page.getByText("What the three models mean").click();
    await expect.soft(page.getByRole("term")).toHaveText(MODELS);
    await expect
      .soft(page.getByRole("definition"))
      .toHaveText([
        "Your own staff run IT day to day.",
        "Your own IT staff and an outside provider share the work.",
        "An outside provider runs most or all of your IT.",
      ]);
  });
  await test.step("nothing is saved before the first answer", async () => {
    expect(await storedKeys(page)).toEqual([]);
  });
});

test("Seven questions lead to the result, and back again with every answer @wcag-2.4.1 @wcag-2.4.6 @wcag-3.2.6", async ({
  page,
}) => {
  await open(page);
  const region = await page.getByRole("status").elementHandle();

  await test.step("each page has one question, the reason for it, and the three models", async () => {
    for (const [n, question] of QUESTIONS.entries()) {
      await expect(page.getByRole("heading", { level: 3 })).toHaveText([question]);
      // On load nothing has the focus.
      if (n > 0) await expect.soft(heading(page, question)).toBeFocused();
      await expect.soft(step(page, n + 1, 7)).toBeVisible();
      await page.getByText("Why we ask").click();
      await expect.soft(page.getByText("Your answer counts toward")).toBeVisible();
      const quotes = page.getByRole("listitem").filter({ hasText: "“" });
      await expect.soft(quotes.first()).toBeVisible();
      await expect.soft(page.getByText("What the three models mean")).toBeVisible();
      await choose(page, LEANS[n]);
      if (n === 6) {
        await expect.soft(button(page, "See your quick result")).toBeVisible();
        await expect.soft(button(page, "Next")).toHaveCount(0);
      }
      await next(page);
    }
  });

  await test.step("the result follows, with the three models and the same live region", async () => {
    await expect(heading(page, "Leaning toward co-managed IT")).toBeVisible();
    await expect.soft(heading(page, "Leaning toward co-managed IT")).toBeFocused();
    await expect.soft(page.getByText("What the three models mean")).toBeVisible();
    await expect.soft(page.getByRole("status")).toHaveCount(1);
    expect.soft(await region?.evaluate((element) => element.isConnected)).toBe(true);
  });

  await test.step("Back shows every answer again, with the focus on the heading", async () => {
    await press(page, "Change my answers");
    await expect.soft(heading(page, "Review your answers")).toBeFocused();
    for (const n of [6, 5, 4, 3, 2, 1, 0]) {
      await press(page, "Back");
      await expect(heading(page, QUESTIONS[n])).toBeVisible();
      await expect.soft(heading(page, QUESTIONS[n])).toBeFocused();
      await expect.soft(page.getByLabel(LEANS[n], { exact: true })).toBeChecked();
    }
  });

  await test.step("changing an early answer keeps the later ones", async () => {
    const changed = ["An IT team of two or more, with someone leading it", ...LEANS.slice(1)];
    await choose(page, changed[0]);
    for (const [n, label] of changed.entries()) {
      await expect(heading(page, QUESTIONS[n])).toBeVisible();
      await expect(page.getByLabel(label, { exact: true })).toBeChecked();
      await next(page);
    }
    await expect(page.getByRole("article")).toBeVisible();
  });
});

test("Every question can be answered with “Not sure”", async ({ page }) => {
  await open(page);
  for (const question of QUESTIONS) {
    await expect(heading(page, question)).toBeVisible();
    await expect(page.getByRole("radio", { name: "Not sure", exact: true })).toBeVisible();
    await answer(page, "Not sure");
  }
  await expect(heading(page, "Not enough answers yet")).toBeVisible();
});

test("Choosing an answer replaces the one before and stays on the question @wcag-3.2.2", async ({
  page,
}) => {
  await open(page);
  for (const radio of await page.getByRole("radio").all()) {
    await radio.check();
    await painted(page);
    await expect(radio).toBeChecked();
    await expect(radio).toBeFocused();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
  }
});

test("Another answer replaces no element and no text on the page", async ({ page }) => {
  await open(page);
  await quotationsAreThere(page);
  await choose(page, LEANS[0]);
  const records = await page.evaluateHandle(() => {
    const found = /** @type {MutationRecord[]} */ ([]);
    const root = document.querySelector("support-fit")?.shadowRoot;
    const observer = new MutationObserver((more) => void found.push(...more));
    observer.observe(/** @type {ShadowRoot} */ (root), { subtree: true, childList: true });
    return found;
  });
  // The time of the last save in the footer may change.
  await page.getByRole("radio").last().check();
  await painted(page);
  const changed = await records.evaluate((found) =>
    found.map(({ target }) => /** @type {Element} */ (target).closest("footer, form")?.tagName),
  );
  expect(changed.filter((tag) => tag !== "FOOTER")).toEqual([]);
});

test("Next without an answer asks for one @wcag-1.3.1 @wcag-3.3.1 @wcag-4.1.3", async ({
  page,
}) => {
  await open(page);
  await answer(page, LEANS[0]);
  await heading(page, QUESTIONS[1]).waitFor();
  await press(page, "Next");
  const request = page.getByRole("paragraph").filter({ hasText: MISSING });
  const answers = page.getByRole("radiogroup", { name: QUESTIONS[1] });

  await test.step("it stays at the question and shows what is missing", async () => {
    await expect(request).toBeVisible();
    await expect.soft(heading(page, QUESTIONS[1])).toBeVisible();
    await expect.soft(step(page, 2, 7)).toBeVisible();
  });
  await test.step("the request for an answer is announced", async () => {
    await expect.soft(page.getByRole("status")).toHaveText(MISSING);
  });
  await test.step("the focus moves to the first answer", async () => {
    await expect.soft(page.getByRole("radio").first()).toBeFocused();
  });
  await test.step("the answers are marked as invalid and described by the request", async () => {
    await expect.soft(answers).toHaveAccessibleDescription(new RegExp(MISSING));
    await expect.soft(answers).toHaveAttribute("aria-invalid", "true");
  });
  await test.step("no other question is marked as invalid", async () => {
    await press(page, "Back");
    const others = page.getByRole("radiogroup", { name: QUESTIONS[0] });
    await expect(others).toBeVisible();
    await expect.soft(others).not.toHaveAttribute("aria-invalid");
    await press(page, "Next");
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
    await press(page, "Next");
    await expect(answers).toHaveAttribute("aria-invalid", "true");
  });
  await test.step("an answer removes the mark and the request, and Next works", async () => {
    await choose(page, LEANS[1]);
    await expect.soft(answers).not.toHaveAttribute("aria-invalid");
    await expect.soft(request).toHaveCount(0);
    await expect.soft(page.getByRole("status")).toBeEmpty();
    await press(page, "Next");
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
  });
  await test.step("Back keeps an answer that was chosen without pressing Next", async () => {
    await choose(page, LEANS[2]);
    await press(page, "Back");
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
    await press(page, "Next");
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
    await expect(page.getByLabel(LEANS[2], { exact: true })).toBeChecked();
  });
});

test("The question about IT staff is skipped while no one looks after IT", async ({ page }) => {
  await open(page);
  await test.step("an answer to it is kept while it is not asked", async () => {
    await answerAll(page, LEANS.slice(0, 2));
    await press(page, "Back");
    await press(page, "Back");
    await answer(page, "No one in particular");
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
    await press(page, "Back");
    await answer(page, LEANS[0]);
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
    await expect.soft(page.getByLabel(LEANS[1], { exact: true })).toBeChecked();
    await press(page, "Back");
  });
  await test.step("six questions are left, and they lead to the result", async () => {
    const asked = QUESTIONS.filter((_, n) => n !== 1);
    for (const [n, question] of asked.entries()) {
      await expect(heading(page, question)).toBeVisible();
      await choose(page, RULED_OUT[n]);
      await expect(step(page, n + 1, 6)).toBeVisible();
      await next(page);
    }
    await expect(page.getByRole("article")).toBeVisible();
  });
});
