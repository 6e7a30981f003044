// The npm package as a page without a bundler would use it. A bundler changes only the addresses of the files: `apps.spec.js`.

import { readFileSync } from "node:fs";
import { extname, join } from "node:path";

import { expect, test } from "@playwright/test";

import { WORDS, wordsOf } from "./steps/content.js";
import { breakApplication, repairApplication } from "./steps/failing.js";
import { LEANS, answerAll, button, heading, press } from "./steps/flow.js";
import { complaints, element, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */

/** What the build has put together for npm. */
const PACKAGE = String(process.env.SUPPORT_FIT_NPM);

const TYPES = /** @type {Record<string, string>} */ ({
  ".js": "text/javascript",
  ".wasm": "application/wasm",
});

/**
 * Opens a page with an element of the package.
 *
 * @param {Page} page
 * @param {object} config
 * @param {string} [language]
 */
async function openPackage(page, config, language) {
  await page.route("**/npm/**", (route) => {
    const path = new URL(route.request().url()).pathname.replace("/npm/", "");
    const contentType = TYPES[extname(path)] ?? "text/plain; charset=utf-8";
    return route.fulfill({ contentType, body: readFileSync(join(PACKAGE, path)) });
  });
  const settings = `<script type="application/json" id="settings">${JSON.stringify(config)}</script>`;
  const script = '<script type="module" src="/npm/support-fit.js"></script>';
  await openHost(page, `${settings}<support-fit config="#settings"></support-fit>${script}`, {
    language,
  });
  await ready(page);
}

test("The package loads its later files, and starts again after a crash", async ({ page }) => {
  const config = { version: 1, providerName: "Marlow & Finch IT", contact: { receiver: "event" } };
  const found = complaints(page);
  const { contact, ui } = wordsOf("de");

  await test.step("the result has the form of the contact module", async () => {
    await openPackage(page, config);
    await answerAll(page, LEANS);
    await heading(page, "Leaning toward co-managed IT").waitFor();
    await page.getByLabel(WORDS.contact.field.email).waitFor();
  });

  await test.step("a German page has German words", async () => {
    await element(page).evaluate((host) => host.setAttribute("lang", "de"));
    await expect(button(page, ui.result.view.why).first()).toBeVisible();
    await page.getByLabel(contact.field.email).waitFor();
    expect(found).toEqual([]);
  });

  await test.step("another instance goes on after a crash", async () => {
    await breakApplication(page);
    await press(page, ui.result.view.why);
    await page.getByText(ui.failure.crashed).waitFor();
    await repairApplication(page);
    await press(page, ui.failure.again);
    await ready(page);
    await expect(heading(page, ui.result.view.why)).toBeVisible();
  });
});
