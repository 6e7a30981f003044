/**
 * Prints the element alone, by a frame that holds a copy of it: printing the window would print the whole page around it.
 */

import { lay, unlay } from "./arriving.js";

/** Where the engine can, each page but the first has its number. A rule for pages counts in a document alone. */
const PAGES =
  "@page{margin:18mm 16mm 20mm;@bottom-right{content:counter(page) ' / ' counter(pages);font:9pt system-ui,sans-serif;color:#565d6b}}@page:first{@bottom-right{content:none}}";

/**
 * @param {HTMLElement} element
 * @param {ShadowRoot} shown
 * @param {(paper?: HTMLElement) => boolean} fill Fills an element with the report, if there is one.
 */
export function print(element, shown, fill) {
  const frame = document.createElement("iframe");
  frame.title = document.title;
  Object.assign(frame.style, { position: "fixed", inlineSize: "0", blockSize: "0", border: "0" });
  shown.append(frame);
  const { contentWindow: view, contentDocument: page } = frame;
  if (!view || !page) return;
  const host = page.body.appendChild(page.createElement("div"));
  const copy = host.attachShadow({ mode: "open" });
  // A style sheet belongs to the document that made it.
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
  // A part that is printed alone stands for itself; else the report is laid out.
  const root = shown.querySelector(".root:not([data-alone])");
  if (root) lay(root, fill);
  for (const child of shown.children)
    if (child !== frame) copy.append(page.importNode(child, true));
  if (root) unlay(root, fill);
  // Where there is a report, it stands alone.
  const paper = copy.querySelector(".paper");
  paper?.parentElement?.replaceChildren(paper);
  // What the page puts into slots stands there too.
  for (const child of element.children) if (child.slot) host.append(page.importNode(child, true));
  page.title = document.title;
  view.onafterprint = () => frame.remove();
  view.print();
}
