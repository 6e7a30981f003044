// What the owner of a site sets, and what the visitor sees of it.

import { expect, test } from "@playwright/test";

import { WORDS, filled, organization } from "./steps/content.js";
import { keep, kept, storedKeys } from "./steps/drafts.js";
import { answerWrongly } from "./steps/failing.js";
import { LEANS, answerAll, button, choose, heading, press, step } from "./steps/flow.js";
import { fullDraft, resultIsWhole } from "./steps/full.js";
import { FILES, RULES, SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

const { cta, offer } = WORDS.ui.result;

const NAME = "Marlow & Finch IT";

/** What a text of HTML would do if it were taken for more than a text. */
const HTML = `<img src=x onerror="document.title='taken'"> <b>bold</b>`;

/**
 * Opens a host page with settings.
 *
 * @param {Page} page
 * @param {object} [settings]
 * @param {Record<string, string>} [settings.attributes]
 * @param {object} [settings.config] In a script of the page.
 * @param {string} [settings.content] What is inside the element.
 * @param {string} [settings.css] Of the page.
 */
async function openWith(page, { attributes = {}, config, content = "", css = "" } = {}) {
  const all = config ? { config: "#theirs", ...attributes } : attributes;
  const written = Object.entries(all).map(
    ([name, value]) => `${name}="${value.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`,
  );
  const body = `<script type="application/json" id="theirs">${JSON.stringify(config ?? {})}</script>
    <support-fit ${written.join(" ")}>${content}</support-fit>${SCRIPT}`;
  await openHost(page, body, { css: RULES + css });
  await ready(page);
}

/**
 * Answers the quick check up to its result.
 *
 * @param {Page} page
 */
async function toResult(page) {
  await answerAll(page, LEANS);
  await resultIsWhole(page);
}

/**
 * The line that says who offers the assessment.
 *
 * @param {Page} page
 */
function disclosure(page) {
  return page.locator("support-fit slot[name=disclosure]");
}

test.describe("the line on who offers the assessment", () => {
  for (const [says, { config, line }] of Object.entries({
    "that somebody may sell some of it, if nothing is set": { config: {}, line: offer.somebody },
    "the name": { config: { providerName: NAME }, line: filled(offer.named, { provider: NAME }) },
    "what is sold": {
      config: { providerName: NAME, providerSells: ["outsourced", "co-managed"] },
      line: filled(offer.sells, {
        provider: NAME,
        models: `${WORDS.alternative.co_managed.inline} and ${WORDS.alternative.outsourced.inline}`,
      }),
    },
    "no name that is not set": {
      config: { providerSells: ["in-house"] },
      line: offer.somebody,
    },
    "a name as text, whatever is in it": {
      config: { providerName: HTML },
      line: filled(offer.named, { provider: HTML }),
    },
  })) {
    test(`says ${says}`, async ({ page }) => {
      const found = complaints(page);
      await openWith(page, { config });
      await toResult(page);
      await expect(disclosure(page)).toHaveText(`${line} ${offer.same}`);
      expect(found).toEqual([]);
    });
  }

  test("stands in the full result too", async ({ page }) => {
    await keep(page, fullDraft(organization("P2"), { screen: "result" }));
    await openWith(page, { attributes: { "provider-name": NAME } });
    await expect(disclosure(page)).toContainText(filled(offer.named, { provider: NAME }));
  });

  test("can be said in other words by the page", async ({ page }) => {
    await openWith(page, { content: '<p slot="disclosure">We sell two of the three.</p>' });
    await expect(page.getByText("We sell two of the three.")).toBeHidden();
    await toResult(page);
    await expect(page.getByText("We sell two of the three.")).toBeVisible();
    await expect(page.getByText(offer.same)).toBeHidden();
  });
});

test.describe("the call to action", () => {
  const ADDRESS = "https://marlow.example/contact?from=support-fit";

  /** @type {Record<string, { attributes: Record<string, string>, label: string }>} */
  const LINKS = {
    "words of ours": { attributes: {}, label: cta.label },
    "the name": {
      attributes: { "provider-name": NAME },
      label: filled(cta.named, { provider: NAME }),
    },
    "words of the page": { attributes: { "cta-label": "Call Ruth" }, label: "Call Ruth" },
    "words that are no HTML": { attributes: { "cta-label": HTML }, label: HTML },
  };

  for (const [how, { attributes, label }] of Object.entries(LINKS)) {
    test(`is a link with ${how}`, async ({ page }) => {
      await openWith(page, { attributes: { "cta-url": ADDRESS, ...attributes } });
      await toResult(page);
      const link = page.getByRole("link", { name: label, exact: true });
      await expect(link).toBeVisible();
      await expect(link).toHaveAttribute("href", ADDRESS);
    });
  }

  for (const address of ["mailto:ruth@marlow.example", "tel:+1-555-0100"]) {
    test(`may lead to ${address}`, async ({ page }) => {
      await openWith(page, { config: { ctaUrl: address } });
      await toResult(page);
      await expect(page.getByRole("link", { name: cta.label })).toHaveAttribute("href", address);
    });
  }

  for (const address of [
    "javascript:document.title='taken'",
    "data:text/html,taken",
    "http://marlow.example/",
    "//marlow.example/",
    "/contact",
    " ",
  ]) {
    test(`does not lead to “${address}”, and the console says why`, async ({ page }) => {
      const found = complaints(page);
      await openWith(page, { attributes: { "cta-url": address } });
      await toResult(page);
      await expect(page.getByRole("link", { name: cta.label })).toHaveCount(0);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/(not-an-address|forbidden-scheme|empty) at attribute cta-url/);
    });
  }

  test("is not there without an address", async ({ page }) => {
    await openWith(page, { attributes: { "cta-label": "Call Ruth" } });
    await toResult(page);
    await expect(page.getByText("Call Ruth")).toHaveCount(0);
  });
});

test.describe("the questions that are asked", () => {
  const GO_ON = WORDS.ui.nav.go_on;

  for (const [flow, { total, goesOn }] of Object.entries({
    auto: { total: 7, goesOn: 1 },
    quick: { total: 7, goesOn: 0 },
  })) {
    test(`are those of the quick check with “${flow}”`, async ({ page }) => {
      await openWith(page, { attributes: { flow } });
      await expect(step(page, 1, total)).toBeVisible();
      await toResult(page);
      await expect(button(page, GO_ON)).toHaveCount(goesOn);
    });
  }

  test("are all of them with “full”, and no first result comes between", async ({ page }) => {
    await openWith(page, { attributes: { flow: "full" } });
    await expect(step(page, 1, 28)).toBeVisible();
    await answerAll(page, LEANS);
    await expect(step(page, 8, 28)).toBeVisible();
  });

  test("are all of them again after starting over with “full”", async ({ page }) => {
    await openWith(page, { config: { flow: "full" } });
    await answerAll(page, LEANS.slice(0, 2));
    await press(page, "Start over");
    await press(page.getByRole("dialog"), "Start over");
    await expect(step(page, 1, 28)).toBeVisible();
  });
});

test.describe("light or dark", () => {
  const PAGE = { light: "light", dark: "dark" };

  /** @type {Record<string, { attributes: Record<string, string>, config?: object, scheme: typeof PAGE }>} */
  const THEMES = {
    "follows the page": { attributes: {}, scheme: PAGE },
    "is dark by the attribute": {
      attributes: { theme: "dark" },
      scheme: { light: "dark", dark: "dark" },
    },
    "is light by the attribute": {
      attributes: { theme: "light" },
      scheme: { light: "light", dark: "light" },
    },
    "is dark by the configuration": {
      attributes: {},
      config: { theme: "dark" },
      scheme: { light: "dark", dark: "dark" },
    },
    "is what the attribute says, not the configuration": {
      attributes: { theme: "light" },
      config: { theme: "dark" },
      scheme: { light: "light", dark: "light" },
    },
    "follows the page if the attribute says so, whatever the configuration says": {
      attributes: { theme: "auto" },
      config: { theme: "dark" },
      scheme: PAGE,
    },
    "is what the configuration says if the attribute is wrong": {
      attributes: { theme: "drak" },
      config: { theme: "dark" },
      scheme: { light: "dark", dark: "dark" },
    },
  };

  for (const [name, { attributes, config, scheme }] of Object.entries(THEMES)) {
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      test(`${name} (the page is ${colorScheme})`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        const css = ":root { color-scheme: light dark; }";
        await openWith(page, { attributes, config, css });
        // Dark ink on light paper, or the other way around.
        const isDark = await page.locator("support-fit .root").evaluate((root) => {
          const context = new OffscreenCanvas(1, 1).getContext("2d");
          const { color, backgroundColor } = getComputedStyle(root);
          const [ink, paper] = [color, backgroundColor].map((color) => {
            if (!context) return 0;
            context.fillStyle = color;
            context.fillRect(0, 0, 1, 1);
            return context.getImageData(0, 0, 1, 1).data[1];
          });
          return ink > paper;
        });
        expect(isDark ? "dark" : "light").toBe(scheme[colorScheme]);
      });
    }
  }
});

test.describe("where answers are kept", () => {
  test("is under a key of the configuration", async ({ page }) => {
    await openWith(page, { config: { storageKey: "marlow" } });
    await choose(page, LEANS[0]);
    expect(await storedKeys(page)).toEqual(["marlow"]);
    expect((await kept(page, "marlow")).answers).toEqual({ cap: "lead" });
  });

  test("is nowhere if the configuration says so", async ({ page }) => {
    await openWith(page, { config: { storage: "none" } });
    await answerAll(page, LEANS.slice(0, 2));
    expect(await storedKeys(page)).toEqual([]);
    await expect(page.getByText(WORDS.ui.footer.unsaved)).toBeVisible();
  });
});

test.describe("where the page's policy names no hosts, but a nonce", () => {
  const NONCE = "c3VwcG9ydC1maXQ";
  const LOADER = SCRIPT.replace("<script", `<script nonce="${NONCE}"`);
  const policy = (/** @type {string} */ usual) =>
    `${usual.replace("script-src 'self'", `script-src 'nonce-${NONCE}'`)}; trusted-types support-fit`;

  test("the application runs with the nonce", async ({ page }) => {
    const found = complaints(page);
    await openHost(page, `<support-fit nonce="${NONCE}"></support-fit>${LOADER}`, { policy });
    await expect(element(page)).toHaveJSProperty("status", "ready");
    await answerAll(page, LEANS);
    await expect(heading(page, "lean one way")).toBeVisible();
    expect(found).toEqual([]);
  });

  test("the application runs at the second attempt", async ({ page }) => {
    const repair = await answerWrongly(page, FILES.glue, (route) => route.abort());
    await openHost(page, `<div hidden><support-fit></support-fit></div>${LOADER}`, { policy });
    const load = () =>
      element(page).evaluate((/** @type {SupportFit} */ host, nonce) => {
        host.setAttribute("nonce", nonce);
        return host.load().then(
          () => "",
          (/** @type {unknown} */ error) => String(error),
        );
      }, NONCE);
    expect(await load()).toContain("unreachable");
    await repair();
    expect(await load()).toBe("");
  });
});
