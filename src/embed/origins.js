/**
 * Whom the frame trusts. The application checks the same list when it reads the settings, and says what is wrong with it
 * (`crates/config/src/address.rs`); what counts there counts here.
 */

/** Most pages that a configuration may name. */
const MOST = 20;

/**
 * As a browser writes an origin, but for capitals and the usual port: ASCII alone, since others would never be equal to
 * one. Only on this machine without encryption.
 */
const ORIGIN =
  /^(https:\/\/[\w-]+(\.[\w-]+)*|https?:\/\/(localhost|127\.0\.0\.1|\[::1\]))(:[1-9]\d{0,4})?$/i;

/**
 * The origins of a list; none if one of them is none, since half a list would say something that nobody wrote.
 *
 * @param {unknown} list
 * @returns {string[]}
 */
export function origins(list) {
  if (!Array.isArray(list) || list.length > MOST) return [];
  try {
    const found = list.map((text) => {
      const trimmed = String(text).trim();
      if (typeof text !== "string" || !ORIGIN.test(trimmed)) throw new Error(trimmed);
      return new URL(trimmed).origin;
    });
    return new Set(found).size === found.length ? found : [];
  } catch {
    return [];
  }
}
