/** Replaced by the build (`xtask/src/build/studio.rs`). */
declare const SUPPORT_FIT_STUDIO: {
  /** The file names of the module and of the worker, next to the script. */
  readonly wasm: string;
  readonly worker: string;
  readonly version: string;
  /** The `integrity` of `support-fit-VERSION.js`. */
  readonly integrity: string;
};

/** Written by wasm-bindgen. All other exports are for the WebAssembly. */
declare module "support-fit-studio-bindings" {
  export function start(root: HTMLElement, page: import("./page.js").Page): void;
  export function trial(root: HTMLElement, page: import("./trial.js").TrialPage): void;
  export function fairness(settings: string): string | undefined;
  export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
}
