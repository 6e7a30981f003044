/**
 * The script for a page that shows SupportFit in a frame. It sets the height of the frame and dispatches the events of the
 * element on it. For `<iframe data-support-fit src="https://widget.example/frame.html">`.
 */

import { EVENTS, emit } from "./events.js";

/** In pixels; more than our content needs. */
const HIGHEST = 100_000;

/** @type {WeakSet<HTMLIFrameElement>} */
const known = new WeakSet();

/**
 * The origin of the frame's messages, which is opaque in a sandbox without `allow-same-origin`.
 *
 * @param {HTMLIFrameElement} frame
 */
function originOf(frame) {
  const isOpaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  return isOpaque ? "null" : new URL(frame.src, document.baseURI).origin;
}

/**
 * Connects a frame. Frames with `data-support-fit` are connected automatically.
 *
 * @param {HTMLIFrameElement} frame
 */
export function connect(frame) {
  if (known.has(frame)) return;
  known.add(frame);
  // Safe for any origin that the frame has navigated to.
  const hello = () =>
    frame.contentWindow?.postMessage({ type: "support-fit:hello", version: 1 }, "*");
  frame.addEventListener("load", hello);
  hello();
  addEventListener("message", ({ data, origin, source }) => {
    if (source !== frame.contentWindow || origin !== originOf(frame)) return;
    if (data?.type === "support-fit:here") hello();
    else if (data?.type === "support-fit:height") resize(frame, data.height);
    else if (data?.type === "support-fit:event") dispatch(frame, data.name, data.detail);
  });
}

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
  frame.contentWindow?.postMessage(message, origin === "null" ? "*" : origin);
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {unknown} height
 */
function resize(frame, height) {
  if (typeof height === "number" && height > 0 && height < HIGHEST) {
    // Overrides a height that the page sets for all frames.
    frame.style.setProperty("height", `${Math.ceil(height)}px`, "important");
  }
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {unknown} name
 * @param {unknown} detail
 */
function dispatch(frame, name, detail) {
  if (typeof name !== "string" || !EVENTS.includes(name)) return;
  emit(frame, name, detail);
  // The frame cannot scroll the page, so the top of the next screen would be out of view.
  if (name === "progress" && frame.getBoundingClientRect().top < 0) frame.scrollIntoView();
}

const selector = "iframe[data-support-fit]";

new MutationObserver((changes) => {
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
