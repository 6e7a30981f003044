/**
 * The script for a page that shows SupportFit in a frame. It sets the height of the frame and dispatches the events of the
 * element on it. For `<iframe data-support-fit src="https://widget.example/frame.html">`.
 */

import { EVENTS, allowedDetail } from "./details.js";
import { emit } from "./events.js";

/** In pixels; more than our content needs. */
const HIGHEST = 100_000;

/** In milliseconds: the shortest time between two changes of a frame's height. */
const BETWEEN_HEIGHTS = 100;

/** In milliseconds: the shortest time between two scrolls to a frame. */
const BETWEEN_SCROLLS = 1_000;

/** In milliseconds: no browser counts a press as the visitor's activity for longer. */
const LONGEST_ACTIVITY = 5_000;

/** What a press dispatches on the page, unless it is in a frame. */
const PRESSES = ["keydown", "pointerdown", "pointerup", "click"];

/** When something was last pressed in the page itself. */
let pressed = -Infinity;
for (const type of PRESSES)
  addEventListener(type, () => (pressed = performance.now()), { capture: true, passive: true });

/** @typedef {(value: unknown) => boolean} Kind */

/** @type {Kind} */
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** @type {Kind} */
const isText = (value) => typeof value === "string" && value.length <= 2_000;

/**
 * A name of ours, such as `co-managed`.
 *
 * @type {Kind}
 */
const isName = (value) => isText(value) && /^[\w-]{1,40}$/.test(String(value));

/** @type {Kind} */
const isNameOrNull = (value) => value === null || isName(value);

/**
 * What the entries of details may be. All others are names.
 *
 * @type {Record<string, Kind>}
 */
const KINDS = {
  step: isCount,
  position: isCount,
  total: isCount,
  answer: (value) =>
    Array.isArray(value) ? value.length <= 50 && value.every(isName) : isNameOrNull(value),
  view: isNameOrNull,
  leader: isNameOrNull,
  isFull: (value) => typeof value === "boolean",
  message: isText,
  // The schemes that a call to action may have (`crates/config/src/address.rs`).
  url: (value) => isText(value) && /^(https:\/\/|mailto:|tel:)[^\s\\]+$/i.test(String(value)),
};

/**
 * @typedef {object} Connection
 * @property {number} height The last height that the frame asked for.
 * @property {boolean} isPaused Whether the height was set a moment ago.
 * @property {number} scrolled When the page was last scrolled to the frame.
 */

/** @type {WeakSet<HTMLIFrameElement>} */
const known = new WeakSet();

/**
 * The connected frames that are in the page.
 *
 * @type {Map<HTMLIFrameElement, Connection>}
 */
const connections = new Map();

/**
 * The origin of the frame's messages, which is opaque in a sandbox without `allow-same-origin`. Empty without the URL of a
 * server: the origin of `about:blank` or a `data:` URL would also be that of frames that have nothing to do with ours.
 *
 * @param {HTMLIFrameElement} frame
 */
function originOf(frame) {
  const url = URL.canParse(frame.src) && new URL(frame.src);
  if (!url || !/^https?:$/.test(url.protocol)) return "";
  const isOpaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  return isOpaque ? "null" : url.origin;
}

/**
 * Connects a frame. Frames with `data-support-fit` are connected automatically.
 *
 * @param {HTMLIFrameElement} frame
 */
export function connect(frame) {
  // A frame that is moved in the page is loaded again.
  if (!known.has(frame)) frame.addEventListener("load", () => greet(frame));
  known.add(frame);
  greet(frame);
}

/** @param {HTMLIFrameElement} frame */
function greet(frame) {
  if (!frame.isConnected) return;
  if (!connections.has(frame))
    connections.set(frame, { height: 0, isPaused: false, scrolled: -Infinity });
  // Safe for any origin that the frame has navigated to.
  frame.contentWindow?.postMessage({ type: "support-fit:hello", version: 1 }, "*");
}

/** Forgets frames that were removed. */
function forget() {
  for (const frame of connections.keys()) if (!frame.isConnected) connections.delete(frame);
}

addEventListener("message", ({ data, origin, source }) => {
  forget();
  for (const [frame, connection] of connections) {
    if (source !== frame.contentWindow || origin !== originOf(frame)) continue;
    if (data?.type === "support-fit:here") greet(frame);
    else if (data?.type === "support-fit:height") resize(frame, connection, data.height);
    else if (data?.type === "support-fit:event")
      dispatch(frame, connection, data.name, data.detail);
  }
});

/**
 * Sends a command to the frame, which accepts it only from the origins in its configuration's `frameParents`.
 *
 * @param {HTMLIFrameElement} frame
 * @param {"reset" | "show-result" | "print"} name
 * @param {string} [view] The view of the result to show, as for `showResult`.
 */
export function command(frame, name, view) {
  const origin = originOf(frame);
  const message = { type: "support-fit:command", name, view };
  if (origin) frame.contentWindow?.postMessage(message, origin === "null" ? "*" : origin);
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {Connection} connection
 * @param {unknown} height
 */
function resize(frame, connection, height) {
  if (typeof height !== "number" || !(height > 0 && height < HIGHEST)) return;
  connection.height = Math.ceil(height);
  if (!connection.isPaused) setHeight(frame, connection);
}

/**
 * Sets the last height, and again after a pause if there is another one by then.
 *
 * @param {HTMLIFrameElement} frame
 * @param {Connection} connection
 */
function setHeight(frame, connection) {
  const { height } = connection;
  // Overrides a height that the page sets for all frames.
  frame.style.setProperty("height", `${height}px`, "important");
  connection.isPaused = true;
  setTimeout(() => {
    connection.isPaused = false;
    if (connection.height !== height) setHeight(frame, connection);
  }, BETWEEN_HEIGHTS);
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {Connection} connection
 * @param {unknown} name
 * @param {unknown} detail
 */
function dispatch(frame, connection, name, detail) {
  if (typeof name !== "string" || !EVENTS.includes(name)) return;
  emit(frame, name, checkedDetail(name, detail));
  if (name === "progress") reveal(frame, connection);
}

/**
 * The detail of an event, without what is not documented and what is of another kind.
 *
 * @param {string} event One of `EVENTS`.
 * @param {unknown} detail
 */
function checkedDetail(event, detail) {
  const entries = Object.entries(allowedDetail(event, detail, true));
  return Object.fromEntries(entries.filter(([key, value]) => (KINDS[key] ?? isName)(value)));
}

/**
 * Scrolls to the top of the next screen, which would be out of view, since the frame cannot scroll the page. Only after the
 * visitor has pressed something in a frame, so that a hostile frame cannot hold the page: the browser tells that there was a
 * press, and it was none in the page.
 *
 * @param {HTMLIFrameElement} frame
 * @param {Connection} connection
 */
function reveal(frame, connection) {
  const { activeElement } = /** @type {Document | ShadowRoot} */ (frame.getRootNode());
  if (activeElement !== frame || !navigator.userActivation.isActive) return;
  const now = performance.now();
  if (now - pressed <= LONGEST_ACTIVITY || now - connection.scrolled < BETWEEN_SCROLLS) return;
  if (frame.getBoundingClientRect().top >= 0) return;
  connection.scrolled = now;
  frame.scrollIntoView();
}

const selector = "iframe[data-support-fit]";

new MutationObserver((changes) => {
  forget();
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      const frames = node.matches(selector) ? [node] : node.querySelectorAll(selector);
      for (const frame of frames) connect(/** @type {HTMLIFrameElement} */ (frame));
    }
  }
}).observe(document, { childList: true, subtree: true });

for (const frame of document.querySelectorAll(selector))
  connect(/** @type {HTMLIFrameElement} */ (frame));
