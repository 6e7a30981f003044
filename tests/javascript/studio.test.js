// What the preview of the studio computes without a page: longer words, and contrast.

import assert from "node:assert/strict";
import { test } from "node:test";

import { ratio } from "../../studio/contrast.js";
import { longer, longerWords } from "../../studio/pseudo.js";

test("longer words keep what is filled in later", () => {
  const text = longer("Question {n} of {total}, with {name:dat}?");
  assert.match(text, /\{n\}.*\{total\}, .*\{name:dat\}\?$/);
  assert.ok(text.length > 1.3 * "Question of , with ?".length);
  assert.doesNotMatch(text.replace(/\{.*?\}/g, ""), /[aeiou]/);
});

test("a word file with longer words has its first line and as many lines", () => {
  const file = "56f1b8400978ad55 words-later-en-01234567.txt\nBack\nNext\n";
  const changed = longerWords(file).split("\n");
  assert.equal(changed.length, file.split("\n").length);
  assert.equal(changed[0], "56f1b8400978ad55 words-later-en-01234567.txt");
  assert.equal(changed[1], "Báçkbá");
});

test("contrast is that of WCAG 2, and is never rounded up", () => {
  assert.equal(ratio([0, 0, 0], [255, 255, 255]), 21);
  assert.equal(ratio([255, 255, 255], [255, 255, 255]), 1);
  // #777777 on white is 4.478.
  assert.equal(ratio([119, 119, 119], [255, 255, 255]), 4.47);
});
