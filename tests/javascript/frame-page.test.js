// The script for the page around a frame: which frames it listens to, and what a frame can do to the page.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

const WIDGET = "https://widget.example";

/** @typedef {{ data?: unknown, origin?: string, source?: unknown }} Message */

/** @type {((message: Message) => void)[]} */
const listeners = [];

/** Calls what the page does at a press. @type {(() => void)[]} */
const presses = [];

const state = { isActive: true, now: 0 };

class Element extends EventTarget {
  isConnected = true;
  src = `${WIDGET}/frame.html`;
  /** @type {string[]} */
  tokens = [];
  isSandboxed = false;
  sandbox = { contains: (/** @type {string} */ token) => this.tokens.includes(token) };
  /** @type {unknown[]} */
  posted = [];
  /** @type {any} */
  contentWindow = { postMessage: (/** @type {any} */ ...message) => this.posted.push(message) };
  /** @type {string[]} */
  heights = [];
  style = {
    setProperty: (/** @type {string} */ _name, /** @type {string} */ value) =>
      this.heights.push(value),
  };
  scrolls = 0;
  scrollIntoView = () => this.scrolls++;
  hasAttribute = () => this.isSandboxed;
  getBoundingClientRect = () => ({ top: -100 });
  getRootNode = () => document;
}

const document = { activeElement: /** @type {unknown} */ (null), querySelectorAll: () => [] };

/** @type {(changes: { addedNodes: unknown[] }[]) => void} */
let changed = () => {};

for (const [name, value] of Object.entries({
  document,
  Element,
  addEventListener: (/** @type {string} */ name, /** @type {any} */ listener) => {
    if (name === "message") listeners.push(listener);
    else presses.push(listener);
  },
  MutationObserver: class {
    /** @param {typeof changed} callback */
    constructor(callback) {
      changed = callback;
    }
    observe() {}
  },
  navigator: {
    userActivation: {
      get isActive() {
        return state.isActive;
      },
    },
  },
}))
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

const { command, connect } = /** @type {{ command: any, connect: any }} */ (
  await import("../../src/embed/support-fit-frame.js")
);

/** @param {Partial<Element>} [properties] */
function connected(properties) {
  const frame = Object.assign(new Element(), properties);
  connect(frame);
  return frame;
}

/**
 * A message of the frame.
 *
 * @param {Element} frame
 * @param {unknown} data
 * @param {Message} [other]
 */
function receive(frame, data, other) {
  const message = { data, origin: WIDGET, source: frame.contentWindow, ...other };
  for (const listener of listeners) listener(message);
}

/**
 * @param {Element} frame
 * @param {string} name
 * @param {unknown} [detail]
 * @param {Message} [other]
 * @returns {unknown[]} The details of the events that were dispatched.
 */
function dispatched(frame, name, detail = {}, other) {
  /** @type {unknown[]} */
  const found = [];
  frame.addEventListener(`support-fit-${name}`, (event) =>
    found.push(/** @type {CustomEvent} */ (event).detail),
  );
  receive(frame, { type: "support-fit:event", name, detail }, other);
  return found;
}

const progress = (/** @type {Element} */ frame) =>
  receive(frame, { type: "support-fit:event", name: "progress", detail: {} });

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  mock.restoreAll();
  state.isActive = true;
  state.now += 10_000;
  mock.method(performance, "now", () => state.now);
});

test("the events of a frame arrive on it", () => {
  const detail = { format: "csv" };
  assert.deepEqual(dispatched(connected(), "export", detail), [detail]);
  assert.deepEqual(dispatched(connected(), "share", { method: "mail" }), [{ method: "mail" }]);
});

// @threat-frame-messages
test("a detail arrives without what is not documented for its event", () => {
  const detail = { url: "javascript:alert(1)", verdict: "lean", leader: null, html: "<img>" };
  assert.deepEqual(dispatched(connected(), "cta", detail), [{ verdict: "lean", leader: null }]);
  for (const name of ["made-up", "__proto__", "constructor", "Ready", ""])
    assert.deepEqual(dispatched(connected(), name), [], name);
});

test("null is kept where there may be no view, leader or answer", () => {
  for (const [event, detail] of Object.entries({
    progress: { step: 1, screen: "check", view: null },
    result: { verdict: "close", leader: null, isFull: true },
    answer: { step: 1, question: "cap", position: 1, total: 7, answer: null },
  }))
    assert.deepEqual(dispatched(connected(), event, detail), [detail]);
});

/** @type {[event: string, key: string, values: unknown[]][]} */
const INVALID = [
  ["answer", "step", ["1", -1, 1.5, NaN, Infinity, 2 ** 60, null, {}, [1], true]],
  ["answer", "answer", ["<img>", [["lead"]], ["a b"], {}, 5, Array(51).fill("a"), "x".repeat(41)]],
  ["progress", "screen", [null, 5, "", "a b", "a\nb", "<b>", "\u202ex", {}, ["result"]]],
  ["progress", "view", [undefined, 5, "", "javascript:x"]],
  ["result", "isFull", ["true", 1, null]],
  ["error", "message", [null, 5, {}, "x".repeat(2_001)]],
  [
    "cta",
    "url",
    [
      "javascript:alert(1)",
      " javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      "java\nscript:alert(1)",
      "data:text/html,x",
      "blob:https://widget.example/x",
      "http://marlow.example/",
      "//marlow.example",
      "/contact",
      "https:marlow.example",
      "https://marlow.example\\@evil.example",
      "https://marlow.example/a b",
      "https://",
      "mailto:",
      "",
      null,
      {},
      ["https://marlow.example"],
      `https://${"x".repeat(2_000)}`,
    ],
  ],
];

for (const [event, key, values] of INVALID) {
  // @threat-frame-messages
  test(`${event} leaves out a ${key} of another kind`, () => {
    for (const value of values)
      assert.deepEqual(
        dispatched(connected(), event, { [key]: value }),
        [{}],
        JSON.stringify(value),
      );
  });
}

test("a call to action may lead to a page, a mail or a call", () => {
  for (const url of ["https://marlow.example/", "HTTPS://marlow.example", "mailto:a@b", "tel:+1"])
    assert.deepEqual(dispatched(connected(), "cta", { url }), [{ url }]);
});

// @threat-frame-messages
test("a frame that is not in the page is ignored, and so is a message without a source", () => {
  const frame = connected();
  Object.assign(frame, { isConnected: false, contentWindow: null });
  assert.deepEqual(dispatched(frame, "reset", {}, { source: null }), []);
  assert.deepEqual(dispatched(connected(), "reset", {}, { source: null }), []);
});

/** @type {Record<string, Partial<Element> & { origin: string, isKnown: boolean }>} */
const SOURCES = {
  "of its own origin": { origin: WIDGET, isKnown: true },
  "of another origin": { origin: "https://evil.example", isKnown: false },
  "without an origin": { origin: "null", isKnown: false },
  "in a sandbox": { isSandboxed: true, origin: "null", isKnown: true },
  "in a sandbox that keeps the origin": {
    isSandboxed: true,
    tokens: ["allow-same-origin"],
    origin: WIDGET,
    isKnown: true,
  },
  "with the address about:blank": { src: "about:blank", origin: "null", isKnown: false },
  "with a data address": { src: "data:text/html,x", origin: "null", isKnown: false },
  "with a data address in a sandbox": {
    src: "data:text/html,x",
    isSandboxed: true,
    origin: "null",
    isKnown: false,
  },
  "without an address": { src: "", origin: "null", isKnown: false },
  "with an invalid address": { src: "https://", origin: "null", isKnown: false },
  "with the address of a file": { src: "file:///frame.html", origin: "null", isKnown: false },
};

for (const [what, { origin, isKnown, ...properties }] of Object.entries(SOURCES)) {
  // @threat-frame-messages
  test(`a frame ${what} (${origin}) is ${isKnown ? "heard" : "ignored"}`, () => {
    const found = dispatched(connected(properties), "reset", {}, { origin });
    assert.equal(found.length, isKnown ? 1 : 0);
  });
}

test("a command is sent to the origin of the frame, and to no other address", () => {
  const frame = connected();
  frame.posted = [];
  command(frame, "show-result", "cost");
  const message = { type: "support-fit:command", name: "show-result", view: "cost" };
  assert.deepEqual(frame.posted, [[message, WIDGET]]);
  const blank = connected({ src: "about:blank" });
  blank.posted = [];
  command(blank, "reset");
  assert.deepEqual(blank.posted, []);
});

// @threat-frame-flooding
test("removed frames leave no listener behind, and are not looked at anymore", () => {
  const before = listeners.length;
  const frames = Array.from({ length: 50 }, () => connected());
  assert.equal(listeners.length, before);
  assert.equal(before, 1);
  let looks = 0;
  for (const frame of frames)
    Object.defineProperty(frame, "isConnected", { get: () => (looks++, false) });
  changed([]);
  assert.equal(looks, 50);
  changed([]);
  receive(connected(), {});
  assert.equal(looks, 50);
});

test("a frame that was removed and added again is connected again", () => {
  const frame = connected();
  frame.isConnected = false;
  changed([]);
  frame.isConnected = true;
  frame.dispatchEvent(new Event("load"));
  assert.equal(dispatched(frame, "reset").length, 1);
});

test("a frame that is connected twice dispatches each event once", () => {
  const frame = connected();
  connect(frame);
  assert.equal(dispatched(frame, "reset").length, 1);
});

// @threat-frame-flooding
test("the height changes at most ten times a second, and the last one counts", () => {
  const frame = connected();
  const ask = (/** @type {unknown} */ height) =>
    receive(frame, { type: "support-fit:height", height });
  for (let n = 1; n <= 1_000; n++) ask(n);
  assert.deepEqual(frame.heights, ["1px"]);
  mock.timers.tick(100);
  assert.deepEqual(frame.heights, ["1px", "1000px"]);
  mock.timers.tick(1_000);
  ask(1_200.5);
  assert.deepEqual(frame.heights, ["1px", "1000px", "1201px"]);
  mock.timers.tick(100);
  for (const height of [0, -1, NaN, Infinity, 100_000, "500", null, {}]) ask(height);
  mock.timers.tick(1_000);
  assert.equal(frame.heights.length, 3);
});

test("after a press in the frame, the page scrolls to the top of the next screen", () => {
  const frame = connected();
  document.activeElement = frame;
  progress(frame);
  assert.equal(frame.scrolls, 1);
});

// @threat-frame-flooding
test("the page scrolls to a frame at most once a second", () => {
  const frame = connected();
  document.activeElement = frame;
  for (let n = 0; n < 25; n++) {
    state.now += 100;
    progress(frame);
  }
  assert.equal(frame.scrolls, 3);
});

// @threat-frame-flooding
test("the page does not scroll to a frame without a press in it", () => {
  const frame = connected();
  document.activeElement = null;
  progress(frame);
  // A frame can take the focus by itself.
  document.activeElement = frame;
  state.isActive = false;
  progress(frame);
  assert.equal(frame.scrolls, 0);
});

// @threat-frame-flooding
test("a press in the page does not let a frame scroll it, as long as the browser counts it", () => {
  const frame = connected();
  document.activeElement = frame;
  assert.ok(presses.length > 0);
  for (const press of presses) {
    press();
    state.now += 5_000;
    progress(frame);
    assert.equal(frame.scrolls, 0);
  }
  state.now += 1;
  progress(frame);
  assert.equal(frame.scrolls, 1);
});

test("the page does not scroll to a frame whose top is in view", () => {
  const frame = connected({ getBoundingClientRect: () => ({ top: 0 }) });
  document.activeElement = frame;
  progress(frame);
  assert.equal(frame.scrolls, 0);
});
