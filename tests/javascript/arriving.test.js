// When an element looks at the saved draft, which another tab may have changed. Browser tests show the events that a browser
// can be made to fire: tests/e2e/tabs.spec.js.

import assert from "node:assert/strict";
import { test } from "node:test";

import { receive } from "../../src/embed/arriving.js";

const page = new EventTarget();
Object.assign(globalThis, {
  window: page,
  document: new EventTarget(),
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
});

/** @type {[EventTarget, string][]} */
const SIGNS = [
  [window, "storage"],
  [window, "pageshow"],
  [document, "prerenderingchange"],
  [document, "resume"],
  [document, "visibilitychange"],
];

// @threat-other-tabs
test("Each sign that another tab may have saved lets every element look, until it is removed", () => {
  let looks = 0;
  const mounted = /** @type {any} */ ({ look_again: () => looks++ });
  const arrivals = [1, 2].map(() =>
    receive(/** @type {any} */ ({}), /** @type {any} */ (new EventTarget()), mounted),
  );
  const looksAt = (/** @type {EventTarget} */ target, /** @type {string} */ sign) => {
    looks = 0;
    target.dispatchEvent(new Event(sign));
    return looks;
  };
  for (const [target, sign] of SIGNS) assert.equal(looksAt(target, sign), 2, sign);
  for (const { leave } of arrivals) leave();
  for (const [target, sign] of SIGNS) assert.equal(looksAt(target, sign), 0, sign);
});
