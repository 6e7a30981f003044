/**
 * Loads the modules that follow the start module (`src/ui/later.rs`, `src/ui/contact`). Replaces the loader of wasm-split
 * (`__wasm_split.js`), because the file names have a hash and the callback has to be watched.
 */

import { watchCall } from "./watch.js";

/**
 * Creates a function that the start module imports. It is not called again while a request is pending.
 *
 * @param {string} file Relative to the script.
 * @param {() => WebAssembly.Exports} exports Of the start module. The other modules import its memory, table and stack
 *   pointer.
 * @param {(cause: string) => void} stopped
 * @returns {(callback: number, data: number) => Promise<void>}
 */
export function loader(file, exports, stopped) {
  return async (callback, data) => {
    let arrived = true;
    try {
      await load(file, exports());
    } catch (error) {
      arrived = false;
      console.warn(`<support-fit> could not load ${file}. The visitor can try again.`, error);
    }
    const table = /** @type {WebAssembly.Table} */ (exports()["__indirect_function_table"]);
    watchCall(() => table.get(callback)(data, arrived), stopped);
  };
}

/**
 * @param {string} file Relative to the script.
 * @param {WebAssembly.Exports} exports
 */
async function load(file, exports) {
  const url = SUPPORT_FIT_ADDRESS(file);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  await WebAssembly.instantiate(await response.arrayBuffer(), { start: exports });
}
