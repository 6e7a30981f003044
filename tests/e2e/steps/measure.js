// Measurements of a page: sizes, overflow, motion, focus.

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */

/** The viewport of a phone. */
export const PHONE = { width: 390, height: 844 };

/** The viewport of a desktop. */
export const DESKTOP = { width: 1280, height: 900 };

/** The narrowest supported viewport. */
export const NARROW = { width: 320, height: 640 };

/** A desktop viewport of 1280 by 1024 px at 400% zoom. */
export const ZOOMED = { width: 320, height: 256 };

/**
 * Adds CSS rules to the shadow root of the element.
 *
 * @param {Page} page
 * @param {string} rules
 */
export function addRules(page, rules) {
  return page.locator("support-fit").evaluate((host, rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    host.shadowRoot?.adoptedStyleSheets.push(sheet);
  }, rules);
}

/**
 * Sets the widest text spacing that has to fit (WCAG 1.4.12).
 *
 * @param {Page} page
 * @returns {Promise<() => Promise<void>>} Restores the spacing.
 */
export async function spaceText(page) {
  await addRules(
    page,
    `
      * {
        line-height: 1.5 !important;
        letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important;
      }
      p { margin-block-end: 2em !important; }
    `,
  );
  return () =>
    page.locator("support-fit").evaluate((host) => void host.shadowRoot?.adoptedStyleSheets.pop());
}

/**
 * Makes every word of more than three letters at least 40 % longer, as words of other languages are.
 *
 * @param {Page} page
 * @returns {Promise<() => Promise<void>>} Restores the texts.
 */
export async function lengthen(page) {
  const texts = await page.locator("support-fit").evaluateHandle((host) => {
    const root = /** @type {ShadowRoot} */ (host.shadowRoot);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    /** @type {[Text, string][]} */
    const before = [];
    for (let node; (node = /** @type {Text | null} */ (walker.nextNode()));) {
      const { data } = node;
      before.push([node, data]);
      node.data = data.replace(
        /\p{L}{4,}/gu,
        (word) => word + word.slice(0, Math.ceil(word.length * 0.4)),
      );
    }
    return before;
  });
  return () => texts.evaluate((before) => before.forEach(([node, data]) => (node.data = data)));
}

/**
 * Lays out every section of a full result, also those far out of view, which the browser skips.
 *
 * @param {Page} page
 */
export function layOutAll(page) {
  return addRules(page, "* { content-visibility: visible !important; }");
}

/**
 * Everything that overflows: a page or dialog that scrolls sideways, an element that extends beyond the window, a box that
 * clips its content. Elements only for screen readers are ignored, and so are tables that scroll on their own.
 *
 * @param {Page} page
 * @param {string} [selector] The application, or a part of a page.
 * @returns {Promise<string[]>}
 */
export function misfits(page, selector = "support-fit") {
  return page.locator(selector).evaluate((host) => {
    /** @type {string[]} */
    const found = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      found.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
    }
    const all = [...(host.shadowRoot ?? host).querySelectorAll("*")];
    const unseen = all.filter(
      (element) => getComputedStyle(element).clipPath !== "none" && element.clientWidth <= 1,
    );
    for (const element of all) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || unseen.some((hidden) => hidden.contains(element))) continue;
      if (element.closest("[role=region][tabindex]")) continue;
      const name = `<${element.localName}> ${element.textContent?.slice(0, 40)}`;
      if (box.left < -0.5 || box.right > root.clientWidth + 0.5) {
        found.push(`${name}: reaches from ${box.left} to ${box.right}`);
      }
      const { overflowX, overflowY, display } = getComputedStyle(element);
      if (!(element instanceof HTMLElement) || display === "inline") continue;
      // A long entry scrolls in its field.
      if (element instanceof HTMLInputElement) continue;
      if (element.scrollWidth > element.clientWidth + 1 && overflowX !== "visible") {
        found.push(`${name}: its content is wider`);
      }
      if (
        element.scrollHeight > element.clientHeight + 1 &&
        ["hidden", "clip"].includes(overflowY)
      ) {
        found.push(`${name}: its content is higher`);
      }
    }
    return found;
  });
}

/**
 * The sizes of all pointer targets. A label around a control is the target of the control.
 *
 * @param {Page} page
 * @param {string} [selector] The application, or a part of a page.
 */
export function targets(page, selector = "support-fit") {
  return page.locator(selector).evaluate((host) => {
    // If the label is next to the field, the field is the target.
    const kinds = "label:not([for]), button, summary, a[href], :is(input, textarea):not(label *)";
    const pressed = (host.shadowRoot ?? host).querySelectorAll(kinds);
    return [...pressed]
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return {
          name: element.textContent ?? "",
          isAnswer: element.localName === "label",
          width: Math.round(width * 10) / 10,
          height: Math.round(height * 10) / 10,
        };
      });
  });
}

/**
 * The elements with a transition or animation longer than 0.01 s.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export function moving(page) {
  return page.locator("support-fit").evaluate((host) => {
    /** @param {string} durations */
    const longest = (durations) => Math.max(...durations.split(",").map(Number.parseFloat));
    /** @type {string[]} */
    const found = [];
    for (const element of host.shadowRoot?.querySelectorAll("*") ?? []) {
      for (const part of [undefined, "::before", "::after", "::backdrop"]) {
        const style = getComputedStyle(element, part);
        const time = Math.max(
          longest(style.transitionDuration),
          style.animationName === "none" ? 0 : longest(style.animationDuration),
        );
        if (time > 0.01) found.push(`<${element.localName}>${part ?? ""}: ${time} s`);
      }
    }
    return found;
  });
}

/**
 * The focused element, inside or outside of the widget, and whether its focus is visible.
 *
 * @param {Page} page
 */
export function focused(page) {
  return page.evaluate(() => {
    const outer = document.activeElement;
    const inner = outer?.shadowRoot?.activeElement ?? outer;
    if (!inner || inner === document.body) return null;
    // The ring of an answer is around its whole row.
    const ringed = [inner, inner.closest("label")].some((element) => {
      if (!element) return false;
      const style = getComputedStyle(element);
      const hasOutline = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
      return hasOutline;
    });
    const { top, bottom } = inner.getBoundingClientRect();
    // Covered at each of nine points, by a sticky bar or a message.
    const target = inner.closest("label") ?? inner;
    const box = target.getBoundingClientRect();
    const root = /** @type {Document | ShadowRoot} */ (inner.getRootNode());
    const points = [0.1, 0.5, 0.9].flatMap((y) => [0.1, 0.5, 0.9].map((x) => ({ x, y })));
    const covered = points.every(({ x, y }) => {
      const hit = root.elementFromPoint(box.x + x * box.width, box.y + y * box.height);
      return !hit || !(target.contains(hit) || hit.contains(target));
    });
    return {
      tag: inner.localName,
      id: inner.id,
      type: inner.getAttribute("type"),
      name: (inner.closest("label") ?? inner).textContent ?? "",
      ringed,
      inView: bottom > 0 && top < innerHeight,
      covered,
    };
  });
}
