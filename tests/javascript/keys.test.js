// The storage key that the loader gives an element. Rust has the same cases: tests/config/texts.rs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { claim, release, savedDraft } from "../../src/embed/drafts.js";

/** @type {{ given: string, key?: string }[]} */
const CASES = JSON.parse(
  readFileSync(new URL("../fixtures/storage-keys.json", import.meta.url), "utf8"),
);

// @threat-storage-keys
test("Every key begins with our name, and an attribute that is no name counts as none", () => {
  for (const { given, key = "support-fit" } of CASES) {
    const element = /** @type {any} */ ({ getAttribute: () => given, isConnected: true });
    const claimed = claim(element);
    release(claimed, element);
    assert.equal(claimed, key, JSON.stringify(given));
  }
});

// @threat-storage-keys
test("The loader reads no key but that of the element", () => {
  for (const key of ["support-fit", "support-fit-2", "support-fit-acme"]) {
    /** @type {string[]} */
    const read = [];
    const localStorage = { getItem: (/** @type {string} */ key) => (read.push(key), null) };
    Object.assign(globalThis, { localStorage });
    savedDraft(key);
    assert.deepEqual(read, [key]);
  }
});
