// Failures of the application: how to cause them, and what the visitor and the console get.

import { WORDS } from "./content.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Route} Route */

/** The messages and button labels that the visitor gets. */
export const FAILURE = /** @type {Record<"failed" | "retry" | "crashed" | "again", string>} */ (
  WORDS.ui.failure
);

/**
 * The errors that elements log.
 *
 * @param {Page} page
 * @returns {string[]} Grows as long as the page is open.
 */
export function loggedErrors(page) {
  /** @type {string[]} */
  const found = [];
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() === "error" && text.startsWith("<support-fit>")) found.push(text);
  });
  return found;
}

/**
 * Intercepts matching requests until the fault is removed.
 *
 * @param {Page} page
 * @param {string} pattern
 * @param {(route: Route) => Promise<unknown>} answer
 * @param {Promise<unknown>} [after] Waits for this before it answers.
 * @returns {Promise<() => Promise<void>>} Removes the fault.
 */
export async function failRequests(page, pattern, answer, after) {
  await page.route(pattern, async (route) => {
    await after;
    await answer(route);
  });
  return () => page.unroute(pattern);
}

/**
 * Waits for the quotations of the questions that are shown. They come with the later module, which creates their elements.
 *
 * @param {Page} page
 */
export async function quotationsAreThere(page) {
  for (const fold of await page.locator("support-fit .question .sources").all())
    await fold.locator("li").first().waitFor({ state: "attached" });
}

/**
 * Makes the application panic when it creates an element. Only the application creates elements with uppercase names.
 *
 * @param {Page} page
 */
export async function breakApplication(page) {
  await quotationsAreThere(page);
  const broken = () => {
    const make = document.createElement.bind(document);
    document.createElement = (/** @type {string} */ name) => {
      if (/[A-Z]/.test(name)) throw new Error("broken by the test");
      return make(name);
    };
  };
  await page.addInitScript(broken);
  await page.evaluate(broken);
}

/**
 * Makes the application panic when it changes anything on the screen. The loader shows the message by other DOM methods, so
 * it still works.
 *
 * @param {Page} page
 */
export function freezeApplication(page) {
  return page.evaluate(() => {
    const fail = () => {
      throw new Error("broken by the test");
    };
    const { appendChild, insertBefore } = Node.prototype;
    const { createElement } = document;
    /** @param {string} name */
    const property = (name) =>
      /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(Node.prototype, name));
    const properties = { nodeValue: property("nodeValue"), textContent: property("textContent") };
    Object.assign(Node.prototype, { appendChild: fail, insertBefore: fail });
    // Leptos uses uppercase element names; the loader does not.
    document.createElement = (/** @type {string} */ name) =>
      /[A-Z]/.test(name) ? fail() : createElement.call(document, name);
    for (const [name, usual] of Object.entries(properties))
      Object.defineProperty(Node.prototype, name, { ...usual, set: fail });
    Object.assign(window, {
      thaw() {
        Object.assign(Node.prototype, { appendChild, insertBefore });
        document.createElement = createElement;
        Object.defineProperties(Node.prototype, properties);
      },
    });
  });
}

/**
 * Undoes `freezeApplication`.
 *
 * @param {Page} page
 */
export function thawApplication(page) {
  return page.evaluate(() => /** @type {any} */ (window).thaw());
}

/**
 * Undoes `breakApplication` on the current page.
 *
 * @param {Page} page
 */
export async function repairApplication(page) {
  await page.evaluate(() => Reflect.deleteProperty(document, "createElement"));
}
