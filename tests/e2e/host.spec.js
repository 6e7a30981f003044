// The element must not affect its host page, and must survive what the page does to it.

import { expect, test } from "@playwright/test";

import { WORDS, filled, organization } from "./steps/content.js";
import { draftAt, keep, kept, storedKeys } from "./steps/drafts.js";
import { FAILURE, failRequests } from "./steps/failing.js";
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
import { fullDraft } from "./steps/full.js";
import { FILES, SCRIPT, complaints, openHost, ready } from "./steps/host.js";
import { pictureOf, placeOn } from "./steps/picture.js";
import { IN_ROW, VIEWS, openView } from "./steps/result.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("../../src/embed/element.js").SupportFit} SupportFit */

const FULL_RESULT = fullDraft(organization("P10"), { screen: "result" });

/**
 * Answers every question, opens every view and every fold, goes back, starts over and undoes that.
 *
 * @param {Page} page
 */
async function walk(page) {
  await press(page, "Next");
  for (const label of LEANS) {
    await page.getByText("Why we ask").click();
    await answer(page, label);
  }
  await heading(page, "Leaning toward co-managed IT").waitFor();
  for (const view of [...IN_ROW.slice(1), VIEWS.save, VIEWS.answer]) {
    await openView(page, String(view));
    for (const summary of await page.locator("support-fit summary").all()) await summary.click();
  }
  await press(page, "Change my answers");
  await press(page, "See your result");
  await press(page, "Start over");
  await press(page.getByRole("dialog"), "Start over");
  await press(page, "Undo last change");
  await heading(page, "Leaning toward co-managed IT").waitFor();
}

/** @param {Page} page */
async function erase(page) {
  await press(page, "Delete my answers");
  await press(page.getByRole("dialog"), "Delete them");
  await heading(page, QUESTIONS[0]).waitFor();
}

const FALLBACK = "The same questions, on paper";

const HOST = `<main><h1>A host page</h1><p>Before <a href="#top">a link</a></p><input /><button>A button</button>
  <support-fit></support-fit><p>After</p><footer>The end</footer></main>`;

/** Content to scroll, and styles that could change. */
const HOST_STYLE = `main { padding-block: 400px 2000px; color: rebeccapurple; } p { margin: 3px; }
  input:focus { outline: 3px solid green; } support-fit { display: block; }`;

test("Adding, changing, moving and removing the element moves neither focus nor scroll position @threat-host-page", async ({
  page,
}) => {
  await openHost(page, HOST, { css: HOST_STYLE });
  await page.locator("input").focus();
  await page.evaluate(() => scrollTo(0, 300));
  const [before, looks] = [await placeOn(page), await pictureOf(page)];
  expect(before).toEqual({ scroll: [0, 300], active: "input", selection: "" });
  await page.evaluate(() => import(/** @type {any} */ ("/widget/support-fit.js")));
  await ready(page);
  expect.soft(await placeOn(page), "ready").toEqual(before);
  expect.soft(await pictureOf(page), "ready").toEqual(looks);
  const host = page.locator("support-fit");
  await host.evaluate(async (/** @type {SupportFit} */ host) => {
    host.config = { flow: "full" };
    await host.load();
  });
  await painted(page);
  expect.soft(await placeOn(page), "other settings").toEqual(before);
  await host.evaluate((host) => document.querySelector("main")?.append(host));
  await ready(page);
  expect.soft(await placeOn(page), "moved").toEqual(before);
  await host.evaluate((host) => host.remove());
  await painted(page);
  expect.soft(await placeOn(page), "removed").toEqual(before);
});

test("A whole quick check on the demo page logs nothing under its strict content policy @threat-host-page @threat-html", async ({
  page,
}) => {
  const found = complaints(page);

  await test.step("the page has a strict policy", async () => {
    const response = await page.goto("/");
    const policy = response?.headers()["content-security-policy"];
    expect.soft(policy).toContain("default-src 'none'");
    expect.soft(policy).toContain("require-trusted-types-for 'script'");
    expect.soft(policy).not.toContain("unsafe-inline");
  });

  await test.step("the application replaces the fallback content", async () => {
    await heading(page, "handles IT").waitFor();
    await ready(page);
    await expect.soft(page.getByText(FALLBACK)).toBeHidden();
  });

  await test.step("a whole quick check leaves no error, warning or policy violation", async () => {
    await walk(page);
    await erase(page);
    expect(found).toEqual([]);
  });
});

test("A whole quick check requests only the widget's own files, and none after the first question @threat-sending", async ({
  page,
  baseURL,
}) => {
  const found = complaints(page);
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => {
    asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`);
  });
  await open(page);
  await page.waitForLoadState("networkidle");
  const loaded = asked.length;
  await walk(page);
  await erase(page);
  await page.evaluate(() => dispatchEvent(new Event("pagehide")));
  expect.soft(asked.slice(loaded)).toEqual([]);
  for (const request of asked) {
    expect.soft(request.startsWith(`GET ${baseURL}/widget/`), request).toBe(true);
    expect.soft(request, request).not.toMatch(/[?#]/);
  }
  expect.soft(found).toEqual([]);
});

test("A whole quick check leaves the host page and its history unchanged @threat-host-page @wcag-2.4.2", async ({
  page,
  context,
}) => {
  await test.step("the host page is unchanged", async () => {
    const found = complaints(page);
    await openHost(page, HOST, { css: HOST_STYLE });
    const before = await pictureOf(page);
    await page.evaluate(() => import(/** @type {any} */ ("/widget/support-fit.js")));
    await ready(page);
    await walk(page);
    expect.soft(await pictureOf(page)).toEqual(before);
    expect.soft(await context.cookies()).toEqual([]);
    expect.soft(found).toEqual([]);
  });

  await test.step("Back leaves the host page", async () => {
    await page.goto("/demo.css");
    await page.evaluate(() => localStorage.clear());
    await open(page, "/");
    await answerAll(page, LEANS.slice(0, 3));
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe("/demo.css");
  });
});

test("The fallback content stays below the message when the application cannot be loaded", async ({
  page,
}) => {
  await failRequests(page, FILES.WebAssembly, (route) => route.abort());
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText(FAILURE.failed);
  await expect(page.getByText(FALLBACK)).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
});

test("An element that is moved, removed or replaced keeps its answers", async ({ page }) => {
  const found = complaints(page);
  await open(page, "/");
  await answerAll(page, LEANS.slice(0, 3));

  await test.step("moved once", async () => {
    await page.locator("support-fit").evaluate((host) => document.body.prepend(host));
    await expect(heading(page, QUESTIONS[3])).toBeVisible();
    await answer(page, LEANS[3]);
    await expect(heading(page, QUESTIONS[4])).toBeVisible();
  });

  await test.step("moved five times, it shows one application", async () => {
    for (let times = 0; times < 5; times++) {
      await page.locator("support-fit").evaluate((host) => document.body.append(host));
    }
    await ready(page);
    await painted(page);
    await expect(heading(page, QUESTIONS[4])).toHaveCount(1);
  });

  await test.step("removed and added again", async () => {
    const element = await page.locator("support-fit").elementHandle();
    await element?.evaluate((host) => host.remove());
    await painted(page);
    // At the top, where the element that replaces it is in view and loads.
    await element?.evaluate((host) => document.body.prepend(host));
    await expect(heading(page, QUESTIONS[4])).toBeVisible();
  });

  await test.step("replaced by a new element", async () => {
    await page.evaluate(() => {
      document.querySelector("support-fit")?.replaceWith(document.createElement("support-fit"));
    });
    await expect(heading(page, QUESTIONS[4])).toBeVisible();
    await answerAll(page, LEANS.slice(4));
    await expect(heading(page, "Leaning toward co-managed IT")).toBeVisible();
  });
  expect(found).toEqual([]);
});

test("An element that is removed at any moment throws no error", async ({ page }) => {
  const found = complaints(page);

  await test.step("before it is loaded", async () => {
    await openHost(page, "<support-fit></support-fit>");
    await page.evaluate(async () => {
      await import(/** @type {any} */ ("/widget/support-fit.js"));
      document.querySelector("support-fit")?.remove();
    });
    await page.waitForLoadState("networkidle");
    await painted(page);
    expect.soft(found).toEqual([]);
  });

  await test.step("before events that it listened to", async () => {
    await open(page, "/");
    await answer(page, LEANS[0]);
    await page.locator("support-fit").evaluate((host) => {
      host.remove();
      for (const type of [
        "storage",
        "resize",
        "scroll",
        "focus",
        "blur",
        "pagehide",
        "pageshow",
        "online",
      ]) {
        dispatchEvent(new Event(type));
      }
      localStorage.setItem("support-fit", '{"schema":2,"content":"1.1","answers":{"cap":"team"}}');
      dispatchEvent(new StorageEvent("storage", { key: "support-fit" }));
      document.dispatchEvent(new Event("visibilitychange"));
      dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    });
    await painted(page);
    expect.soft(found).toEqual([]);
  });

  await test.step("in the middle of a step while a dialog is open", async () => {
    await page.evaluate(() => localStorage.clear());
    await open(page, "/");
    await choose(page, LEANS[0]);
    await press(page, "Start over");
    await page.locator("support-fit").evaluate((host) => {
      const buttons = [...(host.shadowRoot?.querySelectorAll("button") ?? [])];
      buttons.find((button) => button.type === "submit")?.click();
      host.remove();
    });
    await painted(page);
    expect.soft(found).toEqual([]);
  });
});

test("Two elements on a page have their own drafts and ids, and share their files", async ({
  page,
}) => {
  await openHost(
    page,
    `${SCRIPT}
    <support-fit id="one" storage-key="one"></support-fit>
    <support-fit id="two" storage-key="two"></support-fit>`,
  );
  for (const id of ["#one", "#two"]) await ready(page, id);
  const one = page.locator("#one");
  const two = page.locator("#two");

  await test.step("files are loaded once", async () => {
    /** @type {string[]} */
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType("resource").map((entry) => entry.name),
    );
    const modules = loaded.filter((address) => address.endsWith(".wasm"));
    expect.soft(modules.filter((address) => !address.includes("-later-"))).toHaveLength(1);
    expect.soft(modules).toEqual([...new Set(modules)]);
  });

  await test.step("each has its own draft", async () => {
    await choose(one, LEANS[0]);
    await press(one, "Next");
    await choose(two, "No one in particular");
    await expect.soft(heading(one, QUESTIONS[1])).toBeVisible();
    await expect.soft(heading(two, QUESTIONS[0])).toBeVisible();
    expect.soft((await kept(page, "support-fit-one")).answers).toEqual({ cap: "lead" });
    expect.soft((await kept(page, "support-fit-two")).answers).toEqual({ cap: "none" });
    const keys = (await storedKeys(page)).sort();
    expect.soft(keys).toEqual(["support-fit-one", "support-fit-two"]);
  });

  await test.step("neither reports changes of another tab", async () => {
    await painted(page);
    await expect.soft(page.getByText("in another tab")).toHaveCount(0);
  });

  await test.step("no id occurs twice in a root", async () => {
    await press(one, "Next");
    const twice = await page.evaluate(() =>
      [document, ...[...document.querySelectorAll("support-fit")].map((host) => host.shadowRoot)]
        .map((root) => [...(root?.querySelectorAll("[id]") ?? [])].map((element) => element.id))
        .flatMap((ids) => ids.filter((id, n) => ids.indexOf(id) !== n)),
    );
    expect.soft(twice).toEqual([]);
  });
});

test("A language without a translation falls back to English @wcag-3.1.2", async ({ page }) => {
  const found = complaints(page);

  await test.step("on every screen, with nothing in the console", async () => {
    await openHost(page, `${SCRIPT}<support-fit></support-fit>`, { language: "tlh" });
    await answerAll(page, LEANS);
    await expect.soft(heading(page, "Leaning toward co-managed IT")).toBeVisible();
    expect.soft(found).toEqual([]);
    await page.evaluate(() => localStorage.clear());
  });

  await openHost(
    page,
    `${SCRIPT}
    <support-fit id="italian" loading="eager" storage-key="italian"></support-fit>
    <support-fit id="british" loading="eager" storage-key="british" lang="en-GB"></support-fit>
    <support-fit id="invalid" loading="eager" storage-key="invalid" lang="not a language"></support-fit>`,
    { language: "it" },
  );
  for (const id of ["#italian", "#british", "#invalid"]) {
    await ready(page, id);
    await expect.soft(heading(page.locator(id), QUESTIONS[0]), id).toBeVisible();
  }

  await test.step("the element declares its language where the page has another one", async () => {
    const language = await heading(page.locator("#italian"), QUESTIONS[0]).evaluate(
      (element) => element.closest("[lang]")?.getAttribute("lang") ?? "that of the page",
    );
    expect.soft(language).toMatch(/^en/);
  });

  await test.step("the page says so where the language has a name", async () => {
    const { other_language: note } = WORDS.ui;
    await expect
      .soft(page.locator("#italian").getByText(filled(note, { name: "Italian" })))
      .toBeVisible();
    const [start = ""] = note.split("{");
    await expect.soft(page.locator("#british").getByText(start)).toHaveCount(0);
  });

  await test.step("only an invalid tag is reported in the console", async () => {
    expect.soft(found).toHaveLength(1);
    expect.soft(found[0]).toContain('does not know the language "not a language"');
  });
});

test('storage="none" saves nothing on the device and does not read what is saved @threat-storage-none', async ({
  page,
}) => {
  await test.step("it saves nothing on the device", async () => {
    await openHost(page, `${SCRIPT}<support-fit storage="none"></support-fit>`);
    await answerAll(page, LEANS);
    await heading(page, "Leaning toward co-managed IT").waitFor();
    const sizes = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
    }));
    expect.soft(sizes).toEqual({ local: 0, session: 0, databases: 0, caches: 0 });
    await expect.soft(page.getByText("Not saved on this device")).toBeVisible();
  });

  await test.step("it does not read what is saved", async () => {
    await keep(page, draftAt("fund"));
    await openHost(page, `${SCRIPT}<support-fit storage=" None "></support-fit>`);
    await ready(page);
    await expect.soft(heading(page, QUESTIONS[0])).toBeVisible();
    await expect.soft(page.getByText("Welcome back")).toHaveCount(0);
  });

  await test.step("deleting the answers deletes that too", async () => {
    await choose(page, LEANS[0]);
    expect.soft((await kept(page)).place).toEqual({ question: "fund" });
    await press(page, "Delete my answers");
    await press(page.getByRole("dialog"), "Delete them");
    expect.soft(await storedKeys(page)).toEqual([]);
  });
});

test("In another document or component, or without an end tag, the element starts or shows its own content", async ({
  page,
}) => {
  await test.step("inside a component, the language of the page applies", async () => {
    const found = complaints(page);
    await openHost(page, `${SCRIPT}<div id="component"></div>`, { language: "en-GB" });
    await page.locator("#component").evaluate(async (component, draft) => {
      const root = component.attachShadow({ mode: "open" });
      await customElements.whenDefined("support-fit");
      const host = /** @type {SupportFit} */ (document.createElement("support-fit"));
      root.append(host);
      await host.importDraft(draft);
      await host.showResult("cost");
    }, FULL_RESULT);
    const { other_currency: other } = WORDS.ui.cost.own;
    await expect(page.locator("support-fit")).toContainText(
      filled(other, { other: "British pounds" }),
    );
    expect(found).toEqual([]);
  });

  await test.step("on a page that is translated before it starts, the region of the page applies", async () => {
    const body = `${SCRIPT}<div hidden><support-fit></support-fit></div>`;
    await openHost(page, body, { language: "en-GB" });
    const shown = page.locator("support-fit");
    await expect(shown).toHaveJSProperty("status", "idle");
    await shown.evaluate(async (/** @type {SupportFit} */ host, draft) => {
      // As Chrome does.
      Object.assign(document.documentElement, { lang: "de", className: "translated-ltr" });
      await host.importDraft(draft);
      await host.showResult("cost");
    }, FULL_RESULT);
    const { other_currency: other } = WORDS.ui.cost.own;
    await expect(shown).toContainText(filled(other, { other: "British pounds" }));
  });

  await test.step("in a document that did not load it, its own content stays", async () => {
    const found = complaints(page);
    await openHost(page, `${SCRIPT}<iframe></iframe><support-fit></support-fit>`);
    await ready(page);
    const moved = page.frameLocator("iframe").getByText("On paper");
    await page.locator("iframe").evaluate((frame) => {
      const { contentDocument } = /** @type {HTMLIFrameElement} */ (frame);
      const made = document.createElement("support-fit");
      made.textContent = "On paper";
      contentDocument?.body.append(made);
    });
    await expect(moved).toBeVisible();

    const shown = page.locator("support-fit");
    await shown.evaluate((host) => {
      host.textContent = "Moved";
      document.querySelector("iframe")?.contentDocument?.body.append(host);
    });
    await expect(page.frameLocator("iframe").getByText("Moved")).toBeVisible();
    expect(found).toEqual([]);
  });

  await test.step("without an end tag, the console names the cause", async () => {
    const found = complaints(page);
    await openHost(page, `${SCRIPT}<support-fit loading="eager" /><footer>Contact us</footer>`);
    await ready(page);
    expect(found).toEqual([expect.stringContaining("its end tag is missing")]);
  });
});
