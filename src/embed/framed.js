/**
 * The script of `frame.html`. It creates the element from the query parameters of the frame, and exchanges messages with the
 * parent page (`docs/embedding.md`).
 *
 * Any parent receives the frame's height and events without answers. Commands, and events with answers, are only for the
 * origins in the configuration.
 */

import { EVENTS, allowedDetail } from "./details.js";
import { frameConfiguration, withoutContact } from "./frame-configuration.js";
import { keepForOffline } from "./offline.js";
import { origins } from "./origins.js";

/** Keeps a storage key from a query parameter away from the keys of other programs on this origin. */
const KEY_PREFIX = "support-fit-frame-";

/** Without the characters that separate suffixes such as `.aside` and `:history`. */
const KEY_NAME = /^[\w-]{1,80}$/;

/** @type {Record<string, (element: import("./element.js").SupportFit, view?: string) => Promise<unknown>>} */
const COMMANDS = {
  reset: (element) => element.reset(),
  "show-result": (element, view) => element.showResult(view),
  print: (element) => element.print(),
};

/** The origin of the parent, after its hello. */
let parentOrigin = "";

/** @type {string[]} */
let trusted = [];

/** @type {Record<string, unknown> | null} */
let config = null;

const settings = () =>
  withoutContact(config, parent === window || trusted.includes(parentOrigin), parent !== window);

/** @param {object} message */
function send(message) {
  // An opaque origin cannot be a target.
  if (parentOrigin) parent.postMessage(message, parentOrigin === "null" ? "*" : parentOrigin);
}

function sendHeight() {
  send({
    type: "support-fit:height",
    height: Math.ceil(document.body.getBoundingClientRect().height),
  });
}

const parameters = new URLSearchParams(location.search);
const element = /** @type {import("./element.js").SupportFit} */ (
  document.createElement("support-fit")
);
for (const name of parent === window
  ? SUPPORT_FIT_FRAME_SETTINGS
  : [...SUPPORT_FIT_FRAME_SETTINGS, ...SUPPORT_FIT_FRAMED_SETTINGS]) {
  const value = parameters.get(name);
  if (value !== null) element.setAttribute(name, value);
}
const keyName = parameters.get("storage-key");
if (keyName !== null && KEY_NAME.test(keyName))
  element.setAttribute("storage-key", KEY_PREFIX + keyName);
else if (keyName !== null)
  console.warn("<support-fit> ignores the storage-key", encodeURIComponent(keyName).slice(0, 60));
// The parent page decides when the frame loads.
element.setAttribute("loading", "eager");

addEventListener("message", ({ data, origin, source }) => {
  if (source !== parent || parent === window || typeof data?.type !== "string") return;
  if (data.type === "support-fit:hello") {
    const isNew = parentOrigin !== origin;
    parentOrigin = origin;
    if (isNew && config?.["contact"]) element.config = settings();
    sendHeight();
  } else if (data.type === "support-fit:command" && trusted.includes(origin)) {
    if (Object.hasOwn(COMMANDS, data.name))
      void COMMANDS[data.name]?.(element, data.view).catch(() => {});
  }
});

for (const name of EVENTS) {
  element.addEventListener(`support-fit-${name}`, (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    const isTrusted = trusted.includes(parentOrigin);
    // One with details is dispatched at each change, which others could count.
    if (name === "answer" && detail.question && !isTrusted) return;
    send({ type: "support-fit:event", name, detail: allowedDetail(name, detail, isTrusted) });
  });
}

// WebKit fires `load` before this script has run, so the parent's hello was missed. The message is safe for any origin.
if (parent !== window) parent.postMessage({ type: "support-fit:here", version: 1 }, "*");

new ResizeObserver(sendHeight).observe(document.body);

const configName = parameters.get("config");
config = configName
  ? await frameConfiguration(configName, location.href, SUPPORT_FIT_FRAME_SETTINGS)
  : null;
trusted = origins(config?.["frameParents"]);
element.config = settings();
// Anyone can write the address, so it cannot allow what the file forbids. A value that is not known means `none`.
if ((config?.["storage"] ?? "local") !== "local") element.setAttribute("storage", "none");
// Not defined by the loader: the browser is too old.
if (!customElements.get(element.localName)) document.querySelector("p")?.removeAttribute("hidden");
// Not before the visitor can start.
if ((element.getAttribute("storage") ?? "local") === "local")
  element.addEventListener("support-fit-ready", () => void keepForOffline(element), { once: true });
document.querySelector("main")?.append(element);
