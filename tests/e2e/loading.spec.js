// When the application is loaded, how often, and how the host page knows that it is ready.

import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";

import { LEANS, QUESTIONS, answerAll, choose, heading, painted } from "./steps/flow.js";
import { FILES, SCRIPT, asked, complaints, element, hold, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

const LOADER = "support-fit.js";

/** The immutable, versioned file name of the loader. */
const VERSIONED = `support-fit-${/^version = "(.*)"$/m.exec(readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8"))?.[1]}.js`;

/** A spacer that is three windows high. */
const FAR = ".space { block-size: 300vh; }";

/**
 * Opens a page whose element is two windows below the visible part.
 *
 * @param {Page} page
 * @param {string} [attributes]
 * @returns {Promise<string[]>} The requested files.
 */
async function openFar(page, attributes = "") {
  const found = asked(page);
  const body = `${SCRIPT}<div class="space"></div>
    <support-fit ${attributes}><p><a href="#contact">Ask us</a></p></support-fit>`;
  await openHost(page, body, { css: FAR });
  await settled(page);
  return found;
}

/**
 * Waits until no request is pending: whatever has not been requested by then will not be.
 *
 * @param {Page} page
 */
async function settled(page) {
  await painted(page);
  await page.waitForLoadState("networkidle");
}

/**
 * @param {Page} page
 * @param {string} [selector]
 */
function status(page, selector) {
  return element(page, selector).evaluate((/** @type {SupportFit} */ host) => host.status);
}

test("An element far below loads when it is less than a window away @wcag-3.2.1", async ({
  page,
}) => {
  const found = await openFar(page);

  await test.step("at first, only the loader is requested and the status is idle", async () => {
    expect.soft(found).toEqual([LOADER]);
    expect.soft(await status(page)).toBe("idle");
  });

  await test.step("the status cannot be set", async () => {
    const seen = await element(page).evaluate((/** @type {any} */ host) => {
      try {
        host.status = "ready";
      } catch {}
      return host.status;
    });
    expect.soft(seen).toBe("idle");
  });

  await test.step("more than a window away, nothing is requested", async () => {
    await page.evaluate(() => scrollTo(0, 0.9 * innerHeight));
    await settled(page);
    expect.soft(found).toEqual([LOADER]);
  });

  await test.step("less than a window away, it loads", async () => {
    await page.evaluate(() => scrollTo(0, 1.2 * innerHeight));
    await ready(page);
    await expect(element(page)).not.toBeInViewport();
  });
});

/**
 * Ways to load an element without scrolling to it.
 *
 * @type {Record<string, { attributes?: string, load?: (page: Page) => Promise<unknown> }>}
 */
const WAYS = {
  "at once with `loading`": { attributes: 'loading="eager"' },
  "when its fallback content takes the focus": {
    attributes: 'flow="full"',
    load: (page) => focusFirst(page, "a"),
  },
  "when its first screen takes the focus": { load: (page) => focusFirst(page, "input") },
};

/**
 * @param {Page} page
 * @param {string} control
 */
function focusFirst(page, control) {
  const first = page.locator(`support-fit ${control}`).first();
  return first.evaluate((control) => control.focus({ preventScroll: true }));
}

test("An element far below loads without scrolling when it is used", async ({ page }) => {
  for (const [way, { attributes, load }] of Object.entries(WAYS)) {
    await test.step(way, async () => {
      await openFar(page, attributes);
      if (load) expect.soft(await status(page)).toBe("idle");
      await load?.(page);
      await ready(page);
      expect.soft(await page.evaluate(() => scrollY)).toBe(0);
    });
  }
});

test("load() loads, and the status changes from idle to loading to ready, and back", async ({
  page,
}) => {
  const found = await openFar(page);

  await test.step("the status changes, and is ready when the event is sent", async () => {
    const seen = await element(page).evaluate(async (/** @type {SupportFit} */ host) => {
      const before = host.status;
      const readyEvent = new Promise((done) => {
        host.addEventListener("support-fit-ready", () => done(host.status));
      });
      const loaded = host.load();
      const meanwhile = host.status;
      await loaded;
      return [before, meanwhile, host.status, await readyEvent];
    });
    expect.soft(seen).toEqual(["idle", "loading", "ready", "ready"]);
    expect.soft(await page.evaluate(() => scrollY)).toBe(0);
  });

  await test.step("once everything is loaded, it resolves without requests", async () => {
    // The start module and the later one.
    await expect.poll(() => found.filter((name) => name.endsWith(".wasm"))).toHaveLength(2);
    const before = found.length;
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.load());
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.load());
    expect.soft(found).toHaveLength(before);
  });

  await test.step("the status is idle after the element is removed", async () => {
    const seen = await element(page).evaluate(async (/** @type {SupportFit} */ host) => {
      host.remove();
      await new Promise(requestAnimationFrame);
      return host.status;
    });
    expect.soft(seen).toBe("idle");
  });
});

test("load() waits while the element is not in the document", async ({ page }) => {
  await test.step("for an element that was never added", async () => {
    const found = await openFar(page);
    const host = await page.evaluateHandle(() => {
      const host = /** @type {SupportFit} */ (document.createElement("support-fit"));
      return { host, loaded: host.load().then(() => host.status) };
    });
    await settled(page);
    expect.soft(found).toEqual([LOADER]);
    await host.evaluate(({ host }) => document.body.prepend(host));
    expect.soft(await host.evaluate(({ loaded }) => loaded)).toBe("ready");
  });

  await test.step("for an element that is removed while it loads", async () => {
    const release = await hold(page, FILES.WebAssembly);
    await openFar(page);
    const host = await element(page).evaluateHandle(async (/** @type {SupportFit} */ host) => {
      const loaded = host.load().then(() => host.status);
      host.remove();
      await new Promise(requestAnimationFrame);
      return { host, loaded };
    });
    release();
    await settled(page);
    expect.soft(await host.evaluate(({ host }) => host.status)).toBe("idle");
    await host.evaluate(({ host }) => document.body.append(host));
    expect.soft(await host.evaluate(({ loaded }) => loaded)).toBe("ready");
  });
});

/**
 * Places where an element is hidden, and how to show it.
 *
 * @type {Record<string, { around: (element: string) => string, show: (page: Page) => Promise<unknown> }>}
 */
const HIDDEN = {
  scrolled: {
    around: (element) => `<div class="box"><p class="space"></p>${element}</div>`,
    show: (page) => page.locator(".box").evaluate((box) => box.scrollTo(0, box.scrollHeight)),
  },
  folded: {
    around: (element) => `<details><summary>The assessment</summary>${element}</details>`,
    show: (page) => page.getByText("The assessment").click(),
  },
  hidden: {
    around: (element) => `<div hidden>${element}</div>`,
    show: (page) => page.locator("div[hidden]").evaluate((tab) => tab.removeAttribute("hidden")),
  },
};

test("An element in a scroll box, a closed <details> or a hidden tab loads when it is shown", async ({
  page,
}) => {
  const places = Object.entries(HIDDEN);
  const body = places.map(([id, { around }]) =>
    around(`<support-fit id="${id}" storage-key="${id}"></support-fit>`),
  );
  const css = `${FAR} .box { block-size: 50vh; overflow: auto; }`;
  await openHost(page, SCRIPT + body.join(""), { css });
  await settled(page);
  for (const [n, [id, { show }]] of places.entries()) {
    await test.step(id, async () => {
      for (const [other] of places.slice(n)) {
        expect.soft(await status(page, `#${other}`)).toBe("idle");
      }
      await show(page);
      await ready(page, `#${id}`);
      const part = page.locator(`#${id}`);
      await choose(part, LEANS[0]);
      await part.locator("button[type=submit]").click();
      await expect(heading(part, QUESTIONS[1])).toBeVisible();
    });
  }
});

test("Three elements share each file, and have their own answers", async ({ page }) => {
  const ids = ["one", "two", "three"];
  const body = ids.map((id) => `<support-fit id="${id}" storage-key="${id}"></support-fit>`);
  const found = asked(page);
  await openHost(page, SCRIPT + body.join(""));
  for (const id of ids) {
    await element(page, `#${id}`).evaluate((/** @type {SupportFit} */ host) => host.load());
  }
  await settled(page);
  const modules = found.filter((name) => name.endsWith(".wasm"));
  expect.soft(modules.filter((name) => !name.includes("-later-"))).toHaveLength(1);
  expect.soft(found).toEqual([...new Set(found)]);

  await choose(page.locator("#two"), LEANS[0]);
  await page.locator("#two button[type=submit]").click();
  await expect(heading(page.locator("#two"), QUESTIONS[1])).toBeVisible();
  await expect(heading(page.locator("#one"), QUESTIONS[0])).toBeVisible();
  await expect(heading(page.locator("#three"), QUESTIONS[0])).toBeVisible();
});

test("Two loaders on a page define one element, in the markup and from a script", async ({
  page,
}) => {
  const logged = complaints(page);
  const found = asked(page);
  const twice = `${SCRIPT}<script type="module" src="/widget/${VERSIONED}"></script>`;
  await openHost(page, `${twice}<support-fit></support-fit>`);

  await test.step("the element in the markup works, and each file is requested once", async () => {
    await answerAll(page, LEANS);
    await expect(heading(page, "Leaning toward co-managed IT")).toBeVisible();
    await settled(page);
    expect.soft(found.slice(0, 2).sort()).toEqual([VERSIONED, LOADER].sort());
    expect.soft(found).toEqual([...new Set(found)]);
  });

  await test.step("an element that a script makes works", async () => {
    await page.evaluate(() => {
      const made = document.createElement("support-fit");
      made.setAttribute("storage-key", "made");
      document.querySelector("support-fit")?.replaceWith(made);
    });
    await answerAll(page, LEANS);
    await expect(heading(page, "Leaning toward co-managed IT")).toBeVisible();
  });

  expect.soft(logged).toEqual([]);
});
