/** Dispatches all events of the element. */

/** The events that a frame passes to the page around it. */
export const EVENTS = [
  "ready",
  "start",
  "question-shown",
  "answer",
  "progress",
  "result",
  "export",
  "share",
  "cta",
  "reset",
  "error",
];

/**
 * @param {HTMLElement} element
 * @param {string} name Without the prefix.
 * @param {unknown} detail
 * @returns {boolean} False if a listener canceled it.
 */
export function emit(element, name, detail) {
  return element.dispatchEvent(
    new CustomEvent(`support-fit-${name}`, {
      bubbles: true,
      composed: true,
      cancelable: name === "cta",
      detail,
    }),
  );
}

/**
 * Adds an event to the array of a tag manager.
 *
 * @param {string} layer The name of the global array, which is created if it does not exist.
 * @param {string} name
 * @param {unknown} detail
 */
export function push(layer, name, detail) {
  const page = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
  const events = (page[layer] ??= []);
  const event = `support_fit_${name.replace("-", "_")}`;
  if (Array.isArray(events)) events.push({ event, support_fit: detail });
}
