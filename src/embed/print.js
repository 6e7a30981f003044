/** Prints a copy of the element in a frame, because printing the window would print the whole host page. */

/** Page numbers from the second page on, if the engine supports them. `@page` works only in a document's style sheet. */
const PAGES =
  "@page{margin:18mm 16mm 20mm;@bottom-right{content:counter(page) ' / ' counter(pages);font:9pt system-ui,sans-serif;color:#565d6b}}@page:first{@bottom-right{content:none}}";

const ANY_INPUT = ["pointerdown", "keydown"];

/**
 * @param {HTMLElement} element
 * @param {ShadowRoot} shown
 * @param {(paper?: HTMLElement) => boolean} draw Draws the report in the element. Returns whether there is a report.
 * @returns {boolean} False if the browser cannot print, as in many apps that show pages.
 */
export function print(element, shown, draw) {
  removeCopy(shown);
  const frame = document.createElement("iframe");
  // Not `document.title`, which an image of that name on the page would replace.
  const title = document.querySelector("title")?.textContent ?? "";
  frame.title = title;
  Object.assign(frame.style, { position: "fixed", inlineSize: "0", blockSize: "0", border: "0" });
  shown.append(frame);
  const { contentWindow: view, contentDocument: page } = frame;
  if (!view?.print || !page) {
    frame.remove();
    return false;
  }
  const host = page.body.appendChild(page.createElement("div"));
  const copy = host.attachShadow({ mode: "open" });
  // A style sheet works only in the document that created it.
  const { CSSStyleSheet } = /** @type {Window & typeof globalThis} */ (view);
  /** @param {string} css */
  const sheet = (css) => {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    return made;
  };
  page.adoptedStyleSheets = [sheet(PAGES)];
  copy.adoptedStyleSheets = shown.adoptedStyleSheets.map(({ cssRules }) =>
    sheet([...cssRules].map((rule) => rule.cssText).join("")),
  );
  // Without `data-alone`, which prints one section, the report is printed.
  const root = shown.querySelector(".root:not([data-alone])");
  if (root) showReport(root, draw);
  for (const child of shown.children)
    if (child !== frame) copy.append(page.importNode(child, true));
  if (root) hideReport(root, draw);
  // The report replaces everything else.
  const paper = copy.querySelector(".paper");
  paper?.parentElement?.replaceChildren(paper);
  // The page's content for slots.
  for (const child of element.children) if (child.slot) host.append(page.importNode(child, true));
  page.title = title;
  const remove = () => {
    for (const type of ANY_INPUT) removeEventListener(type, remove, true);
    frame.remove();
  };
  view.onafterprint = remove;
  // The browser may print nothing, and then it does not fire `afterprint`. While its dialog is open, the page gets no input.
  for (const type of ANY_INPUT) addEventListener(type, remove, true);
  try {
    view.print();
    return true;
  } catch {
    remove();
    return false;
  }
}

/**
 * Removes the copy that was printed last, which has the visitor's answers.
 *
 * @param {ShadowRoot} shown
 */
export function removeCopy(shown) {
  shown.querySelector("iframe")?.remove();
}

/**
 * Adds the report to the page. The style sheet hides the application while it is there.
 *
 * @param {ParentNode} root
 * @param {(paper?: HTMLElement) => boolean} draw Draws the report in the element. Returns whether there is a report.
 */
function showReport(root, draw) {
  const paper = document.createElement("div");
  paper.className = "paper";
  // First, because slotted content goes into the first slot of its name.
  if (draw(paper)) root.prepend(paper);
}

/**
 * Removes the report.
 *
 * @param {ParentNode} root
 * @param {(paper?: HTMLElement) => boolean} draw
 */
function hideReport(root, draw) {
  const paper = root.querySelector(":scope > .paper");
  if (!paper) return;
  draw();
  paper.remove();
}
