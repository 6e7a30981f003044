// How the service worker answers, in a fake browser. `tests/e2e/offline.spec.js` has the same in a real one.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

const FOLDER = "https://widget.example/check/";

/** The name of this build's cache. */
const OURS = "support-fit-build-new /check/";

/** What other programs and folders of the origin have stored. */
const OTHERS = ["support-fit-build-new /", "support-fit-build-new /a/check/", "photos"];

/** @typedef {(request: { method: string, url: string, mode: string }) => Promise<Response> | undefined} Visit */

/** The caches by name, with the responses by address. @type {Map<string, Map<string, Response>>} */
let caches;

/** The requests to the server. @type {string[]} */
let asked;

/** How the server answers. @type {(address: string) => Promise<Response>} */
let server;

let isRegistered = true;

/** @type {Record<string, (event: any) => void>} */
let listeners;

/** What the worker has to finish before the browser may stop it. @type {Promise<unknown>[]} */
let pending;

let started = 0;

/**
 * @param {string} text
 * @param {Record<string, string>} [headers]
 * @param {number} [status]
 */
const html = (text, headers = {}, status = 200) =>
  new Response(text, {
    status,
    headers: { "Content-Type": "text/html; charset=utf-8", ...headers },
  });

/**
 * An answer of the server.
 *
 * @param {string} url
 * @param {Response} response
 */
const at = (url, response) => Object.defineProperty(response, "url", { value: url });

/** @param {string} policy */
const withPolicy = (policy) => async (/** @type {string} */ url) =>
  at(url, html("the server's page", { "Content-Security-Policy": policy, ETag: '"1"' }));

beforeEach(async () => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  caches = new Map(
    [OURS, ...OTHERS].map((name) => [
      name,
      new Map(
        Object.entries({
          [FOLDER]: html(`the page of ${name}`, { "Content-Security-Policy": "old" }),
          [`${FOLDER}frame.html`]: html(`the frame of ${name}`),
        }),
      ),
    ]),
  );
  caches.get(OURS)?.set(`${FOLDER}support-fit.js`, new Response("the loader"));
  asked = [];
  pending = [];
  isRegistered = true;
  listeners = {};
  server = withPolicy("new");
  Object.assign(globalThis, {
    SUPPORT_FIT_BUILD: {
      version: "new",
      files: { "./": "", "frame.html": "", "support-fit.js": "" },
      words: { de: { "assets/words-de-1.txt": "" }, "en-GB": { "assets/words-en-GB-1.txt": "" } },
    },
    location: new URL("sw.js", FOLDER),
    self: {
      addEventListener: (
        /** @type {string} */ type,
        /** @type {(event: any) => void} */ listener,
      ) => (listeners[type] = listener),
      registration: { unregister: async () => (isRegistered = false) },
    },
    caches: {
      keys: async () => [...caches.keys()],
      delete: async (/** @type {string} */ name) => caches.delete(name),
      match: async (/** @type {string} */ url, /** @type {{ cacheName: string }} */ options) =>
        caches.get(options.cacheName)?.get(url)?.clone(),
      open: async (/** @type {string} */ name) => ({
        put: async (/** @type {string | URL} */ url, /** @type {Response} */ response) =>
          caches.get(name)?.set(String(url), response),
        match: async (/** @type {URL} */ url) => caches.get(name)?.get(String(url)),
      }),
    },
    fetch: async (/** @type {string | URL | { url: string }} */ request) => {
      const address =
        typeof request === "object" && "url" in request ? request.url : String(request);
      asked.push(address);
      return server(address);
    },
  });
  await import(`../../src/embed/worker.js?${++started}`);
});

/**
 * What the worker answers; undefined if it leaves the request to the browser.
 *
 * @param {string} path
 * @param {{ mode?: string, method?: string }} [request]
 * @returns {Promise<Response> | undefined}
 */
function answer(path, { mode = "navigate", method = "GET" } = {}) {
  let response;
  listeners.fetch?.({
    request: { method, mode, url: new URL(path, FOLDER).href },
    respondWith: (/** @type {Promise<Response>} */ given) => (response = given),
    waitUntil: (/** @type {Promise<unknown>} */ work) => pending.push(work),
  });
  return response;
}

/**
 * Opens a page, and waits until the worker is done.
 *
 * @param {string} path
 */
async function open(path) {
  const response = await answer(path);
  while (pending.length) await pending.shift();
  assert(response);
  const { status, headers } = response;
  return {
    text: await response.text(),
    status,
    policy: headers.get("Content-Security-Policy"),
    headers,
  };
}

// @threat-returning-visitors
test("a page is the cached one with the headers that the server sends now", async () => {
  for (const path of ["./", "index.html", "./?theme=dark"]) {
    const { text, status, policy, headers } = await open(path);
    assert.equal(text, `the page of ${OURS}`, path);
    assert.equal(status, 200);
    assert.equal(policy, "new");
    assert.equal(headers.get("ETag"), null);
    assert.equal(headers.get("Content-Type"), "text/html; charset=utf-8");
  }
  assert.deepEqual(asked, [FOLDER, FOLDER, FOLDER], "without the parameters");
});

// @threat-returning-visitors
test("without a usable answer, a page opens with the last headers", async () => {
  /** @type {Record<string, (url: string) => Promise<Response>>} */
  const answers = {
    "no network": () => Promise.reject(new TypeError("failed to fetch")),
    "a login page at another address": async () => at(`${FOLDER}login`, html("log in")),
    "a missing login page": async () => at(`${FOLDER}login`, html("", {}, 404)),
    "a redirect to the site's start page": async () => at(new URL("/", FOLDER).href, html("home")),
    "a page for the signed in": async (url) => at(url, html("log in", {}, 401)),
    "a page that is forbidden": async (url) => at(url, html("no", {}, 403)),
    "a server that fails": async (url) => at(url, html("later", {}, 503)),
    "something else than a page": async (url) => at(url, Response.json({})),
  };
  for (const [what, given] of Object.entries(answers)) {
    server = given;
    const { text, status, policy } = await open("./");
    assert.deepEqual([text, status, policy], [`the page of ${OURS}`, 200, "old"], what);
  }
  assert(isRegistered);
  server = withPolicy("new");
  await open("./");
  server = () => Promise.reject(new TypeError("failed to fetch"));
  assert.equal((await open("./")).policy, "new");
});

// @threat-returning-visitors
test("a server may redirect a page to its name without the extension", async () => {
  server = async (url) =>
    at(url.replace(".html", ""), html("", { "Content-Security-Policy": "new" }));
  assert.deepEqual(await open("frame.html").then(({ text, policy }) => [text, policy]), [
    `the frame of ${OURS}`,
    "new",
  ]);
});

test("a page does not wait longer than three seconds, and a late answer counts for the next visit", async () => {
  /** @type {(response: Response) => void} */
  let arrive = () => {};
  const isAsked = new Promise((reached) => {
    server = () => {
      reached(undefined);
      return new Promise((resolve) => (arrive = resolve));
    };
  });
  const opened = answer("./");
  await isAsked;
  // The worker sets its limit right after it has asked.
  await new Promise(setImmediate);
  mock.timers.tick(2999);
  assert.equal(
    await Promise.race([opened, new Promise((done) => setImmediate(done, "waits"))]),
    "waits",
  );
  mock.timers.tick(1);
  assert.equal((await opened)?.headers.get("Content-Security-Policy"), "old");

  arrive(await withPolicy("new")(FOLDER));
  while (pending.length) await pending.shift();
  server = () => Promise.reject(new TypeError("failed to fetch"));
  assert.equal((await open("./")).policy, "new");
});

// @threat-returning-visitors
test("if the server says that a page is gone, the worker removes itself and what it has stored", async () => {
  for (const status of [404, 410]) {
    isRegistered = true;
    caches.set(OURS, new Map([[FOLDER, html("the page")]]));
    caches.set("support-fit-build-old /check/", new Map());
    server = async (url) => at(url, html("gone", {}, status));
    const { text, status: shown } = await open("./");
    assert.deepEqual([text, shown], ["gone", status]);
    assert.equal(isRegistered, false);
    assert.deepEqual([...caches.keys()].sort(), [...OTHERS].sort());
  }
});

// @threat-offline-cache
test("other files come from the caches of this folder without a request", async () => {
  caches.set(
    "support-fit-build-old /check/",
    new Map([[`${FOLDER}assets/a.js`, new Response("old")]]),
  );
  for (const name of OTHERS) caches.get(name)?.set(`${FOLDER}assets/b.js`, new Response(name));
  /** @param {string} path */
  const text = async (path) => (await answer(path, { mode: "cors" }))?.text();
  assert.equal(await text("support-fit.js"), "the loader");
  assert.equal(await text("assets/a.js"), "old");
  assert.deepEqual(asked, []);
  assert.equal(await text("assets/b.js"), "the server's page");
});

test("activating removes the caches of this folder but for the last two builds", async () => {
  for (const version of ["older", "old"])
    caches.set(`support-fit-build-${version} /check/`, new Map());
  listeners.activate?.({ waitUntil: (/** @type {Promise<unknown>} */ work) => pending.push(work) });
  await Promise.all(pending);
  assert.deepEqual([...caches.keys()], [OURS, ...OTHERS, "support-fit-build-old /check/"]);
});

test("if the browser cannot read its caches, pages and files come from the server", async () => {
  const fail = async () => Promise.reject(new Error("broken"));
  for (const name of ["match", "keys", "open"]) {
    Object.assign(globalThis.caches, { [name]: fail });
    for (const [path, mode] of /** @type {const} */ ([
      ["./", "navigate"],
      ["frame.html", "navigate"],
      ["support-fit.js", "cors"],
    ])) {
      const response = await answer(path, { mode });
      assert.equal(response?.status, 200, `${path} without ${name}`);
    }
  }
  while (pending.length) await pending.shift();
});

test("requests for anything else are left to the browser", () => {
  assert.equal(answer("./", { method: "POST" }), undefined);
  assert.equal(answer("./", { method: "HEAD" }), undefined);
  for (const path of ["settings.json", "/", "https://other.example/check/", "page.html"])
    assert.equal(answer(path), undefined, path);
});

test("of the words in other languages, the worker keeps only those of the page's, once", async () => {
  const words = () => [...(caches.get(OURS)?.keys() ?? [])].filter((url) => url.includes("words"));
  for (const data of ["en", "toString", undefined, "de", "de"]) {
    listeners.message?.({
      data,
      waitUntil: (/** @type {Promise<unknown>} */ work) => pending.push(work),
    });
    while (pending.length) await pending.shift();
  }
  assert.deepEqual(words(), [`${FOLDER}assets/words-de-1.txt`]);
  assert.deepEqual(asked, words());
});

test("words that cannot be fetched leave what the worker has", async () => {
  server = async () => {
    throw new TypeError("no network");
  };
  listeners.message?.({
    data: "de",
    waitUntil: (/** @type {Promise<unknown>} */ work) => pending.push(work),
  });
  while (pending.length) await assert.doesNotReject(pending.shift() ?? Promise.resolve());
  assert.ok(caches.get(OURS)?.has(`${FOLDER}support-fit.js`));
});
