/**
 * The first question, drawn by the loader before the application is there. It looks as the application will draw it; the
 * build makes it from the same content, and a test compares the two. What the visitor does to it is done again to the
 * application when that takes over.
 */

/**
 * An element as in a style sheet, `tag#id.class`, with its attributes if it has some, and what is in it.
 *
 * @typedef {[string, ...(string | Record<string, string> | Tree)[]]} Tree
 */

/**
 * The first screen and what was done to it.
 *
 * @typedef {object} FirstScreen
 * @property {HTMLElement} root
 * @property {boolean} submitted
 * @property {(root: Element) => HTMLElement[]} controls
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
    // Of the three a tree alone can be mapped.
    if (/** @type {Tree} */ (part).map) element.append(draw(/** @type {Tree} */ (part)));
    else if (typeof part === "string") element.append(part);
    else
      for (const [name, value] of Object.entries(/** @type {Record<string, string>} */ (part)))
        element.setAttribute(name, value);
  }
  return element;
}

/**
 * What can be used on the first screen, in its order, which is that of the application.
 *
 * @param {Element} root
 * @returns {HTMLElement[]}
 */
const controls = (root) => [
  .../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("input,button,summary")),
];

/**
 * The answer to the first question in a draft that stopped there: an index, -1 for none yet; nothing where the draft is
 * elsewhere or not understood.
 *
 * @param {string | null | undefined} draft
 */
function answered(draft) {
  if (!draft) return -1;
  const { question, options } = SUPPORT_FIT.first;
  try {
    // A text that is too long for a draft is cut and no JSON any more: the application puts it aside.
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
 * @returns {FirstScreen | undefined} Nothing where the visitor has to see another screen first.
 */
export function firstScreen(draft) {
  const answer = answered(draft);
  if (answer === undefined) return undefined;
  const root = draw(["div.root", { lang: SUPPORT_FIT.first.language }, SUPPORT_FIT.first.tree]);
  const screen = { root, submitted: false, controls };
  root.querySelectorAll("input")[answer]?.click();
  const next = root.querySelector("button");
  // Not when the form is submitted, which a frame in a sandbox may not do.
  root.onclick = (event) => {
    if (event.target !== next) return;
    event.preventDefault();
    screen.submitted = true;
    root.ariaBusy = "true";
  };
  return screen;
}
