/**
 * Prints the element alone, by a frame that holds a copy of it: printing the window would print the whole page around it.
 */

/**
 * @param {HTMLElement} element
 * @param {ShadowRoot} shown
 */
export function print(element, shown) {
  const frame = document.createElement("iframe");
  Object.assign(frame.style, { position: "fixed", inlineSize: "0", blockSize: "0", border: "0" });
  shown.append(frame);
  const { contentWindow: view, contentDocument: page } = frame;
  if (!view || !page) return;
  const host = page.body.appendChild(page.createElement("div"));
  const copy = host.attachShadow({ mode: "open" });
  // A style sheet belongs to the document that made it.
  const { CSSStyleSheet } = /** @type {Window & typeof globalThis} */ (view);
  copy.adoptedStyleSheets = shown.adoptedStyleSheets.map((sheet) => {
    const made = new CSSStyleSheet();
    made.replaceSync([...sheet.cssRules].map((rule) => rule.cssText).join(""));
    return made;
  });
  for (const child of shown.children)
    if (child !== frame) copy.append(page.importNode(child, true));
  // What the page puts into slots stands there too.
  for (const child of element.children) if (child.slot) host.append(page.importNode(child, true));
  page.title = document.title;
  view.onafterprint = () => frame.remove();
  view.print();
}
