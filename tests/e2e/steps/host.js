// Host pages, their console, and the state of their elements.

import { readFileSync } from "node:fs";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */
/** @typedef {import("../../../src/embed/element.js").SupportFit} SupportFit */

/**
 * Errors and warnings of the page, including policy violations. The request for a missing /favicon.ico does not count.
 *
 * @param {Page} page
 * @returns {string[]} Grows as long as the page is open.
 */
export function complaints(page) {
  /** @type {string[]} */
  const found = [];
  page.on("pageerror", (error) => found.push(String(error)));
  page.on("console", (message) => {
    if (message.location().url.endsWith("/favicon.ico")) return;
    // Caused by `serviceWorkers` in playwright.config.js.
    if (message.text() === "Service Worker registration blocked by Playwright") return;
    if (["error", "warning"].includes(message.type())) found.push(message.text());
  });
  return found;
}

/** The script tag of the snippet. */
export const SCRIPT = '<script type="module" src="/widget/support-fit.js"></script>';

/** The CSS that the documentation recommends: it reserves space for the first question. */
export const RULES = readFileSync(
  new URL("../../../docs/snippets/style.css", import.meta.url),
  "utf8",
);

/** The files that the loader requests. */
export const FILES = {
  WebAssembly: "**/widget/assets/*.wasm",
  glue: "**/widget/assets/*.js",
  "style sheet": "**/widget/assets/*.css",
  words: "**/widget/assets/words-*",
};

/**
 * Opens a host page with this body.
 *
 * @param {Page} page
 * @param {string} body
 * @param {object} [options]
 * @param {string} [options.language]
 * @param {string} [options.css] The page's own style sheet.
 * @param {(policy: string) => string} [options.policy] Returns the page's policy, given the one that the server sends.
 */
export async function openHost(page, body, { language = "en", css = "", policy } = {}) {
  const { "content-security-policy": usual } = (await page.request.get("/")).headers();
  const head =
    '<meta charset="utf-8" /><title>A host page</title><link rel="icon" href="/icon.svg" />';
  const style = css && '<link rel="stylesheet" href="/host.css" />';
  await page.route("**/host.css", (route) => route.fulfill({ contentType: "text/css", body: css }));
  await page.route(/\/host\.html(\?|$)/, (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": policy?.(usual) ?? usual },
      body: `<!doctype html><html lang="${language}"><head>${head}${style}</head><body>${body}</body></html>`,
    }),
  );
  await page.goto("/host.html");
}

/**
 * The element on the host page.
 *
 * @param {Page} page
 * @param {string} [selector]
 */
export function element(page, selector = "support-fit") {
  return page.locator(selector);
}

/**
 * Waits until the application has loaded in an element, as a script of the host page would.
 *
 * @param {Page} page
 * @param {string} [selector]
 */
export async function ready(page, selector) {
  await element(page, selector).evaluate(
    (/** @type {SupportFit} */ host) =>
      host.status === "ready" ||
      new Promise((done) => host.addEventListener("support-fit-ready", done, { once: true })),
  );
}

/**
 * Holds matching requests.
 *
 * @param {Page} page
 * @param {string} pattern
 * @returns {Promise<() => void>} Lets them continue.
 */
export async function hold(page, pattern) {
  let release = () => {};
  /** @type {Promise<void>} */
  const released = new Promise((done) => (release = done));
  await page.route(pattern, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/**
 * The file names that are requested from the widget's server from now on.
 *
 * @param {Page} page
 * @returns {string[]} Grows as long as the page is open.
 */
export function asked(page) {
  /** @type {string[]} */
  const found = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/widget/")) found.push(pathname.replace(/.*\//, ""));
  });
  return found;
}

/**
 * The text on the clipboard. Read from another page of the same origin, since our own pages may only write.
 *
 * @param {Page} page Of a context with the permission `clipboard-read`.
 */
export async function copiedText(page) {
  const reader = await page.context().newPage();
  await reader.goto("/demo.css");
  const text = await reader.evaluate(() => navigator.clipboard.readText());
  await reader.close();
  return text;
}
