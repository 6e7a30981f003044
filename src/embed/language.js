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
