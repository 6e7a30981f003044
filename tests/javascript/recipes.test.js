// The snippets that docs/embedding.md shows.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const ROOT = new URL("../../", import.meta.url);

/** @param {string} path Relative to the project folder. */
const read = (path) => readFileSync(new URL(path, ROOT), "utf8");

const shown = [
  ...read("docs/embedding.md").matchAll(/<!-- snippet: (\S+) -->\n\n```\w*\n(.*?)```/gs),
];

test("each snippet in the recipes equals the file that it names", () => {
  assert.ok(shown.length > 0);
  for (const [, path, text] of shown) {
    assert.equal(text?.trim(), read(String(path)).trim(), path);
  }
});

test("the recipes show every file in docs/snippets", () => {
  const files = readdirSync(new URL("docs/snippets", ROOT), { recursive: true });
  const written = files.map(String).filter((name) => name.includes("."));
  assert.deepEqual(
    shown.map(([, path]) => String(path).replace("docs/snippets/", "")).sort(),
    written.sort(),
  );
});
