/** The address of the page, as links to a result contain it. */

/**
 * The settings that `frame.html` takes from its address (`framed.js`), also when it is opened by a link. Not `cta-url`: a link to
 * our origin must not lead visitors elsewhere.
 */
export const SETTINGS = ["currency", "data-layer", "flow", "lang", "storage", "theme"];

/**
 * The URL of the page without its other parameters, which may be about the visitor, and without a user name and password.
 *
 * @param {string[]} query The names of the parameters that are kept. Those of our frame always are.
 */
export function address(query) {
  // Not `document.documentElement`, which an image of that name on the page would replace.
  const isFrame = document.querySelector(":root[data-support-fit=frame]");
  const kept = isFrame ? [...query, ...SETTINGS, "config", "storage-key"] : query;
  const found = [...new URLSearchParams(location.search)].filter(([name]) => kept.includes(name));
  const search = found.length ? `?${new URLSearchParams(found)}` : "";
  return location.origin + location.pathname + search + location.hash;
}
