// The view "Save or share".

import { readFile } from "node:fs/promises";

import { WORDS, organization } from "./content.js";
import { openAt } from "./full.js";
import { openFold, openView, section } from "./result.js";

/** @typedef {import("@playwright/test").Page} Page */

/** An organization with complete answers. */
export const SOMEBODY = organization("P2");

/** Another organization. */
export const ANOTHER = organization("P7");

/**
 * The content of the view.
 *
 * @param {Page} page
 */
export function take(page) {
  return section(page, "Save or share your result");
}

/**
 * Opens the view for an organization, with all files and other devices.
 *
 * @param {Page} page
 * @param {import("./content.js").Organization} [who]
 */
export async function openTake(page, who = SOMEBODY) {
  await openAt(page, "result", who);
  await showTake(page);
}

/**
 * Goes to the view and opens its folds, except the one for comparing.
 *
 * @param {Page} page At the result.
 */
export async function showTake(page) {
  await openView(page, "Save or share");
  for (const { title } of [WORDS.ui.take.files, WORDS.ui.take.device]) {
    await openFold(take(page).getByText(title, { exact: true }));
  }
}

/**
 * The link that the view shows.
 *
 * @param {Page} page
 */
export function linkOf(page) {
  return take(page).getByLabel("Your link").inputValue();
}

/**
 * The fragment of a link, without `#`.
 *
 * @param {string} link
 */
export function fragmentOf(link) {
  return link.slice(link.indexOf("#"));
}

/**
 * Presses a button that saves a file, and returns the file's name and text.
 *
 * @param {Page} page
 * @param {string} name The label of the button.
 */
export async function saved(page, name) {
  const download = page.waitForEvent("download");
  await take(page).getByRole("button", { name, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/**
 * Prevents the page from creating files from now on.
 *
 * @param {Page} page
 */
export function refuseFiles(page) {
  return page.evaluate(() => {
    URL.createObjectURL = () => {
      throw new DOMException("refused by the test", "SecurityError");
    };
  });
}

/**
 * Drops a file on the element.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} text
 */
export async function drop(page, name, text) {
  const data = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: "application/json" }));
      return data;
    },
    [name, text],
  );
  const target = page.locator("support-fit .shell");
  await target.dispatchEvent("dragover", { dataTransfer: data });
  await target.dispatchEvent("drop", { dataTransfer: data });
}

/**
 * Chooses a file in the file input.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} text
 */
export async function choose(page, name, text) {
  const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
  await take(page).getByLabel("Open a file with answers").setInputFiles(file);
}

/**
 * Pastes a text and opens it.
 *
 * @param {Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  await take(page).getByLabel("Or paste a link, or the text of a file").fill(text);
  await take(page).getByRole("button", { name: "Open what I pasted" }).click();
}

/**
 * The same link in a later format.
 *
 * @param {string} fragment
 */
export function laterLink(fragment) {
  const [name, symbols] = fragment.split("-s2-");
  const content = Buffer.from(symbols, "base64url").subarray(0, -4);
  let crc = 0xffffffff;
  for (const byte of [...Buffer.from("s3-"), ...content]) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc < 0 ? 0x04c11db7 : 0);
  }
  const checksum = Buffer.alloc(4);
  checksum.writeInt32BE(~crc);
  const bytes = Buffer.concat([content, checksum]);
  return `${name}-s3-${bytes.toString("base64url")}${bytes.length % 3 ? "" : "A"}`;
}

/**
 * Answers with multiple choices sorted, so that their order does not matter.
 *
 * @param {import("./content.js").Organization["answers"]} answers
 */
export function inAnyOrder(answers) {
  return Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [
      id,
      Array.isArray(answer) ? [...answer].sort() : answer,
    ]),
  );
}
