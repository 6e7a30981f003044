// The snippet that counts the steps from a visit to a message.

import assert from "node:assert/strict";
import { test } from "node:test";

const document = new EventTarget();
/** @type {{ dataLayer?: any[] }} */
const window = {};
for (const [name, value] of Object.entries({ document, window }))
  Object.defineProperty(globalThis, name, { value, configurable: true });

const { href } = new URL("../../docs/snippets/funnel.js", import.meta.url);
await import(href);

/**
 * The element dispatches events, and the page looks at what is counted.
 *
 * @param {[string, object?][]} events
 */
function counted(...events) {
  const before = window.dataLayer?.length ?? 0;
  for (const [name, detail = {}] of events)
    document.dispatchEvent(new CustomEvent(`support-fit-${name}`, { detail }));
  return (window.dataLayer ?? []).slice(before).map(({ it_step }) => it_step);
}

test("a visit is counted from the first question to an accepted message, each step once", () => {
  const result = { verdict: "lean", leader: "co-managed" };
  assert.deepEqual(counted(["ready"], ["ready"]), ["loaded"]);
  const few = { verdict: "insufficient", leader: null, isFull: false };
  assert.deepEqual(counted(["question-shown", { step: 2 }], ["result", few]), [], "saved answers");
  assert.deepEqual(
    counted(
      ["start"],
      ["question-shown", { step: 2 }],
      ["reset"],
      ["start"],
      ["question-shown", { step: 2 }],
    ),
    ["started", "question 2"],
  );
  assert.deepEqual(
    counted(
      ["result", { ...result, isFull: false }],
      ["result", { ...result, isFull: true }],
      ["result", { ...result, isFull: true }],
    ),
    ["quick result", "full result"],
  );
  const lead = { id: "1", receiver: "json" };
  assert.deepEqual(
    counted(
      ["contact", { stage: "shown" }],
      ["contact", { stage: "started" }],
      ["lead", lead],
      ["lead-result", { id: "1", outcome: "refused" }],
      ["lead", lead],
      ["lead-result", { id: "1", outcome: "accepted" }],
      ["cta", { url: "https://marlow.example/", ...result }],
    ),
    [
      "contact shown",
      "contact started",
      "message sent",
      "message refused",
      "message accepted",
      "call to action",
    ],
  );
});

test("it names no answer, no model and no message", () => {
  assert.match(
    JSON.stringify(window.dataLayer),
    /^\[(\{"event":"it_assessment","it_step":"[\w ]+"\},?)+\]$/,
  );
  assert.doesNotMatch(JSON.stringify(window.dataLayer), /lean|managed|marlow|json/);
});
