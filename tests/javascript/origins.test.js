// Which entries of `frameParents` the frame trusts.

import assert from "node:assert/strict";
import { test } from "node:test";

import { origins } from "../../src/embed/origins.js";

/** @type {Record<string, [unknown, string[]]>} */
const ACCEPTED = {
  "an origin": [["https://example.com"], ["https://example.com"]],
  "capitals, spaces and the default port": [[" HTTPS://Example.COM:443 "], ["https://example.com"]],
  "another port": [["https://example.com:8443"], ["https://example.com:8443"]],
  "this machine without encryption": [["http://localhost:8080"], ["http://localhost:8080"]],
  "two origins": [
    ["https://a.example", "https://b.example"],
    ["https://a.example", "https://b.example"],
  ],
  "as many as allowed": [
    Array.from({ length: 20 }, (_, n) => `https://n${n}.example`),
    Array.from({ length: 20 }, (_, n) => `https://n${n}.example`),
  ],
};

/** @type {Record<string, unknown>} */
const REFUSED = {
  "no list": undefined,
  "an empty list": [],
  "an opaque origin": ["null"],
  null: [null],
  "a wildcard": ["*"],
  "a wildcard host": ["https://*.example.com"],
  "another machine without encryption": ["http://example.com"],
  "this machine as the start of another host": ["http://127.0.0.1:8080.evil.example"],
  "this machine with a trailing dot": ["http://127.0.0.1:8080."],
  "a look-alike letter of another script": ["https://ex\u0430mple.com"],
  "a look-alike dot": ["https://example\u3002com"],
  "a full-width letter": ["https://\uff45xample.com"],
  "a trailing dot": ["https://example.com."],
  "a path": ["https://example.com/"],
  "a user name before the host": ["https://example.com@evil.example"],
  "a backslash": ["https://example.com\\.evil.example"],
  "a line break": ["https://example.com\n.evil.example"],
  "a zero-width character": ["https://exa\u200bmple.com"],
  "a byte order mark": ["\ufeffhttps://example.com"],
  "other schemes": ["javascript://example.com", "data:text/html,x", "file:///x"],
  "a script": ["javascript://example.com"],
  "a data address": ["data:text/html,x"],
  "a file": ["file:///x"],
  "one invalid entry of two": ["https://example.com", "https://example.com/"],
  "the same origin twice": ["https://example.com", "https://EXAMPLE.com"],
  "port 0": ["https://example.com:0"],
  "a port above 65535": ["https://example.com:99999"],
  "too many entries": Array.from({ length: 21 }, (_, n) => `https://${n}.example`),
  "a nested list": [["https://example.com"]],
  "an object that converts to an origin": [{ toString: () => "https://example.com" }],
  "a string": "https://example.com",
  "an object that looks like a list": { 0: "https://example.com", length: 1 },
};

for (const [what, [list, trusted]] of Object.entries(ACCEPTED)) {
  test(`frameParents with ${what} is trusted`, () => {
    assert.deepEqual(origins(list), trusted);
  });
}

for (const [what, list] of Object.entries(REFUSED)) {
  // @threat-frame-parents
  test(`frameParents with ${what} trusts no page`, () => {
    assert.deepEqual(origins(list), []);
  });
}
