/** What the build puts in the place of this name (`xtask/src/build/loader.rs`). */
declare const SUPPORT_FIT: {
  /** Addresses relative to the loader. */
  readonly assets: {
    /** What the WebAssembly calls, as wasm-bindgen writes it. */
    readonly glue: string;
    readonly wasm: string;
    readonly css: string;
    /** The text catalog by language tag. */
    readonly words: Readonly<Record<string, string>>;
  };
  /** The version of the drafts that this build writes. */
  readonly schema: number;
  /** The first screen as built. */
  readonly first: {
    readonly language: string;
    readonly question: string;
    /** The answers in their order, as drafts write them. */
    readonly options: readonly string[];
    readonly tree: import("./first-screen.js").Tree;
    readonly css: string;
  };
  /** What the visitor reads where there is no application. */
  readonly texts: Readonly<Record<"failed" | "retry", string>>;
};
