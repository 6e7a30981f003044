/**
 * The service worker of our own pages, the stand-alone one and the one for frames. It keeps the files of one build, all of
 * them or none, so that the pages open without a network. It answers for these files alone: whatever else a page asks for,
 * and whatever sends something, does not pass through it.
 *
 * A newer build waits until no page uses this one any more, or until the visitor asks for it: an open page never gets files
 * of two builds. A build for debugging keeps nothing, and does not wait.
 */

/** @typedef {Event & { waitUntil: (work: Promise<unknown>) => void }} Lasting */
/** @typedef {Lasting & { request: Request, respondWith: (answer: Promise<Response>) => void }} Asked */

const { version, files } = SUPPORT_FIT_BUILD;

const PREFIX = "support-fit-build-";
const OURS = PREFIX + version;

/** The folder of the build. */
const FOLDER = new URL("./", location.href);

/** What the page is called without a name. */
const INDEX = "./";

const worker = /** @type {EventTarget & { skipWaiting: () => Promise<void> }} */ (
  /** @type {unknown} */ (self)
);

worker.addEventListener("install", (event) => {
  /** @type {Lasting} */ (event).waitUntil(install());
});

worker.addEventListener("activate", (event) => {
  /** @type {Lasting} */ (event).waitUntil(tidy());
});

worker.addEventListener("message", (event) => {
  if (/** @type {MessageEvent} */ (event).data === "use") void worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const asked = /** @type {Asked} */ (event);
  const { request } = asked;
  const name = request.method === "GET" ? nameOf(request.url) : undefined;
  if (name !== undefined) asked.respondWith(answer(name, request));
});

/**
 * Fetches all files. One that is not what the build made, as in half a deployment, ends it: the browser tries again later.
 *
 * @returns {Promise<void>}
 */
async function install() {
  if (Object.keys(files).length === 0) return worker.skipWaiting();
  const cache = await caches.open(OURS);
  try {
    await Promise.all(Object.entries(files).map((file) => keep(cache, ...file)));
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
async function keep(cache, name, integrity) {
  const address = new URL(name, FOLDER);
  // A name with a digest says what is in it; others are asked for anew.
  const mode = name.startsWith("assets/") ? "default" : "no-cache";
  const response = await fetch(address, { cache: mode, integrity });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  // A server that leads elsewhere, as from `frame.html` to `frame`: such an answer may not stand for a page.
  const { status, headers } = response;
  const plain = response.redirected
    ? new Response(await response.blob(), { status, headers })
    : response;
  await cache.put(address, plain);
}

/** Removes what builds before the last one left. Pages may still be open that use the last one. */
async function tidy() {
  const before = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OURS);
  await Promise.all(before.slice(0, -1).map((name) => caches.delete(name)));
}

/**
 * The name of a file that we answer for.
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
async function answer(name, request) {
  const address = new URL(name, FOLDER).href;
  // What is not of this build is of the one before, for a page that is still open.
  const kept = (await caches.match(address, { cacheName: OURS })) ?? (await caches.match(address));
  return kept ?? fetch(request);
}
