// Comparing people: their links and files, and the parts of the comparison.

import { readFileSync } from "node:fs";

import { WORDS, filled, nameOf, organization, shareInWords } from "./content.js";
import { button } from "./flow.js";
import { fullDraft } from "./full.js";
import { openFold, openView } from "./result.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./content.js").Organization} Organization */

/** The texts of the comparison. */
export const SAYS = WORDS.ui.compare;

/**
 * Links by organization; `newer` has a later format. A native test checks that they match the current format.
 *
 * @type {Record<string, string>}
 */
export const LINKS = JSON.parse(
  readFileSync(new URL("../../fixtures/links.json", import.meta.url), "utf8"),
);

/**
 * The fold that compares people.
 *
 * @param {Page} page
 */
export function comparing(page) {
  return page.locator("support-fit #compare");
}

/**
 * Goes to the fold and opens it.
 *
 * @param {Page} page At the result.
 */
export async function openComparing(page) {
  await openView(page, "Save or share");
  await openFold(comparing(page).locator("> summary"));
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
 * The name field of person `n`, counted from 1; the first is the visitor.
 *
 * @param {Page} page
 * @param {number} n
 */
export function nameField(page, n) {
  const name = n === 1 ? SAYS.with.yours : SAYS.with.name.replace("{n}", n);
  return page.getByRole("textbox", { name, exact: true });
}

/**
 * Pastes a link or text and adds the person.
 *
 * @param {Page} page
 * @param {string} text
 */
export async function addLink(page, text) {
  await linkField(page).fill(text);
  await button(page, SAYS.with.add).click();
}

/**
 * A link with an organization's answers.
 *
 * @param {string} id
 */
export function addressOf(id) {
  return `https://example.com/it#support-fit-${LINKS[id]}`;
}

/**
 * A file with an organization's answers, as "Save as a file" creates it.
 *
 * @param {string} name
 * @param {Pick<Organization, "answers" | "priorities">} organization
 */
export function fileOf(name, organization) {
  return file(name, fullDraft(organization, { screen: "result" }));
}

/**
 * A file to upload with this content.
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
 * The verdict of a person who gave the answers of an organization: one with a clear result or a lean.
 *
 * @param {string} person
 * @param {string} id
 */
export function verdictOf(person, id) {
  const { result, displayed } = organization(id);
  const { leader, verdict } = result;
  const title = filled(WORDS.verdict[verdict].title, { leader: WORDS.alternative[leader].inline });
  const n = shareInWords(displayed.share_of_100[leader], result.first_share[leader]);
  const share = filled(WORDS.share.sentence, { name: nameOf(leader), n });
  return `${filled(SAYS.result.line, { name: person, title })} ${share}`;
}

/**
 * The answers that differ, the largest effect first.
 *
 * @param {Page} page
 */
export function differing(page) {
  return comparing(page).locator("ol.differing > li");
}

/**
 * The agenda items.
 *
 * @param {Page} page
 */
export function agenda(page) {
  return comparing(page).locator("ol.agenda > li");
}
