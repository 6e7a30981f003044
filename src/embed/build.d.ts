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

/** The file name of the later module, relative to the script; null in a build for development (`xtask/src/build/stage.rs`). */
declare const SUPPORT_FIT_LATER: string;

/** What wasm-bindgen writes; all exports but these are for the WebAssembly. */
declare module "support-fit-bindings" {
  export const mount: import("./mounting.js").Mount;
  export function on_panic(panicked: (place: string) => void): void;
  export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
}

/** The files of a build, for the service worker (`xtask/src/build/offline.rs`). */
declare const SUPPORT_FIT_BUILD: {
  /** Another one for other files. */
  readonly version: string;
  /** The integrity of each file, by its path from the folder of the build. */
  readonly files: Readonly<Record<string, string>>;
};

/** What the stand-alone page says around the element. */
declare const SUPPORT_FIT_PAGE: Readonly<Record<"newer" | "use" | "later", string>>;
