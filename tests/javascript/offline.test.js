// Keeping our own pages for offline use, where the browser does not allow it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { keepForOffline } from "../../src/embed/offline.js";

test("a sandbox without an origin, where asking for service workers throws, is no error", async () => {
  const navigator = {
    get serviceWorker() {
      throw new DOMException("The document is sandboxed.", "SecurityError");
    },
  };
  Object.defineProperty(globalThis, "navigator", { value: navigator, configurable: true });
  await assert.doesNotReject(keepForOffline());
});
