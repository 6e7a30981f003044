// The global array of a tag manager, whatever the page has under its name.

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { push } from "../../src/embed/events.js";

const page = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));

/** @type {string[]} */
let warnings = [];

beforeEach(() => {
  warnings = [];
  mock.method(console, "warn", (/** @type {unknown[]} */ ...parts) => {
    warnings.push(String(parts[0]));
  });
});
afterEach(() => mock.restoreAll());

/** Each test has a name of its own, since a name is warned about once. */
let tests = 0;

/** @param {PropertyDescriptor} descriptor Of the global. */
function layerOf(descriptor) {
  const name = `layer${tests++}`;
  Object.defineProperty(page, name, { configurable: true, ...descriptor });
  return name;
}

const READY = { event: "support_fit_ready", support_fit: {} };

test("a missing array is created", () => {
  push("nothingYet", "ready", {});
  assert.deepEqual(page["nothingYet"], [READY]);
});

test("an array keeps its entries", () => {
  const name = layerOf({ value: [{ event: "gtm.js" }] });
  push(name, "ready", {});
  assert.deepEqual(page[name], [{ event: "gtm.js" }, READY]);
});

test("the push method that a tag manager puts on its array is called", () => {
  /** @type {unknown[]} */
  const pushed = [];
  push(
    layerOf({ value: Object.assign([], { push: (/** @type {any} */ e) => pushed.push(e) }) }),
    "ready",
    {},
  );
  assert.deepEqual(pushed, [READY]);
});

test("an object that a tag manager has put in the array's place receives events", () => {
  /** @type {unknown[]} */
  const pushed = [];
  push(layerOf({ value: { push: (/** @type {any} */ e) => pushed.push(e) } }), "ready", {});
  assert.deepEqual(pushed, [READY]);
  assert.deepEqual(warnings, []);
});

const thrown = () => {
  throw new Error("thrown by the page");
};

/** @type {Record<string, PropertyDescriptor>} */
const FAULTS = {
  "an array whose push throws": { value: Object.assign([], { push: thrown }) },
  "an array whose push throws something that is no string": {
    value: Object.assign([], {
      push() {
        throw Object.create(null);
      },
    }),
  },
  "a frozen array": { value: Object.freeze([]) },
  "a getter that throws": { get: thrown },
  "a getter without a value": { get: () => undefined },
  "a read-only null, such as window.frameElement": { value: null, writable: false },
  "a string": { value: "taken" },
  "a number": { value: 5 },
  "an object without push": { value: {} },
  "an object that inherits push": { value: Object.create({ push() {} }) },
  "an object whose push is no function": { value: { push: [] } },
  "an object whose push throws": { value: { push: thrown } },
  "a proxy that throws": {
    value: new Proxy({}, { get: thrown, getOwnPropertyDescriptor: thrown }),
  },
};

for (const [what, descriptor] of Object.entries(FAULTS)) {
  // @threat-host-listeners
  test(`${what} is named once in the console, and nothing is thrown`, () => {
    const name = layerOf(descriptor);
    push(name, "ready", {});
    push(name, "start", {});
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? "", new RegExp(`to the data layer "${name}"\\. Name the array`));
  });
}
