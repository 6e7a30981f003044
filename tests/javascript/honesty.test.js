// The criteria for decision aids in docs/honesty.md.

import assert from "node:assert/strict";
import { test } from "node:test";

import { read } from "./snippets.js";

const honesty = read("docs/honesty.md");

const VERDICTS = ["yes", "partly", "no", "does not apply"];

/**
 * The number and the verdict of each item of a list.
 *
 * @param {string} list
 */
function items(list) {
  const [, section = ""] = honesty.split(new RegExp(`^### ${list} criteria$`, "im"));
  const rows = (section.split(/^##/m)[0] ?? "").matchAll(
    /^\| (\d+)(?:–(\d+))? \|.*?\| ([a-z ]+) \|/gm,
  );
  return [...rows].flatMap(([, first, last, met]) => {
    const [from, to] = [Number(first), Number(last ?? first)];
    return Array.from({ length: to - from + 1 }, (_, n) => ({ number: from + n, met }));
  });
}

for (const [list, count] of /** @type {const} */ ([
  ["qualifying", 6],
  ["certification", 10],
  ["quality", 28],
])) {
  test(`the ${list} criteria are complete, and their totals are those of the list`, () => {
    const all = items(list);
    assert.deepEqual(
      all.map(({ number }) => number),
      Array.from({ length: count }, (_, n) => n + 1),
    );
    const totals = VERDICTS.map((verdict) => all.filter(({ met }) => met === verdict).length);
    const row = honesty.split("\n").find((line) => line.startsWith(`| [${list}]`)) ?? "";
    assert.deepEqual((row.match(/(?<=\| )\d+/g) ?? []).map(Number), [...totals, count]);
  });
}
