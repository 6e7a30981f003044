// Writing JSON on pages whose scripts have given values a `toJSON`.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { stringify } from "../../src/browser/json.js";

const PROTOTYPES = [Array, Object, String, Number, Boolean].map(
  ({ prototype }) => /** @type {any} */ (prototype),
);

/** As old versions of Prototype do. */
const extend = () => {
  for (const prototype of PROTOTYPES) {
    prototype.toJSON = () => "changed";
    prototype.each = () => {};
  }
};

afterEach(() => {
  for (const prototype of PROTOTYPES) {
    delete prototype.toJSON;
    delete prototype.each;
  }
});

const DRAFT = {
  answers: { cap: "team", signs: ["a", "b"] },
  figures: { users: [1.5, 2, 3] },
  none: null,
  yes: true,
};

// @threat-host-scripts
test("a toJSON of all arrays and objects changes nothing", () => {
  const before = JSON.stringify(DRAFT);
  const indented = JSON.stringify([DRAFT], null, 2);
  extend();
  assert.notEqual(JSON.stringify(DRAFT), before);
  assert.equal(stringify(DRAFT), before);
  assert.equal(stringify([DRAFT], 2), indented);
  assert.equal(stringify("text"), '"text"');
});

test("a toJSON of a class counts", () => {
  const draft = new (class {
    toJSON() {
      return DRAFT;
    }
  })();
  assert.equal(
    stringify({ draft, at: new Date(0) }),
    JSON.stringify({ draft: DRAFT, at: new Date(0) }),
  );
});
