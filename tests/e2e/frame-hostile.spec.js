// The frame on pages that mean harm, and pages with a frame that does: addresses, origins, messages and their number.

import { expect, test } from "@playwright/test";

import { origins } from "../../src/embed/origins.js";
import { draftAt, keep, kept, keptText } from "./steps/drafts.js";
import { LEANS, QUESTIONS, answerAll, choose, heading, press } from "./steps/flow.js";
import {
  MADE_UP,
  allHeard,
  height,
  inside,
  noteEvents,
  openFramed,
  other,
  uncaught,
} from "./steps/framing.js";

test.use(MADE_UP);

/** @typedef {import("@playwright/test").Page} Page */

const CONFIG = "?config=frame-config.json";

/**
 * What is kept on the frame's origin, as the frame on that page has it.
 *
 * @param {Page} page
 */
const keptInFrame = (page) =>
  inside(page).evaluate(() => /** @type {Record<string, string>} */ ({ ...localStorage }));

test.describe("the storage key in the frame's address", () => {
  test("names a key of ours alone, and never one of another program", async ({ page, baseURL }) => {
    const theirs = draftAt("load", { cap: "team" });
    await keep(page, theirs, "cart");
    const frame = await openFramed(page, baseURL, { query: "?storage-key=cart", from: baseURL });
    await choose(frame, LEANS[0]);
    const { cart, ...ours } = await keptInFrame(page);
    expect(cart).toBe(theirs);
    expect(Object.keys(ours)).toEqual(["support-fit-frame-cart"]);
    await press(frame, "Erase my answers");
    await press(frame.getByRole("dialog"), "Erase");
    expect(await keptInFrame(page)).toEqual({ cart: theirs });
  });

  for (const name of ["x:history", "x.aside", "support-fit:history", "../x", "", "x".repeat(81)]) {
    test(`"${name.slice(0, 20)}" is no name for one, and the usual key is used`, async ({
      page,
      baseURL,
    }) => {
      const query = `?storage-key=${encodeURIComponent(name)}`;
      const frame = await openFramed(page, baseURL, { query, from: baseURL });
      await choose(frame, LEANS[0]);
      expect(Object.keys(await keptInFrame(page))).toEqual(["support-fit"]);
    });
  }

  test("is not needed: a draft under the usual key goes on", async ({ page }) => {
    await keep(page, draftAt("pace", { cap: "lead", load: "stretched" }));
    await page.goto("/widget/frame.html");
    await expect(heading(page, QUESTIONS[5])).toBeVisible();
  });
});

test.describe("a link to the frame alone", () => {
  test("cannot speak in anybody's name", async ({ page }) => {
    await page.goto("/widget/frame.html?provider-name=Your%20Bank");
    await answerAll(page, LEANS);
    await heading(page, "lean one way").waitFor();
    await expect(page.locator("support-fit slot[name=disclosure]")).toBeVisible();
    await expect(page.getByText("Your Bank")).toHaveCount(0);
  });

  for (const language of [
    "valueOf",
    "__proto__",
    "constructor",
    "toString",
    "<script>",
    "x".repeat(9_000),
  ]) {
    test(`starts with the language "${language.slice(0, 20)}"`, async ({ page }) => {
      await page.goto(`/widget/frame.html?lang=${encodeURIComponent(language)}`);
      await expect(page.locator("support-fit")).toHaveJSProperty("status", "ready");
      await expect(heading(page, QUESTIONS[0])).toBeVisible();
    });
  }

  test("sets nothing but what it may", async ({ page }) => {
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
    await expect(page.locator("support-fit")).toHaveJSProperty("status", "ready");
    expect(await page.locator("support-fit").evaluate((host) => host.outerHTML)).not.toContain(
      "taken",
    );
  });
});

test.describe("the list of trusted pages", () => {
  for (const [what, list, trusted] of /** @type {[string, unknown, string[]][]} */ ([
    ["an origin", ["https://example.com"], ["https://example.com"]],
    ["capitals and the usual port", [" HTTPS://Example.COM:443 "], ["https://example.com"]],
    ["another port", ["https://example.com:8443"], ["https://example.com:8443"]],
    ["this machine", ["http://localhost:8080"], ["http://localhost:8080"]],
    ["an opaque origin", ["null"], []],
    ["nothing", [null], []],
    ["everything", ["*"], []],
    ["every host", ["https://*.example.com"], []],
    ["no encryption", ["http://example.com"], []],
    ["a look-alike of another script", ["https://ex\u0430mple.com"], []],
    ["a look-alike dot", ["https://example\u3002com"], []],
    ["a host of full width", ["https://\uff45xample.com"], []],
    ["a dot at the end", ["https://example.com."], []],
    ["a path", ["https://example.com/"], []],
    ["a host behind a name", ["https://example.com@evil.example"], []],
    ["a backslash", ["https://example.com\\.evil.example"], []],
    ["a line break", ["https://example.com\n.evil.example"], []],
    ["something without width", ["https://exa\u200bmple.com"], []],
    ["another scheme", ["javascript://example.com", "data:text/html,x", "file:///x"], []],
    ["one wrong of two", ["https://example.com", "https://example.com/"], []],
    ["one twice", ["https://example.com", "https://EXAMPLE.com"], []],
    ["a port of none", ["https://example.com:0"], []],
    ["a port beyond all", ["https://example.com:99999"], []],
    ["too many", Array.from({ length: 21 }, (_, n) => `https://${n}.example`), []],
    ["a list in a list", [["https://example.com"]], []],
    ["what turns into a text", [{ toString: () => "https://example.com" }], []],
    ["a text", "https://example.com", []],
    ["an object", { 0: "https://example.com", length: 1 }, []],
  ])) {
    test(`with ${what} trusts ${trusted.length ? trusted.join() : "nobody"}`, () => {
      expect(origins(list)).toEqual(trusted);
    });
  }

  test("that names look-alikes of the page around has no command of it taken", async ({
    page,
    baseURL,
  }) => {
    const lists = [`${baseURL}.evil.example`, `${baseURL}.`, `${baseURL}0`, "null", "*"];
    for (const name of lists) {
      const frame = await openFramed(page, baseURL, {
        query: CONFIG,
        config: { frameParents: [name] },
      });
      await choose(frame, LEANS[0]);
      await page.evaluate(() => {
        const message = { type: "support-fit:command", name: "reset" };
        document.querySelector("iframe")?.contentWindow?.postMessage(message, "*");
      });
      await allHeard(page);
      await expect(frame.getByLabel(LEANS[0] ?? "", { exact: true }), name).toBeChecked();
    }
  });

  test("that names null trusts no page without an origin", async ({ page, baseURL }) => {
    const frame = await openFramed(page, baseURL, {
      query: CONFIG,
      config: { events: "detailed", frameParents: ["null"] },
      policy: "sandbox allow-scripts",
      script: "",
    });
    await page.evaluate(() => {
      const heard = /** @type {any[]} */ ([]);
      Object.assign(window, { heard });
      addEventListener("message", ({ data }) => heard.push(data));
      const inside = document.querySelector("iframe")?.contentWindow;
      inside?.postMessage({ type: "support-fit:hello", version: 1 }, "*");
      inside?.postMessage({ type: "support-fit:command", name: "show-result" }, "*");
    });
    expect(await page.evaluate(() => origin)).toBe("null");
    await choose(frame, LEANS[0]);
    const heard = () => page.evaluate(() => JSON.stringify(/** @type {any} */ (window).heard));
    await expect.poll(heard).toContain('"name":"answer"');
    expect(await heard()).not.toContain('"answer":"lead"');
    await expect(heading(frame, QUESTIONS[0])).toBeVisible();
  });
});

/** Messages that mean nothing, or something else than they seem to. */
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

test.describe("a hostile page around", () => {
  test("that says anything at all changes nothing", async ({ page, baseURL }) => {
    const frame = await openFramed(page, baseURL, { from: baseURL });
    const errors = uncaught(page);
    await choose(frame, LEANS[0]);
    const before = await inside(page).evaluate(() => localStorage.getItem("support-fit"));
    await page.evaluate(`for (const message of ${MESSAGES}) frames[0].postMessage(message, "*")`);
    await allHeard(page);
    expect(await inside(page).evaluate(() => localStorage.getItem("support-fit"))).toBe(before);
    await expect(frame.getByLabel(LEANS[0] ?? "", { exact: true })).toBeChecked();
    expect(errors).toEqual([]);
  });

  test("that floods the frame does not stop the visitor", async ({ page, baseURL }) => {
    const frame = await openFramed(page, baseURL);
    const before = await height(page);
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
    await allHeard(page);
    expect(Math.abs((await height(page)) - before)).toBeLessThan(1_000);
  });

  test("that sends what is huge does not stop the visitor", async ({ page, baseURL }) => {
    const frame = await openFramed(page, baseURL);
    await page.evaluate(() => {
      for (let n = 0; n < 20; n++) {
        const name = "reset".padEnd(5_000_000, " ");
        frames[0]?.postMessage({ type: "support-fit:command", name }, "*");
      }
    });
    await answerAll(/** @type {any} */ (frame), LEANS.slice(0, 1));
    await expect(heading(frame, QUESTIONS[1])).toBeVisible();
  });

  test("cannot have the answers erased by one press that somebody is led to", async ({
    page,
    baseURL,
  }) => {
    const frame = await openFramed(page, baseURL, { from: baseURL });
    await choose(frame, LEANS[0]);
    await press(frame, "Erase my answers");
    await expect(frame.getByRole("dialog")).toBeVisible();
    expect(Object.keys(await keptInFrame(page))).toEqual(["support-fit"]);
    await page.keyboard.press("Enter");
    expect(Object.keys(await keptInFrame(page))).toEqual(["support-fit"]);
  });

  test("does not get to show our own page", async ({ page, baseURL }) => {
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

test.describe("a hostile frame", () => {
  test("that says anything at all changes nothing on the page", async ({ page, baseURL }) => {
    await openFramed(page, baseURL);
    const heard = await noteEvents(page);
    const errors = uncaught(page);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await inside(page).evaluate(`for (const message of [
      ...["-1", -1, 0, 1e9, NaN, Infinity, null, {}, [500], "500", "500px; position: fixed", true, 10n].map(
        (height) => ({ type: "support-fit:height", height })),
      ...["", "UPPER", "a b", "__proto__", "x".repeat(21), "x\\ny", null, 5, {}, ["ready"], "<img>"].map(
        (name) => ({ type: "support-fit:event", name, detail: {} })),
      JSON.parse('{ "__proto__": { "type": "support-fit:height", "height": 5 } }'),
      null, 5, "support-fit:height", [], new Uint8Array(1_000_000),
    ]) parent.postMessage(message, "*")`);
    await allHeard(page);
    expect(await heard()).toEqual({});
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    expect(errors).toEqual([]);
  });

  test("that floods the page does not stop it, and its height stays within bounds", async ({
    page,
    baseURL,
  }) => {
    await openFramed(page, baseURL);
    const heard = await noteEvents(page);
    await inside(page).evaluate(() => {
      for (let n = 0; n < 10_000; n++) {
        parent.postMessage({ type: "support-fit:height", height: n * 1_000 }, "*");
      }
    });
    await allHeard(page);
    expect(await height(page)).toBeLessThan(100_000);
    expect(await heard()).toEqual({});
  });

  test("that went to another origin is not heard any more", async ({ page, baseURL }) => {
    await openFramed(page, baseURL);
    const heard = await noteEvents(page);
    await page.evaluate(async (src) => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
      frame.removeAttribute("srcdoc");
      // As the frame itself would do it: the address in the page stays as it was.
      await new Promise((done) => {
        frame.addEventListener("load", done, { once: true });
        /** @type {Window} */ (frame.contentWindow).location.href = src;
      });
    }, `${baseURL}/demo.css`);
    const before = await height(page);
    const stranger = page.frames().find((frame) => frame.url().endsWith("demo.css"));
    await stranger?.evaluate(() => {
      parent.postMessage({ type: "support-fit:height", height: 5 }, "*");
      parent.postMessage({ type: "support-fit:event", name: "reset", detail: {} }, "*");
    });
    await page.evaluate(() => new Promise((done) => setTimeout(done)));
    expect(await height(page)).toBe(before);
    expect(await heard()).toEqual({});
  });
});

test.describe("storage that the browser does not give to frames of other sites", () => {
  test("is not missed: the frame says so, goes on, and takes nothing of what is kept there", async ({
    page,
    baseURL,
  }) => {
    // The same origin in a page of its own.
    await page.goto(`${other(baseURL)}/widget/frame.html`);
    await choose(page, "Nobody in particular");
    expect((await kept(page)).answers).toEqual({ cap: "none" });
    const frame = await openFramed(page, baseURL);
    await expect(frame.getByRole("radio", { checked: true })).toHaveCount(0);
    await choose(frame, LEANS[0]);
    await expect(frame.getByText("Not saved on this device")).toBeVisible();
    await answerAll(/** @type {any} */ (frame), LEANS);
    await expect(heading(frame, "lean one way")).toBeVisible();
    await page.goto(`${other(baseURL)}/demo.css`);
    expect(JSON.parse((await keptText(page)) ?? "").answers).toEqual({ cap: "none" });
  });
});
