/** Dispatches all events of the element. */

/**
 * @param {EventTarget} element
 * @param {string} name Without the prefix.
 * @param {unknown} detail
 * @returns {boolean} False if a listener canceled it.
 */
export function emit(element, name, detail) {
  return element.dispatchEvent(
    new CustomEvent(`support-fit-${name}`, {
      bubbles: true,
      composed: true,
      cancelable: name === "cta" || name === "lead",
      detail,
    }),
  );
}

/**
 * The names of data layers that the console has a warning about.
 *
 * @type {Set<string>}
 */
const reported = new Set();

/**
 * Adds an event to the array of a tag manager, or to the object that a tag manager has put in its place. Whatever the page
 * has under that name, this does not throw.
 *
 * @param {string} layer The name of the global array, which is created if it does not exist.
 * @param {string} name
 * @param {unknown} detail
 */
export function push(layer, name, detail) {
  const page = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
  try {
    const events = (page[layer] ??= []);
    if (!Array.isArray(events) && !Object.hasOwn(events, "push"))
      throw new TypeError(`window.${layer} is not an array`);
    events.push({ event: `support_fit_${name.replace("-", "_")}`, support_fit: detail });
  } catch (error) {
    if (reported.has(layer)) return;
    reported.add(layer);
    console.warn(
      `<support-fit> cannot add events to the data layer "${layer}". Name the array of your tag manager, or remove the setting.`,
      error,
    );
  }
}
