// The view “Who does what”.

import { readFile } from "node:fs/promises";

import { WORDS, filled } from "./content.js";
import { button } from "./flow.js";
import { openFold, section } from "./result.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */

/** The strings of the view. */
export const DUTIES = WORDS.ui.duties;

/** The names of the tasks, by id. */
export const TASK = /** @type {Record<string, string>} */ (WORDS.function);

/** The two sides. */
export const INSIDE = /** @type {string} */ (WORDS.ui.result.split.inside);
export const OUTSIDE = /** @type {string} */ (WORDS.ui.result.split.outside);

/** The selector of a warning in a row. */
const FINDING = ".finding";

/**
 * The view.
 *
 * @param {Page} page
 */
export function duties(page) {
  return section(page, DUTIES.title);
}

/**
 * All rows.
 *
 * @param {Page} page
 */
export function rows(page) {
  return duties(page)
    .locator("tbody")
    .filter({ has: page.locator(".task") });
}

/**
 * The row of a task.
 *
 * @param {Page} page
 * @param {string} task
 */
export function row(page, task) {
  return rows(page).filter({ has: page.getByText(task, { exact: true }) });
}

/**
 * The accessible name of a control in a row.
 *
 * @param {string} what
 * @param {string} task
 */
export function ofRow(what, task) {
  return filled(DUTIES.of_row, { what, task });
}

/**
 * The checkbox of the mode for who does each task today.
 *
 * @param {Page} page
 */
export function mark(page) {
  return duties(page).getByRole("checkbox", { name: DUTIES.mark });
}

/**
 * Opens one of the folds below the table.
 *
 * @param {Page} page
 * @param {string} title
 */
export async function unfold(page, title) {
  await openFold(duties(page).locator("summary").filter({ hasText: title }));
}

/**
 * Adds an own task.
 *
 * @param {Page} page
 */
export async function addTask(page) {
  await unfold(page, DUTIES.own.title);
  await button(duties(page), DUTIES.add).click();
}

/**
 * The select of who does a task today.
 *
 * @param {Page} page
 * @param {string} task
 */
export function today(page, task) {
  const name = ofRow(DUTIES.column.today, task);
  return page.getByRole("combobox", { name, exact: true });
}

/**
 * Selects who does a task today.
 *
 * @param {Page} page
 * @param {string} task
 * @param {"internal" | "provider" | "both" | "nobody" | "unclear" | "not_said"} doer
 */
export async function sayToday(page, task, doer) {
  await today(page, task).selectOption({ label: DUTIES.today[doer] });
}

/**
 * The warnings in a row.
 *
 * @param {Page} page
 * @param {string} task
 */
export function findings(page, task) {
  return row(page, task).locator(FINDING);
}

/**
 * The button that opens a row.
 *
 * @param {Page} page
 * @param {string} task
 */
export function opener(page, task) {
  return button(page, ofRow(DUTIES.change, task));
}

/**
 * A field of the open row.
 *
 * @param {Page} page
 * @param {"name" | "note"} field
 * @param {string} task
 */
export function field(page, field, task) {
  const label = field === "name" ? DUTIES.name : DUTIES.column.note;
  return page.getByRole("textbox", { name: ofRow(label, task), exact: true });
}

/**
 * The select of who is in charge of the open task.
 *
 * @param {Page} page
 * @param {"in_house" | "co_managed" | "outsourced"} model
 * @param {string} task
 */
export function charge(page, model, task) {
  const label = filled(DUTIES.charge, { model: WORDS.alternative[model].inline });
  return page.getByRole("combobox", { name: ofRow(label, task), exact: true });
}

/**
 * Shows the table for a model.
 *
 * @param {Page} page
 * @param {"in_house" | "co_managed" | "outsourced"} model
 */
export async function showWith(page, model) {
  const group = page.getByRole("group", { name: DUTIES.model });
  await group.getByLabel(WORDS.alternative[model].name, { exact: true }).check();
}

/**
 * Saves a file of the table and reads it.
 *
 * @param {Page} page
 * @param {string} name
 */
export async function savedTable(page, name) {
  await unfold(page, DUTIES.files);
  const download = page.waitForEvent("download");
  await button(duties(page), name).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}
