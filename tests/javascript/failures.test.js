// What keeps the application from loading, and the code that names it, in a fake browser. `tests/e2e/failures.spec.js` has
// most of it in a real one, with what the visitor sees.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";

import * as injected from "../../src/embed/files.js";

const read = (/** @type {string} */ path) =>
  readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** A fake of the bundled `glue.js`. */
const GLUE = `
  import { instantiate } from "${new URL("../../src/embed/instance.js", import.meta.url)}";
  export const start = (self, wasm, failures) => instantiate(wasm, { ours: {} }, failures);
`;

/** @param {string} source */
const script = (source) => `data:text/javascript,${encodeURIComponent(source)}`;

const EMPTY_MODULE = Buffer.from("0061736d01000000", "hex");

/**
 * A module with one import.
 *
 * @param {string} from
 */
const importing = (from) =>
  Buffer.concat([
    EMPTY_MODULE,
    Buffer.from("01040160000002", "hex"),
    Buffer.from([from.length + 6, 1, from.length]),
    Buffer.from(from),
    Buffer.from("01620000", "hex"),
  ]);

/**
 * @param {BodyInit} body
 * @param {string} type
 * @param {number} [status]
 */
const answer = (body, type, status) =>
  new Response(body, { status: status ?? 200, headers: { "Content-Type": type } });

/**
 * A body whose rest does not arrive.
 *
 * @param {Error} [error] Of the browser.
 */
const cutOff = (error = new TypeError("network error")) =>
  new ReadableStream({
    start: (controller) => controller.enqueue(EMPTY_MODULE.subarray(0, 4)),
    pull: (controller) => controller.error(error),
  });

const wasm = (/** @type {any} */ body) => answer(body, "application/wasm");

/** @returns {never} */
function refuse() {
  throw new TypeError("Failed to fetch");
}

/** A request for a file, by its kind. @typedef {"glue" | "wasm" | "words"} Kind */

/**
 * @typedef {object} World
 * @property {string} [glue] The source of the script. By default it is right.
 * @property {Partial<Record<Kind, () => Response>>} [answers]
 * @property {string} [directive] Of the page's policy, which blocks the words.
 * @property {string} [forbidden] The error of a browser whose policy forbids WebAssembly.
 * @property {boolean} [isOffline]
 * @property {boolean} [isBundled] Whether it is the npm package.
 */

/** @type {Record<string, Record<string, World>>} */
const CAUSES = {
  "blocked-by-policy": {
    "the policy blocks a request": { answers: { words: refuse }, directive: "connect-src" },
    "the policy forbids WebAssembly, in Chrome": {
      forbidden: "violates the following Content Security policy directive",
    },
    "the policy forbids WebAssembly, in Firefox": { forbidden: "blocked by CSP" },
    "the policy forbids WebAssembly, in Safari": {
      forbidden: "'wasm-unsafe-eval' is not an allowed source of script",
    },
  },
  offline: {
    "there is no network": { answers: { words: refuse }, isOffline: true },
    "the connection ends in the middle of the WebAssembly": {
      answers: { wasm: () => wasm(cutOff()) },
      isOffline: true,
    },
  },
  unreachable: {
    "no answer arrives": { answers: { wasm: refuse } },
    "the connection ends in the middle of the WebAssembly": {
      answers: { wasm: () => wasm(cutOff()) },
    },
    "the connection ends in the middle of the WebAssembly, in Firefox": {
      answers: {
        wasm: () => wasm(cutOff(new DOMException("The operation was aborted. ", "AbortError"))),
      },
    },
    "the connection ends in the middle of WebAssembly of another type": {
      answers: { wasm: () => answer(cutOff(), "application/octet-stream") },
    },
    "the connection ends in the middle of the words": {
      answers: { words: () => answer(cutOff(), "text/plain") },
    },
    "the script arrives only the second time": {
      glue: 'throw new TypeError("Failed to fetch dynamically imported module")',
    },
  },
  refused: Object.fromEntries(
    [403, 429, 500, 503].map((status) => [
      `the server answers ${status}`,
      { answers: { wasm: () => answer("no", "text/html", status) } },
    ]),
  ),
  "not-found": {
    "a file is missing": { answers: { wasm: () => answer("no", "text/plain", 404) } },
    "the server sends a page in its place": {
      answers: { wasm: () => answer("<!doctype html>", "text/html; charset=utf-8") },
    },
  },
  "wrong-type": {
    "the script is sent as text": {
      glue: 'throw new TypeError("Failed to fetch dynamically imported module")',
      answers: { glue: () => answer("", "text/plain") },
    },
  },
  "broken-build": {
    "the script is damaged": { glue: "export const start = (;" },
    "the script stops": { glue: 'throw new Error("broken by the test")' },
    "the WebAssembly is damaged": { answers: { wasm: () => wasm("Not WebAssembly") } },
    "the WebAssembly imports what does not exist": {
      answers: { wasm: () => wasm(importing("ours")) },
    },
    "the WebAssembly imports from what does not exist": {
      answers: { wasm: () => wasm(importing("other")) },
    },
  },
};

/** Tells apart the modules of the tests, since Node keeps each. */
let count = 0;

/** What the page listens to. @type {Record<string, (event: object) => void>} */
let listeners = {};

beforeEach(() => {
  listeners = {};
  Object.assign(globalThis, {
    addEventListener: (/** @type {string} */ name, /** @type {any} */ listener) =>
      Object.assign(listeners, { [name]: listener }),
  });
});

/**
 * Loads the application, and returns the error.
 *
 * @param {World} world
 * @returns {Promise<Error & { code?: string }>}
 */
async function failureIn(world) {
  const { glue = GLUE, answers = {}, directive, forbidden } = world;
  const { isOffline = false, isBundled = false } = world;
  /** @type {Record<Kind, string>} */
  const addresses = {
    glue: script(`${glue}// ${count++}`),
    wasm: "https://widget.example/assets/support-fit-1.wasm",
    words: "https://widget.example/assets/words-en-1.txt",
  };
  const usual = {
    glue: () => answer("", "text/javascript"),
    wasm: () => wasm(EMPTY_MODULE),
    words: () => answer("words", "text/plain"),
  };
  Object.defineProperty(globalThis, "navigator", {
    value: { onLine: !isOffline },
    configurable: true,
  });
  Object.assign(globalThis, {
    SUPPORT_FIT: { assets: addresses },
    SUPPORT_FIT_IS_BUNDLED: isBundled,
    ...injected,
    fetch: async (/** @type {string} */ url) => {
      const kind = /** @type {Kind} */ (
        Object.entries(addresses).find(([, address]) => address === url)?.[0]
      );
      if (directive && kind === "words")
        listeners.securitypolicyviolation?.({
          blockedURI: url,
          disposition: "enforce",
          effectiveDirective: directive,
        });
      return (answers[kind] ?? usual[kind])();
    },
  });
  const streaming = WebAssembly.instantiateStreaming;
  if (forbidden)
    WebAssembly.instantiateStreaming = async () => {
      throw new WebAssembly.CompileError(forbidden);
    };
  try {
    const { application, fetchedText } = await import(`../../src/embed/application.js?${count}`);
    await Promise.all([application(), fetchedText(addresses.words)]);
  } catch (error) {
    return /** @type {Error} */ (error);
  } finally {
    WebAssembly.instantiateStreaming = streaming;
  }
  throw new Error("nothing failed");
}

for (const [code, worlds] of Object.entries(CAUSES)) {
  for (const [cause, world] of Object.entries(worlds)) {
    test(`The code is ${code} if ${cause}`, async () => {
      const failure = await failureIn(world);
      assert.equal(failure.code, code, failure.message);
    });
  }
}

test("In the npm package, the code is unreachable or offline if a bundled script does not arrive", async () => {
  const world = { glue: "throw new Error('Loading chunk 7 failed.');", isBundled: true };
  for (const [isOffline, code] of /** @type {const} */ ([
    [false, "unreachable"],
    [true, "offline"],
  ])) {
    const failure = await failureIn({ ...world, isOffline });
    assert.equal(failure.code, code);
    assert.match(failure.message, /Loading chunk 7 failed/);
  }
});

test("Without a cause, the application loads", async () => {
  await assert.rejects(failureIn({}), /nothing failed/);
});

test("The documentation and the types have every code, and no other", () => {
  const [, table = ""] = read("docs/embedding.md").split("## Troubleshooting");
  const documented = [...table.matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, code]) => code);
  const [, union = ""] =
    /CustomEvent<\{ code: (.*?), message/.exec(read("src/embed/element.js")) ?? [];
  const typed = [...union.matchAll(/"([\w-]+)"/g)].map(([, code]) => code);
  const tested = [...Object.keys(CAUSES), "crashed", "unsupported"];
  assert.deepEqual(documented.sort(), tested.sort());
  assert.deepEqual(typed.sort(), tested.sort());
});
