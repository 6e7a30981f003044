// What people do in the administration of WordPress, by visible labels.

import { PASSWORD } from "./site.js";

/** @typedef {import("@playwright/test").Page} Page */

/** @param {string} path */
export function at(path) {
  return `${process.env.SUPPORT_FIT_SITE}${path}`;
}

/**
 * A page of a browser in which a user is signed in.
 *
 * @param {import("@playwright/test").Browser} browser
 * @param {"admin" | "author"} user
 */
export async function signedIn(browser, user) {
  const page = await browser.newPage();
  // Not by the form, whose script moves the focus while a test types.
  const form = { log: user, pwd: PASSWORD };
  const response = await page.request.post(at("/wp-login.php"), { form });
  if (!response.url().includes("/wp-admin/")) throw new Error(`${user} could not sign in`);
  return page;
}

/**
 * Uploads a plugin on the page for that.
 *
 * @param {Page} page
 * @param {string | undefined} zip
 */
export async function upload(page, zip) {
  await page.goto(at("/wp-admin/plugin-install.php?tab=upload"));
  await page.getByLabel("Plugin zip file").setInputFiles(String(zip));
  await page.getByRole("button", { name: "Install Now" }).click();
}

/** The fields of the settings page, by their names. */
export const FIELDS = {
  providerName: "Your name",
  ctaUrl: "Where the call to action leads",
  ctaLabel: "Label of the call to action",
  lang: "Language",
  json: "Configuration as JSON",
};

/**
 * Saves settings. Returns the notices that the page shows.
 *
 * @param {Page} page
 * @param {Partial<Record<keyof typeof FIELDS, string>>} settings
 */
export async function save(page, settings) {
  await page.goto(at("/wp-admin/options-general.php?page=support-fit"));
  for (const [name, value] of Object.entries(settings)) {
    const label = FIELDS[/** @type {keyof typeof FIELDS} */ (name)];
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  await page.getByRole("button", { name: "Save Changes" }).click();
  const notices = page.locator(".settings-error");
  await notices.first().waitFor();
  return notices.allInnerTexts();
}

/**
 * Calls the REST API as the user of a page in the administration.
 *
 * @param {Page} page
 * @param {{ path: string, method?: string, data?: object }} request
 */
export async function rest(page, request) {
  await page.goto(at("/wp-admin/post-new.php"));
  return page.evaluate(
    (request) => /** @type {any} */ (window).wp.apiFetch(request),
    /** @type {any} */ (request),
  );
}
