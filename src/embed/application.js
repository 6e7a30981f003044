/** Loads what all elements on a page share: the application, its style sheet and the words. */

import { failure } from "./failure.js";

/** @typedef {typeof import("./glue.js")} Application */

/**
 * The directives of the page's policy that have blocked something, by its URL without a fragment.
 *
 * @type {Map<string, string>}
 */
const blocked = new Map();
addEventListener("securitypolicyviolation", ({ blockedURI, disposition, effectiveDirective }) => {
  if (disposition === "enforce") blocked.set(blockedURI, effectiveDirective);
});

/**
 * Throws if the page's policy has blocked the request.
 *
 * @param {string} url
 */
async function checkPolicy(url) {
  // The browser reports it in a task of its own.
  await new Promise((resolve) => setTimeout(resolve));
  const directive = blocked.get(url);
  if (directive) throw failure("blocked-by-policy", url, directive);
}

/** @param {string} path */
const address = (path) => new URL(path, import.meta.url).href;

/** @param {string} path Relative to the loader. */
async function get(path) {
  const url = address(path);
  let response;
  try {
    response = await fetch(url);
  } catch (cause) {
    await checkPolicy(url);
    throw failure(navigator.onLine ? "unreachable" : "offline", url, cause);
  }
  const type = response.headers.get("Content-Type") ?? "";
  // Some servers send a page instead of "not found".
  if (!response.ok || type.startsWith("text/html"))
    throw failure("not-found", url, response.status);
  return response;
}

/**
 * @param {string} url
 * @returns {Promise<Application>}
 */
async function imported(url) {
  try {
    return await import(url);
  } catch (cause) {
    // The error does not state the reason, so the file is requested again to find it.
    const file = url.replace(/#.*/, "");
    await checkPolicy(file);
    const type = (await get(file)).headers.get("Content-Type");
    throw /javascript/.test(String(type))
      ? failure("unreachable", file, cause)
      : failure("wrong-type", file, type);
  }
}

/**
 * @param {Response} wasm
 * @param {WebAssembly.Imports} imports
 */
async function instantiate(wasm, imports) {
  try {
    // Compiling while the file arrives requires the right media type.
    const instantiated =
      wasm.headers.get("Content-Type") === "application/wasm"
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
    throw failure(code, wasm.url, cause);
  }
}

async function load() {
  const { glue, wasm } = SUPPORT_FIT.assets;
  if (!globalThis.WebAssembly) throw failure("unsupported", import.meta.url);
  // In parallel.
  const [module, response] = await Promise.all([
    imported(`${address(glue)}#${attempts}`),
    get(wasm),
  ]);
  module.start(await instantiate(response, module.imports(module)));
  return module;
}

/** How often the application has crashed or failed to load. */
let attempts = 0;

/** @type {Promise<Application> | undefined} */
let loading;

/**
 * Discards what was loaded, after a crash or a failure: a module that panicked cannot be used again, and some browsers cache a
 * failed import. The new number makes the next URL a different one.
 */
export function renew() {
  attempts++;
  loading = undefined;
  texts.clear();
}

/** @returns {Promise<Application>} Shared by all elements. */
export const application = () => (loading ??= load());

/**
 * Texts by path, so that elements share each file.
 *
 * @type {Map<string, Promise<string>>}
 */
const texts = new Map();

/**
 * @param {string} path From `SUPPORT_FIT.assets`.
 * @returns {Promise<string>}
 */
export function fetchedText(path) {
  const text = texts.get(path) ?? get(path).then((response) => response.text());
  texts.set(path, text);
  return text;
}
