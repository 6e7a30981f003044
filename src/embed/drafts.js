/** The storage key of each element, and reading a draft before the application is loaded. */

/** The storage key of an element that names none. */
export const KEY = "support-fit";

/**
 * The elements on this page by key.
 *
 * @type {Map<string, HTMLElement>}
 */
const taken = new Map();

/**
 * Assigns a key to an element: the one that its attribute names, or the first that no other element on the page has. All
 * begin with our name, by the same rule as in Rust (`crates/config`).
 *
 * @param {HTMLElement} element
 */
export function claim(element) {
  const name = element.getAttribute("storage-key") ?? "";
  const wanted =
    /^[\w-]{1,100}$/.test(name) && (`${name}-`.startsWith(`${KEY}-`) ? name : `${KEY}-${name}`);
  let key = wanted || KEY;
  // An element that was just removed, as when a framework replaces it, can still be in the map.
  for (let n = 2; !wanted && taken.get(key)?.isConnected; n++) key = `${KEY}-${n}`;
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
