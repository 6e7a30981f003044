/** Compiles and instantiates the start module. Bundled with the application, so that the loader stays small. */

/**
 * What names the cause of a failure (`failure.js`, `application.js`).
 *
 * @typedef {object} Failures
 * @property {typeof import("./failure.js").failure} failure
 * @property {(url: string, cause: unknown) => Promise<never>} lost The file has not arrived.
 */

/**
 * @param {Response} wasm
 * @param {WebAssembly.Imports} imports
 * @param {Failures} failures
 */
export async function instantiate(wasm, imports, { failure, lost }) {
  try {
    // Compiling while the file arrives requires the right media type.
    const instantiated =
      wasm.headers.get("Content-Type") === "application/wasm"
        ? WebAssembly.instantiateStreaming(wasm, imports)
        : WebAssembly.instantiate(await wasm.arrayBuffer(), imports);
    return (await instantiated).instance.exports;
  } catch (cause) {
    const text = String(cause);
    if (/polic|csp|unsafe-eval/i.test(text)) throw failure("blocked-by-policy", wasm.url, cause);
    // Damaged, or of another build. Otherwise the rest has not arrived, for which browsers have several errors.
    if (!/^(Compile|Link)Error|import/i.test(text)) await lost(wasm.url, cause);
    throw failure("broken-build", wasm.url, cause);
  }
}
