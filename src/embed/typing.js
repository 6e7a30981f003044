/**
 * Tells the application what is typed in its fields: when the visitor leaves a field, after a pause, and before the page is hidden,
 * since a hidden page can be discarded without another event.
 */

/** @typedef {import("./mounting.js").Mounted} Mounted */

/** In milliseconds. */
const PAUSE = 800;

const FIELDS = "input:is([type=text],[type=email],[type=tel],[type=date]),textarea,select[id]";

const HIDING = ["visibilitychange", "pagehide"];

/**
 * @param {HTMLElement} root Of the application.
 * @param {Mounted} mounted
 */
export function followTyping(root, mounted) {
  /** @type {HTMLInputElement | undefined} The field whose text is not left yet. */
  let typed;
  let timer = 0;
  let isFollowing = true;
  const pause = () => {
    if (isFollowing) mounted.enter_typed();
  };
  /** @param {HTMLInputElement} field */
  const put = (field) => {
    clearTimeout(timer);
    const { id, value } = field;
    // A date that is not complete has no value.
    mounted.put_text(id, !value && field.matches(":invalid") ? "?" : value, !typed);
  };
  /** @param {Event} event */
  const follow = ({ type, target }) => {
    const field = /** @type {HTMLInputElement} */ (target);
    // Not fields of the page in a slot.
    if (!isFollowing || !field.matches(FIELDS) || !root.contains(field)) return;
    if (type === "input") {
      typed = field;
      put(field);
      timer = window.setTimeout(pause, PAUSE);
    } else if (typed !== field) {
      // Nothing was typed.
    } else if (type === "focusout" && !document.hasFocus()) {
      // The focus returns to the field with the page.
      pause();
    } else if (type === "focusout" || field.type !== "date") {
      // Chromium fires `change` for each part of a date.
      typed = undefined;
      put(field);
    }
  };
  for (const type of ["input", "change", "focusout"]) root.addEventListener(type, follow);
  // On iPhones, a field keeps the focus when a button is pressed.
  root.addEventListener("click", pause, true);
  for (const type of HIDING) addEventListener(type, pause);
  return {
    /** Everything was cleared: the field will be removed, and must not enter its text again when it loses the focus. */
    forget() {
      typed = undefined;
    },
    stop() {
      // A field that is removed loses the focus, which Chromium reports while the application is being freed.
      isFollowing = false;
      for (const type of HIDING) removeEventListener(type, pause);
    },
  };
}
