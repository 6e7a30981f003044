// The events that elements dispatch.

import { EVENTS } from "../../../src/embed/details.js";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * An event that reached the document.
 *
 * @typedef {object} DispatchedEvent
 * @property {string} name Without the prefix.
 * @property {any} detail
 * @property {string} target The id of the element.
 * @property {boolean} bubbles
 * @property {boolean} composed
 * @property {boolean} cancelable
 */

/**
 * Records the events that reach the document, on every page from now on.
 *
 * @param {Page} page Before it is opened.
 */
export async function listen(page) {
  await page.addInitScript((names) => {
    /** @type {DispatchedEvent[]} */
    const recorded = [];
    Object.assign(window, { recorded });
    for (const name of names) {
      document.addEventListener(`support-fit-${name}`, (event) => {
        const { detail, bubbles, composed, cancelable } = /** @type {CustomEvent} */ (event);
        const { id } = /** @type {Element} */ (event.target);
        // A copy, so that later changes do not affect it.
        const snapshot = JSON.parse(JSON.stringify(detail));
        recorded.push({ name, detail: snapshot, target: id, bubbles, composed, cancelable });
      });
    }
  }, EVENTS);
}

/**
 * The events so far.
 *
 * @param {Page} page
 * @returns {Promise<DispatchedEvent[]>}
 */
export function recordedEvents(page) {
  return page.evaluate(() => /** @type {any} */ (window).recorded);
}

/**
 * The name and the detail of each event so far.
 *
 * @param {Page} page
 */
export async function eventDetails(page) {
  return (await recordedEvents(page)).map(({ name, detail }) => [name, detail]);
}

/**
 * The names of the events so far.
 *
 * @param {Page} page
 */
export async function names(page) {
  return (await recordedEvents(page)).map(({ name }) => name);
}
