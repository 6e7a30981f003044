/**
 * What ends the application. A panic is a trap, and any other exception has left the module in the middle of something too:
 * the instance cannot be used any more.
 */

/**
 * The exports of the module, watched.
 *
 * @param {WebAssembly.Exports} exports
 * @param {(cause: string) => void} stopped Gets what happened, and where in the module.
 * @returns {WebAssembly.Exports}
 */
export function watched(exports, stopped) {
  return Object.fromEntries(
    Object.entries(exports).map(([name, item]) => [
      name,
      typeof item !== "function"
        ? item
        : (/** @type {unknown[]} */ ...input) => watching(() => item(...input), stopped),
    ]),
  );
}

/**
 * Runs something of the module that is no export of it.
 *
 * @template T
 * @param {() => T} run
 * @param {(cause: string) => void} stopped
 */
export function watching(run, stopped) {
  try {
    return run();
  } catch (error) {
    stopped(cause(error));
    throw error;
  }
}

/**
 * What happened, and the function of the module in which it did: the build has their names.
 *
 * @param {unknown} error
 */
function cause(error) {
  const stack = error instanceof Error ? error.stack : "";
  return [error, /wasm-function\[\d+\]/.exec(String(stack))].filter(Boolean).join(" in ");
}
