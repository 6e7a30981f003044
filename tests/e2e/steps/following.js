// The follow-up parts of the result: roadmap, scorecard, questions to ask, earlier results.

import { WORDS, organization } from "./content.js";
import { keep, keptText } from "./drafts.js";
import { openAt, resultIsWhole } from "./full.js";
import { section } from "./result.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */
/** @typedef {{ date: string, content: string, verdict: string, leader: string, shares: number[], answers: object }} Run */

const { roadmap, scorecard, ask, history } = WORDS.ui.result;

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
 * Reloads the page and waits for the whole result.
 *
 * @param {Page} page
 */
export async function reload(page) {
  await page.reload();
  await resultIsWhole(page);
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
export const scorecardOf = (page) => section(page, scorecard.title);

/** @param {Page} page */
export const askOf = (page) => section(page, ask.title);

/** @param {Page} page */
export const historyOf = (page) => section(page, history.title);

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
