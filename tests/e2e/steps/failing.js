// What goes wrong with the application, what people see of it, and what the console says.

import { WORDS } from "./content.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Route} Route */

/** What the visitor reads, and the ways on. */
export const FAILURE = /** @type {Record<"failed" | "retry" | "crashed" | "again", string>} */ (
  WORDS.ui.failure
);

/**
 * The errors that elements log.
 *
 * @param {Page} page
 * @returns {string[]} Grows while the page lives.
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
 * Answers a request of the page wrongly until the fault is repaired.
 *
 * @param {Page} page
 * @param {string} pattern
 * @param {(route: Route) => Promise<unknown>} answer
 * @param {Promise<unknown>} [after] Not before.
 * @returns {Promise<() => Promise<void>>} Repairs it.
 */
export async function failRequests(page, pattern, answer, after) {
  await page.route(pattern, async (route) => {
    await after;
    await answer(route);
  });
  return () => page.unroute(pattern);
}

/**
 * From now on the application panics when it makes an element. It names them in capitals, as nobody else does.
 *
 * @param {Page} page
 */
export async function breakApplication(page) {
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
 * From now on the application panics when it changes anything that is shown. The loader, which says so, does it in other
 * ways.
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
    const nodeValue = /** @type {PropertyDescriptor} */ (
      Object.getOwnPropertyDescriptor(Node.prototype, "nodeValue")
    );
    Object.assign(Node.prototype, { appendChild: fail, insertBefore: fail });
    // Leptos names elements in capitals; the loader does not.
    document.createElement = (/** @type {string} */ name) =>
      /[A-Z]/.test(name) ? fail() : createElement.call(document, name);
    Object.defineProperty(Node.prototype, "nodeValue", { ...nodeValue, set: fail });
    Object.assign(window, {
      thaw() {
        Object.assign(Node.prototype, { appendChild, insertBefore });
        document.createElement = createElement;
        Object.defineProperty(Node.prototype, "nodeValue", nodeValue);
      },
    });
  });
}

/**
 * The application can change what is shown again.
 *
 * @param {Page} page
 */
export function thawApplication(page) {
  return page.evaluate(() => /** @type {any} */ (window).thaw());
}

/**
 * The application can make elements again.
 *
 * @param {Page} page
 */
export async function repairApplication(page) {
  await page.evaluate(() => Reflect.deleteProperty(document, "createElement"));
}
