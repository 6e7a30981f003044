// The snippets that the guides show.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

import { ROOT, read } from "./snippets.js";

const recipes = ["embedding", "blogs", "contact"].map((name) => read(`docs/${name}.md`)).join("");

const shown = [...recipes.matchAll(/<!-- snippet: (\S+) -->\n\n```\w*\n(.*?)```/gs)];

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
