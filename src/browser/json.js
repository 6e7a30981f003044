/**
 * `JSON.stringify` for pages whose scripts give all arrays or objects a `toJSON`, as old versions of Prototype do. Only a `toJSON`
 * of a value's own class counts.
 *
 * @param {unknown} value
 * @param {number} [indent] In spaces.
 */
export function stringify(value, indent) {
  /**
   * @this {any} The object or array that contains the value.
   * @param {string} key
   * @param {unknown} converted By `toJSON`.
   */
  function original(key, converted) {
    const given = this[key];
    const isPlain =
      Array.isArray(given) || given?.toJSON === /** @type {any} */ (Object.prototype).toJSON;
    return isPlain ? given : converted;
  }
  return JSON.stringify(value, original, indent);
}
