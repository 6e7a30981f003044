// Random visits whose tab is killed at a random moment.

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").BrowserContext} BrowserContext */

/**
 * Returns a seeded generator of numbers from 0 to 1 (mulberry32).
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
 * The storage changes that the page reported, by key; null for a removed key. Each is reported at once, so it is known after
 * the tab is gone.
 *
 * @typedef {{ texts: Map<string, { text: string | null, at: string }>, changes: number }} Noted
 */

/**
 * Records every storage change of the pages of a context, from now on.
 *
 * @param {BrowserContext} context
 * @returns {Promise<Noted>}
 */
export async function recordStorage(context) {
  /** @type {Noted} */
  const noted = { texts: new Map(), changes: 0 };
  await context.exposeBinding("reportChange", (_source, key, text, at) => {
    noted.texts.set(key, { text, at });
    noted.changes++;
  });
  await context.addInitScript(() => {
    const { reportChange } = /** @type {any} */ (window);
    const { setItem, removeItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      setItem.call(this, key, value);
      void reportChange(key, value, new Date().toISOString());
    };
    Storage.prototype.removeItem = function (key) {
      const at = new Date().toISOString();
      // If the tab dies before the report, this entry shows that the key was erased and not lost.
      setItem.call(this, `erased ${key}`, at);
      removeItem.call(this, key);
      void reportChange(key, null, at);
    };
    // These would open a browser dialog or leave the page.
    window.print = () => {};
    HTMLAnchorElement.prototype.click = () => {};
  });
  return noted;
}

/**
 * Uses random controls, one after the other. Runs in the page.
 *
 * @param {() => number} next
 */
function randomActions(next) {
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
        // “Start over” and “Delete my answers” are on every screen, so they would be pressed too often.
        (!control.matches(".foot button") || next() < 0.05),
    );
    // Press Next often enough to reach the result.
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
 * Starts random actions on the page, without waiting for them.
 *
 * @param {Page} page
 * @param {number} seed
 */
export function actRandomly(page, seed) {
  // As a string: under the page's policy, its own scripts cannot create functions from strings.
  const doing = page.evaluate(`(${randomActions})((${random})(${seed}))`);
  // The page is killed while this runs.
  doing.catch(() => {});
}

/**
 * Ways to kill a tab without notifying the page.
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
    // A navigation that a random action interrupts may never report its end, and the tab is gone either way.
    await page.goto("about:blank", { timeout: 15_000 }).catch(() => {});
    await page.close();
  },
};
