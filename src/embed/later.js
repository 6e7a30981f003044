/**
 * Loads the later module (`src/ui/later.rs`). Replaces the loader of wasm-split (`__wasm_split.js`), because the file name has
 * a hash and the callback has to be watched.
 */

import { watchCall } from "./watch.js";

/**
 * Creates the function that the start module imports. It is not called again while a request is pending.
 *
 * @param {() => WebAssembly.Exports} exports Of the start module. The later module imports its memory, table and stack
 *   pointer.
 * @param {(cause: string) => void} stopped
 * @returns {(callback: number, data: number) => Promise<void>}
 */
export function later(exports, stopped) {
  return async (callback, data) => {
    let arrived = true;
    try {
      await load(exports());
    } catch (error) {
      arrived = false;
      console.warn("<support-fit> could not load the result. The visitor can try again.", error);
    }
    const table = /** @type {WebAssembly.Table} */ (exports()["__indirect_function_table"]);
    watchCall(() => table.get(callback)(data, arrived), stopped);
  };
}

/** @param {WebAssembly.Exports} exports */
async function load(exports) {
  const url = new URL(SUPPORT_FIT_LATER, import.meta.url).href;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: exports });
}
