/**
 * The service worker of our own pages, the standalone page and the frame. It caches all files of one build or none, so that
 * the pages open without a network, and of words in other languages than English those that a page has shown. It handles only GET requests for these files.
 *
 * A page is the cached one, with the headers that the server sends now: its policy is that of today. If the server says that
 * the page is gone, so is the worker.
 *
 * A newer build waits until no page uses this one, or until the visitor asks for it, so that an open page never gets files of
 * two builds. In a development build nothing is cached, and nothing waits.
 */

/** @typedef {Event & { waitUntil: (work: Promise<unknown>) => void }} Extendable */
/** @typedef {Extendable & { request: Request, respondWith: (response: Promise<Response>) => void }} Fetch */

const { version, files, words } = SUPPORT_FIT_BUILD;

/** The folder of the build. */
const FOLDER = new URL("./", location.href);

// The names of the caches. Other folders of the origin may have a build too.
const PREFIX = "support-fit-build-";
const SUFFIX = ` ${FOLDER.pathname}`;
const OURS = PREFIX + version + SUFFIX;

/** The path of the page. */
const INDEX = "./";

const PAGES = [INDEX, "frame.html"];

/**
 * How long a page waits for the server's headers, in milliseconds. On a slow mobile network, an answer takes up to two
 * seconds; a visitor who sees nothing for longer than three gives up.
 */
const LONGEST_WAIT = 3000;

/** Headers that describe the bytes that the server sent, which are not those of the cached page. */
const OF_THE_BODY = [
  "content-encoding",
  "content-length",
  "transfer-encoding",
  "etag",
  "last-modified",
];

const worker =
  /** @type {EventTarget & { skipWaiting: () => Promise<void>, registration: ServiceWorkerRegistration }} */ (
    /** @type {unknown} */ (self)
  );

worker.addEventListener("install", (event) => {
  /** @type {Extendable} */ (event).waitUntil(install());
});

worker.addEventListener("activate", (event) => {
  /** @type {Extendable} */ (event).waitUntil(removeOldCaches());
});

worker.addEventListener("message", (event) => {
  const { data } = /** @type {MessageEvent} */ (/** @type {unknown} */ (event));
  if (data === "use") void worker.skipWaiting();
  else if (Object.hasOwn(words, data))
    /** @type {Extendable} */ (event).waitUntil(keepWords(data).catch(() => {}));
});

worker.addEventListener("fetch", (event) => {
  const fetchEvent = /** @type {Fetch} */ (event);
  const { request } = fetchEvent;
  const name = request.method === "GET" ? nameOf(request.url) : undefined;
  if (name === undefined) return;
  const isPage = request.mode === "navigate" && PAGES.includes(name);
  fetchEvent.respondWith(isPage ? openPage(name, fetchEvent) : respond(name, request));
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
 * Adds the words of the language that a page shows.
 *
 * @param {string} language
 */
async function keepWords(language) {
  const cache = await caches.open(OURS);
  for (const [name, integrity] of Object.entries(words[language] ?? {}))
    if (!(await cache.match(new URL(name, FOLDER)))) await add(cache, name, integrity);
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
  await cache.put(address, response.redirected ? remade(response.body, response) : response);
}

/** Removes the caches of older builds, except the previous one, which an open page may still use. */
async function removeOldCaches() {
  const before = (await namesOfCaches()).filter((name) => name !== OURS);
  await Promise.all(before.slice(0, -1).map((name) => caches.delete(name)));
}

/** The names of this folder's caches, the oldest first. */
async function namesOfCaches() {
  const isOfFolder = (/** @type {string} */ name) =>
    name.startsWith(PREFIX) && name.endsWith(SUFFIX);
  return (await caches.keys()).filter(isOfFolder);
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
  try {
    // Files of the previous build are for pages that are still open.
    for (const cacheName of [OURS, ...(await namesOfCaches())]) {
      const cached = await caches.match(address, { cacheName });
      if (cached) return cached;
    }
  } catch {
    // A browser can fail to read its caches.
  }
  return fetch(request);
}

/**
 * Answers with the page of this build, so that a page never mixes two builds, and with the headers that the server sends now.
 * If it sends none in time, the page has the headers that it last had.
 *
 * @param {string} name
 * @param {Fetch} event
 */
async function openPage(name, event) {
  const address = new URL(name, FOLDER).href;
  const cached = await caches.match(address, { cacheName: OURS }).catch(() => undefined);
  if (!cached) return fetch(event.request);
  const refreshed = refresh(address, cached.clone(), event);
  // A late answer counts for the next visit.
  event.waitUntil(refreshed);
  /** @type {Promise<Response>} */
  const inTime = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT, cached));
  return Promise.race([refreshed, inTime]);
}

/**
 * Asks the server for a page. Returns the cached page, with new headers if the server has the page, or the server's answer if
 * the page is gone.
 *
 * @param {string} address
 * @param {Response} cached
 * @param {Fetch} event
 */
async function refresh(address, cached, event) {
  /** @type {Response} */
  let answer;
  try {
    // Not from the browser's cache, and without the visitor's parameters. Fails if the server redirects to another origin.
    answer = await fetch(address, { cache: "no-store", mode: "same-origin" });
  } catch {
    return cached;
  }
  // A server may redirect `frame.html` to `frame`; a redirect to anything else, such as a login page, is not about the page.
  const isAboutPage = [address, `${address}index.html`, address.replace(/\.html$/, "")].includes(
    answer.url,
  );
  if (!isAboutPage) return cached;
  if (answer.status === 404 || answer.status === 410) {
    await withdraw().catch(() => {});
    return remade(answer.body, answer);
  }
  const type = "content-type";
  if (answer.status !== 200 || !/^text\/html/i.test(answer.headers.get(type) ?? "")) return cached;
  void answer.body?.cancel();
  const page = remade(cached.body, answer);
  page.headers.set(type, cached.headers.get(type) ?? "text/html");
  const kept = page.clone();
  const keep = async () => (await caches.open(OURS)).put(address, kept);
  event.waitUntil(keep().catch(() => {}));
  return page;
}

/**
 * A response with the status and headers of another one. It counts as not redirected.
 *
 * @param {ReadableStream | null} body
 * @param {Response} response
 */
function remade(body, { status, headers }) {
  const made = new Response(body, { status, headers });
  for (const name of OF_THE_BODY) made.headers.delete(name);
  return made;
}

/** Removes everything that the worker has stored, and the worker. */
async function withdraw() {
  await worker.registration.unregister();
  for (const name of await namesOfCaches()) await caches.delete(name);
}
