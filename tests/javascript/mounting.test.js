// An application in an element of a fake page: which of its events reach the page, and what is called once it was removed.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

const FILE = { name: "answers.json", size: 2, text: async () => "{}" };

/** A node of the fake page. It is a field in which something is typed, too. */
class Node extends EventTarget {
  lang = "";
  id = "salary";
  type = "text";
  value = "77";
  /** @type {unknown[]} */
  files = [FILE];
  className = "";
  /** @type {unknown[]} */
  adoptedStyleSheets = [];
  classList = { toggle: () => {} };
  appendChild = () => {};
  hasAttribute = () => false;
  getAttribute = () => null;
  querySelector = () => null;
  closest = () => null;
  contains = () => true;
  matches = () => true;
}

const document = Object.assign(new EventTarget(), {
  createElement: () => new Node(),
  hasFocus: () => true,
});

/** The window. */
const page = new EventTarget();
const location = { hash: "#support-fit-s2-A" };

for (const [name, value] of Object.entries({
  document,
  location,
  window: globalThis,
  top: globalThis,
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
  CSSStyleSheet: class {
    replaceSync() {}
  },
}))
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

const { attach } = await import("../../src/embed/mounting.js");

/** What the application returns. */
const RESULTS = {
  last_words: [],
  settled: (/** @type {() => void} */ then) => then(),
};

/** The methods of the application that were called. @type {string[]} */
let calls;

/** The events that the page has received. @type {[string, unknown][]} */
let received;

/** Called while the application is freed, as by its nodes that are removed. */
let whileFreeing = () => {};

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  [calls, received, whileFreeing] = [[], [], () => {}];
});

/**
 * Mounts an application.
 *
 * @param {object} [changes] Of what the element passes.
 */
async function mounted(changes) {
  /** @type {any} */
  let host;
  const root = /** @type {{ shown?: Node }} */ ({});
  /** @type {any} */
  const application = new Proxy(RESULTS, {
    get:
      (results, name) =>
      (/** @type {unknown[]} */ ...given) => {
        calls.push(String(name));
        if (name === "free") whileFreeing();
        const result = /** @type {any} */ (results)[name];
        return typeof result === "function" ? result(...given) : result;
      },
  });
  const element = new Node();
  for (const name of ["start", "answer", "reset", "ready"])
    element.addEventListener(`support-fit-${name}`, (event) =>
      received.push([name, /** @type {CustomEvent} */ (event).detail]),
    );
  /** @type {any} */
  const handover = {
    element,
    shadow: new Node(),
    settings: [],
    config: null,
    key: "support-fit",
    css: "",
    tag: "en",
    match: () => "en",
    words: async () => "",
    read: async () => "",
    show: (/** @type {Node} */ shown) => (root.shown = shown),
    keep: () => {},
    renew: () => {},
    stop: () => {},
    isGone: () => false,
    ...changes,
  };
  /** @type {unknown[]} */
  let passed = [];
  const mount = (/** @type {unknown[]} */ ...given) => {
    passed = given;
    host = given.at(-1);
    return application;
  };
  const attached = await attach(mount, handover);
  assert.ok(attached && root.shown);
  const [, words, language] = passed;
  return { attached, host, root: root.shown, element, words, language };
}

/**
 * Dispatches everything that is listened to, and lets all time pass.
 *
 * @param {Node} root
 */
async function dispatchAll(root) {
  for (const [target, types] of /** @type {[EventTarget, string[]][]} */ ([
    [root, ["input", "change", "focusout", "click", "close", "drop"]],
    [document, ["visibilitychange", "resume", "prerenderingchange"]],
    [page, ["hashchange", "storage", "pageshow", "pagehide", "visibilitychange"]],
  ]))
    for (const type of types)
      target.dispatchEvent(Object.assign(new Event(type), { dataTransfer: { files: [FILE] } }));
  mock.timers.tick(10_000);
  await new Promise((resolve) => setImmediate(resolve));
}

test("problems in settings are in one warning of the console, with the element", async (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  const { attached, host, element } = await mounted();
  host.warn("empty at $.theme\nempty at $.flow");
  const [call] = warn.mock.calls.map((call) => call.arguments);
  assert.deepEqual(call, ["<support-fit> settings:\nempty at $.theme\nempty at $.flow", element]);
  attached.free();
});

// @threat-contact-privacy
test("a message for listeners is not in the data layer", async () => {
  const layer = /** @type {unknown[]} */ ([]);
  Object.assign(globalThis, { layerOfLeads: layer });
  Object.assign(RESULTS, { data_layer: "layerOfLeads" });
  const { attached, host } = await mounted();
  host.emit("lead", { id: "1", receiver: "event", payload: { email: "ada@example.com" } });
  assert.deepEqual(layer.at(-1), {
    event: "support_fit_lead",
    support_fit: { id: "1", receiver: "event" },
  });
  attached.free();
  Object.assign(RESULTS, { data_layer: undefined });
});

/** A build with English, British English and German. */
const BUILD = {
  match: (/** @type {string} */ tag) =>
    ({ en: "en", "en-AU": "en-GB", de: "de", "de-CH": "de" })[tag],
  words: async (/** @type {string} */ language) => `words of ${language}`,
};

test("numbers follow the region of the page if its language is that of the words", async () => {
  for (const [tag, expected] of [
    ["de-CH", ["words of de", "de-CH", "de"]],
    ["en-AU", ["words of en-GB", "en-AU", "en-GB"]],
    ["it-CH", ["words of en", "en", "en"]],
  ]) {
    const { attached, words, language, root } = await mounted({ ...BUILD, tag });
    assert.deepEqual([words, language, root.lang], expected);
    attached.free();
  }
});

test("without its word file, a language is English as a whole, and the console says so", async (t) => {
  const warn = t.mock.method(console, "warn", () => {});
  const lost = new Error("404");
  const words = async (/** @type {string} */ language) => {
    if (language === "de") throw lost;
    return `words of ${language}`;
  };
  const mountedOne = await mounted({ ...BUILD, words, tag: "de" });
  assert.deepEqual([mountedOne.words, mountedOne.language], ["words of en", "en"]);
  assert.deepEqual(warn.mock.calls[0]?.arguments, ['<support-fit> has no words in "de".', lost]);
  mountedOne.attached.free();
});

test("without English words, mounting fails with what kept them from arriving", async () => {
  const lost = new Error("404");
  const words = () => Promise.reject(lost);
  await assert.rejects(mounted({ ...BUILD, words, tag: "de" }), lost);
  await assert.rejects(mounted({ ...BUILD, words, tag: "en" }), lost);
});

test("each event on the page reaches the application", async () => {
  const { attached, root } = await mounted();
  calls = [];
  await dispatchAll(root);
  attached.free();
  for (const name of [
    "put_text",
    "enter_typed",
    "dialog_closed",
    "open_link",
    "look_again",
    "open_file",
  ])
    assert.ok(calls.includes(name), name);
});

test("an application that was freed, or is being freed, is not called anymore", async () => {
  const { attached, root } = await mounted();
  root.dispatchEvent(new Event("input"));
  calls = [];
  whileFreeing = () => void dispatchAll(root);
  attached.free();
  await dispatchAll(root);
  // What was typed is not lost.
  assert.deepEqual(calls, ["enter_typed", "free"]);
});

test("a field that is removed when everything is cleared does not enter its text again", async () => {
  const { attached, host, root } = await mounted();
  root.dispatchEvent(new Event("input"));
  calls = [];
  host.emit("reset", {});
  // Chromium dispatches these at a field that is removed.
  for (const type of ["change", "focusout"]) root.dispatchEvent(new Event(type));
  assert.ok(!calls.includes("put_text"));
  attached.free();
});

test("an application is not freed while it dispatches an event", async () => {
  const { attached, host, element } = await mounted();
  element.addEventListener("support-fit-start", () => attached.free());
  host.emit("start", {});
  assert.ok(!calls.includes("free"));
  await Promise.resolve();
  assert.ok(calls.includes("free"));
});

// @threat-events
test("the page cannot count how often an answer was changed", async () => {
  const { attached, host } = await mounted();
  for (const step of [1, 1, 2, 2, 2]) host.emit("answer", { step });
  host.emit("reset", {});
  for (const step of [1, 1]) host.emit("answer", { step });
  const answer = (/** @type {number} */ step) => ["answer", { step }];
  assert.deepEqual(received, [answer(1), answer(2), ["reset", {}], answer(1)]);
  attached.free();
});

test("a page that asked for details receives each change of an answer", async () => {
  const { attached, host } = await mounted();
  for (const answer of [["patch"], ["patch", "mfa"], []])
    host.emit("answer", { step: 4, question: "signs", answer });
  assert.equal(received.length, 3);
  attached.free();
});
