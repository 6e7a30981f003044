// Storage of which chosen calls throw.

/** @typedef {import("@playwright/test").Page} Page */

/** @typedef {"localStorage" | "getItem" | "setItem" | "removeItem"} Call Asking for the storage, or one of its methods. */

/** @typedef {{ call: Call, from: number, to: number }} Fault Which calls of a kind throw, counted from 1 for each page. */

/** The error that a browser throws at each call. */
const ERRORS = {
  localStorage: "SecurityError",
  getItem: "SecurityError",
  setItem: "QuotaExceededError",
  removeItem: "SecurityError",
};

/**
 * Makes the calls throw that `setFault` names, on every page from now on.
 *
 * @param {Page} page
 */
export async function countCalls(page) {
  await page.addInitScript((errors) => {
    // The name of a window survives its pages, and is not storage.
    /** @type {Fault | null} */
    const fault = JSON.parse(window.name || "null");
    /** @type {Record<string, number>} */
    const calls = { localStorage: 0, getItem: 0, setItem: 0, removeItem: 0 };
    const { get } = Object.getOwnPropertyDescriptor(window, "localStorage") ?? {};
    /** @param {keyof typeof errors} call */
    const count = (call) => {
      const n = (calls[call] = (calls[call] ?? 0) + 1);
      if (fault?.call === call && n >= fault.from && n <= fault.to) {
        throw new DOMException("thrown by the test", errors[call]);
      }
    };
    Object.defineProperty(window, "localStorage", {
      configurable: true,
      get() {
        count("localStorage");
        return get?.call(window);
      },
    });
    const prototype = /** @type {any} */ (Storage.prototype);
    const { getItem } = prototype;
    for (const name of /** @type {const} */ (["getItem", "setItem", "removeItem"])) {
      const method = prototype[name];
      prototype[name] = function (/** @type {string[]} */ ...all) {
        count(name);
        return method.apply(this, all);
      };
    }
    Object.assign(window, {
      unbroken: () => {
        const storage = get?.call(window);
        return Object.fromEntries(
          Object.keys(storage).map((key) => [key, getItem.call(storage, key)]),
        );
      },
    });
  }, ERRORS);
}

/**
 * Chooses the calls that throw on the next page.
 *
 * @param {Page} page
 * @param {Fault | null} fault
 */
export function setFault(page, fault) {
  return page.evaluate((fault) => void (window.name = JSON.stringify(fault)), fault);
}

/**
 * Everything that is saved, even if reading it throws for the page.
 *
 * @param {Page} page
 * @returns {Promise<Record<string, string>>}
 */
export function allStored(page) {
  return page.evaluate(() => /** @type {any} */ (window).unbroken());
}
