/**
 * Everything that the element tells its page. Nothing else dispatches an event.
 */

/** What the page may call off. */
const CANCELABLE = /cta|lead/;

/**
 * @param {HTMLElement} element
 * @param {string} name Without the prefix.
 * @param {unknown} detail
 * @returns {boolean} Whether the page lets it happen.
 */
export function tell(element, name, detail) {
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
 * Tells a tag manager too.
 *
 * @param {string} layer The global array that it reads; made if it is not there, as tag managers do.
 * @param {string} name
 * @param {unknown} detail
 */
export function push(layer, name, detail) {
  const page = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
  const heard = (page[layer] ??= []);
  if (Array.isArray(heard)) heard.push({ event: `support_fit_${name}`, support_fit: detail });
}
