/**
 * The script of `studio-test.html`, which sends a test message. It is a page of its own, because its policy allows requests to
 * any receiver, and that of the studio does not.
 */

import { open, post, send } from "../src/embed/contact.js";
import { instantiate } from "./instance.js";

/**
 * What the page calls (`TrialPage` in `src/browser/trial.rs`).
 *
 * @typedef {object} TrialPage
 * @property {() => string} fragment
 * @property {() => string} id A new UUID.
 * @property {() => string} time ISO 8601, UTC.
 * @property {() => string} address Without the fragment.
 * @property {(call: string, input: string, then: (answer: string) => void) => void} carryOut Calls `then` with JSON.
 */

/** By their names in `crates/contact/src/delivery.rs`. @type {Record<string, (input: any) => Promise<unknown>>} */
const CALLS = {
  send: (request) => send(request, new AbortController().signal),
  post: (message) => post(message, document.body),
  open: (address) => open(address),
};

/** @type {TrialPage} */
const page = {
  fragment: () => location.hash.slice(1),
  id: () => crypto.randomUUID(),
  time: () => new Date().toISOString(),
  address: () => location.href.replace(/[?#].*/s, ""),
  carryOut: (call, input, then) => {
    const made = CALLS[call]?.(JSON.parse(input)) ?? Promise.resolve();
    void made.then((answer) => then(JSON.stringify(answer ?? {})));
  },
};

const module = await WebAssembly.compileStreaming(
  fetch(new URL(SUPPORT_FIT_STUDIO.wasm, import.meta.url)),
);
const { trial } = await instantiate(module);
trial(/** @type {HTMLElement} */ (document.querySelector("#studio")), page);
