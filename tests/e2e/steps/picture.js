// Snapshots of a host page, to detect changes.

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Everything that the widget could change on a host page, except the scroll position, sizes that depend on the height of the
 * element, and the element itself.
 *
 * @param {Page} page
 */
export function pictureOf(page) {
  return page.evaluate(() => {
    const laidOut = /^(height|block-size|perspective-origin|transform-origin)$/;
    const styles = [...document.querySelectorAll(":not(support-fit)")].flatMap((element, n) => {
      const style = getComputedStyle(element);
      return [...style]
        .filter((name) => !laidOut.test(name))
        .map((name) => `${n} ${element.localName}: ${name}: ${style.getPropertyValue(name)}`);
    });
    return {
      head: document.head.innerHTML,
      body: document.body.innerHTML,
      attributes: [document.documentElement, document.body].map((element) =>
        element.getAttributeNames(),
      ),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      fonts: document.fonts.size,
      styles,
      globals: Object.getOwnPropertyNames(window).sort(),
      elements: [Array, Object, String, Promise, Element, HTMLElement, ShadowRoot].map((type) =>
        Object.getOwnPropertyNames(type.prototype).sort(),
      ),
      title: document.title,
      address: location.href,
      history: history.length,
      state: history.state,
      cookies: document.cookie,
    };
  });
}

/**
 * The visitor's scroll position, focus and selection on the host page.
 *
 * @param {Page} page
 */
export function placeOn(page) {
  return page.evaluate(() => ({
    scroll: [scrollX, scrollY],
    active: document.activeElement?.localName,
    selection: String(getSelection()),
  }));
}
