// Settings of the site owner, and their effect for the visitor.

import { expect, test } from "@playwright/test";

import { WORDS, filled, organization } from "./steps/content.js";
import { LEANING_RESULT, keep } from "./steps/drafts.js";
import { failRequests } from "./steps/failing.js";
import { LEANS, answerAll, heading, press, step } from "./steps/flow.js";
import { fullDraft, resultIsWhole, theRest } from "./steps/full.js";
import { FILES, RULES, SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */
/** @typedef {{ attributes?: Record<string, string>, config?: object | null }} Settings */

const {
  answer: { sees },
  cta,
  offer,
} = WORDS.ui.result;

const NAME = "Marlow & Finch IT";

/** A string that would do something if it were parsed as HTML. */
const HTML = `<img src=x onerror="document.title='taken'"> <b>bold</b>`;

/**
 * Opens a host page whose element has settings, the configuration in a script of the page.
 *
 * @param {Page} page
 * @param {Settings} [settings]
 */
async function openWith(page, { attributes = {}, config } = {}) {
  const all = config ? { config: "#theirs", ...attributes } : attributes;
  const written = Object.entries(all).map(
    ([name, value]) => `${name}="${value.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`,
  );
  const body = `<script type="application/json" id="theirs">${JSON.stringify(config ?? {})}</script>
    <support-fit ${written.join(" ")}></support-fit>${SCRIPT}`;
  await openHost(page, body, { css: `${RULES} :root { color-scheme: light dark; }` });
  await ready(page);
}

/**
 * Replaces all settings of the element, and waits until it has restarted with them.
 *
 * @param {Page} page
 * @param {Settings} [settings]
 */
async function set(page, { attributes = {}, config = null } = {}) {
  await element(page).evaluate(
    async (/** @type {SupportFit} */ host, { attributes, config }) => {
      for (const name of host.getAttributeNames()) {
        if (!(name in attributes)) host.removeAttribute(name);
      }
      for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
      host.config = config;
      await host.load();
    },
    { attributes, config },
  );
}

/**
 * Continues with a draft.
 *
 * @param {Page} page
 * @param {string} draft
 */
function importDraft(page, draft) {
  return element(page).evaluate(
    (/** @type {SupportFit} */ host, draft) => host.importDraft(draft),
    draft,
  );
}

test("The disclosure line names the provider and what it sells, as text or in the page's own words", async ({
  page,
}) => {
  const found = complaints(page);
  const line = page.locator("support-fit slot[name=disclosure]");
  await keep(page, LEANING_RESULT);
  await openWith(page, { config: { providerName: NAME } });
  /** @type {Record<string, { config: object, says: string }>} */
  const lines = {
    "without settings, it says that the firm behind the page may sell one of the models": {
      config: {},
      says: offer.somebody,
    },
    "it has the name": {
      config: { providerName: NAME },
      says: filled(offer.named, { provider: NAME }),
    },
    "it has what is sold": {
      config: { providerName: NAME, providerSells: ["outsourced", "co-managed"] },
      says: filled(offer.sells, {
        provider: NAME,
        models: `${WORDS.alternative.co_managed.inline} and ${WORDS.alternative.outsourced.inline}`,
      }),
    },
    "it says if the result does not call for what is sold": {
      config: { providerName: NAME, providerSells: ["outsourced"] },
      says: filled(offer.uncalled, {
        provider: NAME,
        models: WORDS.alternative.outsourced.inline,
      }),
    },
    "without a name, the line does not say what is sold": {
      config: { providerSells: ["in-house"] },
      says: offer.somebody,
    },
    "a name with HTML stays text": {
      config: { providerName: HTML },
      says: filled(offer.named, { provider: HTML }),
    },
  };
  for (const [title, { config, says }] of Object.entries(lines)) {
    await test.step(title, async () => {
      await set(page, { config });
      await expect.soft(line).toHaveText(`${says} ${sees.plain}`);
    });
  }
  expect.soft(await page.title()).toBe("A host page");

  await test.step("it says so if the site receives the answers", async () => {
    await set(page, { config: { events: "detailed" } });
    await expect.soft(line).toHaveText(`${offer.somebody} ${sees.detailed}`);
    await set(page);
  });

  await test.step("the slot replaces it at the result, and shows nowhere else", async () => {
    const own = page.getByText("We sell two of the three.");
    await element(page).evaluate((host) => {
      const own = Object.assign(document.createElement("p"), { slot: "disclosure" });
      own.textContent = "We sell two of the three.";
      host.append(own);
    });
    await expect.soft(own).toBeVisible();
    await expect.soft(page.getByText(sees.plain)).toBeHidden();
    await press(page, "Change my answers");
    await heading(page, WORDS.ui.check.title).waitFor();
    await expect.soft(own).toBeHidden();
    await element(page).evaluate((host) => host.replaceChildren());
  });

  await test.step("the full result has it too", async () => {
    await set(page, { attributes: { "provider-name": NAME } });
    await importDraft(page, fullDraft(organization("P2"), { screen: "result" }));
    await expect(line).toContainText(filled(offer.named, { provider: NAME }));
  });
  expect(found).toEqual([]);
});

test("Changed weights are named with the result, and a link opens the same answers with the published weights @threat-changed-weights", async ({
  page,
  context,
}) => {
  const found = complaints(page);
  const result = (/** @type {Page} */ page) =>
    element(page).evaluate((/** @type {SupportFit} */ host) => host.result?.shares);
  const published = organization("P10");
  await keep(page, fullDraft(published, { screen: "result" }));
  await openWith(page, { config: { providerName: NAME, weights: { cost: 2, control: 1 } } });
  await resultIsWhole(page);
  const { changes } = offer;
  const cost = filled(changes.more, { name: WORDS.dimension.cost.name, n: "2" });
  const named = filled(changes.weights, { provider: NAME, what: cost });
  await expect.soft(page.getByText(named, { exact: true })).toBeVisible();
  // Of tests/vectors/operator_factors.json.
  expect.soft(await result(page)).toEqual({ "in-house": 4, "co-managed": 28, outsourced: 68 });
  const before = await page.evaluate(() => ({ ...localStorage }));

  const opens = context.waitForEvent("page");
  await page.getByRole("link", { name: changes.neutral, exact: true }).click();
  const other = await opens;
  const theirs = complaints(other);
  await ready(other);
  await resultIsWhole(other);
  expect.soft(new URL(other.url()).pathname).toBe("/widget/frame.html");
  expect.soft(await other.evaluate(() => opener)).toBe(null);
  // Of tests/vectors/model_personas.json.
  expect.soft(await result(other)).toEqual({ "in-house": 6, "co-managed": 32, outsourced: 62 });
  const { answers } = await element(other).evaluate(
    (/** @type {SupportFit} */ host) => /** @type {Promise<any>} */ (host.exportDraft()),
  );
  expect.soft(answers).toEqual(published.answers);
  await expect
    .soft(other.locator("support-fit slot[name=disclosure]"))
    .toContainText(offer.somebody);
  await expect.soft(other.locator("support-fit .changes")).toHaveCount(0);

  // The other page is on the same origin here, and has saved nothing.
  expect.soft(await other.evaluate(() => ({ ...localStorage }))).toEqual(before);
  expect([...found, ...theirs]).toEqual([]);
});

test("The call to action links to the given address with the given label @threat-settings", async ({
  page,
}) => {
  const ADDRESS = "https://marlow.example/contact?from=support-fit";
  const found = complaints(page);
  await keep(page, LEANING_RESULT);
  await openWith(page, { attributes: { "cta-url": ADDRESS } });

  /** @type {Record<string, { attributes: Record<string, string>, label: string }>} */
  const links = {
    "the default label": { attributes: {}, label: cta.label },
    "a label with the provider's name": {
      attributes: { "provider-name": NAME },
      label: filled(cta.named, { provider: NAME }),
    },
    "the page's own label": { attributes: { "cta-label": "Call Ruth" }, label: "Call Ruth" },
    "a label with HTML, as text": { attributes: { "cta-label": HTML }, label: HTML },
  };
  for (const [title, { attributes, label }] of Object.entries(links)) {
    await test.step(title, async () => {
      await set(page, { attributes: { "cta-url": ADDRESS, ...attributes } });
      const link = page.getByRole("link", { name: label, exact: true });
      await expect.soft(link).toBeVisible();
      await expect.soft(link).toHaveAttribute("href", ADDRESS);
    });
  }

  await test.step("the label of a second opinion, if the result does not call for what is sold", async () => {
    const config = { providerName: NAME, providerSells: ["outsourced"], ctaUrl: ADDRESS };
    await set(page, { config });
    const label = filled(cta.second, { provider: NAME });
    await expect.soft(page.getByRole("link", { name: label, exact: true })).toBeVisible();
  });

  for (const address of ["mailto:ruth@marlow.example", "tel:+1-555-0100"]) {
    await test.step(address, async () => {
      await set(page, { config: { ctaUrl: address } });
      const link = page.getByRole("link", { name: cta.label });
      await expect.soft(link).toHaveAttribute("href", address);
    });
  }

  await test.step("there is no link without an address", async () => {
    await set(page, { attributes: { "cta-label": "Call Ruth" } });
    await resultIsWhole(page);
    await expect.soft(page.getByText("Call Ruth")).toHaveCount(0);
  });
  expect.soft(found).toEqual([]);

  await test.step("an address with a forbidden scheme adds no link, and the console says why", async () => {
    await set(page, { attributes: { "cta-url": "javascript:document.title='taken'" } });
    await resultIsWhole(page);
    await expect.soft(page.getByRole("link", { name: cta.label })).toHaveCount(0);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("forbidden-scheme at attribute cta-url");
  });
});

test("The flow decides which questions are asked", async ({ page }) => {
  await test.step("auto: the quick check, then an offer to answer all questions", async () => {
    await openWith(page, { attributes: { flow: "auto" } });
    await expect.soft(step(page, 1, 7)).toBeVisible();
    await importDraft(page, LEANING_RESULT);
    await resultIsWhole(page);
    await expect.soft(theRest(page)).toHaveCount(1);
  });

  await test.step("quick: the quick check only", async () => {
    await set(page, { attributes: { flow: "quick" } });
    await resultIsWhole(page);
    await expect.soft(theRest(page)).toHaveCount(0);
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.reset());
    await expect.soft(step(page, 1, 7)).toBeVisible();
  });

  await test.step("full: all questions, without a first result in between", async () => {
    await openWith(page, { config: { flow: "full" } });
    await expect.soft(step(page, 1, 28)).toBeVisible();
    await answerAll(page, LEANS);
    await expect.soft(step(page, 8, 28)).toBeVisible();
  });

  await test.step("full: all questions again after starting over", async () => {
    await press(page, "Start over");
    await press(page.getByRole("dialog"), "Start over");
    await expect(step(page, 1, 28)).toBeVisible();
  });
});

test("The theme follows the attribute, then the configuration, then the page", async ({ page }) => {
  const PAGE = { light: "light", dark: "dark" };
  const DARK = { light: "dark", dark: "dark" };
  const LIGHT = { light: "light", dark: "light" };

  /** @type {Record<string, Settings & { scheme: typeof PAGE }>} */
  const themes = {
    "the page decides": { scheme: PAGE },
    "the attribute is dark": { attributes: { theme: "dark" }, scheme: DARK },
    "the attribute is light": { attributes: { theme: "light" }, scheme: LIGHT },
    "the configuration is dark": { config: { theme: "dark" }, scheme: DARK },
    "the attribute wins over the configuration": {
      attributes: { theme: "light" },
      config: { theme: "dark" },
      scheme: LIGHT,
    },
    "the attribute auto wins over the configuration": {
      attributes: { theme: "auto" },
      config: { theme: "dark" },
      scheme: PAGE,
    },
    "an invalid attribute leaves it to the configuration": {
      attributes: { theme: "drak" },
      config: { theme: "dark" },
      scheme: DARK,
    },
  };

  // Dark text on a light background, or the reverse.
  const shown = () =>
    page.locator("support-fit .root").evaluate((root) => {
      const context = new OffscreenCanvas(1, 1).getContext("2d");
      const { color, backgroundColor } = getComputedStyle(root);
      const [ink, paper] = [color, backgroundColor].map((color) => {
        if (!context) return 0;
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
        return context.getImageData(0, 0, 1, 1).data[1];
      });
      return ink > paper ? "dark" : "light";
    });

  await openWith(page, { config: { theme: "dark" } });
  expect.soft(await shown(), "from a script of the page").toBe("dark");
  for (const [title, { scheme, ...settings }] of Object.entries(themes)) {
    await set(page, settings);
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await page.emulateMedia({ colorScheme });
      expect.soft(await shown(), `${title} (the page is ${colorScheme})`).toBe(scheme[colorScheme]);
    }
  }
});

test("The application runs on a page whose policy names a nonce, and neither hosts nor trusted types", async ({
  page,
}) => {
  const NONCE = "c3VwcG9ydC1maXQ";
  const LOADER = SCRIPT.replace("<script", `<script nonce="${NONCE}"`);
  const policy = (/** @type {string} */ usual) =>
    usual
      .replace("script-src 'self'", `script-src 'nonce-${NONCE}'`)
      .replace(/trusted-types [^;]+/, "trusted-types 'none'");
  const found = complaints(page);

  await test.step("at the first attempt", async () => {
    await openHost(page, `<support-fit></support-fit>${LOADER}`, { policy });
    await expect(element(page)).toHaveJSProperty("status", "ready");
    await importDraft(page, LEANING_RESULT);
    await resultIsWhole(page);
    await expect(heading(page, "Leaning toward co-managed IT")).toBeVisible();
    expect(found).toEqual([]);
  });

  await test.step("at the second attempt, after the first has failed", async () => {
    const repair = await failRequests(page, FILES.glue, (route) => route.abort());
    await openHost(page, `<div hidden><support-fit></support-fit></div>${LOADER}`, { policy });
    const load = () =>
      element(page).evaluate((/** @type {SupportFit} */ host) =>
        host.load().then(
          () => "",
          (/** @type {unknown} */ error) => String(error),
        ),
      );
    expect(await load()).toContain("unreachable");
    await repair();
    expect(await load()).toBe("");
  });
});
