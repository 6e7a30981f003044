// The public contract: manifest and types of the build, the documents, and what the element does agree.

import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";

import { LEANS, answerAll, heading, open } from "./steps/flow.js";

/** @param {string} path From the project's folder. */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** @typedef {{ name: string, kind?: string }} Named */

/**
 * The element in the manifest.
 *
 * @param {import("@playwright/test").APIRequestContext} request
 * @returns {Promise<Record<"attributes" | "events" | "slots" | "cssParts" | "cssProperties" | "members", Named[]>>}
 */
async function declared(request) {
  const manifest = await (await request.get("/widget/custom-elements.json")).json();
  return manifest.modules[0].declarations[0];
}

/** @param {Named[]} all */
const names = (all) => all.map(({ name }) => name).sort();

/**
 * The names in the first column of the table whose head begins with a word.
 *
 * @param {string} text
 * @param {string} head
 */
function column(text, head) {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${head}`));
  expect(start, `a table of ${head}`).toBeGreaterThan(-1);
  const rest = lines.slice(start + 2);
  const end = rest.findIndex((line) => !line.startsWith("|"));
  return rest
    .slice(0, end)
    .map((line) => /^\| `([^`]+)`/.exec(line)?.[1] ?? line)
    .sort();
}

test("README, recipes and types name what the manifest declares", async ({ request }) => {
  const { attributes, events, members, slots, cssParts, cssProperties } = await declared(request);
  const readme = read("README.md");

  await test.step("the README lists exactly the attributes, events and custom properties", () => {
    expect.soft(column(readme, "attribute")).toEqual(names(attributes));
    expect.soft(column(readme, "event")).toEqual(names(events));
    expect.soft(column(readme, "custom property")).toEqual(names(cssProperties));
  });

  await test.step("the README names each method, property and slot", () => {
    for (const { name, kind } of members) {
      expect.soft(readme).toContain(kind === "method" ? `\`${name}(` : `\`${name}\``);
    }
    for (const { name } of slots.filter(({ name }) => name)) {
      expect.soft(readme).toContain(`\`${name}\``);
    }
  });

  await test.step("the recipes name each event, part and custom property", () => {
    const recipes = read("docs/embedding.md");
    for (const name of names([...events, ...cssParts, ...cssProperties])) {
      // The prefix of the events is given once.
      expect.soft(recipes, name).toContain(`\`${name.replace(/^support-fit-/, "")}\``);
    }
  });

  await test.step("the types declare everything", async () => {
    const types = await (await request.get("/widget/support-fit.d.ts")).text();
    for (const { name } of [...attributes, ...events]) {
      expect.soft(types).toContain(`"${name}"`);
    }
    for (const { name } of members) {
      expect.soft(types).toMatch(new RegExp(`^  (readonly )?${name}[(:]`, "m"));
    }
  });
});

test("The element has each declared member and part, and a host rule reaches a part", async ({
  page,
  request,
}) => {
  const { cssParts, members } = await declared(request);
  await open(page);

  await test.step("each method and property", async () => {
    const found = await page.locator("support-fit").evaluate((host) => {
      const prototype = Object.getPrototypeOf(host);
      const known = ["constructor", "connectedCallback", "disconnectedCallback"];
      return Object.getOwnPropertyNames(prototype)
        .filter((name) => !known.includes(name) && name !== "attributeChangedCallback")
        .sort();
    });
    expect.soft(found).toEqual(names(members));
  });

  await test.step("a rule of the host page reaches a part", async () => {
    await page.locator("support-fit").evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("support-fit::part(answer) { border-top-width: 7px; }");
      document.adoptedStyleSheets.push(sheet);
    });
    const row = page.locator("support-fit label.row").first();
    await expect.soft(row).toHaveCSS("border-top-width", "7px");
  });

  await test.step("each part is on some screen", async () => {
    /** @type {Set<string>} */
    const seen = new Set();
    const look = async () => {
      const parts = await page
        .locator("support-fit")
        .evaluate((host) =>
          [...(host.shadowRoot?.querySelectorAll("[part]") ?? [])].map((e) =>
            e.getAttribute("part"),
          ),
        );
      for (const part of parts) seen.add(String(part));
    };
    await page.locator("support-fit").evaluate((host) => {
      host.setAttribute("cta-url", "https://example.com/");
    });
    await heading(page, "looks after IT").waitFor();
    await answerAll(page, LEANS.slice(0, 1));
    await look();
    await answerAll(page, LEANS.slice(1));
    await page.locator("support-fit [part=cta]").waitFor();
    await look();
    expect([...seen].sort()).toEqual(names(cssParts));
  });
});
