// Cost over three years: the view, its figures, and the actions of a visitor.

import { ORGANIZATIONS, WORDS } from "./content.js";
import { kept } from "./drafts.js";
import { openFold, section } from "./result.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {"low" | "likely" | "high"} Field */

/** The strings of the view. */
export const COST = WORDS.ui.cost;

/**
 * The view.
 *
 * @param {Page} page
 */
export function cost(page) {
  return section(page, COST.title);
}

/**
 * The cell texts of the table of ranges, one row per model: low, middle, high, and how often it costs least.
 *
 * @param {Page} page
 * @returns {Promise<string[][]>}
 */
export async function ranges(page) {
  const rows = await cost(page).locator(".cost-ranges tbody tr").all();
  const texts = await Promise.all(rows.map((row) => row.getByRole("cell").allTextContents()));
  // On a narrow page, the cells of the last column contain its header.
  return texts.map((row) => row.map((text) => text.replace(COST.head.cheapest, "")));
}

/**
 * The expected ranges of an organization, from the reference figures.
 *
 * @param {string} id
 * @param {number} [parts] Divides the amounts, by years or users.
 */
export function published(id, parts = 1) {
  const found = ORGANIZATIONS.find((one) => one.id === id);
  const { p10_p50_p90 } = found?.displayed.cost;
  return p10_p50_p90.map((/** @type {number[]} */ range) =>
    range.map((amount) => money(twoDigits(amount / parts))),
  );
}

/**
 * A number with two significant digits.
 *
 * @param {number} n
 */
export function twoDigits(n) {
  return Number(n.toPrecision(2));
}

/**
 * An amount in dollars, formatted as on the page.
 *
 * @param {number} amount
 */
export function money(amount) {
  return `$${amount.toLocaleString("en-US")}`;
}

/**
 * The summary of the fold with all figures.
 *
 * @param {Page} page
 */
export function allFigures(page) {
  return cost(page).locator("#cost-figures > summary");
}

/**
 * Opens a group of figures.
 *
 * @param {Page} page
 * @param {string} group
 */
export async function openGroup(page, group) {
  await openFold(allFigures(page));
  await cost(page).locator("summary").filter({ hasText: COST.own.group[group] }).click();
}

/**
 * One of the fields that the view starts with, next to its standing and its error message.
 *
 * @param {Page} page
 * @param {string} input
 */
export function essential(page, input) {
  return cost(page).locator(".essential").filter({ hasText: WORDS.cost.input[input].label });
}

/**
 * Types a likely figure into one of the fields that the view starts with.
 *
 * @param {Page} page
 * @param {string} input
 * @param {string} text
 */
export async function enterEssential(page, input, text) {
  await essential(page, input).getByRole("textbox").fill(text);
  await essential(page, input).getByRole("textbox").blur();
}

/**
 * Presses a button of a figure.
 *
 * @param {Page} page
 * @param {string} input
 * @param {"confirm" | "reset"} action
 */
export async function pressOf(page, input, action) {
  const name = `${COST.own[action]}: ${WORDS.cost.input[input].label}`;
  await figure(page, input).getByRole("button", { name, exact: true }).click();
}

/**
 * The field of a figure.
 *
 * @param {Page} page
 * @param {string} input
 * @param {Field} [field]
 */
export function field(page, input, field = "likely") {
  const name = `${COST.head[field]}, ${WORDS.cost.input[input].label}`;
  return cost(page).getByRole("textbox", { name, exact: true });
}

/**
 * The row of a figure.
 *
 * @param {Page} page
 * @param {string} input
 */
export function figure(page, input) {
  return cost(page).getByRole("group", { name: WORDS.cost.input[input].label });
}

/**
 * Enters a figure by typing it.
 *
 * @param {Page} page
 * @param {string} input
 * @param {string} text
 * @param {Field} [at]
 */
export async function enter(page, input, text, at = "likely") {
  await field(page, input, at).fill(text);
  await field(page, input, at).blur();
}

/**
 * The slider of a figure.
 *
 * @param {Page} page
 * @param {string} input
 */
export function figureSlider(page, input) {
  return figure(page, input).getByRole("slider");
}

/**
 * The error messages of a row's figures, from low to high.
 *
 * @param {Page} page
 * @param {string} input
 */
export function problems(page, input) {
  return figure(page, input).locator(".problem");
}

/**
 * The visitor's own figures in the draft.
 *
 * @param {Page} page
 * @returns {Promise<Record<string, number[]> | undefined>}
 */
export async function keptFigures(page) {
  const draft = /** @type {any} */ (await kept(page));
  return draft.figures;
}
