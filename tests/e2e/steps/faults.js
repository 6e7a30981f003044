// Storage whose calls can be made to throw.

/** @typedef {import("@playwright/test").Page} Page */

/** @typedef {"localStorage" | "getItem" | "setItem" | "removeItem"} Call The getter, or a method of the storage. */

/** @typedef {{ call: Call, from: number, to: number }} Fault Which calls of one kind throw, counted from 1 on each page. */

/** The error that a browser throws at each call. */
const ERRORS = {
  localStorage: "SecurityError",
  getItem: "SecurityError",
  setItem: "QuotaExceededError",
  removeItem: "SecurityError",
};

/**
 * Counts storage calls on every page from now on, and makes those throw that `setFault` chose.
 *
 * @param {Page} page
 */
export async function countCalls(page) {
  await page.addInitScript((errors) => {
    // A cookie survives navigation and is not part of storage.
    const [, chosen = "null"] = /fault=([^;]*)/.exec(document.cookie) ?? [];
    /** @type {Fault | null} */
    const fault = JSON.parse(decodeURIComponent(chosen));
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
  const value = encodeURIComponent(JSON.stringify(fault));
  return page.context().addCookies([{ name: "fault", value, url: process.env.SUPPORT_FIT_URL }]);
}

/**
 * Everything in storage, even if it throws for the page.
 *
 * @param {Page} page
 * @returns {Promise<Record<string, string>>}
 */
export function allStored(page) {
  return page.evaluate(() => /** @type {any} */ (window).unbroken());
}
