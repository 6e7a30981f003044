// What a visitor follows up after the result: steps, measures, questions to ask, earlier results.

import { WORDS, organization } from "./content.js";
import { keep, keptText } from "./drafts.js";
import { openAt, resultIsWhole } from "./full.js";
import { section } from "./result.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */
/** @typedef {{ date: string, content: string, verdict: string, leader: string, shares: number[], answers: object }} Run */

const { roadmap, scorecard, ask, history } = WORDS.ui.result;

/** Where earlier results are kept. */
export const HISTORY = "support-fit:history";

/** Somebody for whom it is close. */
export const WHO = organization("P10");

/** The day on which the tests play. */
export const TODAY = "2026-11-22";

/**
 * Opens the full result on the day of the tests.
 *
 * @param {Page} page
 */
export async function openResult(page) {
  await page.clock.setFixedTime(`${TODAY}T12:00:00`);
  await openAt(page, "result", WHO);
}

/**
 * The same where results are kept already.
 *
 * @param {Page} page
 * @param {Run[]} runs
 */
export async function openResultAfter(page, runs) {
  await keep(page, JSON.stringify(runs), HISTORY);
  await openResult(page);
}

/**
 * Loads the page again.
 *
 * @param {Page} page
 */
export async function reload(page) {
  await page.reload();
  await resultIsWhole(page);
}

/**
 * The results that are kept.
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
export const scorecardOf = (page) => section(page, scorecard.title);

/** @param {Page} page */
export const askOf = (page) => section(page, ask.title);

/** @param {Page} page */
export const historyOf = (page) => section(page, history.title);

/**
 * Types into a field and leaves it.
 *
 * @param {Locator} field
 * @param {string} text
 */
export async function enter(field, text) {
  await field.fill(text);
  await field.blur();
}

/**
 * What is said at a field that refused its entry.
 *
 * @param {Locator} field
 */
export async function problemAt(field) {
  const id = await field.getAttribute("aria-describedby");
  return field.page().locator(`support-fit #${id}`);
}
