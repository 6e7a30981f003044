/** Replaced by the build (`xtask/src/build/loader.rs`). */
declare const SUPPORT_FIT: {
  /** Paths relative to the loader. */
  readonly assets: {
    /** The bundle of `glue.js`. */
    readonly glue: string;
    readonly wasm: string;
    readonly css: string;
    /** The first word file, with `*` for the language. */
    readonly words: string;
  };
  /** The schema version of the drafts that this build writes. */
  readonly schema: number;
  readonly first: {
    readonly question: string;
    /** The answers in order, as in drafts. */
    readonly options: readonly string[];
    readonly tree: import("./first-screen.js").Tree;
    readonly css: string;
  };
  /** By language, what is shown if the application cannot be loaded: the message, and the label of the button. */
  readonly texts: Readonly<Record<string, readonly [string, string]>>;
};

/** The attributes that the application reads, as in `crates/config/src/setting.rs`. */
declare const SUPPORT_FIT_SETTINGS: string[];

/** The parameters of the frame's address that links to a result keep. */
declare const SUPPORT_FIT_FRAME_QUERY: string[];

/** The attributes that the frame's address can set. */
declare const SUPPORT_FIT_FRAME_SETTINGS: string[];

/** Those that it can set only if the frame is inside a page. */
declare const SUPPORT_FIT_FRAMED_SETTINGS: string[];

/** Injected by the build: see `files.js`. */
declare const SUPPORT_FIT_ADDRESS: typeof import("./files.js").SUPPORT_FIT_ADDRESS;
declare const SUPPORT_FIT_IMPORT: typeof import("./files.js").SUPPORT_FIT_IMPORT;

/** Whether it is the build for the npm package. */
declare const SUPPORT_FIT_IS_BUNDLED: boolean;

/** The file name of the later module, relative to the script; null in a development build (`xtask/src/build/stage.rs`). */
declare const SUPPORT_FIT_LATER: string;

/** The style sheet of the screens after the questions, relative to the loader. */
declare const SUPPORT_FIT_LATER_CSS: string;

/** The file name of the contact module, relative to the script; null in a development build. */
declare const SUPPORT_FIT_CONTACT: string;

/** The file name of `contact.js`, relative to the glue. */
declare const SUPPORT_FIT_CONTACT_JS: string;

/** The style sheet of the contact module. */
declare const SUPPORT_FIT_CONTACT_CSS: string;

/** Written by wasm-bindgen. All other exports are for the WebAssembly. */
declare module "support-fit-bindings" {
  export const mount: import("./mounting.js").Mount;
  export function on_panic(panicked: (place: string) => void): void;
  export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
}

/** The files of a build, for the service worker (`xtask/src/build/offline.rs`). */
declare const SUPPORT_FIT_BUILD: {
  /** Changes with the files. */
  readonly version: string;
  /** The integrity of each file, by its path in the folder of the build. */
  readonly files: Readonly<Record<string, string>>;
  /** The integrity of each word file in another language than English, by language and path. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/** The words of the standalone page, by language. */
declare const SUPPORT_FIT_PAGE: Readonly<Record<string, PageWords>> & { readonly en: PageWords };

type PageWords = Readonly<Record<"title" | "newer" | "use" | "later", string>>;
