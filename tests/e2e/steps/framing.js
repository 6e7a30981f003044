// Pages that embed the frame from another origin.

import { expect } from "@playwright/test";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */

/** A page that a test fulfills has no IP address, so it needs this permission to request anything from localhost. */
export const MADE_UP = { permissions: ["local-network-access"] };

/**
 * The same server by another host name, which makes it another origin and another site.
 *
 * @param {string | undefined} baseURL
 */
export const other = (baseURL) => String(baseURL).replace("127.0.0.1", "localhost");

/**
 * Opens a page with a frame of the other origin, and waits until the frame is ready.
 *
 * @param {Page} page
 * @param {string | undefined} baseURL
 * @param {object} [options]
 * @param {string} [options.query] Of the frame's address.
 * @param {string} [options.attributes] Of the frame.
 * @param {object} [options.config] The file `frame-config.json`, which says that it is meant for frames.
 * @param {string} [options.body] The markup before the frame.
 * @param {string} [options.policy] The content policy of the page.
 * @param {string} [options.script] The helper script, if the page has it.
 * @param {string} [options.from] The origin of the frame.
 */
export async function openFramed(
  page,
  baseURL,
  {
    query = "",
    attributes = "",
    config,
    body = "",
    policy = "",
    script = "support-fit-frame.js",
    from = other(baseURL),
  } = {},
) {
  const widget = `${from}/widget`;
  await page.route("**/widget/frame-config.json", (route) =>
    route.fulfill({ json: { frame: true, ...config } }),
  );
  await page.route("**/host.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": policy },
      body: `<!doctype html><html lang="en"><head><title>A host page</title>
        <link rel="icon" href="/icon.svg" /></head><body><h1>A host page</h1>${body}
        <iframe data-support-fit title="Assessment" ${attributes}
          src="${widget}/frame.html${query}"></iframe>
        ${script && `<script type="module" src="${widget}/${script}"></script>`}</body></html>`,
    }),
  );
  await page.goto("/host.html");
  const frame = page.frameLocator("iframe[data-support-fit]");
  await expect(frame.locator("support-fit")).toHaveJSProperty("status", "ready");
  return /** @type {Locator} */ (/** @type {unknown} */ (frame));
}

/** @param {Page} page */
export const height = (page) =>
  page.locator("iframe[data-support-fit]").evaluate((frame) => frame.clientHeight);

/**
 * The frame of the assessment, for running scripts in it.
 *
 * @param {Page} page
 */
export function inside(page) {
  const frame = page.frames().find((frame) => frame.url().includes("frame.html"));
  if (!frame) throw new Error("there is no frame");
  return frame;
}

/**
 * Waits until both sides have received every message that was posted so far.
 *
 * @param {Page} page
 */
export async function waitForMessages(page) {
  for (const side of [page.mainFrame(), inside(page)]) {
    await side.evaluate(
      () =>
        new Promise((done) => {
          addEventListener("message", ({ data }) => data === "last" && done(undefined));
          postMessage("last", "*");
        }),
    );
  }
}

/**
 * Counts the events that are dispatched on the page, by name, from now on.
 *
 * @param {Page} page
 * @returns Returns the counts so far.
 */
export async function countEvents(page) {
  await page.evaluate(() => {
    const recorded = /** @type {Record<string, number>} */ ({});
    Object.assign(window, { recorded });
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (event) {
      recorded[event.type] = (recorded[event.type] ?? 0) + 1;
      return dispatch.call(this, event);
    };
  });
  return () =>
    page.evaluate(
      () => /** @type {Record<string, number>} */ (/** @type {any} */ (window).recorded),
    );
}

/**
 * Uncaught errors and crashes of the page and its frame, from now on.
 *
 * @param {Page} page
 * @returns {string[]} Grows as long as the page is open.
 */
export function uncaughtErrors(page) {
  /** @type {string[]} */
  const found = [];
  page.on("pageerror", (error) => found.push(String(error)));
  page.on("crash", () => found.push("the page has crashed"));
  return found;
}
