// Where settings come from, which one wins, and what happens to invalid ones. Which values are valid: `tests/config`.

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { LEANING_RESULT, keep } from "./steps/drafts.js";
import { heading, step } from "./steps/flow.js";
import { resultIsWhole } from "./steps/full.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Route} Route */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

/**
 * A script of the page with a configuration.
 *
 * @param {unknown} config A string is used as it is.
 * @param {string} [id]
 */
const inline = (config, id = "theirs") =>
  `<script type="application/json" id="${id}">${typeof config === "string" ? config : JSON.stringify(config)}</script>`;

/**
 * Opens a host page with an element that has settings.
 *
 * @param {Page} page
 * @param {string} attributes
 * @param {string} [before] What precedes it in the page.
 */
async function openWith(page, attributes, before = "") {
  await openHost(page, `${before}<support-fit ${attributes}></support-fit>${SCRIPT}`);
  await ready(page);
}

/**
 * Expects the result, with the line that names the provider.
 *
 * @param {Page} page
 * @param {string} [name]
 */
async function expectProvider(page, name) {
  await resultIsWhole(page);
  const line = page.locator("support-fit slot[name=disclosure]");
  const says = name ? `${name} offers this tool` : WORDS.ui.result.offer.somebody;
  await expect.soft(line).toContainText(says);
}

// The provider's name shows at the result.
test.beforeEach(({ page }) => keep(page, LEANING_RESULT));

test("A configuration is read from the page, the element's shadow root, a file or the property", async ({
  page,
}) => {
  const found = complaints(page);

  await test.step("a script of the page, not another element with its id", async () => {
    const comment = '<span id="theirs">{ "providerName": "A comment" }</span>';
    await openWith(page, 'config="#theirs"', comment + inline({ providerName: "Inline" }));
    await expectProvider(page, "Inline");
  });

  await test.step("the element's shadow root comes before the page", async () => {
    const root = `${inline({ providerName: "Of the root" })}<support-fit config="#theirs">`;
    const div = `<div><template shadowrootmode="open">${root}</support-fit></template></div>`;
    await openHost(page, inline({ providerName: "Of the page" }) + div + SCRIPT);
    await expectProvider(page, "Of the root");
  });

  await test.step("a file, relative to the page", async () => {
    await page.route("**/marlow.json", (route) =>
      route.fulfill({ json: { providerName: "File" } }),
    );
    await openWith(page, 'config="marlow.json"');
    await expectProvider(page, "File");
  });

  await test.step("the property", async () => {
    await openWith(page, "");
    await element(page).evaluate(async (/** @type {SupportFit} */ host) => {
      host.config = { providerName: "Script" };
      await host.load();
    });
    await expectProvider(page, "Script");
  });

  await test.step("it may name its schema and version, and set null", async () => {
    const config = { $schema: "./schema.json", version: 1, providerName: "Inline", ctaUrl: null };
    await openWith(page, 'config="#theirs"', inline(config));
    await expectProvider(page, "Inline");
  });

  await test.step("it may set the language", async () => {
    const body = `${inline({ lang: "en-GB" })}<support-fit config="#theirs"></support-fit>${SCRIPT}`;
    await openHost(page, body, { language: "fr" });
    await ready(page);
    await expect.soft(heading(page, "Leaning towards co-managed IT")).toBeVisible();
  });
  expect(found).toEqual([]);
});

test("A valid attribute wins over the configuration and the property", async ({ page }) => {
  const found = complaints(page);

  await test.step("over a script of the page", async () => {
    const config = { providerName: "Inline", flow: "full" };
    await openWith(page, 'config="#theirs" provider-name="Attribute"', inline(config));
    await expectProvider(page, "Attribute");
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.reset());
    await expect.soft(step(page, 1, 28)).toBeVisible();
    await element(page).evaluate((host) => host.setAttribute("flow", "auto"));
    await expect.soft(step(page, 1, 7)).toBeVisible();
  });

  await test.step("over the property", async () => {
    await keep(page, LEANING_RESULT);
    await openWith(page, 'provider-name="Attribute"');
    await element(page).evaluate(async (/** @type {SupportFit} */ host) => {
      host.config = { providerName: "Script" };
      await host.load();
    });
    await expectProvider(page, "Attribute");
  });
  expect(found).toEqual([]);

  await test.step("an invalid attribute leaves the configuration in effect", async () => {
    await openWith(page, 'config="#theirs" provider-name=""', inline({ providerName: "Inline" }));
    await expectProvider(page, "Inline");
    expect(found).toHaveLength(1);
    expect(found[0]).toContain("empty at attribute provider-name");
  });
});

test("Invalid settings are listed in the console when they are read, and the valid ones apply", async ({
  page,
}) => {
  /** The example of the documentation, with two attributes. */
  const CONFIG = {
    providerNmae: "Marlow & Finch IT",
    providerSells: ["co-managed", "everything"],
    ctaUrl: "/contact",
    theme: 5,
    frameParents: ["https://www.example.com/path"],
  };
  const AT_THE_START = [
    "<support-fit> settings:",
    'unknown-setting at $.providerNmae: found "Marlow & Finch IT", expected the name of a setting',
    "wrong-type at $.theme: found 5, expected auto, light or dark",
    'unknown-value at attribute flow: found "fast", expected auto, quick or full',
  ];
  const WITH_THE_RESULT = [
    "<support-fit> settings:",
    'unknown-value at $.providerSells[1]: found "everything", expected in-house, co-managed or outsourced',
    'not-an-address at $.ctaUrl: found "/contact", expected an address that begins with https:, mailto: or tel:',
    'not-an-origin at $.frameParents[0]: found "https://www.example.com/path", expected an origin such as https://www.example.com, without a path',
    'unknown-value at attribute currency: found "euros", expected a currency code such as USD',
  ];
  const found = complaints(page);

  await test.step("there is one warning at the start, and one with the result", async () => {
    await openWith(page, 'config="#theirs" flow="fast" currency="euros"', inline(CONFIG));
    expect(found).toHaveLength(2);
    for (const [n, lines] of [AT_THE_START, WITH_THE_RESULT].entries()) {
      // The element is logged as well.
      expect(found[n]?.split("\n").slice(0, lines.length - 1)).toEqual(lines.slice(0, -1));
      expect(found[n]).toContain(lines.at(-1));
      expect(found[n]?.split("\n").length).toBe(lines.length);
    }
  });

  await test.step("the assessment runs without them", async () => {
    await element(page).evaluate((host) => host.setAttribute("theme", "drak"));
    await expectProvider(page);
    await expect.soft(page.getByRole("link", { name: WORDS.ui.result.cta.label })).toHaveCount(0);
  });

  await test.step("a name that changes the writing direction is ignored", async () => {
    const name = "Marlow \u202ewolraM";
    await openWith(page, 'config="#theirs"', inline({ providerName: name }));
    await expectProvider(page);
    expect(found).toHaveLength(3);
    expect(found[2]).toContain("unsafe-text at $.providerName");
  });

  await test.step("a name of 80 characters with spaces around it is accepted", async () => {
    const name = `M${"x".repeat(79)}`;
    await openWith(page, 'config="#theirs"', inline({ providerName: `  ${name} ` }));
    await expectProvider(page, name);
    expect(found).toHaveLength(3);
  });
});

test("An unusable configuration is named in one console warning, and the assessment runs without it @threat-settings", async ({
  page,
}) => {
  const NAMED = { providerName: "Marlow" };

  /** @type {Record<string, { attribute?: string, text?: string, answer?: (route: Route) => Promise<void>, says: RegExp }>} */
  const cases = {
    "it is not JSON": { text: '{ "providerName": "Marlow", }', says: /not-json/ },
    "it is empty": { text: "", says: /not-json/ },
    "it is a list": { text: JSON.stringify([NAMED]), says: /not-an-object at \$/ },
    "it is null": { text: "null", says: /not-an-object at \$/ },
    "it is a string": { text: '"Marlow"', says: /not-an-object at \$/ },
    "it has another version": {
      text: JSON.stringify({ version: 2, ...NAMED }),
      says: /unknown-version at \$\.version: found 2, expected 1/,
    },
    "it has too many levels": {
      text: `{"providerName":"Marlow","a":${"[".repeat(40)}${"]".repeat(40)}}`,
      says: /too-deep at \$/,
    },
    "it is too large": {
      text: JSON.stringify({ ...NAMED, a: "x".repeat(100_000) }),
      says: /too-large at \$: found \d+ characters, expected at most 100,000/,
    },
    "it is far too large to be parsed": {
      text: JSON.stringify({ ...NAMED, a: "x".repeat(300_000) }),
      says: /too-large at \$: found \d+ characters, expected at most 100,000/,
    },
    "it is not in the page": {
      attribute: "#nowhere",
      says: /not-a-script at attribute config: found no element with the id "nowhere", expected <script/,
    },
    "it is in another element": {
      attribute: "#comment",
      says: /not-a-script at attribute config: found <span> with the id "comment", expected <script/,
    },
    "the file is missing": { attribute: "/nowhere.json", says: /nowhere\.json.*404/ },
    "the file is a web page": {
      attribute: "/page.json",
      answer: (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }),
      says: /not-json at \$: .*<!doctype html>/,
    },
    "the file does not arrive": {
      attribute: "/lost.json",
      answer: (route) => route.abort(),
      says: /lost\.json|Failed to fetch/,
    },
    "the policy forbids its host": {
      attribute: "https://elsewhere.example/theirs.json",
      says: /elsewhere\.example|Failed to fetch/,
    },
    "its address is invalid": { attribute: "https://", says: /https:\/\/|URL/ },
  };

  /** @type {string[]} */
  const warnings = [];
  page.on("console", (message) => {
    if (message.text().startsWith("<support-fit>")) warnings.push(message.text());
  });
  const scripts = Object.values(cases).map(({ text = "" }, n) => inline(text, `case-${n}`));
  const comment = `<span id="comment" hidden>${JSON.stringify(NAMED)}</span>`;
  await openWith(page, 'config="#theirs"', inline(NAMED) + scripts.join("") + comment);
  await expectProvider(page, "Marlow");

  for (const [n, [title, { attribute = `#case-${n}`, answer, says }]] of Object.entries(
    cases,
  ).entries()) {
    await test.step(title, async () => {
      if (answer) await page.route(`**${attribute}`, answer);
      const before = warnings.length;
      await element(page).evaluate(async (/** @type {SupportFit} */ host, attribute) => {
        host.setAttribute("config", attribute);
        await host.load();
      }, attribute);
      await expectProvider(page);
      const logged = warnings.slice(before);
      expect.soft(logged, title).toHaveLength(1);
      expect.soft(logged[0], title).toMatch(says);
    });
  }
});
