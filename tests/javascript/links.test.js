// Links between the project's documents.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";

const documents = execFileSync("git", ["ls-files", "*.md"], { encoding: "utf8" })
  .trim()
  .split("\n");

/** @param {string} path */
const prose = (path) => readFileSync(path, "utf8").replace(/^( *)```[^]*?^\1```/gm, "");

/**
 * The anchors that a Markdown viewer generates from the headings.
 *
 * @param {string} path
 */
function anchors(path) {
  const headings = prose(path).matchAll(/^#+ +(.*)$/gm);
  return [...headings].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

test("every relative link in a document leads to a file and a heading", () => {
  const dead = documents.flatMap((path) =>
    [...prose(path).matchAll(/\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]*))?\)/g)]
      .filter(([, file, anchor]) => {
        const target = file ? join(dirname(path), file) : path;
        if (!existsSync(target)) return true;
        return anchor && target.endsWith(".md") && !anchors(target).includes(anchor);
      })
      .map(([link]) => `${path}: ${link}`),
  );
  assert.deepEqual(dead, []);
});
