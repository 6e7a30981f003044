// Settings that change while the element is on the page, and the keys under which drafts are saved.

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import {
  LEANING,
  LEANING_RESULT,
  breakStorage,
  draftAt,
  keep,
  kept,
  keptText,
  storedKeys,
} from "./steps/drafts.js";
import { LEANS, QUESTIONS, button, choose, heading, notice, painted, press } from "./steps/flow.js";
import { resultIsWhole } from "./steps/full.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

const BODY = `${SCRIPT}<support-fit><p>The questions on paper</p></support-fit>`;

const INLINE = '<script type="application/json" id="theirs">{"providerName":"Inline"}</script>';

/**
 * The disclosure line with a name.
 *
 * @param {Page} page
 * @param {string} name
 */
const disclosure = (page, name) => page.getByText(`${name} offers this tool`);

/** The disclosure line without a name. */
const NOBODY = "The company that runs this site";

/**
 * Opens a host page at the result of the quick check.
 *
 * @param {Page} page
 * @param {string} [body]
 */
async function openResult(page, body = BODY) {
  await keep(page, LEANING_RESULT);
  await openHost(page, body);
  await ready(page);
  await resultIsWhole(page);
}

/**
 * Sets the property `config`, and waits until the element has restarted.
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
 * Waits until an element with other settings has restarted at the result.
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

/**
 * Removes the element and attaches it again after a frame.
 *
 * @param {Page} page
 */
async function reattach(page) {
  await element(page).evaluate(async (host) => {
    host.remove();
    await new Promise(requestAnimationFrame);
    document.body.append(host);
  });
  await ready(page);
}

test("The config property applies however early it is set", async ({ page }) => {
  await keep(page, LEANING_RESULT);

  await test.step("before the element is defined", async () => {
    await openHost(page, "<support-fit></support-fit>");
    await page.evaluate(async () => {
      const host = /** @type {any} */ (document.querySelector("support-fit"));
      host.config = { providerName: "Marlow & Finch IT" };
      await import(/** @type {any} */ ("/widget/support-fit.js"));
    });
    await expect.soft(disclosure(page, "Marlow & Finch IT")).toBeVisible();
  });

  await test.step("before the element is attached", async () => {
    await openHost(page, SCRIPT);
    await page.evaluate(async () => {
      await customElements.whenDefined("support-fit");
      const config = { providerName: "Marlow & Finch IT" };
      document.body.append(Object.assign(document.createElement("support-fit"), { config }));
    });
    await expect.soft(disclosure(page, "Marlow & Finch IT")).toBeVisible();
  });

  await test.step("in a listener for the ready event", async () => {
    const found = complaints(page);
    await page.addInitScript(() => {
      const configure = (/** @type {Event} */ { target }) =>
        Object.assign(target ?? {}, { config: { providerName: "Marlow" } });
      document.addEventListener("support-fit-ready", configure, { once: true });
    });
    await openHost(page, BODY);
    const draft = await element(page).evaluate((/** @type {any} */ host) => host.exportDraft());
    expect.soft(draft).toMatchObject({ schema: 3 });
    await expect.soft(disclosure(page, "Marlow")).toBeVisible();
    expect.soft(found).toEqual([]);
  });
});

test("Setting config at the result restarts the element there", async ({ page }) => {
  const found = complaints(page);
  await page.route("**/marlow.json", (route) => route.fulfill({ json: { providerName: "File" } }));
  await openResult(
    page,
    `${INLINE}<support-fit config="#theirs"></support-fit>
    <script type="application/json" id="other">{"providerName":"Other"}</script>${SCRIPT}`,
  );
  await expect.soft(disclosure(page, "Inline")).toBeVisible();

  await test.step("an object replaces the configuration from the attribute", async () => {
    await configure(page, { flow: "quick" });
    await expect.soft(page.getByText(NOBODY)).toBeVisible();
    await configure(page, { providerName: "Marlow & Finch IT" });
    await expect.soft(disclosure(page, "Marlow & Finch IT")).toBeVisible();
    await expect.soft(heading(page, "Leaning toward co-managed IT")).toBeVisible();
  });

  await test.step("a string is the address of a file", async () => {
    await configure(page, "/marlow.json");
    await expect.soft(disclosure(page, "File")).toBeVisible();
  });

  await test.step("a string with # is the id of a script in the page", async () => {
    await configure(page, "#other");
    await expect.soft(disclosure(page, "Other")).toBeVisible();
  });

  await test.step("null returns to the attribute", async () => {
    await configure(page, null);
    await expect.soft(disclosure(page, "Inline")).toBeVisible();
  });

  await test.step("reading it returns the value that was set", async () => {
    const read = await element(page).evaluate(async (/** @type {SupportFit} */ host) => {
      const { config: before } = host;
      const config = { flow: "quick" };
      host.config = config;
      const isSame = host.config === config;
      host.config = /** @type {any} */ (undefined);
      return [before, isSame, host.config];
    });
    expect.soft(read).toEqual([null, true, null]);
  });

  await test.step("several changes at once restart it once", async () => {
    await restarted(page);
    const times = await element(page).evaluate(async (/** @type {SupportFit} */ host) => {
      let times = 0;
      host.addEventListener("support-fit-ready", () => (times += 1));
      Object.assign(window, { times: () => times });
      host.config = { flow: "quick" };
      host.setAttribute("provider-name", "Marlow");
      host.config = { flow: "auto" };
      host.lang = "en-GB";
      await host.load();
      return times;
    });
    await painted(page);
    expect.soft(times).toBe(1);
    expect.soft(await page.evaluate(() => /** @type {any} */ (window).times())).toBe(1);
  });
  expect.soft(found).toEqual([]);

  await test.step("a circular object is ignored, and the console says so", async () => {
    await element(page).evaluate((/** @type {SupportFit} */ host) => {
      const config = {};
      host.config = Object.assign(config, { config });
    });
    await restarted(page);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("ignores its configuration");
  });
});

test("Changing an attribute at the result applies it", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await openResult(page, INLINE + BODY);
  for (const [name, { value, shows, hides }] of Object.entries({
    "provider-name": {
      value: "Marlow",
      shows: "Marlow offers this tool",
      hides: "The company that",
    },
    flow: { value: "quick", shows: "Leaning toward co-managed IT", hides: "Answer the rest" },
    "cta-url": { value: "https://marlow.example/", shows: "Talk through your result", hides: "" },
    config: { value: "#theirs", shows: "Inline offers this tool", hides: "The company that" },
  })) {
    await test.step(name, async () => {
      await setAttributes(page, { [name]: value });
      await restarted(page);
      await expect.soft(page.getByText(shows).first()).toBeVisible();
      if (hides) await expect.soft(page.getByText(hides)).toHaveCount(0);
      await setAttributes(page, { [name]: null });
      await restarted(page);
      if (hides) await expect.soft(page.getByText(hides).first()).toBeVisible();
    });
  }

  await test.step("theme, without a restart", async () => {
    const scheme = () =>
      heading(page, "Leaning toward co-managed IT").evaluate(
        (it) => getComputedStyle(it).colorScheme,
      );
    await page.getByText("What the three models mean").click();
    await setAttributes(page, { theme: "dark" });
    expect.soft(await scheme()).toBe("dark");
    await painted(page);
    await expect.soft(page.locator("support-fit details[open]")).toHaveCount(1);
    await setAttributes(page, { theme: null });
    expect.soft(await scheme()).not.toBe("dark");
  });

  await test.step("setting an attribute to its current value does not restart it", async () => {
    await setAttributes(page, { flow: "quick" });
    await restarted(page);
    await page.getByText("What the three models mean").click();
    await setAttributes(page, { flow: "quick", class: "other" });
    await painted(page);
    await expect.soft(page.locator("support-fit details[open]")).toHaveCount(1);
  });

  await test.step("data-layer", async () => {
    await setAttributes(page, { "data-layer": "events" });
    await restarted(page);
    await press(page, "Change my answers");
    const pushed = await page.evaluate(() =>
      /** @type {any} */ (window).events.map((/** @type {any} */ entry) => entry.event),
    );
    expect.soft(pushed).toEqual(["support_fit_ready", "support_fit_progress"]);
  });

  await test.step("storage-key", async () => {
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.showResult());
    await setAttributes(page, { "storage-key": "mine" });
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    await choose(page, "No one in particular");
    expect.soft((await kept(page, "support-fit-mine")).answers).toEqual({ cap: "none" });
    expect.soft((await kept(page)).place).toEqual({ screen: "result" });
  });

  await test.step("what was removed from the device does not come back", async () => {
    await page.evaluate(() => localStorage.clear());
    await setAttributes(page, { "provider-name": "Marlow" });
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.load());
    await expect.soft(heading(page, QUESTIONS[0])).toBeVisible();
    await expect.soft(page.getByRole("radio", { checked: true })).toHaveCount(0);
    expect.soft(await storedKeys(page)).toEqual([]);
  });
});

test("Without storage, answers survive a detached element and other settings, but not erasing", async ({
  page,
}) => {
  for (const [title, { attributes, config, isBlocked }] of Object.entries({
    'the attribute storage is "none"': {
      attributes: 'storage="none"',
      config: {},
      isBlocked: false,
    },
    'the configuration sets storage to "none"': {
      attributes: 'config="#theirs"',
      config: { storage: "none" },
      isBlocked: false,
    },
    "the browser blocks it": { attributes: "", config: {}, isBlocked: true },
  })) {
    await test.step(title, async () => {
      if (isBlocked) await breakStorage(page, "SecurityError");
      const script = `<script type="application/json" id="theirs">${JSON.stringify(config)}</script>`;
      await openHost(page, `${script}<support-fit ${attributes}></support-fit>${SCRIPT}`);
      await ready(page);
      await element(page).evaluate(
        (/** @type {SupportFit} */ host, draft) => host.importDraft(draft),
        draftAt("fund", { cap: LEANING.cap, load: LEANING.load }),
      );
      await choose(page, LEANS[2]);
      const third = page.getByLabel(LEANS[2], { exact: true });
      if (!isBlocked) await expect.soft(page.getByText(WORDS.ui.footer.unsaved)).toBeVisible();

      await reattach(page);
      await expect.soft(heading(page, QUESTIONS[2])).toBeVisible();
      await expect.soft(third).toBeChecked();

      await setAttributes(page, { "provider-name": "Marlow" });
      await element(page).evaluate((/** @type {SupportFit} */ host) => host.load());
      await expect.soft(third).toBeChecked();
      expect.soft(await storedKeys(page)).toEqual([]);

      await press(page, "Delete my answers");
      await press(page.getByRole("dialog"), "Delete them");
      await reattach(page);
      await expect.soft(heading(page, QUESTIONS[0])).toBeVisible();
      await expect.soft(page.getByRole("radio", { checked: true })).toHaveCount(0);
    });
  }
});

test("Each element saves its draft under a key of its own @threat-storage-keys", async ({
  page,
}) => {
  const IDS = ["one", "two", "three"];
  const THREE = `${IDS.map((id) => `<support-fit id="${id}"></support-fit>`).join("")}${SCRIPT}`;
  const loaded = async () => {
    for (const id of IDS) {
      await element(page, `#${id}`).evaluate((/** @type {SupportFit} */ host) => host.load());
    }
  };
  const found = complaints(page);

  await test.step("without keys, by their position, and the console says so", async () => {
    await openHost(page, THREE);
    await loaded();
    for (const id of IDS) await choose(page.locator(`#${id}`), LEANS[0]);
    const keys = ["support-fit", "support-fit-2", "support-fit-3"];
    expect.soft((await storedKeys(page)).sort()).toEqual(keys);
    expect.soft(found).toHaveLength(2);
    expect.soft(found[0]).toContain('"support-fit-2"');
    expect.soft(found[1]).toContain('"support-fit-3"');
  });

  await test.step("they find their own drafts after a reload", async () => {
    await keep(page, draftAt("load"), "support-fit");
    await keep(page, draftAt("fund"), "support-fit-2");
    await openHost(page, THREE);
    await expect.soft(heading(page.locator("#one"), QUESTIONS[1])).toBeVisible();
    await expect.soft(heading(page.locator("#two"), QUESTIONS[2])).toBeVisible();
  });

  await test.step("an element that is moved keeps its key", async () => {
    await page.goto("/demo.css");
    await page.evaluate(() => localStorage.clear());
    await openHost(page, THREE);
    await loaded();
    found.length = 0;
    await page.evaluate(() => document.body.append(document.querySelector("#one") ?? ""));
    await painted(page);
    await choose(page.locator("#one"), LEANS[0]);
    expect.soft(await storedKeys(page)).toEqual(["support-fit"]);
    expect.soft(found).toEqual([]);
  });

  await test.step("a new element takes over the key of a removed one", async () => {
    await page.goto("/demo.css");
    await page.evaluate(() => localStorage.clear());
    await openHost(page, BODY);
    await ready(page);
    await choose(page, LEANS[0]);
    await element(page).evaluate(async (host) => {
      host.remove();
      await new Promise(requestAnimationFrame);
      document.body.append(document.createElement("support-fit"));
    });
    await expect.soft(page.getByLabel(LEANS[0], { exact: true })).toBeChecked();
    await expect.soft(notice(page, "Welcome back")).toHaveCount(0);
    expect.soft(found).toEqual([]);
  });

  await test.step("the configuration can set it, and no other program's entry is touched", async () => {
    const theirs = '{"token":"secret"}';
    await page.evaluate((theirs) => localStorage.setItem("marlow", theirs), theirs);
    const script = '<script type="application/json" id="theirs">{"storageKey":"marlow"}</script>';
    await openHost(page, `${script}<support-fit config="#theirs"></support-fit>${SCRIPT}`);
    await ready(page);
    await choose(page, LEANS[0]);
    expect.soft((await kept(page, "support-fit-marlow")).answers).toEqual({ cap: "lead" });
    await press(page, WORDS.ui.footer.erase);
    await press(page.getByRole("dialog"), WORDS.ui.confirm.erase.yes);
    expect.soft((await storedKeys(page)).sort()).toEqual(["marlow", "support-fit"]);
    expect.soft(await keptText(page, "marlow")).toBe(theirs);
    expect.soft(found).toEqual([]);
  });

  await test.step("a draft under the key of earlier versions is moved", async () => {
    const saved = JSON.stringify({
      ...JSON.parse(draftAt("load")),
      saved: "2026-11-22T08:30:00.000Z",
    });
    await keep(page, saved, "acme");
    await openHost(page, `<support-fit storage-key="acme" loading="eager"></support-fit>${SCRIPT}`);
    await expect.soft(heading(page, QUESTIONS[1])).toBeVisible();
    expect.soft(await storedKeys(page)).not.toContain("acme");
    expect.soft(await keptText(page, "support-fit-acme")).toBe(saved);
    expect.soft(found).toEqual([]);
  });

  await test.step("the same key twice is one warning in the console", async () => {
    const two = '<support-fit storage-key="same"></support-fit>'.repeat(2);
    await openHost(page, two + SCRIPT);
    await expect(button(page, "Next")).toHaveCount(2);
    for (const host of await page.locator("support-fit").all())
      await expect(host).toHaveJSProperty("status", "ready");
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('"support-fit-same"');
    expect(found[0]).toContain("storage-key");
  });
});
