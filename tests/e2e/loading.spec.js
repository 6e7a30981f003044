// When the application is loaded, how often, and what tells that it is there.

import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";

import { LEANS, QUESTIONS, answer, answerAll, heading, painted } from "./steps/flow.js";
import { FILES, SCRIPT, asked, complaints, element, hold, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

const LOADER = "support-fit.js";

/** The name of the loader that never changes once it is released. */
const VERSIONED = `support-fit-${/^version = "(.*)"$/m.exec(readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8"))?.[1]}.js`;

/** Two windows high. */
const FAR = ".space { block-size: 300vh; }";

/**
 * Opens a page whose element is two windows below what is seen.
 *
 * @param {Page} page
 * @param {string} [attributes]
 * @returns {Promise<string[]>} What is asked for.
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
 * Waits until nothing is on its way: after that, what has not been asked for will not be.
 *
 * @param {Page} page
 */
async function settled(page) {
  await painted(page);
  await page.waitForLoadState("networkidle");
}

/**
 * How far an element is.
 *
 * @param {Page} page
 */
function status(page) {
  return element(page).evaluate((/** @type {SupportFit} */ host) => host.status);
}

test.describe("an element far below", () => {
  test("asks for nothing but the loader", async ({ page }) => {
    expect(await openFar(page)).toEqual([LOADER]);
    expect(await status(page)).toBe("idle");
  });

  test("asks for nothing while it is more than a window away", async ({ page }) => {
    const found = await openFar(page);
    await page.evaluate(() => scrollTo(0, 0.9 * innerHeight));
    await settled(page);
    expect(found).toEqual([LOADER]);
  });

  test("loads when it is less than a window away", async ({ page }) => {
    await openFar(page);
    await page.evaluate(() => scrollTo(0, 1.2 * innerHeight));
    await ready(page);
    await expect(element(page)).not.toBeInViewport();
  });

  test("loads at once if it says so", async ({ page }) => {
    await openFar(page, 'loading="eager"');
    expect(await status(page)).toBe("ready");
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test("loads when a script asks for it", async ({ page }) => {
    await openFar(page);
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.load());
    expect(await status(page)).toBe("ready");
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  for (const [what, type] of Object.entries({
    "somebody points at it": "pointerenter",
    "somebody touches it": "touchstart",
  })) {
    test(`loads when ${what}`, async ({ page }) => {
      await openFar(page);
      await element(page).dispatchEvent(type);
      await ready(page);
    });
  }

  for (const [what, { attributes, control }] of Object.entries({
    "its fallback content": { attributes: 'flow="full"', control: "a" },
    "its first screen": { attributes: "", control: "input" },
  })) {
    test(`loads when ${what} takes the focus`, async ({ page }) => {
      await openFar(page, attributes);
      await page
        .locator(`support-fit ${control}`)
        .first()
        .evaluate((control) => control.focus({ preventScroll: true }));
      await ready(page);
      expect(await page.evaluate(() => scrollY)).toBe(0);
    });
  }
});

test.describe("an element that is hidden", () => {
  for (const [where, { body, show }] of Object.entries({
    "in a closed fold-out": {
      body: "<details><summary>The assessment</summary><support-fit></support-fit></details>",
      show: (/** @type {Page} */ page) => page.getByText("The assessment").click(),
    },
    "in a tab that is not shown": {
      body: "<div hidden><support-fit></support-fit></div>",
      show: (/** @type {Page} */ page) =>
        page.locator("div[hidden]").evaluate((tab) => tab.removeAttribute("hidden")),
    },
    "below what a box shows of itself": {
      body: '<div class="box"><p class="space"></p><support-fit></support-fit></div>',
      show: (/** @type {Page} */ page) =>
        page.locator(".box").evaluate((box) => box.scrollTo(0, box.scrollHeight)),
    },
  })) {
    test.describe(where, () => {
      test.beforeEach(({ page }) =>
        openHost(page, SCRIPT + body, { css: `${FAR} .box { block-size: 50vh; overflow: auto; }` }),
      );

      test("waits", async ({ page }) => {
        await settled(page);
        expect(await status(page)).toBe("idle");
      });

      test("loads when it is shown", async ({ page }) => {
        await settled(page);
        await show(page);
        await ready(page);
        await answer(page, LEANS[0]);
        await expect(heading(page, QUESTIONS[1])).toBeVisible();
      });
    });
  }
});

test.describe("the status", () => {
  test("goes from idle over loading to ready", async ({ page }) => {
    await openFar(page);
    const seen = await element(page).evaluate(async (/** @type {SupportFit} */ host) => {
      const before = host.status;
      const loaded = host.load();
      const meanwhile = host.status;
      await loaded;
      return [before, meanwhile, host.status];
    });
    expect(seen).toEqual(["idle", "loading", "ready"]);
  });

  test("is ready when the page hears that it is", async ({ page }) => {
    await openFar(page);
    const heard = await element(page).evaluate(
      (/** @type {SupportFit} */ host) =>
        new Promise((done) => {
          host.addEventListener("support-fit-ready", () => done(host.status));
          void host.load();
        }),
    );
    expect(heard).toBe("ready");
  });

  test("is idle again when the element is taken off the page", async ({ page }) => {
    await openHost(page, `${SCRIPT}<support-fit></support-fit>`);
    await ready(page);
    const seen = await element(page).evaluate(async (/** @type {SupportFit} */ host) => {
      host.remove();
      await new Promise(requestAnimationFrame);
      return host.status;
    });
    expect(seen).toBe("idle");
  });

  test("cannot be set", async ({ page }) => {
    await openFar(page);
    const seen = await element(page).evaluate((/** @type {any} */ host) => {
      try {
        host.status = "ready";
      } catch {}
      return host.status;
    });
    expect(seen).toBe("idle");
  });
});

test.describe("load()", () => {
  test("waits for the element to come to the page", async ({ page }) => {
    const found = await openFar(page);
    const host = await page.evaluateHandle(() => {
      const host = /** @type {SupportFit} */ (document.createElement("support-fit"));
      return { host, loaded: host.load().then(() => host.status) };
    });
    await settled(page);
    expect(found).toEqual([LOADER]);
    await host.evaluate(({ host }) => document.body.prepend(host));
    expect(await host.evaluate(({ loaded }) => loaded)).toBe("ready");
  });

  test("waits for an element that goes meanwhile, until it is back", async ({ page }) => {
    const letGo = await hold(page, FILES.WebAssembly);
    await openFar(page);
    const host = await element(page).evaluateHandle(async (/** @type {SupportFit} */ host) => {
      const loaded = host.load().then(() => host.status);
      host.remove();
      await new Promise(requestAnimationFrame);
      return { host, loaded };
    });
    letGo();
    await settled(page);
    expect(await host.evaluate(({ host }) => host.status)).toBe("idle");
    await host.evaluate(({ host }) => document.body.append(host));
    expect(await host.evaluate(({ loaded }) => loaded)).toBe("ready");
  });

  test("resolves where everything is there already", async ({ page }) => {
    const found = await openFar(page, 'loading="eager"');
    const before = found.length;
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.load());
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.load());
    expect(found).toHaveLength(before);
  });
});

test.describe("three elements", () => {
  const THREE = ["one", "two", "three"];
  const BODY = THREE.map((id) => `<support-fit id="${id}" storage-key="${id}"></support-fit>`);

  test("ask for each file once", async ({ page }) => {
    const found = asked(page);
    await openHost(page, SCRIPT + BODY.join(""));
    for (const id of THREE) {
      await element(page, `#${id}`).evaluate((/** @type {SupportFit} */ host) => host.load());
    }
    await settled(page);
    const modules = found.filter((name) => name.endsWith(".wasm"));
    expect(modules.filter((name) => !/-(result|plan|aside)-/.test(name))).toHaveLength(1);
    expect(found).toEqual([...new Set(found)]);
  });

  test("work each for itself", async ({ page }) => {
    await openHost(page, SCRIPT + BODY.join(""));
    for (const id of THREE) {
      await element(page, `#${id}`).evaluate((/** @type {SupportFit} */ host) => host.load());
    }
    await page.locator("#two").getByLabel(LEANS[0], { exact: true }).check();
    await page.locator("#two button[type=submit]").click();
    await expect(heading(page.locator("#two"), QUESTIONS[1])).toBeVisible();
    await expect(heading(page.locator("#one"), QUESTIONS[0])).toBeVisible();
    await expect(heading(page.locator("#three"), QUESTIONS[0])).toBeVisible();
  });
});

test.describe("an element that is defined twice", () => {
  const TWICE = `${SCRIPT}<script type="module" src="/widget/${VERSIONED}"></script>`;

  test("works, and nobody complains", async ({ page }) => {
    const found = complaints(page);
    await openHost(page, `${TWICE}<support-fit></support-fit>`);
    await answerAll(page, LEANS);
    await expect(heading(page, "lean one way")).toBeVisible();
    expect(found).toEqual([]);
  });

  test("loads its application once", async ({ page }) => {
    const found = asked(page);
    await openHost(page, `${TWICE}<support-fit></support-fit>`);
    await ready(page);
    await settled(page);
    expect(found.slice(0, 2).sort()).toEqual([VERSIONED, LOADER].sort());
    expect(found).toEqual([...new Set(found)]);
  });
});

test("an element that a script makes works like one in the page", async ({ page }) => {
  await openHost(page, `${SCRIPT}<main></main>`);
  await page.evaluate(async () => {
    await customElements.whenDefined("support-fit");
    document.querySelector("main")?.append(document.createElement("support-fit"));
  });
  await answerAll(page, LEANS);
  await expect(heading(page, "lean one way")).toBeVisible();
});
