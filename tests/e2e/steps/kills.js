// Visits of somebody who does anything in any order and whose tab is gone at any moment.

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").BrowserContext} BrowserContext */

/**
 * Numbers from 0 to 1 that are the same for the same seed (mulberry32).
 *
 * @param {number} seed
 */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * What the browser has said that it kept, by key; null for what it removed. It is told to the test at once, so it is known
 * after the tab has gone.
 *
 * @typedef {{ texts: Map<string, { text: string | null, at: string }>, changes: number }} Noted
 */

/**
 * Notes whatever the pages of a context keep, from now on.
 *
 * @param {BrowserContext} context
 * @returns {Promise<Noted>}
 */
export async function recordStorage(context) {
  /** @type {Noted} */
  const noted = { texts: new Map(), changes: 0 };
  await context.exposeBinding("noteKept", (_source, key, text, at) => {
    noted.texts.set(key, { text, at });
    noted.changes++;
  });
  await context.addInitScript(() => {
    const { noteKept } = /** @type {any} */ (window);
    const { setItem, removeItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      setItem.call(this, key, value);
      void noteKept(key, value, new Date().toISOString());
    };
    Storage.prototype.removeItem = function (key) {
      const at = new Date().toISOString();
      // Stays where the tab goes before the test is told, so that what was erased is told apart from what was lost.
      setItem.call(this, `erased ${key}`, at);
      removeItem.call(this, key);
      void noteKept(key, null, at);
    };
    // What would open a dialog of the browser, or leave the page.
    window.print = () => {};
    HTMLAnchorElement.prototype.click = () => {};
  });
  return noted;
}

/**
 * Does anything that can be done, one thing after the other. Runs in the page.
 *
 * @param {() => number} next
 */
function anything(next) {
  const pick = (/** @type {any[]} */ list) => list[Math.floor(next() * list.length)];
  const act = () => {
    const root = document.querySelector("support-fit")?.shadowRoot;
    const within = root?.querySelector("dialog[open]") ?? root;
    const all = within?.querySelectorAll(
      "input:not([type=file]), button, summary, textarea, select",
    );
    const usual = [...(all ?? [])].filter(
      (control) =>
        !(/** @type {any} */ (control).disabled) &&
        // Erasing and starting over are there on each screen, so they would come too often.
        (!control.matches(".foot button") || next() < 0.05),
    );
    // The way on is taken often enough to come to the result.
    const submit = within?.querySelector("button[type=submit]");
    const control = submit && next() < 0.4 ? submit : pick(usual);
    if (control?.matches("select")) {
      control.value = pick([...control.options])?.value;
      control.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (control?.matches("textarea, input:not([type=radio], [type=checkbox])")) {
      control.value = pick(["12", "Ana", "2027-01-15", ""]);
      control.dispatchEvent(new Event("input", { bubbles: true }));
      control.dispatchEvent(new Event("change", { bubbles: true }));
    } else control?.click();
    setTimeout(act, next() * 20);
  };
  act();
}

/**
 * Has the page do anything until it is gone. Nobody waits for it.
 *
 * @param {Page} page
 * @param {number} seed
 */
export function actRandomly(page, seed) {
  // As a text: the page's policy lets no script of its own make functions of texts.
  const doing = page.evaluate(`(${anything})((${random})(${seed}))`);
  // The page goes in the middle of it.
  doing.catch(() => {});
}

/**
 * Ways in which a tab goes, none of which asks the page.
 *
 * @type {Record<string, (page: Page) => Promise<unknown>>}
 */
export const KILLS = {
  async crashes(page) {
    const devtools = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    devtools.send("Page.crash").catch(() => {});
    await crashed;
    await page.close();
  },
  async "is closed"(page) {
    await page.close({ runBeforeUnload: false });
  },
  async "goes elsewhere"(page) {
    await page.goto("about:blank").catch(() => {});
    await page.close();
  },
};
