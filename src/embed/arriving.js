/**
 * Passes to the application what arrives from outside: links in the page's address, files that are dropped or chosen, and
 * signs that another tab may have changed the saved draft.
 */

import { readChosen, readFiles } from "../browser/files.js";

/** @typedef {import("./mounting.js").Mounted} Mounted */

/**
 * The element that opens links in the page's address: the first one.
 *
 * @type {HTMLElement | undefined}
 */
let addressed;

/**
 * When to look at the saved draft, by what fires the event. There are no storage events for a page in the back/forward cache,
 * and perhaps none for one that is prerendered, hidden or frozen.
 *
 * @returns {[EventTarget, string][]}
 */
const signs = () => [
  [window, "storage"],
  [window, "pageshow"],
  [document, "prerenderingchange"],
  [document, "resume"],
  [document, "visibilitychange"],
];

/**
 * @param {HTMLElement} element
 * @param {HTMLElement} root Of the application.
 * @param {Mounted} mounted
 */
export function receive(element, root, mounted) {
  let isAttached = true;
  addressed ??= root;
  const follow = () => {
    if (addressed === root && location.hash) mounted.open_link(location.hash, top !== window);
  };
  addEventListener("hashchange", follow);
  const look = () => mounted.look_again();
  for (const [target, sign] of signs()) target.addEventListener(sign, look);
  // The event does not bubble.
  root.addEventListener("close", () => isAttached && mounted.dialog_closed(), true);

  /** @param {ReturnType<typeof readFiles>} reading */
  const open = async (reading) => {
    const [file] = await reading;
    if (file && isAttached) mounted.open_file(...file);
  };
  /** @param {boolean} isOver */
  const show = (isOver) => root.classList.toggle("dropping", isOver);
  root.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    show(true);
  });
  root.addEventListener("dragleave", ({ relatedTarget }) => {
    if (!root.contains(/** @type {Node | null} */ (relatedTarget))) show(false);
  });
  root.addEventListener("drop", (event) => {
    show(false);
    const file = event.dataTransfer?.files[0];
    if (!file || event.defaultPrevented || !isAttached) return;
    event.preventDefault();
    void open(readFiles([file], mounted.largest_file()));
  });
  root.addEventListener("change", ({ target }) => {
    const field = /** @type {HTMLInputElement} */ (target);
    if (isAttached && field.matches("input.opens"))
      void open(readChosen(field, mounted.largest_file()));
  });
  return {
    follow,
    /** Removes the link from the address, if that is ours, without a history entry. */
    settled() {
      // Not `document.documentElement`, which an image of that name on the page would replace.
      const isOurPage = element.closest(":root[data-support-fit]");
      if (!isOurPage || addressed !== root) return;
      history.replaceState(history.state, "", location.pathname + location.search);
    },
    leave() {
      isAttached = false;
      if (addressed === root) addressed = undefined;
      removeEventListener("hashchange", follow);
      for (const [target, sign] of signs()) target.removeEventListener(sign, look);
    },
  };
}
