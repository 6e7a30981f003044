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

/**
 * Throws what kept a file from arriving: the page's policy, or the network.
 *
 * @param {string} url
 * @param {unknown} cause
 * @returns {Promise<never>}
 */
async function lost(url, cause) {
  await checkPolicy(url);
  throw failure(navigator.onLine ? "unreachable" : "offline", url, cause);
}

/** @param {string} path Relative to the loader. */
async function get(path) {
  const url = SUPPORT_FIT_ADDRESS(path);
  const response = await fetch(url).catch((cause) => lost(url, cause));
  const { headers, ok, status } = response;
  if (!ok && status !== 404) throw failure("refused", url, status);
  // Some servers send a page instead of "not found".
  if (!ok || headers.get("Content-Type")?.startsWith("text/html"))
    throw failure("not-found", url, status);
  return response;
}

/**
 * @param {string} path
 * @returns {Promise<Application>}
 */
async function imported(path) {
  try {
    return await SUPPORT_FIT_IMPORT(`${path}#${attempts}`);
  } catch (cause) {
    // The error states the URL, which only the bundler knows.
    if (SUPPORT_FIT_IS_BUNDLED) return lost(path, cause);
    // The error does not state the reason, so the file is requested again to find it.
    const file = SUPPORT_FIT_ADDRESS(path);
    await checkPolicy(file);
    const type = (await get(path)).headers.get("Content-Type");
    if (!/javascript/.test(String(type))) throw failure("wrong-type", file, type);
    // Other errors are from a script that has arrived.
    throw failure(cause instanceof TypeError ? "unreachable" : "broken-build", file, cause);
  }
}

async function load() {
  const { glue, wasm } = SUPPORT_FIT.assets;
  if (!globalThis.WebAssembly) throw failure("unsupported", import.meta.url);
  // In parallel.
  const [module, response] = await Promise.all([imported(glue), get(wasm)]);
  await module.start(module, response, { failure, lost });
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
  const text =
    texts.get(path) ??
    get(path).then((response) => response.text().catch((cause) => lost(response.url, cause)));
  texts.set(path, text);
  return text;
}
