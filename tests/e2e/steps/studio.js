// The studio, by its visible labels.

import { element, openHost, ready } from "./host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */

/** The storage key of the draft. */
export const KEY = "support-fit-studio";

/** Settings with everything that a contact form needs. */
export const FIRM = {
  providerName: "Marlow & Finch IT",
  legalName: "Marlow & Finch IT LLC",
  postalAddress: "1 Main St, Springfield",
  privacyUrl: "https://www.marlow.example/privacy",
};

/**
 * Opens the studio.
 *
 * @param {Page} page
 * @param {string} [fragment] With the `#`.
 */
export async function openStudio(page, fragment = "") {
  await page.goto(`/widget/studio.html${fragment}`);
  await title(page).waitFor();
}

/** @param {Page} page */
const title = (page) => page.getByRole("heading", { level: 1 });

/**
 * Loads the page again, also if only its fragment differs.
 *
 * @param {Page} page
 */
export async function reload(page) {
  await page.reload();
  await title(page).waitFor();
}

/**
 * The field of a setting, by its place in JSON.
 *
 * @param {Page} page
 * @param {string} place
 */
export const setting = (page, place) =>
  page.locator(`[id="field-${place.replace(/[^a-zA-Z0-9-]/g, "_")}"]`);

/**
 * A part of the form, by its heading.
 *
 * @param {Page} page
 * @param {string} name
 */
export const group = (page, name) =>
  page.locator("details.group").filter({ has: page.getByRole("heading", { name, exact: true }) });

/**
 * Opens a part of the form.
 *
 * @param {Page} page
 * @param {string} name
 */
export async function openGroup(page, name) {
  const part = group(page, name);
  if (!(await part.evaluate((/** @type {HTMLDetailsElement} */ one) => one.open)))
    await part.locator("summary").first().click();
  return part;
}

/**
 * Opens every part.
 *
 * @param {Page} page
 */
export const openAll = (page) =>
  page.locator("details").evaluateAll((all) => {
    for (const one of all) /** @type {HTMLDetailsElement} */ (one).open = true;
  });

/**
 * A text to take.
 *
 * @param {Page} page
 * @param {string} name
 */
export const part = (page, name) =>
  page
    .locator("figure.part")
    .filter({ has: page.locator("figcaption", { hasText: new RegExp(`^${name}$`) }) });

/** The part with the code for any page. */
export const CODE = "Where the assessment belongs";

/** The part with the settings. The code may have one with the same name. */
export const JSON_FILE = "support-fit.json";

/**
 * A text as it is shown.
 *
 * @param {Page} page
 * @param {string} name
 */
export const textOf = async (page, name) =>
  (await part(page, name).last().locator("pre code").textContent()) ?? "";

/**
 * Opens a text that somebody has.
 *
 * @param {Page} page
 * @param {string} text
 * @returns {Promise<Locator>} What the studio says about it.
 */
export async function paste(page, text) {
  const opening = await openGroup(page, "Open what you have");
  await opening.getByRole("textbox").fill(text);
  await opening.getByRole("button", { name: "Open" }).click();
  return opening.getByRole("status");
}

/**
 * Opens a file.
 *
 * @param {Page} page
 * @param {string} name
 * @param {string} text
 */
export async function chooseFile(page, name, text) {
  const opening = await openGroup(page, "Open what you have");
  const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
  await opening.locator("input[type=file]").setInputFiles(file);
  return opening.getByRole("status");
}

/**
 * What the studio has saved on the device.
 *
 * @param {Page} page
 * @returns {Promise<string | null>}
 */
export const draft = (page) => page.evaluate((key) => localStorage.getItem(key), KEY);

/**
 * The preview that the form controls.
 *
 * @param {Page} page
 */
export const shown = (page) => page.frameLocator("#preview");

/**
 * Chooses what the preview shows.
 *
 * @param {Page} page
 * @param {"Screen" | "Width" | "Page" | "Language"} what
 * @param {string} option
 */
export const show = (page, what, option) =>
  page
    .locator("aside.preview")
    .getByRole("combobox", { name: what, exact: true })
    .selectOption({ label: option });

/**
 * Pastes a snippet into a page of its own, as an owner would.
 *
 * @param {Page} page
 * @param {string} html
 */
export async function pasted(page, html) {
  // The snippet reserves its height by an inline style.
  const policy = (/** @type {string} */ usual) =>
    usual.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");
  await openHost(page, html, { policy });
  await ready(page);
  return element(page);
}
