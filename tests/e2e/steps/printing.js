// What the element hands to the printer.

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("../../../src/embed/element.js").SupportFit} SupportFit */

/**
 * The document that `print()` prints, in a page of its own.
 *
 * @param {Page} page With one element.
 * @returns {Promise<Page>}
 */
export async function openReport(page) {
  const { title, rules, inside, report, slotted } = await page.evaluate(async () => {
    const own = /** @type {PropertyDescriptor} */ (
      Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, "contentWindow")
    );
    /** @type {Record<string, string>} */
    const printed = {};
    const text = (/** @type {Iterable<CSSStyleSheet>} */ sheets) =>
      [...sheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join("\n");
    Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", {
      configurable: true,
      get() {
        const view = own.get?.call(this);
        view.print = () => {
          const { title, body, adoptedStyleSheets } = view.document;
          const { shadowRoot, innerHTML } = body.firstElementChild;
          Object.assign(printed, {
            title,
            rules: text(adoptedStyleSheets),
            inside: text(shadowRoot.adoptedStyleSheets),
            report: shadowRoot.innerHTML,
            slotted: innerHTML,
          });
          view.onafterprint();
        };
        return view;
      },
    });
    const element = /** @type {SupportFit} */ (document.querySelector("support-fit"));
    await element.print();
    Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", own);
    return printed;
  });
  const there = await page.context().newPage();
  await there.setContent(`<!doctype html><html lang="en"><head><title>${title}</title>
    <style>${rules}</style></head><body><support-fit><template shadowrootmode="open">
    <style>${inside}</style>${report}</template>${slotted}</support-fit></body></html>`);
  return there;
}
