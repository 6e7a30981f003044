/**
 * Reads the origins that the frame trusts. The application checks the list by the same rules and reports problems
 * (`crates/config/src/address.rs`).
 */

/** The maximum number of origins. */
const MOST = 20;

/**
 * An origin in ASCII, since browsers use no other form; case and a default port are normalized. Only localhost may use
 * HTTP.
 */
const ORIGIN =
  /^(https:\/\/[\w-]+(\.[\w-]+)*|https?:\/\/(localhost|127\.0\.0\.1|\[::1\]))(:[1-9]\d{0,4})?$/i;

/**
 * Returns an empty list if any entry is invalid: a partial list would have another meaning.
 *
 * @param {unknown} list
 * @returns {string[]}
 */
export function origins(list) {
  if (!Array.isArray(list) || list.length > MOST) return [];
  try {
    const found = list.map((text) => {
      const trimmed = String(text).trim();
      // `trim` removes a byte order mark, which the application refuses.
      if (typeof text !== "string" || text.includes("\ufeff") || !ORIGIN.test(trimmed))
        throw new Error(trimmed);
      return new URL(trimmed).origin;
    });
    return new Set(found).size === found.length ? found : [];
  } catch {
    return [];
  }
}
