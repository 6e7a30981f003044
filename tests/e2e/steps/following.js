// The views that follow the answer: the plan with its measures, and questions to ask; and earlier results.

import { WORDS, organization } from "./content.js";
import { keep, keptText } from "./drafts.js";
import { openAt } from "./full.js";
import { openFold, openView, section } from "./result.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */
/** @typedef {{ date: string, content: string, verdict: string, leader: string, shares: number[], answers: object }} Run */

const { roadmap, ask } = WORDS.ui.result;

/** The storage key of earlier results. */
export const HISTORY = "support-fit:history";

/** An organization with a close result. */
export const WHO = organization("P10");

/** The date in the tests. */
export const TODAY = "2026-11-22";

/**
 * Opens the full result on `TODAY`.
 *
 * @param {Page} page
 */
export async function openResult(page) {
  await page.clock.setFixedTime(`${TODAY}T12:00:00`);
  await openAt(page, "result", WHO);
}

/**
 * Opens the full result with earlier results in storage.
 *
 * @param {Page} page
 * @param {Run[]} runs
 */
export async function openResultAfter(page, runs) {
  await keep(page, JSON.stringify(runs), HISTORY);
  await openResult(page);
}

/**
 * Opens a view of the full result on `TODAY`.
 *
 * @param {Page} page
 * @param {"Plan" | "Ask providers"} name
 */
export async function openResultView(page, name) {
  await openResult(page);
  await openView(page, name);
}

/**
 * Opens the measures of the plan.
 *
 * @param {Page} page At the plan.
 */
export async function openScorecard(page) {
  await openFold(scorecardOf(page).locator("> summary"));
}

/**
 * Opens the later steps of the plan.
 *
 * @param {Page} page At the plan.
 */
export async function openLaterSteps(page) {
  await openFold(page.locator("support-fit #step-later > summary"));
}

/**
 * Reloads the page and waits for the view that was shown, whose folds are closed.
 *
 * @param {Page} page
 */
export async function reload(page) {
  await page.reload();
  await page.locator("support-fit .result h3").waitFor();
}

/**
 * The saved results.
 *
 * @param {Page} page
 * @returns {Promise<Run[]>}
 */
export async function keptRuns(page) {
  return JSON.parse((await keptText(page, HISTORY)) ?? "[]");
}

/** @param {Page} page */
export const roadmapOf = (page) => section(page, roadmap.title);

/** @param {Page} page */
export const scorecardOf = (page) => page.locator("support-fit #scorecard");

/** @param {Page} page */
export const askOf = (page) => section(page, ask.title);

/** @param {Page} page */
export const historyOf = (page) => page.locator("support-fit #history");

/**
 * Types into a field and moves the focus away.
 *
 * @param {Locator} field
 * @param {string} text
 */
export async function enter(field, text) {
  await field.fill(text);
  await field.blur();
}

/**
 * The error message of a field.
 *
 * @param {Locator} field
 */
export async function problemAt(field) {
  const id = await field.getAttribute("aria-describedby");
  return field.page().locator(`support-fit #${id}`);
}
