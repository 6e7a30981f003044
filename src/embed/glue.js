/** The entry of the application's JavaScript, which the loader imports (`application.js`). */

// The build resolves this name to the output of wasm-bindgen.
import { __wbg_set_wasm, mount, on_panic } from "support-fit-bindings";

import { instantiate } from "./instance.js";
import { loader } from "./later.js";
import { attach as attachBy, panicked, stopped } from "./mounting.js";
import { watchExports } from "./watch.js";

export * from "support-fit-bindings";

/** @type {WebAssembly.Exports} */
let exports;

const load = (/** @type {string} */ file) => loader(file, () => exports, stopped);
export const __wasm_split_load_later = load(SUPPORT_FIT_LATER);
export const __wasm_split_load_contact = load(SUPPORT_FIT_CONTACT);

/**
 * Starts an instance of the start module, like wasm-bindgen's `support-fit.js`. The build does not use that file, because
 * bundlers load WebAssembly in different ways, and because the exports have to be watched.
 *
 * @param {WebAssembly.ModuleImports} self The exports of this script. If it imported itself, esbuild would copy them in a way
 *   that fails on pages that extend `Object.prototype`.
 * @param {Response} wasm
 * @param {import("./instance.js").Failures} failures
 */
export async function start(self, wasm, failures) {
  // wasm-bindgen and wasm-split chose the keys.
  const imports = { "./support-fit_bg.js": self, "./__wasm_split.js": self };
  exports = await instantiate(wasm, imports, failures);
  const calls = /** @type {any} */ (watchExports(exports, stopped));
  __wbg_set_wasm(calls);
  calls.__wbindgen_start();
  on_panic(panicked);
}

/** @param {import("./mounting.js").Handover} host */
export const attach = (host) => attachBy(mount, host);
