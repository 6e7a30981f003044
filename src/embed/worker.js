/**
 * The service worker of our own pages, the standalone page and the frame. It caches all files of one build or none, so that
 * the pages open without a network. It handles only GET requests for these files.
 *
 * A newer build waits until no page uses this one, or until the visitor asks for it, so that an open page never gets files of
 * two builds. In a development build nothing is cached, and nothing waits.
 */

/** @typedef {Event & { waitUntil: (work: Promise<unknown>) => void }} Extendable */
/** @typedef {Extendable & { request: Request, respondWith: (response: Promise<Response>) => void }} Fetch */

const { version, files } = SUPPORT_FIT_BUILD;

const PREFIX = "support-fit-build-";
const OURS = PREFIX + version;

/** The folder of the build. */
const FOLDER = new URL("./", location.href);

/** The path of the page. */
const INDEX = "./";

const worker = /** @type {EventTarget & { skipWaiting: () => Promise<void> }} */ (
  /** @type {unknown} */ (self)
);

worker.addEventListener("install", (event) => {
  /** @type {Extendable} */ (event).waitUntil(install());
});

worker.addEventListener("activate", (event) => {
  /** @type {Extendable} */ (event).waitUntil(removeOldCaches());
});

worker.addEventListener("message", (event) => {
  if (/** @type {MessageEvent} */ (event).data === "use") void worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const fetchEvent = /** @type {Fetch} */ (event);
  const { request } = fetchEvent;
  const name = request.method === "GET" ? nameOf(request.url) : undefined;
  if (name !== undefined) fetchEvent.respondWith(respond(name, request));
});

/**
 * Fetches all files. Fails if one is not from this build, as during a deployment; the browser tries again later.
 *
 * @returns {Promise<void>}
 */
async function install() {
  if (Object.keys(files).length === 0) return worker.skipWaiting();
  const cache = await caches.open(OURS);
  try {
    await Promise.all(Object.entries(files).map((file) => add(cache, ...file)));
  } catch (error) {
    await caches.delete(OURS);
    throw error;
  }
}

/**
 * @param {Cache} cache
 * @param {string} name
 * @param {string} integrity
 */
async function add(cache, name, integrity) {
  const address = new URL(name, FOLDER);
  // Names with a digest never change their content. Others are revalidated.
  const mode = name.startsWith("assets/") ? "default" : "no-cache";
  const response = await fetch(address, { cache: mode, integrity });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  // A redirected response, as from `frame.html` to `frame`, is not allowed for a page.
  const { status, headers } = response;
  const plain = response.redirected
    ? new Response(await response.blob(), { status, headers })
    : response;
  await cache.put(address, plain);
}

/** Removes the caches of older builds, except the previous one, which an open page may still use. */
async function removeOldCaches() {
  const before = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OURS);
  await Promise.all(before.slice(0, -1).map((name) => caches.delete(name)));
}

/**
 * The name of a file in the cache; undefined for all others.
 *
 * @param {string} address
 */
function nameOf(address) {
  const { origin, pathname } = new URL(address);
  if (origin !== FOLDER.origin || !pathname.startsWith(FOLDER.pathname)) return undefined;
  const path = pathname.slice(FOLDER.pathname.length);
  const name = ["", "index.html"].includes(path) ? INDEX : path;
  return Object.hasOwn(files, name) || name.startsWith("assets/") ? name : undefined;
}

/**
 * @param {string} name
 * @param {Request} request
 */
async function respond(name, request) {
  const address = new URL(name, FOLDER).href;
  // Files of the previous build are for pages that are still open.
  const cached =
    (await caches.match(address, { cacheName: OURS })) ?? (await caches.match(address));
  return cached ?? fetch(request);
}
