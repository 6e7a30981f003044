/**
 * Keeps key presses and drags that are for our controls from the listeners of the host page. Outside the shadow root, the target of
 * an event is the element, so the page cannot see that the visitor is typing. It would take a key for a shortcut, or a dragged
 * slider for a swipe. Listeners that capture events at the document or window come first; nothing can keep events from them.
 *
 * Tab, Escape outside our dialog, function keys, and shortcuts with Ctrl, Alt or Meta reach the page.
 */

const FIELDS = "input:is([type=text],[type=date]),textarea,select";

/** Keys that do nothing in a text field. */
const NO_TEXT = /^(Tab|Escape|F\d|Shift|Control|Alt|Meta|Caps)/;

/** Keys that move a slider or choose another radio button. */
const STEPS = /^(Arrow|Home|End|Page)/;

/** A press or touch that can begin a drag, and the touch that drags. */
const DRAGS = ["pointerdown", "mousedown", "touchstart", "touchmove"];

/**
 * Whether a pressed key is for one of our controls.
 *
 * @param {KeyboardEvent} event
 * @param {Element} target
 */
function isOwn(event, target) {
  const { key } = event;
  // On some keyboards, characters are typed with Ctrl and Alt together.
  if ((event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState("AltGraph"))
    return false;
  if (target.matches(FIELDS)) return !NO_TEXT.test(key);
  if (key === "Escape") return !!target.closest("dialog");
  return key === "Enter" || key === " " || (STEPS.test(key) && target.matches("input"));
}

/** @param {HTMLElement} root Of the application. */
export function keepOwnInput(root) {
  /** The keys that are held down and were kept from the page, by `code`. */
  const held = new Set();
  /** @param {Event} event */
  const keep = (event) => {
    const target = /** @type {Element} */ (event.target);
    // Not content of the page in a slot.
    if (!root.contains(target)) return;
    const { type, code } = /** @type {KeyboardEvent} */ (event);
    if (DRAGS.includes(type)) {
      if (target.matches(`${FIELDS},[type=range]`)) event.stopPropagation();
      return;
    }
    if (type === "keydown" && isOwn(/** @type {KeyboardEvent} */ (event), target)) held.add(code);
    else if (type === "keydown") held.delete(code);
    // The page gets the end of a press if it got the beginning.
    if (held.has(code)) event.stopPropagation();
    if (type === "keyup") held.delete(code);
  };
  for (const type of [...DRAGS, "keydown", "keypress", "keyup"])
    root.addEventListener(type, keep, { passive: true });
}
