// Loading the later word files.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { wordsOf } from "../../src/browser/words.js";
import * as injected from "../../src/embed/files.js";

Object.assign(globalThis, injected);

/** @type {string[]} */
let asked = [];

const WORDS = new TextEncoder().encode("“words”");

/** @type {{ ok: boolean, status: number, arrayBuffer: () => Promise<ArrayBuffer> }} */
let response;

beforeEach(() => {
  asked = [];
  response = { ok: true, status: 200, arrayBuffer: async () => WORDS.buffer };
  Object.assign(globalThis, {
    fetch: async (/** @type {string} */ url) => {
      asked.push(url);
      return response;
    },
  });
});

const NAME = "words-later-en-01234567.txt";

test("a file is requested from the folder of the script", async () => {
  assert.deepEqual(await wordsOf(NAME), WORDS);
  assert.deepEqual(asked, [new URL(`../../src/embed/${NAME}`, import.meta.url).href]);
});

for (const name of [
  "https://evil.example/words.txt",
  "//evil.example/words.txt",
  "../../words.txt",
  "data:text/plain,x",
  "folder/words.txt",
  "words.js",
  "words.txt\nmore",
  "",
]) {
  test(`"${name}" is not a file name and loads nothing`, async () => {
    await assert.rejects(wordsOf(name), /is not the name of a word file/);
    assert.deepEqual(asked, []);
  });
}

test("a file that is pending is requested once", async () => {
  assert.deepEqual(await Promise.all([wordsOf(NAME), wordsOf(NAME)]), [WORDS, WORDS]);
  assert.equal(asked.length, 1);
});

test("a missing file is an error, and is requested again", async () => {
  response = { ...response, ok: false, status: 404 };
  await assert.rejects(wordsOf(NAME), /answered 404/);
  response = { ...response, ok: true, status: 200 };
  assert.deepEqual(await wordsOf(NAME), WORDS);
  assert.equal(asked.length, 2);
});
