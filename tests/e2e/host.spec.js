// The element as a guest: what it does to the page around it, and what the page may do to it.

import { expect, test } from "@playwright/test";

import { draftAt, keep, kept } from "./steps/drafts.js";
import { SAID, answerWrongly } from "./steps/failing.js";
import {
  LEANS,
  QUESTIONS,
  answer,
  answerAll,
  choose,
  heading,
  open,
  painted,
  press,
} from "./steps/flow.js";
import { FILES, SCRIPT, complaints, openHost, ready } from "./steps/host.js";
import { pictureOf, placeOn } from "./steps/picture.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("../../src/embed/element.js").SupportFit} SupportFit */

/** Every question, every fold, a step back, and a message. */
const WALK = async (/** @type {Page} */ page) => {
  await press(page, "Next");
  for (const label of LEANS) {
    await page.getByText("Why we ask").click();
    await answer(page, label);
  }
  await heading(page, "lean one way").waitFor();
  for (const summary of await page.locator("support-fit summary").all()) await summary.click();
  await press(page, "Change my answers");
  await press(page, "See your result");
  await press(page, "Start over");
  await press(page.getByRole("dialog"), "Start over");
  await press(page, "Undo last change");
  await heading(page, "lean one way").waitFor();
};

const HOST = `<main><h1>A host page</h1><p>Before <a href="#top">a link</a></p><input /><button>A button</button>
  <support-fit></support-fit><p>After</p><footer>The end</footer></main>`;

/** Something to scroll, and some style that could be lost. */
const HOST_STYLE = `main { padding-block: 400px 2000px; color: rebeccapurple; } p { margin: 3px; }
  input:focus { outline: 3px solid green; } support-fit { display: block; }`;

test("an element that comes, changes and goes moves neither focus nor scroll", async ({ page }) => {
  await openHost(page, HOST, { css: HOST_STYLE });
  await page.locator("input").focus();
  await page.evaluate(() => scrollTo(0, 300));
  const [before, looks] = [await placeOn(page), await pictureOf(page)];
  expect(before).toEqual({ scroll: [0, 300], active: "input", selection: "" });
  await page.evaluate(() => import(/** @type {any} */ ("/widget/support-fit.js")));
  await ready(page);
  expect(await placeOn(page), "ready").toEqual(before);
  expect(await pictureOf(page), "ready").toEqual(looks);
  const host = page.locator("support-fit");
  await host.evaluate(async (/** @type {SupportFit} */ host) => {
    host.config = { flow: "full" };
    await host.load();
  });
  await painted(page);
  expect(await placeOn(page), "other settings").toEqual(before);
  await host.evaluate((host) => document.querySelector("main")?.append(host));
  await ready(page);
  expect(await placeOn(page), "moved").toEqual(before);
  await host.evaluate((host) => host.remove());
  await painted(page);
  expect(await placeOn(page), "removed").toEqual(before);
});

for (const [name, path] of Object.entries({
  "the demo page": "/",
  "the page of its own": "/widget/",
})) {
  test(`a whole quick check leaves no error, warning or policy violation in ${name}`, async ({
    page,
  }) => {
    const found = complaints(page);
    await open(page, path);
    await WALK(page);
    await press(page, "Erase my answers");
    await press(page.getByRole("dialog"), "Erase");
    await heading(page, QUESTIONS[0]).waitFor();
    expect(found).toEqual([]);
  });
}

test("the pages have a strict policy", async ({ page }) => {
  const response = await page.goto("/");
  const policy = response?.headers()["content-security-policy"];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain("unsafe-inline");
});

test.describe("the fallback content", () => {
  const FALLBACK = "The same questions, on paper";

  test("is replaced by the application", async ({ page }) => {
    await open(page, "/");
    await ready(page);
    await expect(page.getByText(FALLBACK)).toBeHidden();
  });

  test("stays below a message when the application cannot be loaded", async ({ page }) => {
    await answerWrongly(page, FILES.WebAssembly, (route) => route.abort());
    await page.goto("/");
    await expect(page.getByRole("alert")).toContainText(SAID.failed);
    await expect(page.getByText(FALLBACK)).toBeVisible();
    await expect(page.getByRole("radio")).toHaveCount(0);
  });
});

test.describe("an element that is moved", () => {
  test("keeps the answers and goes on working", async ({ page }) => {
    const found = complaints(page);
    await open(page, "/");
    await answerAll(page, LEANS.slice(0, 3));
    await page.locator("support-fit").evaluate((host) => document.body.prepend(host));
    await expect(heading(page, QUESTIONS[3])).toBeVisible();
    await answerAll(page, LEANS.slice(3));
    await expect(heading(page, "lean one way")).toBeVisible();
    expect(found).toEqual([]);
  });

  test("shows one application, not two", async ({ page }) => {
    await open(page, "/");
    for (let times = 0; times < 5; times++) {
      await page.locator("support-fit").evaluate((host) => document.body.append(host));
    }
    await ready(page);
    await painted(page);
    await expect(page.getByRole("heading", { level: 3, name: QUESTIONS[0] })).toHaveCount(1);
  });
});

test.describe("an element that is removed", () => {
  test("leaves nothing that throws", async ({ page }) => {
    const found = complaints(page);
    await open(page, "/");
    await answer(page, LEANS[0]);
    await page.locator("support-fit").evaluate((host) => {
      host.remove();
      for (const type of ["storage", "resize", "scroll", "focus", "blur", "pagehide", "online"]) {
        dispatchEvent(new Event(type));
      }
      const newValue = '{"schema":2,"answers":{"cap":"team"}}';
      dispatchEvent(new StorageEvent("storage", { key: "support-fit", newValue }));
      dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    });
    await painted(page);
    expect(found).toEqual([]);
  });

  test("may go in the middle of a step or while it asks something", async ({ page }) => {
    const found = complaints(page);
    await open(page, "/");
    await choose(page, LEANS[0]);
    await press(page, "Start over");
    await page.locator("support-fit").evaluate((host) => {
      const buttons = [...(host.shadowRoot?.querySelectorAll("button") ?? [])];
      buttons.find((button) => button.type === "submit")?.click();
      host.remove();
    });
    await painted(page);
    expect(found).toEqual([]);
  });

  test("goes on where it was when it comes back", async ({ page }) => {
    await open(page, "/");
    await answerAll(page, LEANS.slice(0, 2));
    await heading(page, QUESTIONS[2]).waitFor();
    const element = await page.locator("support-fit").elementHandle();
    await element?.evaluate((host) => host.remove());
    await painted(page);
    await element?.evaluate((host) => document.body.append(host));
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
  });

  test("leaves its answers to the one that takes its place at once", async ({ page }) => {
    const found = complaints(page);
    await open(page, "/");
    await answerAll(page, LEANS.slice(0, 2));
    await heading(page, QUESTIONS[2]).waitFor();
    await page.evaluate(() => {
      document.querySelector("support-fit")?.replaceWith(document.createElement("support-fit"));
    });
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
    expect(found).toEqual([]);
  });

  test("may go before it is loaded", async ({ page }) => {
    const found = complaints(page);
    await openHost(page, "<support-fit></support-fit>");
    await page.evaluate(async () => {
      await import(/** @type {any} */ ("/widget/support-fit.js"));
      document.querySelector("support-fit")?.remove();
    });
    await page.waitForLoadState("networkidle");
    await painted(page);
    expect(found).toEqual([]);
  });
});

test.describe("two elements", () => {
  const TWO = `${SCRIPT}
    <support-fit id="one" storage-key="one"></support-fit>
    <support-fit id="two" storage-key="two"></support-fit>`;

  test.beforeEach(async ({ page }) => {
    await openHost(page, TWO);
    for (const id of ["#one", "#two"]) await ready(page, id);
  });

  test("keep drafts of their own", async ({ page }) => {
    const one = page.locator("#one");
    const two = page.locator("#two");
    await choose(one, LEANS[0]);
    await press(one, "Next");
    await choose(two, "Nobody in particular");
    await expect(heading(one, QUESTIONS[1])).toBeVisible();
    await expect(heading(two, QUESTIONS[0])).toBeVisible();
    expect((await kept(page, "one")).answers).toEqual({ cap: "lead" });
    expect((await kept(page, "two")).answers).toEqual({ cap: "none" });
    expect(await page.evaluate(() => Object.keys(localStorage).sort())).toEqual(["one", "two"]);
  });

  test("do not speak of each other as of another tab", async ({ page }) => {
    await choose(page.locator("#one"), LEANS[0]);
    await choose(page.locator("#two"), "Nobody in particular");
    await painted(page);
    await expect(page.getByText("in another tab")).toHaveCount(0);
  });

  test("have no id twice inside one root", async ({ page }) => {
    await press(page.locator("#one"), "Next");
    const twice = await page.evaluate(() =>
      [document, ...[...document.querySelectorAll("support-fit")].map((host) => host.shadowRoot)]
        .map((root) => [...(root?.querySelectorAll("[id]") ?? [])].map((element) => element.id))
        .flatMap((ids) => ids.filter((id, n) => ids.indexOf(id) !== n)),
    );
    expect(twice).toEqual([]);
  });

  test("share what they load", async ({ page }) => {
    /** @type {string[]} */
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType("resource").map((entry) => entry.name),
    );
    const modules = loaded.filter((address) => address.endsWith(".wasm"));
    expect(modules.filter((address) => !/-(result|plan|aside)-/.test(address))).toHaveLength(1);
    expect(modules).toEqual([...new Set(modules)]);
  });
});

test.describe("the language", () => {
  test("falls back to English for a tag that is none, and says so in the console", async ({
    page,
  }) => {
    const found = complaints(page);
    await openHost(page, `${SCRIPT}<support-fit lang="not a language"></support-fit>`);
    await ready(page);
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('does not know the language "not a language"');
  });

  test("falls back to English for a language without words", async ({ page }) => {
    const found = complaints(page);
    await openHost(page, `${SCRIPT}<support-fit></support-fit>`, { language: "tlh" });
    await answerAll(page, LEANS);
    await expect(heading(page, "lean one way")).toBeVisible();
    expect(found).toEqual([]);
  });

  test("is named where the words are in another one than the page", async ({ page }) => {
    await openHost(page, `${SCRIPT}<support-fit></support-fit>`, { language: "fr" });
    await ready(page);
    const language = await heading(page, QUESTIONS[0]).evaluate(
      (element) => element.closest("[lang]")?.getAttribute("lang") ?? "that of the page",
    );
    expect(language).toMatch(/^en/);
  });

  test("of a region is that of its language", async ({ page }) => {
    await openHost(page, `${SCRIPT}<support-fit lang="en-GB"></support-fit>`);
    await ready(page);
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
  });
});

test.describe("storage=none", () => {
  test("keeps nothing on the device", async ({ page }) => {
    await openHost(page, `${SCRIPT}<support-fit storage="none"></support-fit>`);
    await answerAll(page, LEANS);
    await heading(page, "lean one way").waitFor();
    const sizes = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
    }));
    expect(sizes).toEqual({ local: 0, session: 0, databases: 0, caches: 0 });
    await expect(page.getByText("Not saved on this device")).toBeVisible();
  });

  test("does not read what is kept", async ({ page }) => {
    await keep(page, draftAt("fund"));
    await openHost(page, `${SCRIPT}<support-fit storage="none"></support-fit>`);
    await ready(page);
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    await expect(page.getByText("Welcome back")).toHaveCount(0);
  });
});

test.describe("a whole quick check", () => {
  test("asks for the widget's own files alone, and for none after the first question", async ({
    page,
    baseURL,
  }) => {
    /** @type {string[]} */
    const asked = [];
    page.on("request", (request) => {
      asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`);
    });
    await open(page);
    await page.waitForLoadState("networkidle");
    const loaded = asked.length;
    await WALK(page);
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    expect(asked.slice(loaded)).toEqual([]);
    for (const request of asked) {
      expect(request.startsWith(`GET ${baseURL}/widget/`), request).toBe(true);
      expect(request, request).not.toMatch(/[?#]/);
    }
  });

  test("leaves the host page as it was", async ({ page, context }) => {
    const found = complaints(page);
    await openHost(page, HOST, { css: HOST_STYLE });
    const before = await pictureOf(page);
    await page.evaluate(() => import(/** @type {any} */ ("/widget/support-fit.js")));
    await ready(page);
    await WALK(page);
    expect(await pictureOf(page)).toEqual(before);
    expect(await context.cookies()).toEqual([]);
    expect(found).toEqual([]);
  });

  test("leaves Back to the host page", async ({ page }) => {
    await page.goto("/demo.css");
    await open(page, "/");
    await answerAll(page, LEANS.slice(0, 3));
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe("/demo.css");
  });
});
