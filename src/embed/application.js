/** Loads what all elements on a page share: the application, its style sheet and the words. */

import { Failure } from "./failure.js";

/** @typedef {typeof import("./glue.js")} Application */

/** How often the application has crashed. Each time a new module is loaded, because one that panicked cannot be used. */
let crashes = 0;

/**
 * Caches the result of `load` by path. Failures are not cached.
 *
 * @template Result
 * @param {(url: string, nonce?: string | null) => Promise<Result>} load
 */
function cached(load) {
  /** @type {Map<string, Promise<Result>>} */
  const loaded = new Map();
  /**
   * @param {string} path From `SUPPORT_FIT.assets`.
   * @param {string | null} [nonce]
   * @returns {Promise<Result>}
   */
  const cachedLoad = (path, nonce) => {
    const url = new URL(path, import.meta.url).href;
    const promise = loaded.get(url) ?? load(url, nonce);
    loaded.set(url, promise);
    promise.catch(() => loaded.delete(url));
    return promise;
  };
  cachedLoad.forget = () => loaded.clear();
  return cachedLoad;
}

/** @param {string} url */
async function get(url) {
  let response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new Failure(navigator.onLine ? "unreachable" : "offline", url, cause);
  }
  if (!response.ok) throw new Failure("not-found", url, response.status);
  return response;
}

/** A page can allow each policy name only once. */
let policy = /** @type {any} */ (undefined);

/** The one address that the policy allows, whatever it is asked for. */
let allowed = "";

/**
 * Loads a module with a script element, which can have a nonce, unlike an import. A later import returns the same module.
 *
 * @param {string} url
 * @param {string} nonce
 */
function loadWithNonce(url, nonce) {
  allowed = url;
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy("support-fit", {
    createScriptURL: () => allowed,
  });
  return new Promise((onload, onerror) => {
    const script = Object.assign(document.createElement("script"), {
      type: "module",
      nonce,
      src: policy?.createScriptURL("") ?? url,
      onload,
      onerror,
    });
    document.body.append(script);
    script.remove();
  });
}

/**
 * @param {string} url
 * @param {string | null} [nonce] Of the page's content security policy.
 * @returns {Promise<Application>}
 */
async function glue(url, nonce) {
  try {
    if (nonce) await loadWithNonce(url, nonce);
    return await import(url);
  } catch (cause) {
    // The error does not state the reason, so the file is requested again to find it.
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
    // Compiling while the file arrives requires the right media type.
    const instantiated =
      type === "application/wasm"
        ? WebAssembly.instantiateStreaming(wasm, imports)
        : WebAssembly.instantiate(await wasm.arrayBuffer(), imports);
    return (await instantiated).instance.exports;
  } catch (cause) {
    // The browser may not support the code. Other errors are about imports, as with files of two builds.
    const code = /polic|csp|unsafe-eval/i.test(String(cause))
      ? "blocked-by-policy"
      : cause instanceof WebAssembly.CompileError
        ? "unsupported"
        : "broken-build";
    throw new Failure(code, wasm.url, cause);
  }
}

export const application = cached(async (url, nonce) => {
  if (!globalThis.WebAssembly) throw new Failure("unsupported", url);
  // In parallel.
  const [module, wasm] = await Promise.all([
    glue(url, nonce),
    get(new URL(SUPPORT_FIT.assets.wasm, import.meta.url).href),
  ]);
  module.start(await instantiate(wasm, module.imports(module)));
  return module;
});

/** The address of the application. A new fragment makes it a new module. */
export const address = () => `${SUPPORT_FIT.assets.glue}#${crashes}`;

/** Makes the next load create a new application, after this one crashed. */
export const renew = () => void crashes++;

export const fetchedText = cached(async (url) => (await get(url)).text());

/**
 * Creates an adopted style sheet. A page's policy can forbid all others.
 *
 * @param {string} css
 */
export function sheet(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

export const fetchedSheet = cached(async (url) => sheet(await (await get(url)).text()));
