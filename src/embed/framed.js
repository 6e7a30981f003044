/**
 * The inside of the frame: makes the element from the frame's address, and talks with the page around. What it sends and
 * takes is in `docs/embedding.md`.
 *
 * Whoever embeds the frame learns its height and what kind of step was taken. Commands, and events that carry answers, are
 * for the origins that the configuration names.
 */

import { keepForOffline } from "./offline.js";
import { origins } from "./origins.js";

/** What an address may set. Where the call to action leads is not among it: our address must not lead anywhere else. */
const SETTINGS = ["currency", "data-layer", "flow", "lang", "storage", "theme"];

/** What it may set for a page around: a link to the frame alone must not speak in anybody's name. */
const FRAMED_SETTINGS = ["provider-name"];

/** Keys that an address names begin so: it must not reach what other programs keep on this origin. */
const KEY_PREFIX = "support-fit-frame-";

/** A name without the signs that part what belongs to a key (`.aside`, `:history`) from it. */
const KEY_NAME = /^[\w-]{1,80}$/;

/** Longer than a configuration may be in any script. */
const LONGEST_CONFIGURATION = 200_000;

/** What the element tells. */
const EVENTS = [
  "ready",
  "start",
  "question-shown",
  "answer",
  "progress",
  "result",
  "export",
  "share",
  "cta",
  "reset",
  "error",
];

/** @type {Record<string, (element: import("./element.js").SupportFit) => Promise<unknown>>} */
const COMMANDS = {
  reset: (element) => element.reset(),
  "show-result": (element) => element.showResult(),
  print: (element) => element.print(),
};

/** The origin of the page around, once it has said hello. */
let parentOrigin = "";

/** @type {string[]} */
let trusted = [];

/** @param {object} message */
function send(message) {
  // An opaque origin cannot be named.
  if (parentOrigin) parent.postMessage(message, parentOrigin === "null" ? "*" : parentOrigin);
}

function sendHeight() {
  send({
    type: "support-fit:height",
    height: Math.ceil(document.body.getBoundingClientRect().height),
  });
}

/**
 * The configuration of the address, if it is a file of the frame's own origin.
 *
 * @param {string | null} path
 */
async function configuration(path) {
  if (!path) return null;
  try {
    const url = new URL(path, location.href);
    if (url.origin !== location.origin) throw new Error(`${url} is not on ${location.origin}`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    const text = await response.text();
    if (text.length > LONGEST_CONFIGURATION) throw new Error(`${url} is too long`);
    return JSON.parse(text);
  } catch (error) {
    console.warn("<support-fit> goes on without its configuration.", error);
    return null;
  }
}

const parameters = new URLSearchParams(location.search);
const element = /** @type {import("./element.js").SupportFit} */ (
  document.createElement("support-fit")
);
for (const name of parent === window ? SETTINGS : [...SETTINGS, ...FRAMED_SETTINGS]) {
  const value = parameters.get(name);
  if (value !== null) element.setAttribute(name, value);
}
const keyName = parameters.get("storage-key");
if (keyName !== null && KEY_NAME.test(keyName))
  element.setAttribute("storage-key", KEY_PREFIX + keyName);
else if (keyName !== null) console.warn(`<support-fit> keeps nothing under "${keyName}".`);
// The page around has decided that the frame is to load.
element.setAttribute("loading", "eager");

addEventListener("message", ({ data, origin, source }) => {
  if (source !== parent || parent === window || typeof data?.type !== "string") return;
  if (data.type === "support-fit:hello") {
    parentOrigin = origin;
    sendHeight();
  } else if (data.type === "support-fit:command" && trusted.includes(origin)) {
    if (Object.hasOwn(COMMANDS, data.name)) void COMMANDS[data.name]?.(element).catch(() => {});
  }
});

for (const name of EVENTS) {
  element.addEventListener(`support-fit-${name}`, (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    const { question, position, total, answer, ...plain } = detail;
    const told = trusted.includes(parentOrigin) ? detail : plain;
    send({ type: "support-fit:event", name, detail: told });
  });
}

// WebKit calls a frame loaded before this script has run: the hello on that has been missed. This says nothing but that
// the frame is there, so it goes to whoever is around.
if (parent !== window) parent.postMessage({ type: "support-fit:here", version: 1 }, "*");

new ResizeObserver(sendHeight).observe(document.body);

const config = await configuration(parameters.get("config"));
trusted = origins(config?.frameParents);
element.config = config;
// The script before this one has not defined it: the browser is too old.
if (!customElements.get(element.localName)) document.querySelector("p")?.removeAttribute("hidden");
// After what the visitor waits for.
element.addEventListener("support-fit-ready", () => void keepForOffline(), { once: true });
document.querySelector("main")?.append(element);
