// The full assessment: answering it, and drafts that open it at any place.

import { expect } from "@playwright/test";

import { IN_ORDER, RATINGS, VERSION, WORDS, labelsOf, textOf } from "./content.js";
import { keep } from "./drafts.js";
import { heading } from "./flow.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./content.js").Organization} Organization */
/** @typedef {{ question: string } | { screen: string, view?: string }} Place */

/** The headings of the screens other than questions. */
export const TITLES = {
  overview: /** @type {string} */ (WORDS.ui.overview.title),
  priorities: /** @type {string} */ (WORDS.ui.priorities.title),
  check: /** @type {string} */ (WORDS.ui.check.title),
};

/**
 * A draft of the full assessment.
 *
 * @param {Pick<Organization, "answers" | "priorities">} organization
 * @param {Place} place
 * @param {Place} [returns_to]
 */
export function fullDraft({ answers, priorities }, place, returns_to) {
  return JSON.stringify({
    schema: 3,
    content: VERSION,
    saved: "2026-11-22T08:30:00.000Z",
    course: "full",
    place,
    returns_to,
    answers,
    priorities,
  });
}

/**
 * Opens a screen of the full assessment with answers.
 *
 * @param {Page} page
 * @param {"overview" | "priorities" | "check" | "result"} screen
 * @param {Pick<Organization, "answers" | "priorities">} organization
 * @param {string} [view] Of the result; the answer if there is none.
 */
export async function openAt(page, screen, organization, view) {
  await keep(page, fullDraft(organization, { screen, view }));
  await page.goto("/widget/");
  if (screen === "result") await resultIsWhole(page);
  else await heading(page, TITLES[screen]).waitFor();
}

/**
 * Opens a question of the full assessment with answers.
 *
 * @param {Page} page
 * @param {string} question
 * @param {Pick<Organization, "answers" | "priorities">} organization
 */
export async function openQuestion(page, question, organization) {
  await keep(page, fullDraft(organization, { question }));
  await page.goto("/widget/");
  await heading(page, textOf(question)).waitFor();
}

/**
 * Waits for the result, whichever view is shown.
 *
 * @param {Page} page
 */
export async function resultIsWhole(page) {
  await page.locator("support-fit .result h3").first().waitFor();
}

/**
 * The button of a quick result that leads to the open questions. With too few answers it says how many are missing.
 *
 * @param {Page} page
 */
export function theRest(page) {
  const { rest, more } = WORDS.ui.result.answer.next;
  const labels = [rest, more.one, more.other].map((label) => label.replace(/\{\w+\}/g, ".+"));
  return page.getByRole("button", { name: new RegExp(`^(${labels.join("|")})$`) });
}

/**
 * Answers the current question and presses Next.
 *
 * @param {Page} page
 * @param {string} question
 * @param {import("./content.js").Answer | undefined} answer
 */
export async function answerQuestion(page, question, answer) {
  await heading(page, textOf(question)).waitFor();
  for (const label of labelsOf(question, answer)) {
    await page.getByLabel(label, { exact: true }).check();
  }
  await page.locator("support-fit button[type=submit]").click();
}

/**
 * The questions that apply to these answers, in order.
 *
 * @param {Organization["answers"]} answers
 */
export function asked(answers) {
  return IN_ORDER.filter(
    (id) =>
      !(id === "load" && answers.cap === "none") &&
      !(id === "clash" && answers.provider === "none"),
  );
}

/**
 * Answers every question by clicks, with the first result in between.
 *
 * @param {Page} page At the first question.
 * @param {Organization["answers"]} answers
 */
export async function answerEverything(page, answers) {
  const path = asked(answers);
  const quick = path.indexOf("skills") + 1;
  for (const id of path.slice(0, quick)) await answerQuestion(page, id, answers[id]);
  await theRest(page).click();
  for (const id of path.slice(quick)) await answerQuestion(page, id, answers[id]);
  await heading(page, TITLES.priorities).waitFor();
}

/**
 * The group of ratings of a dimension.
 *
 * @param {Page} page
 * @param {string} dimension
 */
export function ratings(page, dimension) {
  return page.getByRole("group", { name: WORDS.dimension[dimension].name });
}

/**
 * Opens the fold with the effect of the ratings.
 *
 * @param {Page} page At the priorities.
 */
export async function openEffect(page) {
  await page.getByText(WORDS.ui.priorities.effect).click();
}

/**
 * Rates a dimension.
 *
 * @param {Page} page
 * @param {string} dimension
 * @param {number} rating From 0 to 3.
 */
export async function rate(page, dimension, rating) {
  const choice = ratings(page, dimension).getByLabel(RATINGS[rating], { exact: true });
  await choice.check();
  await expect(choice).toBeChecked();
}
