// Keeping our own pages for offline use.

import assert from "node:assert/strict";
import { test } from "node:test";

import { keepForOffline } from "../../src/embed/offline.js";

/** @type {any} */
const ELEMENT = { shadowRoot: { querySelector: () => ({ lang: "de" }) } };

/** @param {object} navigator */
const inBrowser = (navigator) =>
  Object.defineProperty(globalThis, "navigator", { value: navigator, configurable: true });

test("a sandbox without an origin, where asking for service workers throws, is no error", async () => {
  inBrowser({
    get serviceWorker() {
      throw new DOMException("The document is sandboxed.", "SecurityError");
    },
  });
  await assert.doesNotReject(keepForOffline(ELEMENT));
});

test("the worker learns which language the page shows", async () => {
  /** @type {unknown[]} */
  const received = [];
  const active = { postMessage: (/** @type {unknown} */ data) => received.push(data) };
  inBrowser({
    serviceWorker: {
      register: async () => new EventTarget(),
      ready: Promise.resolve({ active }),
    },
  });
  Object.assign(globalThis, { location: new URL("https://widget.example/") });
  await keepForOffline(ELEMENT);
  assert.deepEqual(received, ["de"]);
});
