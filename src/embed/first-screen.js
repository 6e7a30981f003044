/**
 * The first question, drawn by the loader before the application is loaded. The build generates it from the content, and a
 * test compares it with the application's screen. When the application takes over, it repeats what the visitor did.
 */

import { ENGLISH } from "./language.js";

/**
 * An element as `tag#id.class`, followed by its attributes and children.
 *
 * @typedef {[string, ...(string | Record<string, string> | Tree)[]]} Tree
 */

/**
 * @typedef {object} FirstScreen
 * @property {HTMLElement} root
 * @property {string} question Its id.
 * @property {boolean} submitted
 */

/**
 * @param {Tree} tree
 * @returns {HTMLElement}
 */
export function draw([name, ...parts]) {
  const [tagAndId, classes] = /** @type {[string, string?]} */ (name.split("."));
  const [tag, id] = /** @type {[string, string?]} */ (tagAndId.split("#"));
  const element = document.createElement(tag);
  if (id) element.id = id;
  if (classes) element.className = classes;
  for (const part of parts) {
    if (typeof part === "string") element.append(part);
    else if (Array.isArray(part)) element.append(draw(part));
    else for (const [name, value] of Object.entries(part)) element.setAttribute(name, value);
  }
  return element;
}

/**
 * The index of the answer in a draft whose place is the first question; -1 without an answer or a draft. Undefined if the
 * draft is at another place or cannot be read.
 *
 * @param {string | null | undefined} draft
 */
function savedAnswer(draft) {
  if (!draft) return -1;
  const { question, options } = SUPPORT_FIT.first;
  try {
    // If the text is longer than any draft, the cut makes it invalid JSON. The application backs it up.
    const { place, returns_to, course, answers, schema } = JSON.parse(draft.slice(0, 4e5));
    if (
      schema === SUPPORT_FIT.schema &&
      course !== "full" &&
      !returns_to &&
      place.question === question
    )
      return options.indexOf(answers[question]);
  } catch {}
  return undefined;
}

/**
 * @param {string | null | undefined} draft
 * @returns {FirstScreen | undefined} Undefined if the visitor continues at another screen.
 */
export function firstScreen(draft) {
  const answer = savedAnswer(draft);
  if (answer === undefined) return undefined;
  const root = draw(["div.root", { lang: ENGLISH }, SUPPORT_FIT.first.tree]);
  const screen = { root, question: SUPPORT_FIT.first.question, submitted: false };
  // An attribute, unlike what the visitor checks.
  root.querySelectorAll("input")[answer]?.setAttribute("checked", "");
  const next = root.querySelector("button");
  // Not `onsubmit`, because a sandboxed frame cannot submit forms.
  root.onclick = (event) => {
    // A translator may have put elements into the button.
    if (!next?.contains(/** @type {Node} */ (event.target))) return;
    event.preventDefault();
    screen.submitted = true;
    root.ariaBusy = "true";
  };
  return screen;
}
