// Where settings come from, which one counts, and what happens to those that are wrong.

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { LEANS, QUESTIONS, answerAll, heading, step } from "./steps/flow.js";
import { resultIsWhole } from "./steps/full.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Route} Route */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

/**
 * A script of the page with a configuration.
 *
 * @param {unknown} config
 * @param {string} [id]
 */
const inline = (config, id = "theirs") =>
  `<script type="application/json" id="${id}">${typeof config === "string" ? config : JSON.stringify(config)}</script>`;

/**
 * Opens a host page with an element that has settings.
 *
 * @param {Page} page
 * @param {string} attributes
 * @param {string} [before] What stands in the page before it.
 */
async function openWith(page, attributes, before = "") {
  await openHost(page, `${before}<support-fit ${attributes}></support-fit>${SCRIPT}`);
  await ready(page);
}

/**
 * Answers the quick check, and expects the line that names who offers the assessment.
 *
 * @param {Page} page
 * @param {string} [name]
 */
async function expectProvider(page, name) {
  await answerAll(page, LEANS);
  await resultIsWhole(page);
  const line = page.locator("support-fit slot[name=disclosure]");
  await expect(line).toContainText(name ? `${name} shows you` : WORDS.ui.result.offer.somebody);
}

test.describe("a configuration", () => {
  test("may stand in a script of the page", async ({ page }) => {
    await openWith(page, 'config="#theirs"', inline({ providerName: "Inline" }));
    await expectProvider(page, "Inline");
  });

  test("may stand in the same shadow root as the element", async ({ page }) => {
    const root = `${inline({ providerName: "Of the root" })}<support-fit config="#theirs">`;
    const div = `<div><template shadowrootmode="open">${root}</support-fit></template></div>`;
    await openHost(page, inline({ providerName: "Of the page" }) + div + SCRIPT);
    await expectProvider(page, "Of the root");
  });

  test("may stand in a file, relative to the page", async ({ page }) => {
    await page.route("**/marlow.json", (route) =>
      route.fulfill({ json: { providerName: "File" } }),
    );
    await openWith(page, 'config="marlow.json"');
    await expectProvider(page, "File");
  });

  test("may come from a script", async ({ page }) => {
    await openWith(page, "");
    await element(page).evaluate(async (/** @type {SupportFit} */ host) => {
      host.config = { providerName: "Script" };
      await host.load();
    });
    await expectProvider(page, "Script");
  });

  test("may name its schema and its version, and leave settings out", async ({ page }) => {
    const found = complaints(page);
    const config = { $schema: "./schema.json", version: 1, providerName: "Inline", ctaUrl: null };
    await openWith(page, 'config="#theirs"', inline(config));
    await expectProvider(page, "Inline");
    expect(found).toEqual([]);
  });

  test("may set the language", async ({ page }) => {
    const found = complaints(page);
    await openHost(page, `${inline({ lang: "en-GB" })}<support-fit config="#theirs">${SCRIPT}`, {
      language: "fr",
    });
    await ready(page);
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    expect(found).toEqual([]);
  });
});

test.describe("an attribute", () => {
  test("counts before the configuration", async ({ page }) => {
    const config = { providerName: "Inline", flow: "full" };
    await openWith(page, 'config="#theirs" provider-name="Attribute"', inline(config));
    await expect(step(page, 1, 28)).toBeVisible();
    await element(page).evaluate((host) => host.setAttribute("flow", "auto"));
    await expect(step(page, 1, 7)).toBeVisible();
    await expectProvider(page, "Attribute");
  });

  test("counts before the property", async ({ page }) => {
    await openWith(page, 'provider-name="Attribute"');
    await element(page).evaluate(async (/** @type {SupportFit} */ host) => {
      host.config = { providerName: "Script" };
      await host.load();
    });
    await expectProvider(page, "Attribute");
  });

  test("that is wrong leaves what the configuration says", async ({ page }) => {
    const found = complaints(page);
    await openWith(page, 'config="#theirs" provider-name=""', inline({ providerName: "Inline" }));
    await expectProvider(page, "Inline");
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("empty at attribute provider-name");
  });
});

test.describe("settings that are wrong", () => {
  /** The example of the documentation, with two attributes. */
  const CONFIG = {
    providerNmae: "Marlow & Finch IT",
    providerSells: ["co-managed", "everything"],
    ctaUrl: "/contact",
    theme: 5,
    frameParents: ["https://www.example.com/path"],
  };

  const LINES = [
    "<support-fit> settings:",
    'unknown-setting at $.providerNmae: found "Marlow & Finch IT", expected the name of a setting',
    'unknown-value at $.providerSells[1]: found "everything", expected in-house, co-managed or outsourced',
    'not-an-address at $.ctaUrl: found "/contact", expected an address that begins with https:, mailto: or tel:',
    "wrong-type at $.theme: found 5, expected auto, light or dark",
    'not-an-origin at $.frameParents[0]: found "https://www.example.com/path", expected an origin such as https://www.example.com, without a path',
    'unknown-value at attribute flow: found "fast", expected auto, quick or full',
    'unknown-value at attribute currency: found "euros", expected a currency code such as USD',
  ];

  test("are all in one warning of the console", async ({ page }) => {
    const found = complaints(page);
    await openWith(page, 'config="#theirs" flow="fast" currency="euros"', inline(CONFIG));
    expect(found).toHaveLength(1);
    // The element is logged as well.
    expect(found[0].split("\n").slice(0, LINES.length - 1)).toEqual(LINES.slice(0, -1));
    expect(found[0]).toContain(LINES.at(-1));
  });

  test("do not keep the assessment from going on without them", async ({ page }) => {
    await openWith(page, 'config="#theirs" flow="fast" theme="drak"', inline(CONFIG));
    await expectProvider(page);
    await expect(page.getByRole("link", { name: WORDS.ui.result.cta.label })).toHaveCount(0);
  });

  for (const [what, { value, code }] of Object.entries({
    "with characters that turn the direction": {
      value: "Marlow \u202ewolraM",
      code: "unsafe-text",
    },
    "with a line break in it": { value: "Marlow\nFinch", code: "unsafe-text" },
    "of 81 characters": { value: "x".repeat(81), code: "too-long" },
    "of nothing": { value: " \t ", code: "empty" },
  })) {
    test(`leave a name ${what} out`, async ({ page }) => {
      const found = complaints(page);
      await openWith(page, 'config="#theirs"', inline({ providerName: value }));
      await expectProvider(page);
      expect(found).toHaveLength(1);
      expect(found[0]).toContain(`${code} at $.providerName`);
    });
  }

  test("take a name of 80 characters, with space around it", async ({ page }) => {
    const found = complaints(page);
    const name = `M${"x".repeat(79)}`;
    await openWith(page, 'config="#theirs"', inline({ providerName: `  ${name} ` }));
    await expectProvider(page, name);
    expect(found).toEqual([]);
  });
});

test.describe("a configuration that cannot be used", () => {
  const NAMED = { providerName: "Marlow" };

  /** @type {Record<string, { attributes?: string, before?: string, answer?: (route: Route) => Promise<void>, says: RegExp }>} */
  const CASES = {
    "is no JSON": { before: inline('{ "providerName": "Marlow", }'), says: /not-json/ },
    "is empty": { before: inline(""), says: /not-json/ },
    "is a list": { before: inline([NAMED]), says: /not-an-object at \$/ },
    "is null": { before: inline("null"), says: /not-an-object at \$/ },
    "is a text": { before: inline('"Marlow"'), says: /not-an-object at \$/ },
    "is of another version": {
      before: inline({ version: 2, ...NAMED }),
      says: /unknown-version at \$\.version: found 2, expected 1/,
    },
    "has too many levels": {
      before: inline(`{"providerName":"Marlow","a":${"[".repeat(40)}${"]".repeat(40)}}`),
      says: /too-deep at \$/,
    },
    "is too large": {
      before: inline({ ...NAMED, a: "x".repeat(100_000) }),
      says: /too-large at \$: found \d+ characters, expected at most 100,000/,
    },
    "is not in the page": { attributes: 'config="#nowhere"', says: /#nowhere/ },
    "is a file that is not there": {
      attributes: 'config="/nowhere.json"',
      says: /nowhere\.json.*404/,
    },
    "is a web page": {
      attributes: 'config="/theirs.json"',
      answer: (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
      says: /not-json at \$: .*<!doctype html>/,
    },
    "is a file that does not come": {
      attributes: 'config="/theirs.json"',
      answer: (route) => route.abort(),
      says: /theirs\.json|Failed to fetch/,
    },
    "is on a host that the policy forbids": {
      attributes: 'config="https://elsewhere.example/theirs.json"',
      says: /elsewhere\.example|Failed to fetch/,
    },
    "has an address that is none": { attributes: 'config="https://"', says: /https:\/\/|URL/ },
  };

  for (const [what, { attributes = 'config="#theirs"', before, answer, says }] of Object.entries(
    CASES,
  )) {
    test.describe(`since it ${what}`, () => {
      test.beforeEach(async ({ page }) => {
        if (answer) await page.route("**/theirs.json", answer);
      });

      test("is named in one warning of the console", async ({ page }) => {
        /** @type {string[]} */
        const warnings = [];
        page.on("console", (message) => {
          if (message.text().startsWith("<support-fit>")) warnings.push(message.text());
        });
        await openWith(page, attributes, before);
        expect(warnings).toHaveLength(1);
        expect(warnings[0]).toMatch(says);
      });

      test("is left out, and the assessment goes on", async ({ page }) => {
        await openWith(page, attributes, before);
        await expectProvider(page);
      });
    });
  }
});
