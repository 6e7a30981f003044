// What a visitor does, by visible labels. Shared by the tests and the screenshots.

import { ready } from "./host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */

/** The seven questions of the quick check, in order. */
export const QUESTIONS = [
  "Who on your own staff handles IT? Do not count an outside provider.",
  "How busy are the people on your staff who handle IT?",
  "Could you pay for a full IT department of your own?",
  "When something breaks, who should own the fix?",
  "Which IT decisions do you want to keep for yourselves?",
  "How fast will your organization change over the next two years?",
  "What kind of IT skill do you need most?",
];

/** The three models, in the order shown. */
export const MODELS = ["In-house IT", "Co-managed IT", "Fully outsourced IT"];

/** Answers that lean toward co-managed, one per question. */
export const LEANS = [
  "One IT person who runs things and also plans ahead",
  "Stretched: planning, security or documentation slips",
  "One good hire, not a department",
  "We share it with a provider, each for agreed parts",
  "The big ones: systems, vendors and priorities",
  "At a good pace; we are growing",
  "The basics daily, specialists now and then",
];

/** Answers that rule two models out. */
export const RULED_OUT = [
  "No one in particular",
  "No, we do not have the budget",
  "One provider, from start to finish",
  "Just the plan and the budget; a provider can decide the rest",
  "Slowly; much like last year",
  "Some of everything, at a normal depth",
];

/** Answers that contradict each other: one partner in charge of it all, and every decision kept. */
export const TRAPPED = [
  "A manager runs IT and has other duties too",
  "Under control, with time to plan",
  "No, we do not have the budget",
  "One provider, from start to finish",
  "All of them, large and small",
  "Slowly; much like last year",
  "Deep knowledge of our own systems, every day",
];

/** “Not sure” for every question. */
export const NOT_SURE = QUESTIONS.map(() => "Not sure");

/**
 * Opens the stand-alone page and waits until the application shows the first question.
 *
 * @param {Page} page
 * @param {string} [path]
 */
export async function open(page, path = "/widget/") {
  await page.goto(path);
  await heading(page, "handles IT").waitFor();
  // The loader draws this question too, and the application replaces its elements.
  await ready(page);
}

/**
 * The focusable heading that contains this text.
 *
 * @param {Page | Locator} page
 * @param {string | RegExp} text
 */
export function heading(page, text) {
  return page.getByRole("heading", { level: 3, name: text });
}

/**
 * Chooses an answer by its exact label.
 *
 * @param {Page | Locator} page
 * @param {string} label
 */
export async function choose(page, label) {
  await page.getByLabel(label, { exact: true }).check();
}

/**
 * Chooses an answer and presses Next.
 *
 * @param {Page} page
 * @param {string} label
 */
export async function answer(page, label) {
  await choose(page, label);
  await page.locator("support-fit button[type=submit]").click();
}

/**
 * Answers questions in order.
 *
 * @param {Page} page
 * @param {string[]} labels
 */
export async function answerAll(page, labels) {
  for (const label of labels) await answer(page, label);
}

/**
 * Presses a button by its exact label.
 *
 * @param {Page | Locator} page
 * @param {string} name
 */
export async function press(page, name) {
  await button(page, name).click();
}

/**
 * A button by its exact label.
 *
 * @param {Page | Locator} page
 * @param {string} name
 */
export function button(page, name) {
  return page.getByRole("button", { name, exact: true });
}

/**
 * The visible message at the top, not its copy in the live region.
 *
 * @param {Page | Locator} page
 * @param {string | RegExp} text
 */
export function notice(page, text) {
  return page.getByRole("paragraph").filter({ hasText: text });
}

/**
 * The text of the progress at a position.
 *
 * @param {Page | Locator} page
 * @param {number} position
 * @param {number} total
 */
export function step(page, position, total) {
  return page.getByText(`Question ${position} of ${total}`, { exact: true });
}

/**
 * Waits until the last change is painted: whatever has not happened by then will not happen.
 *
 * @param {Page} page
 */
export async function painted(page) {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}
