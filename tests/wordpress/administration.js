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
 * @param {"admin" | "author" | "owner"} user
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
  privacyPage: "Privacy page",
  ctaUrl: "Where the call to action leads",
  ctaLabel: "Label of the call to action",
  email: "Messages by email to",
  accent: "Accent color",
  lang: "Language",
  json: "Configuration as JSON",
};

/** What is chosen from a list. */
const LISTS = ["lang"];

export const SETTINGS_PAGE = "/wp-admin/options-general.php?page=support-fit";

/**
 * Saves settings. Returns the notices that the page shows.
 *
 * @param {Page} page
 * @param {Partial<Record<keyof typeof FIELDS, string>>} settings
 * @param {string[]} models The labels of the check boxes to select.
 */
export async function save(page, settings, models = []) {
  await page.goto(at(SETTINGS_PAGE));
  for (const [name, value] of Object.entries(settings)) {
    const label = FIELDS[/** @type {keyof typeof FIELDS} */ (name)];
    const field = page.getByLabel(label, { exact: true });
    await (LISTS.includes(name) ? field.selectOption(value) : field.fill(value));
  }
  for (const label of models) await page.getByLabel(label, { exact: true }).check();
  return saved(page);
}

/**
 * Saves what the fields do not let anyone enter. Returns the notices that the page shows.
 *
 * @param {Page} page
 * @param {Record<string, string>} settings
 */
export async function saveForged(page, settings) {
  await page.goto(at(SETTINGS_PAGE));
  await page.locator("form[action='options.php']").evaluate((form, settings) => {
    for (const [name, value] of Object.entries(settings)) {
      for (const field of form.querySelectorAll(`[name^="support_fit[${name}]"]`)) field.remove();
      const field = document.createElement("textarea");
      Object.assign(field, { name: `support_fit[${name}]`, value });
      form.append(field);
    }
  }, settings);
  return saved(page);
}

/** @param {Page} page */
async function saved(page) {
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
