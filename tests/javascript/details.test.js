// What the details of events may contain on their way out of a frame and into the page around it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { EVENTS, allowedDetail } from "../../src/embed/details.js";

/** @param {string} path Relative to the project folder. */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** The name and the type of the detail of each event, from the comment on the class. */
const DOCUMENTED = [
  ...read("src/embed/element.js").matchAll(
    /@fires \{CustomEvent<\{(.*)\}>\} support-fit-([\w-]+) /g,
  ),
].map(([, detail = "", name = ""]) => {
  const keys = [...detail.matchAll(/(\w+)(\??): /g)];
  const named = (/** @type {string} */ mark) =>
    keys.filter(([, , isOptional]) => isOptional === mark).map(([, key = ""]) => key);
  // A message is for listeners on the element alone.
  const detailed = named("?").filter((key) => key !== "payload");
  return { name, plain: named(""), detailed };
});

/** A valid value for each key of any detail. */
const VALUES = {
  step: 3,
  question: "cap",
  position: 1,
  total: 7,
  answer: ["lead", "team"],
  screen: "result",
  view: "what-if",
  verdict: "lean",
  leader: "co-managed",
  isFull: false,
  format: "markdown",
  method: "link",
  id: "7c9e6679-7425-40de-944b-e07fc1f90ae7",
  receiver: "json",
  outcome: "accepted",
  stage: "shown",
  url: "https://www.marlow.example/contact?x=1",
  code: "crashed",
  message: "crashed: RuntimeError: unreachable. Please report this.",
};

/** All of them, and some that no event has. */
const EVERYTHING = {
  ...VALUES,
  payload: { email: "x" },
  secret: "x",
  note: "x",
  email: "x",
  constructor: 1,
};

test("the events are those that the element documents", () => {
  assert.ok(DOCUMENTED.length > 10);
  assert.deepEqual(
    EVENTS,
    DOCUMENTED.map(({ name }) => name),
  );
});

test("the guide lists the same events", () => {
  const rows = read("docs/embedding.md").matchAll(/^\| `support-fit-([\w-]+)`/gm);
  assert.deepEqual(
    [...rows].map(([, name]) => name),
    EVENTS,
  );
});

for (const { name, plain, detailed } of DOCUMENTED) {
  // @threat-events
  test(`a plain ${name} keeps only what is documented for it`, () => {
    assert.deepEqual(Object.keys(allowedDetail(name, EVERYTHING, false)).sort(), plain.sort());
  });

  test(`a detailed ${name} keeps only what is documented for it`, () => {
    const keys = Object.keys(allowedDetail(name, EVERYTHING, true));
    assert.deepEqual(keys.sort(), [...plain, ...detailed].sort());
  });
}

for (const detail of [undefined, null, 5, "step", true, [1], () => {}, Symbol("x")]) {
  test(`a detail that is ${String(detail) || "nothing"} is an empty one`, () => {
    assert.deepEqual(allowedDetail("answer", detail, true), {});
  });
}

test("inherited entries do not count", () => {
  assert.deepEqual(allowedDetail("answer", Object.create({ step: 1 }), true), {});
});
