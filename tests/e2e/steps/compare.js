// Setting people side by side: their links and files, and the parts of what comes out.

import { readFileSync } from "node:fs";

import { WORDS } from "./content.js";
import { button } from "./flow.js";
import { fullDraft } from "./full.js";
import { section } from "./result.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./content.js").Organization} Organization */

/** What the comparison says. */
export const SAYS = WORDS.ui.compare;

/**
 * Links, by organization; `newer` is one of a later format. Another test holds them to what is written.
 *
 * @type {Record<string, string>}
 */
export const LINKS = JSON.parse(
  readFileSync(new URL("../../fixtures/links.json", import.meta.url), "utf8"),
);

/**
 * The part of the result in which people are compared.
 *
 * @param {Page} page
 */
export function comparing(page) {
  return section(page, SAYS.with.title);
}

/**
 * The field for a link.
 *
 * @param {Page} page
 */
export function linkField(page) {
  return page.getByRole("textbox", { name: SAYS.with.link, exact: true });
}

/**
 * The field for files.
 *
 * @param {Page} page
 */
export function fileField(page) {
  return page.getByLabel(SAYS.with.files, { exact: true });
}

/**
 * The field for a person's name, counted from 1; the first is the visitor's own.
 *
 * @param {Page} page
 * @param {number} n
 */
export function nameField(page, n) {
  const name = n === 1 ? SAYS.with.yours : SAYS.with.name.replace("{n}", n);
  return page.getByRole("textbox", { name, exact: true });
}

/**
 * Pastes a text and adds who it is from.
 *
 * @param {Page} page
 * @param {string} text
 */
export async function addLink(page, text) {
  await linkField(page).fill(text);
  await button(page, SAYS.with.add).click();
}

/**
 * An address with somebody's answers.
 *
 * @param {string} id
 */
export function addressOf(id) {
  return `https://example.com/it#support-fit-${LINKS[id]}`;
}

/**
 * A file with somebody's answers, as "Save as a file" makes it.
 *
 * @param {string} name
 * @param {Pick<Organization, "answers" | "priorities">} organization
 */
export function fileOf(name, organization) {
  return file(name, fullDraft(organization, { screen: "result" }));
}

/**
 * A file with a text.
 *
 * @param {string} name
 * @param {string} text
 */
export function file(name, text) {
  return { name, mimeType: "application/json", buffer: Buffer.from(text) };
}

/**
 * The verdict of each person.
 *
 * @param {Page} page
 */
export function verdicts(page) {
  return comparing(page).locator(".results > li > b");
}

/**
 * The answers that differ, those that move the results most first.
 *
 * @param {Page} page
 */
export function differing(page) {
  return comparing(page).locator("ol.differing > li");
}

/**
 * The points of the agenda.
 *
 * @param {Page} page
 */
export function agenda(page) {
  return comparing(page).locator("ol.agenda > li");
}
