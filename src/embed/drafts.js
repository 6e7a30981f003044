/** The storage key of each element, and reading a draft before the application is loaded. */

const KEY = "support-fit";

/**
 * The elements on this page by key.
 *
 * @type {Map<string, HTMLElement>}
 */
const taken = new Map();

/**
 * Assigns a key to an element: the one in its attribute, or the first that no other element on the page has.
 *
 * @param {HTMLElement} element
 */
export function claim(element) {
  const wanted = element.getAttribute("storage-key");
  // An element that was just removed, as when a framework replaces it, can still be in the map.
  const isTaken = () => taken.get(key)?.isConnected;
  let key = wanted || KEY;
  for (let n = 2; isTaken() && !wanted; n++) key = `${KEY}-${n}`;
  if (isTaken() || (key !== KEY && !wanted))
    console.warn(`<support-fit> saves its draft as "${key}". Set storage-key.`, element);
  taken.set(key, element);
  return key;
}

/**
 * Makes a key available to other elements.
 *
 * @param {string} key
 * @param {HTMLElement} element
 */
export function release(key, element) {
  if (taken.get(key) === element) taken.delete(key);
}

/** @param {string} key */
export function savedDraft(key) {
  try {
    return localStorage.getItem(key);
  } catch {}
  return undefined;
}
