/** The language of the page, and which language of the build fits it. */

/** Every page can be shown in it. */
export const ENGLISH = "en";

/** English as it is written outside of the United States, Canada and the Philippines. */
const BRITISH = /^en-(?!us|ca|ph)[a-z]{2}$/i;

/**
 * The `lang` that applies to a node, which may be set outside of the shadow tree that it is in.
 *
 * @param {Node | null} node
 * @returns {string}
 */
export function languageOf(node) {
  for (let at = /** @type {any} */ (node); at; at = at.parentNode ?? at.host)
    if (at.lang) return at.lang;
  return "";
}

/**
 * The language of a tag, without its region.
 *
 * @param {string} tag
 */
export const baseOf = (tag) => tag.split("-", 1)[0] ?? "";

/**
 * The language of the build for a tag; undefined if it has none.
 *
 * @param {string} tag
 */
export function available(tag) {
  const base = baseOf(tag.toLowerCase());
  return [tag, BRITISH.test(tag) ? "en-GB" : base, base].find((name) =>
    Object.hasOwn(SUPPORT_FIT.texts, name),
  );
}
