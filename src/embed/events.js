/**
 * All events of the element. Nothing else dispatches one.
 */

/** What a listener may cancel. */
const CANCELABLE = /cta|lead/;

/**
 * @param {HTMLElement} element
 * @param {string} name Without the prefix.
 * @param {unknown} detail
 * @returns {boolean} Whether no listener has canceled it.
 */
export function emit(element, name, detail) {
  return element.dispatchEvent(
    new CustomEvent(`support-fit-${name}`, {
      bubbles: true,
      composed: true,
      cancelable: CANCELABLE.test(name),
      detail,
    }),
  );
}

/**
 * Gives an event to a tag manager too.
 *
 * @param {string} layer The global array that it reads; made if it is not there, as tag managers do.
 * @param {string} name
 * @param {unknown} detail
 */
export function push(layer, name, detail) {
  const page = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
  const events = (page[layer] ??= []);
  const event = `support_fit_${name.replace("-", "_")}`;
  if (Array.isArray(events)) events.push({ event, support_fit: detail });
}
