/**
 * Under which key an element keeps its draft, and what the loader has to know of it before the application is there.
 */

const KEY = "support-fit";

/**
 * The keys of the elements on this page.
 *
 * @type {Map<string, HTMLElement>}
 */
const taken = new Map();

/**
 * The key of an element: its own, or the first that no other element on the page has.
 *
 * @param {HTMLElement} element
 */
export function claim(element) {
  const wanted = element.getAttribute("storage-key");
  // One that has just been removed may hold it still, as when a framework puts this element in its place.
  const isTaken = () => taken.get(key)?.isConnected;
  let key = wanted || KEY;
  for (let n = 2; isTaken() && !wanted; n++) key = `${KEY}-${n}`;
  if (isTaken() || (key !== KEY && !wanted))
    console.warn(`<support-fit> keeps its draft as "${key}". Set storage-key.`, element);
  taken.set(key, element);
  return key;
}

/**
 * Another element may have the key from now on.
 *
 * @param {string} key
 * @param {HTMLElement} element
 */
export function release(key, element) {
  if (taken.get(key) === element) taken.delete(key);
}

/**
 * What is kept under a key, if anything is and may be read.
 *
 * @param {string} key
 */
export function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {}
  return undefined;
}
