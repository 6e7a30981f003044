/**
 * The entry of the application's JavaScript, which the loader imports (`application.js`): the functions that wasm-bindgen
 * wrote for the WebAssembly, and what mounts the application into an element.
 */

// The build resolves this name to the file that wasm-bindgen wrote.
import * as bindings from "support-fit-bindings";

import { later } from "./later.js";
import { attach as attachBy, panicked, stopped } from "./mounting.js";
import { watched } from "./watch.js";

/** @type {WebAssembly.Exports} */
let exports;

/**
 * What the start module imports. The module names are those of wasm-bindgen and wasm-split.
 *
 * @type {WebAssembly.Imports}
 */
export const imports = {
  "./support-fit_bg.js": bindings,
  "./__wasm_split.js": { __wasm_split_load_later: later(() => exports, stopped) },
};

/**
 * Starts an instance of the start module. wasm-bindgen gives these steps in its file for bundlers (`support-fit.js`), which
 * is not used: bundlers do not load WebAssembly in the same way, and the exports have to be watched.
 *
 * @param {WebAssembly.Exports} instance
 */
export function start(instance) {
  exports = instance;
  const calls = /** @type {any} */ (watched(instance, stopped));
  bindings.__wbg_set_wasm(calls);
  calls.__wbindgen_start();
  bindings.on_panic(panicked);
}

/** @param {import("./mounting.js").Host} host */
export const attach = (host) => attachBy(bindings.mount, host);
