/**
 * The script for a page that shows SupportFit in a frame: the frame is as high as its content, and its events are heard on
 * it as on the element. For `<iframe data-support-fit src="https://widget.example/frame.html">`.
 */

import { emit } from "./events.js";

/** Higher than any content of ours. */
const HIGHEST = 100_000;

/** @type {WeakSet<HTMLIFrameElement>} */
const known = new WeakSet();

/**
 * The origin that the frame's messages have. A sandbox without `allow-same-origin` takes its origin from it.
 *
 * @param {HTMLIFrameElement} frame
 */
function originOf(frame) {
  const isOpaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  return isOpaque ? "null" : new URL(frame.src, document.baseURI).origin;
}

/**
 * Connects a frame; those that are on the page with `data-support-fit` are connected by themselves.
 *
 * @param {HTMLIFrameElement} frame
 */
export function connect(frame) {
  if (known.has(frame)) return;
  known.add(frame);
  // Says nothing that anybody may not know, so it goes to whatever is in the frame by now.
  const hello = () =>
    frame.contentWindow?.postMessage({ type: "support-fit:hello", version: 1 }, "*");
  frame.addEventListener("load", hello);
  hello();
  addEventListener("message", ({ data, origin, source }) => {
    if (source !== frame.contentWindow || origin !== originOf(frame)) return;
    if (data?.type === "support-fit:here") hello();
    else if (data?.type === "support-fit:height") resize(frame, data.height);
    else if (data?.type === "support-fit:event") hear(frame, data.name, data.detail);
  });
}

/**
 * Has the frame do something: `reset`, `show-result` or `print`. The frame does it only for the origins that its
 * configuration names in `frameParents`.
 *
 * @param {HTMLIFrameElement} frame
 * @param {"reset" | "show-result" | "print"} name
 */
export function command(frame, name) {
  const origin = originOf(frame);
  const message = { type: "support-fit:command", name };
  frame.contentWindow?.postMessage(message, origin === "null" ? "*" : origin);
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {unknown} height
 */
function resize(frame, height) {
  if (typeof height === "number" && height > 0 && height < HIGHEST) {
    // Also where the page says of every frame how high it is.
    frame.style.setProperty("height", `${Math.ceil(height)}px`, "important");
  }
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {unknown} name
 * @param {unknown} detail
 */
function hear(frame, name, detail) {
  if (typeof name !== "string" || !/^[a-z-]{1,20}$/.test(name)) return;
  emit(frame, name, detail);
  // The frame cannot see where the page is: after a step its top would stay out of view.
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
