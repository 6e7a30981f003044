/**
 * Loads the later module. The start module imports the function that is made here (`src/ui/later.rs`). It does what the
 * loader of wasm-split does (`__wasm_split.js`, which the build does not use), but with the hashed file name of the build,
 * and it watches the callback.
 */

import { watching } from "./watch.js";

/**
 * The caller on the side of Rust requests the module once at a time, and again after a failure.
 *
 * @param {() => WebAssembly.Exports} exports Of the start module. The later module imports its memory, its table and its
 *   stack pointer.
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
      console.warn("<support-fit> could not load the result; it can be tried again.", error);
    }
    const table = /** @type {WebAssembly.Table} */ (exports()["__indirect_function_table"]);
    watching(() => table.get(callback)(data, arrived), stopped);
  };
}

/** @param {WebAssembly.Exports} exports */
async function load(exports) {
  const url = new URL(SUPPORT_FIT_LATER, import.meta.url).href;
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: exports });
}
