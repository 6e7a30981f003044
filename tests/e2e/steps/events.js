// What elements tell their page.

/** @typedef {import("@playwright/test").Page} Page */

/**
 * An event as the document heard it.
 *
 * @typedef {object} DispatchedEvent
 * @property {string} name Without the prefix.
 * @property {any} detail
 * @property {string} target The id of the element.
 * @property {boolean} bubbles
 * @property {boolean} composed
 * @property {boolean} cancelable
 */

/** Every event, without the prefix. */
export const EVENTS =
  "ready start question-shown answer progress result export reset cta error".split(" ");

/**
 * Has the document of each page listen from the start.
 *
 * @param {Page} page Not opened yet.
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
        // As it is now: what it says must not change later.
        const snapshot = JSON.parse(JSON.stringify(detail));
        recorded.push({ name, detail: snapshot, target: id, bubbles, composed, cancelable });
      });
    }
  }, EVENTS);
}

/**
 * What was heard so far.
 *
 * @param {Page} page
 * @returns {Promise<DispatchedEvent[]>}
 */
export function recordedEvents(page) {
  return page.evaluate(() => /** @type {any} */ (window).recorded);
}

/**
 * What was heard so far, each with its name and its detail.
 *
 * @param {Page} page
 */
export async function eventDetails(page) {
  return (await recordedEvents(page)).map(({ name, detail }) => [name, detail]);
}

/**
 * The names of what was heard so far.
 *
 * @param {Page} page
 */
export async function names(page) {
  return (await recordedEvents(page)).map(({ name }) => name);
}
