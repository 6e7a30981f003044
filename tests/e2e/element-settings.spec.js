// Settings that a script or the page's owner changes while the element is there, and the keys that drafts are kept under.

import { expect, test } from "@playwright/test";

import { breakStorage, draftAt, keep, kept, storedKeys } from "./steps/drafts.js";
import {
  LEANS,
  QUESTIONS,
  answerAll,
  button,
  choose,
  heading,
  notice,
  painted,
  press,
} from "./steps/flow.js";
import { resultIsWhole } from "./steps/full.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

const BODY = `${SCRIPT}<support-fit><p>The questions on paper</p></support-fit>`;

/** Where the offer to go on with all questions is. */
const GO_ON = "Go on with all questions";

/**
 * Opens a host page, and answers the quick check up to its result.
 *
 * @param {Page} page
 * @param {string} [body]
 */
async function openResult(page, body = BODY) {
  await openHost(page, body);
  await ready(page);
  await answerAll(page, LEANS);
  await resultIsWhole(page);
}

/**
 * Sets the property `config`, and waits until that is done.
 *
 * @param {Page} page
 * @param {unknown} config
 */
async function configure(page, config) {
  await element(page).evaluate((/** @type {any} */ host, config) => {
    host.config = config;
  }, config);
  await restarted(page);
}

/**
 * Waits until an element with other settings is there again.
 *
 * @param {Page} page
 */
async function restarted(page) {
  await element(page).evaluate((/** @type {SupportFit} */ host) => host.load());
  await resultIsWhole(page);
}

/**
 * Sets attributes; null removes one.
 *
 * @param {Page} page
 * @param {Record<string, string | null>} attributes
 */
async function setAttributes(page, attributes) {
  await element(page).evaluate((host, attributes) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) host.removeAttribute(name);
      else host.setAttribute(name, value);
    }
  }, attributes);
}

test.describe("the property `config`", () => {
  test("counts if it is set before the element is defined", async ({ page }) => {
    await openHost(page, "<support-fit></support-fit>");
    await page.evaluate(async () => {
      const host = /** @type {any} */ (document.querySelector("support-fit"));
      host.config = { providerName: "Marlow & Finch IT" };
      await import(/** @type {any} */ ("/widget/support-fit.js"));
    });
    await answerAll(page, LEANS);
    await expect(page.getByText("Marlow & Finch IT shows you this page")).toBeVisible();
  });

  test("counts if it is set before the element is on the page", async ({ page }) => {
    await openHost(page, SCRIPT);
    await page.evaluate(async () => {
      await customElements.whenDefined("support-fit");
      const config = { providerName: "Marlow & Finch IT" };
      document.body.append(Object.assign(document.createElement("support-fit"), { config }));
    });
    await answerAll(page, LEANS);
    await expect(page.getByText("Marlow & Finch IT shows you this page")).toBeVisible();
  });

  test("counts if it is set at the result, and keeps the result", async ({ page }) => {
    await openResult(page);
    await configure(page, { providerName: "Marlow & Finch IT" });
    await expect(heading(page, "lean one way")).toBeVisible();
    await expect(page.getByText("Marlow & Finch IT shows you this page")).toBeVisible();
  });

  test("counts if it is set when the page hears that the element is ready", async ({ page }) => {
    const found = complaints(page);
    await page.addInitScript(() => {
      const configure = (/** @type {Event} */ { target }) =>
        Object.assign(target ?? {}, { config: { providerName: "Marlow" } });
      document.addEventListener("support-fit-ready", configure, { once: true });
    });
    await openHost(page, BODY);
    const draft = await element(page).evaluate((/** @type {any} */ host) => host.exportDraft());
    expect(draft).toMatchObject({ schema: 3 });
    await answerAll(page, LEANS);
    await expect(page.getByText("Marlow shows you this page")).toBeVisible();
    expect(found).toEqual([]);
  });

  test("gives back what was set", async ({ page }) => {
    await openHost(page, BODY);
    const [before, isSame, after] = await element(page).evaluate(
      async (/** @type {SupportFit} */ host) => {
        const { config: before } = host;
        const config = { flow: "quick" };
        host.config = config;
        const isSame = host.config === config;
        host.config = /** @type {any} */ (undefined);
        return [before, isSame, host.config];
      },
    );
    expect([before, isSame, after]).toEqual([null, true, null]);
  });

  test("takes the place of what the attribute names, until it is null", async ({ page }) => {
    const script = '<script type="application/json" id="theirs">{"providerName":"Inline"}</script>';
    await openResult(page, `${script}<support-fit config="#theirs"></support-fit>${SCRIPT}`);
    await expect(page.getByText("Inline shows you this page")).toBeVisible();
    await configure(page, { flow: "quick" });
    await expect(page.getByText("The firm that shows this page")).toBeVisible();
    await configure(page, null);
    await expect(page.getByText("Inline shows you this page")).toBeVisible();
  });

  test("may be the address of a file", async ({ page }) => {
    await page.route("**/marlow.json", (route) =>
      route.fulfill({ json: { providerName: "File" } }),
    );
    await openResult(page);
    await configure(page, "/marlow.json");
    await expect(page.getByText("File shows you this page")).toBeVisible();
  });

  test("may be the id of a script in the page", async ({ page }) => {
    const script = '<script type="application/json" id="theirs">{"providerName":"Inline"}</script>';
    await openResult(page, script + BODY);
    await configure(page, "#theirs");
    await expect(page.getByText("Inline shows you this page")).toBeVisible();
  });

  test("that goes around is left out, and the console says so", async ({ page }) => {
    const found = complaints(page);
    await openResult(page);
    await element(page).evaluate((/** @type {SupportFit} */ host) => {
      const config = {};
      host.config = Object.assign(config, { config });
    });
    await restarted(page);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("goes on without its configuration");
  });

  test("starts anew once for all that is set at once", async ({ page }) => {
    await openResult(page);
    const times = await element(page).evaluate(async (/** @type {SupportFit} */ host) => {
      let times = 0;
      host.addEventListener("support-fit-ready", () => (times += 1));
      host.config = { flow: "quick" };
      host.setAttribute("provider-name", "Marlow");
      host.config = { flow: "auto" };
      host.lang = "en-GB";
      await host.load();
      return times;
    });
    await painted(page);
    expect(times).toBe(1);
  });
});

test.describe("an attribute that changes at the result", () => {
  for (const [name, { value, shows, hides }] of Object.entries({
    "provider-name": {
      value: "Marlow",
      shows: "Marlow shows you this page",
      hides: "The firm that",
    },
    flow: { value: "quick", shows: "lean one way", hides: GO_ON },
    "cta-url": { value: "https://marlow.example/", shows: "Talk about your result", hides: "" },
    config: { value: "#theirs", shows: "Inline shows you this page", hides: "The firm that" },
  })) {
    test(`applies: ${name}`, async ({ page }) => {
      const script =
        '<script type="application/json" id="theirs">{"providerName":"Inline"}</script>';
      await openResult(page, script + BODY);
      await setAttributes(page, { [name]: value });
      await restarted(page);
      await expect(page.getByText(shows).first()).toBeVisible();
      if (hides) await expect(page.getByText(hides)).toHaveCount(0);
      await setAttributes(page, { [name]: null });
      await restarted(page);
      if (hides) await expect(page.getByText(hides).first()).toBeVisible();
    });
  }

  test("applies: storage-key", async ({ page }) => {
    await openResult(page);
    await setAttributes(page, { "storage-key": "mine" });
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    await choose(page, "Nobody in particular");
    expect((await kept(page, "mine")).answers).toEqual({ cap: "none" });
    expect((await kept(page)).place).toEqual({ screen: "result" });
  });

  test("applies: data-layer", async ({ page }) => {
    await openResult(page);
    await setAttributes(page, { "data-layer": "theirs" });
    await restarted(page);
    await press(page, "Change my answers");
    const pushed = await page.evaluate(() =>
      /** @type {any} */ (window).theirs.map((/** @type {any} */ entry) => entry.event),
    );
    expect(pushed).toEqual(["support_fit_ready", "support_fit_progress"]);
  });

  test("applies: theme, without starting anew", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light" });
    await openResult(page);
    const scheme = () =>
      heading(page, "lean one way").evaluate((it) => getComputedStyle(it).colorScheme);
    await page.getByText("What the three models mean").click();
    await setAttributes(page, { theme: "dark" });
    expect(await scheme()).toBe("dark");
    await expect(page.locator("support-fit details[open]")).toHaveCount(1);
    await setAttributes(page, { theme: null });
    expect(await scheme()).not.toBe("dark");
  });

  test("does nothing if it is set to what it is", async ({ page }) => {
    await openResult(page, `${SCRIPT}<support-fit flow="quick"></support-fit>`);
    await page.getByText("What the three models mean").click();
    await setAttributes(page, { flow: "quick", class: "other" });
    await painted(page);
    await expect(page.locator("support-fit details[open]")).toHaveCount(1);
  });
});

for (const [where, { attributes, config, arrange }] of Object.entries({
  "storage=none": { attributes: 'storage="none"', config: {}, arrange: undefined },
  "storage none in the configuration": {
    attributes: 'config="#theirs"',
    config: { storage: "none" },
    arrange: undefined,
  },
  "storage that is blocked": {
    attributes: "",
    config: {},
    arrange: (/** @type {Page} */ page) => breakStorage(page, "SecurityError"),
  },
})) {
  test.describe(`with ${where}`, () => {
    test.beforeEach(async ({ page }) => {
      await arrange?.(page);
      const script = `<script type="application/json" id="theirs">${JSON.stringify(config)}</script>`;
      await openHost(page, `${script}<support-fit ${attributes}></support-fit>${SCRIPT}`);
      await ready(page);
      await answerAll(page, LEANS.slice(0, 2));
      await choose(page, LEANS[2]);
    });

    test("the answers outlive the element's absence", async ({ page }) => {
      await element(page).evaluate(async (host) => {
        host.remove();
        await new Promise(requestAnimationFrame);
        document.body.append(host);
      });
      await ready(page);
      await expect(heading(page, QUESTIONS[2])).toBeVisible();
      await expect(page.getByLabel(LEANS[2], { exact: true })).toBeChecked();
    });

    test("the answers outlive other settings", async ({ page }) => {
      await setAttributes(page, { "provider-name": "Marlow" });
      await element(page).evaluate((/** @type {SupportFit} */ host) => host.load());
      await expect(page.getByLabel(LEANS[2], { exact: true })).toBeChecked();
    });

    test("nothing is kept on the device", async ({ page }) => {
      expect(await storedKeys(page)).toEqual([]);
    });

    test("the answers are gone when they are erased", async ({ page }) => {
      await press(page, "Erase my answers");
      await press(page.getByRole("dialog"), "Erase");
      await element(page).evaluate(async (host) => {
        host.remove();
        await new Promise(requestAnimationFrame);
        document.body.append(host);
      });
      await ready(page);
      await expect(heading(page, QUESTIONS[0])).toBeVisible();
      await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    });
  });
}

test.describe("several elements without keys of their own", () => {
  const THREE = `${["one", "two", "three"].map((id) => `<support-fit id="${id}"></support-fit>`).join("")}${SCRIPT}`;

  test("get one each by their position, and the console says so", async ({ page }) => {
    const found = complaints(page);
    await openHost(page, THREE);
    for (const id of ["one", "two", "three"]) {
      await element(page, `#${id}`).evaluate((/** @type {SupportFit} */ host) => host.load());
      await choose(page.locator(`#${id}`), LEANS[0]);
    }
    const keys = ["support-fit", "support-fit-2", "support-fit-3"];
    expect((await storedKeys(page)).sort()).toEqual(keys);
    expect(found).toHaveLength(2);
    expect(found[0]).toContain('"support-fit-2"');
    expect(found[1]).toContain('"support-fit-3"');
  });

  test("find their own drafts after a reload", async ({ page }) => {
    await keep(page, draftAt("load"), "support-fit");
    await keep(page, draftAt("fund"), "support-fit-2");
    await openHost(page, THREE);
    await expect(heading(page.locator("#one"), QUESTIONS[1])).toBeVisible();
    await expect(heading(page.locator("#two"), QUESTIONS[2])).toBeVisible();
  });

  test("keep their keys when one is moved", async ({ page }) => {
    const found = complaints(page);
    await openHost(page, THREE);
    for (const id of ["one", "two", "three"]) {
      await element(page, `#${id}`).evaluate((/** @type {SupportFit} */ host) => host.load());
    }
    await page.evaluate(() => document.body.append(document.querySelector("#one") ?? ""));
    await painted(page);
    await choose(page.locator("#one"), LEANS[0]);
    expect(await storedKeys(page)).toEqual(["support-fit"]);
    expect(found).toHaveLength(2);
  });
});

test("the same key twice is a mistake that the console names once", async ({ page }) => {
  const found = complaints(page);
  const two = '<support-fit storage-key="same"></support-fit>'.repeat(2);
  await openHost(page, two + SCRIPT);
  await expect(button(page, "Next")).toHaveCount(2);
  await painted(page);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('"same"');
  expect(found[0]).toContain("storage-key");
});

test("a key that another element has left is free", async ({ page }) => {
  const found = complaints(page);
  await openHost(page, BODY);
  await ready(page);
  await choose(page, LEANS[0]);
  await element(page).evaluate(async (host) => {
    host.remove();
    await new Promise(requestAnimationFrame);
    document.body.append(document.createElement("support-fit"));
  });
  await expect(page.getByLabel(LEANS[0], { exact: true })).toBeChecked();
  await expect(notice(page, "Welcome back")).toHaveCount(0);
  expect(found).toEqual([]);
});
