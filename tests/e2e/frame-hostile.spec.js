// Hostile pages around the frame, and hostile frames on a page: addresses, origins, messages and their number.

import { expect, test } from "@playwright/test";

import { LINKS } from "./steps/compare.js";
import { WORDS, organization } from "./steps/content.js";
import { draftAt, keep, kept, keptText, stored, storedKeys } from "./steps/drafts.js";
import { LEANS, QUESTIONS, answerAll, choose, heading, notice, press } from "./steps/flow.js";
import {
  MADE_UP,
  countEvents,
  height,
  inside,
  openFramed,
  other,
  uncaughtErrors,
  waitForMessages,
} from "./steps/framing.js";
import { fullDraft, resultIsWhole } from "./steps/full.js";
import { complaints } from "./steps/host.js";

test.use(MADE_UP);

/** @typedef {import("@playwright/test").Page} Page */

/** A page in the whole browser: the headless shell does not block third-party storage. */
const whole = test.extend({
  page: async ({ playwright, launchOptions, baseURL }, use) => {
    const executablePath = process.env.CHROMIUM;
    const browser = await playwright.chromium.launch({ ...launchOptions, executablePath });
    await use(await browser.newPage({ baseURL, ...MADE_UP, serviceWorkers: "block" }));
    await browser.close();
  },
});

/** A configuration that misleads visitors and tells their answers. */
const OFFER = {
  providerName: "Your Bank",
  ctaUrl: "https://evil.example/phish",
  ctaLabel: "Sign in to see it",
  events: "detailed",
  frameParents: ["https://evil.example"],
};

/**
 * The storage of the frame's origin, as the frame on that page sees it.
 *
 * @param {Page} page
 */
const keptInFrame = (page) => stored(inside(page));

test("A storage key in the frame's address cannot reach other storage keys @threat-frame-storage", async ({
  page,
  baseURL,
}) => {
  await test.step("the key gets a prefix, and another program's entry is unchanged", async () => {
    const theirs = draftAt("load", { cap: "team" });
    await keep(page, theirs, "cart");
    const frame = await openFramed(page, baseURL, { query: "?storage-key=cart", from: baseURL });
    await choose(frame, LEANS[0]);
    const { cart, ...ours } = await keptInFrame(page);
    expect.soft(cart).toBe(theirs);
    expect.soft(Object.keys(ours)).toEqual(["support-fit-frame-cart"]);
    await press(frame, "Delete my answers");
    await press(frame.getByRole("dialog"), "Delete them");
    expect.soft(await keptInFrame(page)).toEqual({ cart: theirs });
  });

  for (const name of ["x:history", "x.aside", "support-fit:history", "../x", "", "x".repeat(81)]) {
    await test.step(`"${name.slice(0, 20)}" is rejected, and the default key is used`, async () => {
      await page.evaluate(() => localStorage.clear());
      await page.goto(`/widget/frame.html?storage-key=${encodeURIComponent(name)}`);
      await choose(page, LEANS[0]);
      expect.soft(await storedKeys(page)).toEqual(["support-fit"]);
    });
  }

  await test.step("without a key, a draft under the default key continues", async () => {
    await keep(page, draftAt("pace", { cap: "lead", load: "stretched" }));
    await page.goto("/widget/frame.html");
    await expect.soft(heading(page, QUESTIONS[5])).toBeVisible();
  });
});

test("A link to the frame on its own cannot mislead a visitor @threat-frame-address", async ({
  page,
}) => {
  await test.step("it cannot name a provider", async () => {
    await keep(
      page,
      JSON.stringify({
        ...JSON.parse(fullDraft(organization("P10"), { screen: "result" })),
        course: "quick",
      }),
    );
    await page.goto("/widget/frame.html?provider-name=Your%20Bank");
    await expect.soft(page.locator("support-fit slot[name=disclosure]")).toBeVisible();
    await expect.soft(page.getByText("Your Bank")).toHaveCount(0);
  });

  const found = complaints(page);
  const { origin } = new URL(page.url());
  await page
    .context()
    .addCookies([{ name: "session", value: "1", sameSite: "Strict", url: origin }]);
  /** @type {object} */
  let file;
  /** @type {(string | undefined)[]} */
  const cookies = [];
  await page.route(/uploads|account|notes/, async (route) => {
    if (route.request().resourceType() !== "fetch") return route.fallback();
    cookies.push((await route.request().allHeaders())["cookie"]);
    return route.fulfill({ json: file });
  });
  for (const [what, { config, contents, requests, says }] of Object.entries({
    "a file of another folder": {
      config: "/uploads/2026/11/notes.json",
      contents: { ...OFFER, frame: true },
      requests: 0,
      says: /name of a JSON file next to frame\.html/,
    },
    "an address that does something": {
      config: "/api/account/close?sure=1",
      contents: {},
      requests: 0,
      says: /name of a JSON file next to frame\.html/,
    },
    "a file that is not meant for frames": {
      config: "notes.json",
      contents: OFFER,
      requests: 1,
      says: /Add "frame": true/,
    },
  })) {
    await test.step(`it cannot use ${what}`, async () => {
      [file, found.length, cookies.length] = [contents, 0, 0];
      await page.goto(`/widget/frame.html?config=${encodeURIComponent(config)}`);
      await resultIsWhole(page);
      await expect.soft(page.getByText(OFFER.providerName)).toHaveCount(0);
      await expect.soft(page.getByRole("link", { name: OFFER.ctaLabel })).toHaveCount(0);
      expect.soft(cookies).toEqual(Array(requests).fill(undefined));
      expect.soft(found).toHaveLength(1);
      expect.soft(found[0]).toMatch(says);
    });
  }

  await test.step("a file next to the frame that is meant for frames is used", async () => {
    file = { ...OFFER, frame: true };
    await page.goto("/widget/frame.html?config=notes.json");
    await resultIsWhole(page);
    await expect.soft(page.getByRole("link", { name: OFFER.ctaLabel })).toBeVisible();
  });

  await test.step("it sets only the attributes it may", async () => {
    const names = [
      "cta-url",
      "cta-label",
      "nonce",
      "loading",
      "onclick",
      "style",
      "class",
      "id",
      "__proto__",
    ];
    await page.goto(`/widget/frame.html?${names.map((name) => `${name}=taken`).join("&")}`);
    await expect.soft(page.locator("support-fit")).toHaveJSProperty("status", "ready");
    const html = await page.locator("support-fit").evaluate((host) => host.outerHTML);
    expect.soft(html).not.toContain("taken");
  });

  await page.evaluate(() => localStorage.clear());
  for (const language of [
    "valueOf",
    "__proto__",
    "constructor",
    "toString",
    "<script>",
    "x".repeat(9_000),
  ]) {
    await test.step(`it starts with the language "${language.slice(0, 20)}"`, async () => {
      await page.goto(`/widget/frame.html?lang=${encodeURIComponent(language)}`);
      await expect.soft(page.locator("support-fit")).toHaveJSProperty("status", "ready");
      await expect.soft(heading(page, QUESTIONS[0])).toBeVisible();
    });
  }
});

test("A page around the frame cannot see by its height whether a link has the saved answers @threat-frame-address", async ({
  page,
  baseURL,
}) => {
  const { link, keep_mine, close } = WORDS.ui.notice;
  await keep(page, fullDraft(organization("P2"), { screen: "result" }));
  const frame = await openFramed(page, baseURL, { from: baseURL });
  const outside = page.locator("iframe[data-support-fit]");
  await resultIsWhole(/** @type {any} */ (frame));
  const welcoming = await height(page);
  await press(frame, close);
  await expect.poll(() => height(page)).toBeLessThan(welcoming);
  const before = await height(page);
  const heights = [];
  for (const id of ["P2", "P7"]) {
    await outside.evaluate((frame, ours) => {
      const { src } = /** @type {HTMLIFrameElement} */ (frame);
      /** @type {HTMLIFrameElement} */ (frame).src = `${src.split("#")[0]}#support-fit-${ours}`;
    }, LINKS[id]);
    await expect(notice(frame, link)).toBeVisible();
    await expect.poll(() => height(page)).toBeGreaterThan(before);
    heights.push(await height(page));
    await press(frame, keep_mine);
    await expect.poll(() => height(page)).toBe(before);
  }
  expect(heights[0]).toBe(heights[1]);
});

test("A page without an origin is not trusted when frameParents lists null @threat-frame-parents", async ({
  page,
  baseURL,
}) => {
  const frame = await openFramed(page, baseURL, {
    query: "?config=frame-config.json",
    config: { events: "detailed", frameParents: ["null"] },
    policy: "sandbox allow-scripts",
    script: "",
  });
  await page.evaluate(() => {
    const recorded = /** @type {any[]} */ ([]);
    Object.assign(window, { recorded });
    addEventListener("message", ({ data }) => recorded.push(data));
    const inside = document.querySelector("iframe")?.contentWindow;
    inside?.postMessage({ type: "support-fit:hello", version: 1 }, "*");
    inside?.postMessage({ type: "support-fit:command", name: "show-result" }, "*");
  });
  expect(await page.evaluate(() => origin)).toBe("null");
  await choose(frame, LEANS[0]);
  const recorded = () => page.evaluate(() => JSON.stringify(/** @type {any} */ (window).recorded));
  await press(frame, "Next");
  await expect.poll(recorded).toContain('"name":"question-shown"');
  expect(await recorded()).not.toContain('"answer"');
  await expect(heading(frame, QUESTIONS[1])).toBeVisible();
});

/** Malformed messages, and messages that resemble ours. */
const MESSAGES = `[
  null, undefined, 0, "", "support-fit:hello", [], [["type", "support-fit:hello"]], {}, { type: null },
  { type: {} }, { type: ["support-fit:command"], name: "reset" }, { type: "support-fit:command" },
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "reset ", "RESET", "", null, {}, ["reset"], 5].map(
    (name) => ({ type: "support-fit:command", name })),
  JSON.parse('{ "__proto__": { "type": "support-fit:command", "name": "reset" } }'),
  JSON.parse('{ "type": "support-fit:command", "name": "reset", "__proto__": { "trusted": true } }'),
  { type: "support-fit:hello", version: "x".repeat(1_000_000) },
  { type: "x".repeat(1_000_000) }, new Uint8Array(5_000_000), new Map([["type", "support-fit:hello"]]), new Error("x"),
  { type: "support-fit:height", height: 5 }, { type: "support-fit:event", name: "reset", detail: {} },
]`;

test("A hostile page around the frame changes no answer @threat-tricked-presses", async ({
  page,
  baseURL,
}) => {
  const frame = await openFramed(page, baseURL, { from: baseURL });
  const errors = uncaughtErrors(page);
  await choose(frame, LEANS[0]);

  await test.step("malformed messages have no effect", async () => {
    const before = await keptInFrame(page);
    expect(Object.keys(before)).toEqual(["support-fit"]);
    await page.evaluate(`for (const message of ${MESSAGES}) frames[0].postMessage(message, "*")`);
    await waitForMessages(page);
    expect.soft(await keptInFrame(page)).toEqual(before);
    await expect.soft(frame.getByLabel(LEANS[0] ?? "", { exact: true })).toBeChecked();
    expect.soft(errors).toEqual([]);
  });

  await test.step("one click or key press that a visitor is tricked into erases nothing", async () => {
    await press(frame, "Delete my answers");
    await expect.soft(frame.getByRole("dialog")).toBeVisible();
    expect.soft(Object.keys(await keptInFrame(page))).toEqual(["support-fit"]);
    await page.keyboard.press("Enter");
    expect.soft(Object.keys(await keptInFrame(page))).toEqual(["support-fit"]);
  });
});

test("A hostile page around the frame cannot block a visitor @threat-frame-flooding", async ({
  page,
  baseURL,
}) => {
  const frame = await openFramed(page, baseURL);
  const before = await height(page);

  await test.step("10,000 messages do not stop the visitor", async () => {
    await page.evaluate(() => {
      const payload = "x".repeat(2_000);
      for (let n = 0; n < 10_000; n++) {
        const name = ["reset", "show-result", "print", "__proto__"][n % 4];
        const message =
          n % 2
            ? { type: "support-fit:hello", version: 1 }
            : { type: "support-fit:command", name, payload };
        frames[0]?.postMessage(message, "*");
      }
    });
    await choose(frame, LEANS[0]);
    await press(frame, "Next");
    await expect(heading(frame, QUESTIONS[1])).toBeVisible();
    await waitForMessages(page);
    expect.soft(Math.abs((await height(page)) - before)).toBeLessThan(1_000);
  });

  await test.step("messages of 5 MB do not stop the visitor", async () => {
    await page.evaluate(() => {
      for (let n = 0; n < 20; n++) {
        const name = "reset".padEnd(5_000_000, " ");
        frames[0]?.postMessage({ type: "support-fit:command", name }, "*");
      }
    });
    await answerAll(/** @type {any} */ (frame), LEANS.slice(1, 2));
    await expect(heading(frame, QUESTIONS[2])).toBeVisible();
  });

  await test.step("index.html cannot be framed by another site", async () => {
    const refused = page.waitForEvent("console", (message) =>
      message.text().includes("frame-ancestors"),
    );
    await page.route("**/host.html", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<!doctype html><iframe src="${other(baseURL)}/widget/"></iframe>`,
      }),
    );
    await page.goto("/host.html");
    await refused;
    await expect(page.frameLocator("iframe").locator("support-fit")).toHaveCount(0);
  });
});

test("A hostile frame changes nothing on the page around it @threat-frame-flooding", async ({
  page,
  baseURL,
}) => {
  await openFramed(page, baseURL);
  const recorded = await countEvents(page);
  const errors = uncaughtErrors(page);

  await test.step("malformed messages have no effect", async () => {
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await inside(page).evaluate(`for (const message of [
      ...["-1", -1, 0, 1e9, NaN, Infinity, null, {}, [500], "500", "500px; position: fixed", true, 10n].map(
        (height) => ({ type: "support-fit:height", height })),
      ...["", "UPPER", "a b", "__proto__", "x".repeat(21), "x\\ny", null, 5, {}, ["ready"], "<img>"].map(
        (name) => ({ type: "support-fit:event", name, detail: {} })),
      JSON.parse('{ "__proto__": { "type": "support-fit:height", "height": 5 } }'),
      null, 5, "support-fit:height", [], new Uint8Array(1_000_000),
    ]) parent.postMessage(message, "*")`);
    await waitForMessages(page);
    expect.soft(await recorded()).toEqual({});
    expect.soft(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect.soft(errors).toEqual([]);
  });

  await test.step("10,000 events do not scroll the page back to the frame", async () => {
    await page.evaluate(() => {
      document.body.style.paddingBottom = "3000px";
      scrollTo(0, document.body.scrollHeight);
    });
    const place = () => page.evaluate(() => scrollY);
    const before = await place();
    await inside(page).evaluate(() => {
      for (let n = 0; n < 10_000; n++) {
        parent.postMessage({ type: "support-fit:event", name: "progress", detail: {} }, "*");
      }
    });
    await waitForMessages(page);
    expect.soft(await recorded()).toEqual({ "support-fit-progress": 10_000 });
    expect.soft(await place()).toBe(before);
    // From zero.
    await countEvents(page);
  });

  await test.step("10,000 heights do not block the page, and the frame stays below 100,000 px", async () => {
    await inside(page).evaluate(() => {
      for (let n = 0; n < 10_000; n++) {
        parent.postMessage({ type: "support-fit:height", height: n * 1_000 }, "*");
      }
    });
    await waitForMessages(page);
    expect.soft(await height(page)).toBeLessThan(100_000);
    expect.soft(await recorded()).toEqual({});
  });

  await test.step("a frame that has navigated to another origin is ignored", async () => {
    await page.evaluate(async (src) => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
      frame.removeAttribute("srcdoc");
      // The way the frame itself would navigate: the `src` on the page stays the same.
      await new Promise((done) => {
        frame.addEventListener("load", done, { once: true });
        /** @type {Window} */ (frame.contentWindow).location.href = src;
      });
    }, `${baseURL}/demo.css`);
    const before = await height(page);
    const last = await page.evaluateHandle(() => ({
      arrived: new Promise((done) =>
        addEventListener("message", ({ data }) => data === "last" && done(undefined)),
      ),
    }));
    const stranger = page.frames().find((frame) => frame.url().endsWith("demo.css"));
    await stranger?.evaluate(() => {
      parent.postMessage({ type: "support-fit:height", height: 5 }, "*");
      parent.postMessage({ type: "support-fit:event", name: "reset", detail: {} }, "*");
      parent.postMessage("last", "*");
    });
    await last.evaluate(({ arrived }) => arrived);
    expect.soft(await height(page)).toBe(before);
    expect.soft(await recorded()).toEqual({});
  });
});

whole(
  "A frame whose storage is blocked as third-party storage says so and reads nothing that is saved there @threat-frame-storage",
  async ({ page, baseURL }) => {
    // A separate page of the same origin.
    await page.goto(`${other(baseURL)}/widget/frame.html`);
    await choose(page, "No one in particular");
    expect((await kept(page)).answers).toEqual({ cap: "none" });
    const frame = await openFramed(page, baseURL);
    await expect(frame.getByRole("radio", { checked: true })).toHaveCount(0);
    await choose(frame, LEANS[0]);
    await expect(frame.getByText("Not saved on this device")).toBeVisible();
    await answerAll(/** @type {any} */ (frame), LEANS);
    await expect(heading(frame, "Leaning toward co-managed IT")).toBeVisible();
    await page.goto(`${other(baseURL)}/demo.css`);
    expect(JSON.parse((await keptText(page)) ?? "").answers).toEqual({ cap: "none" });
  },
);
