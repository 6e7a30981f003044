/**
 * Detects crashes. After a panic, which is a trap, or any other exception, the state of the module is inconsistent and the
 * instance must not be used again.
 */

/**
 * Wraps the exports of the module.
 *
 * @param {WebAssembly.Exports} exports
 * @param {(cause: string) => void} stopped
 * @returns {WebAssembly.Exports}
 */
export function watchExports(exports, stopped) {
  return Object.fromEntries(
    Object.entries(exports).map(([name, item]) => [
      name,
      typeof item !== "function"
        ? item
        : (/** @type {unknown[]} */ ...input) => watchCall(() => item(...input), stopped),
    ]),
  );
}

/**
 * Runs code of the module that is not an export.
 *
 * @template T
 * @param {() => T} run
 * @param {(cause: string) => void} stopped
 */
export function watchCall(run, stopped) {
  try {
    return run();
  } catch (error) {
    stopped(cause(error));
    throw error;
  }
}

/**
 * The error and the number of the function. The build writes a list of their names.
 *
 * @param {unknown} error
 */
function cause(error) {
  const stack = error instanceof Error ? error.stack : "";
  return [error, /wasm-function\[\d+\]/.exec(String(stack))].filter(Boolean).join(" in ");
}
