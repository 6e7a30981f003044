/** Starts an instance of the studio's module, in the page or in a worker. */

// The build resolves this name to the output of wasm-bindgen.
import * as bindings from "support-fit-studio-bindings";

/** @param {WebAssembly.Module} module */
export async function instantiate(module) {
  // wasm-bindgen chose the key.
  const { exports } = await WebAssembly.instantiate(module, {
    "./support-fit-studio_bg.js": /** @type {any} */ (bindings),
  });
  bindings.__wbg_set_wasm(exports);
  /** @type {any} */ (exports).__wbindgen_start();
  return bindings;
}
