// Host pages, and what they could complain of.

/** @typedef {import("@playwright/test").Page} Page */

/**
 * What the page logs as an error or a warning: violations of its policy are among it.
 *
 * @param {Page} page
 * @returns {string[]} Grows while the page lives.
 */
export function complaints(page) {
  /** @type {string[]} */
  const found = [];
  page.on("pageerror", (error) => found.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) found.push(message.text());
  });
  return found;
}

/** The script tag of the snippet. */
export const SCRIPT = '<script type="module" src="/widget/support-fit.js"></script>';

/**
 * Opens a host page with a body of its own, under the policy that the server sends for its pages.
 *
 * @param {Page} page
 * @param {string} body
 * @param {string} [language]
 */
export async function openHost(page, body, language = "en") {
  const { "content-security-policy": policy } = (await page.request.get("/")).headers();
  const head =
    '<meta charset="utf-8" /><title>A host page</title><link rel="icon" href="/icon.svg" />';
  await page.route("**/host.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": policy },
      body: `<!doctype html><html lang="${language}"><head>${head}</head><body>${body}</body></html>`,
    }),
  );
  await page.goto("/host.html");
}
