/** The addresses in links: that of the page, and that of our own page. */

/** A route after `#`, and its query. Not what a sign-in page adds, such as `#access_token=…`, also if a router wrote it as a path. */
const ROUTE = /^(#!?\/[^?&=]*)(?:$|(\?[^#]*))/;

/**
 * The URL of the page without its other parameters, which may be about the visitor, and without a user name and password.
 *
 * @param {string[]} query The names of the parameters that are kept, also in a route. Those of our frame always are.
 */
export function address(query) {
  // Its path is the URL of another page.
  if (location.protocol === "blob:") return "";
  // Not `document.documentElement`, which an image of that name on the page would replace.
  const isFrame = document.querySelector(":root[data-support-fit=frame]");
  const kept = isFrame ? [...query, ...SUPPORT_FIT_FRAME_QUERY] : query;
  const rest = (/** @type {string | undefined} */ search) => {
    const found = [...new URLSearchParams(search)].filter(([name]) => kept.includes(name));
    return found.length ? `?${new URLSearchParams(found)}` : "";
  };
  const [, route = "", search] = ROUTE.exec(location.hash) ?? [];
  return location.origin + location.pathname + rest(location.search) + route + rest(search);
}

/**
 * The URL of our own page, which has no settings unless its query names some. Empty in the npm package, which has none. The build
 * puts this script into `assets`.
 */
export const ownPage = () => SUPPORT_FIT_ADDRESS("../frame.html");
