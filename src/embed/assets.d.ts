/** Addresses relative to the loader, put in its place by the build (`xtask/src/build/loader.rs`). */
declare const SUPPORT_FIT_ASSETS: {
  /** What the WebAssembly calls, as wasm-bindgen writes it. */
  readonly glue: string;
  readonly wasm: string;
  readonly css: string;
  /** The text catalog by language tag. */
  readonly words: Readonly<Record<string, string>>;
};
