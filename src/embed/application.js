/**
 * What all elements of a page share: the application, its style sheet and the words, each loaded once.
 */

import { Failure } from "./failure.js";

/**
 * The JavaScript of the application.
 *
 * @typedef {typeof import("./glue.js")} Application
 */

/** How often the application has stopped: a module that has panicked is dead, and the next one is another. */
let lives = 0;

/**
 * Remembers what `load` gave for each path, so that all elements on the page share it. A failure is forgotten: the next
 * attempt loads again.
 *
 * @template Result
 * @param {(url: string, nonce?: string | null) => Promise<Result>} load
 */
function once(load) {
  /** @type {Map<string, Promise<Result>>} */
  const loaded = new Map();
  /**
   * @param {string} path An address in `SUPPORT_FIT.assets`.
   * @param {string | null} [nonce]
   * @returns {Promise<Result>}
   */
  const remembered = (path, nonce) => {
    const url = new URL(path, import.meta.url).href;
    const promise = loaded.get(url) ?? load(url, nonce);
    loaded.set(url, promise);
    promise.catch(() => loaded.delete(url));
    return promise;
  };
  remembered.forget = () => loaded.clear();
  return remembered;
}

/** @param {string} url */
async function get(url) {
  const response = await fetch(url).catch((cause) => {
    throw new Failure(navigator.onLine ? "unreachable" : "offline", url, cause);
  });
  if (!response.ok) throw new Failure("not-found", url, response.status);
  return response;
}

/** A page lets a policy of one name be made once. */
let policy = /** @type {any} */ (undefined);

/**
 * Runs a module by a script element, which can carry the nonce of the page's policy, as an import cannot. Importing it
 * afterwards gives what is there.
 *
 * @param {string} url
 * @param {string} nonce
 */
function allowed(url, nonce) {
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy("support-fit", {
    createScriptURL: String,
  });
  return new Promise((onload, onerror) => {
    const script = Object.assign(document.createElement("script"), {
      type: "module",
      nonce,
      src: policy?.createScriptURL(url) ?? url,
      onload,
      onerror,
    });
    document.body.append(script);
    script.remove();
  });
}

/**
 * @param {string} url
 * @param {string | null} [nonce] Of the page's policy, where it allows scripts by nonce alone.
 * @returns {Promise<Application>}
 */
async function glue(url, nonce) {
  try {
    if (nonce) await allowed(url, nonce);
    return await import(url);
  } catch (cause) {
    // Why it failed is not said; asking for it once more tells.
    const type = (await get(url)).headers.get("Content-Type");
    throw /javascript/.test(String(type))
      ? new Failure("blocked-by-policy", url, cause)
      : new Failure("wrong-type", url, type);
  }
}

/**
 * @param {Response} wasm
 * @param {WebAssembly.Imports} imports
 */
async function instantiate(wasm, imports) {
  const type = wasm.headers.get("Content-Type") ?? "";
  if (/html/.test(type)) throw new Failure("wrong-type", wasm.url, type);
  try {
    // Compiling starts with the first bytes, but only if the server says what they are.
    const instantiated =
      type === "application/wasm"
        ? WebAssembly.instantiateStreaming(wasm, imports)
        : WebAssembly.instantiate(await wasm.arrayBuffer(), imports);
    return (await instantiated).instance.exports;
  } catch (cause) {
    // Only code can be too new for the browser; other errors are about imports, which another build has.
    const code = /polic|csp|unsafe-eval/i.test(String(cause))
      ? "blocked-by-policy"
      : cause instanceof WebAssembly.CompileError
        ? "unsupported"
        : "broken-build";
    throw new Failure(code, wasm.url, cause);
  }
}

export const application = once(async (url, nonce) => {
  if (!globalThis.WebAssembly) throw new Failure("unsupported", url);
  // Both are under way at the same time.
  const [module, wasm] = await Promise.all([
    glue(url, nonce),
    get(new URL(SUPPORT_FIT.assets.wasm, import.meta.url).href),
  ]);
  module.start(await instantiate(wasm, module.imports(module)));
  return module;
});

/** The address of the application: another fragment makes it another module. */
export const address = () => `${SUPPORT_FIT.assets.glue}#${lives}`;

/** Loads another application from now on: this one is dead. */
export const renew = () => void lives++;

export const text = once(async (url) => (await get(url)).text());

/**
 * An adopted style sheet, since a page's policy may forbid all others.
 *
 * @param {string} css
 */
export function sheet(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

export const fetchedSheet = once(async (url) => sheet(await (await get(url)).text()));
