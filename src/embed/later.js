/**
 * What comes after the application: modules that it fetches itself, linked to its memory, table and stack. The application
 * asks for one by calling an import (`src/ui/later.rs`) and is called back through the table.
 */

import { watching } from "./watch.js";

/**
 * What later modules import, by its name in the link.
 *
 * @typedef {Record<string, WebAssembly.ExportValue>} Shared
 */

/** What is on its way or there, by its file. */
const modules = /** @type {Map<string, Promise<void>>} */ (new Map());

/**
 * Makes the import that fetches modules. What arrived stays; a failure is forgotten, so that it can be tried again.
 *
 * @param {[file: string, lengths: number[]][]} files Beside this script, each with the lengths of the modules in it.
 * @param {() => Shared} shared
 * @param {(cause: string) => void} stopped
 * @returns {(callback: number, data: number) => Promise<void>}
 */
export function arriving(files, shared, stopped) {
  return async (callback, data) => {
    let came = true;
    try {
      await Promise.all(
        files.map(([file, lengths]) => modules.get(file) ?? arrive(file, lengths, shared())),
      );
    } catch (error) {
      came = false;
      console.warn(
        "<support-fit> could not load a part of the result; it can be tried again.",
        error,
      );
    }
    const table = /** @type {WebAssembly.Table} */ (shared()["__indirect_function_table"]);
    watching(() => table.get(callback)(data, came), stopped);
  };
}

/**
 * @param {string} file
 * @param {number[]} lengths
 * @param {Shared} shared
 */
function arrive(file, lengths, shared) {
  const arriving = link(new URL(file, import.meta.url).href, lengths, shared);
  modules.set(file, arriving);
  arriving.catch(() => modules.delete(file));
  return arriving;
}

/**
 * @param {string} url
 * @param {number[]} lengths
 * @param {Shared} shared
 */
async function link(url, lengths, shared) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  let start = 0;
  for (const length of lengths) {
    const module = new Uint8Array(bytes, start, length);
    start += length;
    await WebAssembly.instantiate(module, { __wasm_split: shared });
  }
}
