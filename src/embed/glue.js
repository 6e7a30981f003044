/**
 * The entry of the application's JavaScript, which the loader imports (`application.js`): the functions that wasm-bindgen
 * wrote for the WebAssembly, and what mounts the application into an element.
 */

// The build resolves this name to the file that wasm-bindgen wrote.
import { __wbg_set_wasm, mount, on_panic } from "support-fit-bindings";

import { later } from "./later.js";
import { attach as attachBy, panicked, stopped } from "./mounting.js";
import { watched } from "./watch.js";

export * from "support-fit-bindings";

/** @type {WebAssembly.Exports} */
let exports;

export const __wasm_split_load_later = later(() => exports, stopped);

/**
 * What the start module imports, all of it from this script. The keys are those of wasm-bindgen and wasm-split.
 *
 * @param {WebAssembly.ModuleImports} self What this script exports. To import it here would make esbuild copy it in a way
 *   that fails where a page has extended `Object.prototype`.
 * @returns {WebAssembly.Imports}
 */
export const imports = (self) => ({ "./support-fit_bg.js": self, "./__wasm_split.js": self });

/**
 * Starts an instance of the start module. wasm-bindgen takes these steps in its file for bundlers (`support-fit.js`), which
 * the build does not use: bundlers load WebAssembly in different ways, and the exports have to be watched.
 *
 * @param {WebAssembly.Exports} instance
 */
export function start(instance) {
  exports = instance;
  const calls = /** @type {any} */ (watched(instance, stopped));
  __wbg_set_wasm(calls);
  calls.__wbindgen_start();
  on_panic(panicked);
}

/** @param {import("./mounting.js").Host} host */
export const attach = (host) => attachBy(mount, host);
