// The public contract: the manifest and the types of the build, the documents, and what the element does, say the same.

import { readFileSync, readdirSync } from "node:fs";

import { expect, test } from "@playwright/test";

import { LEANS, answerAll, heading, open, press } from "./steps/flow.js";

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

test("the README lists each attribute, event and custom property, and no other", async ({
  request,
}) => {
  const { attributes, events, cssProperties } = await declared(request);
  const readme = read("README.md");
  expect(column(readme, "attribute")).toEqual(names(attributes));
  expect(column(readme, "event")).toEqual(names(events));
  expect(column(readme, "custom property")).toEqual(names(cssProperties));
});

test("the README names each method, property and slot", async ({ request }) => {
  const { members, slots } = await declared(request);
  const readme = read("README.md");
  for (const { name, kind } of members) {
    expect(readme).toContain(kind === "method" ? `\`${name}(` : `\`${name}\``);
  }
  for (const { name } of slots.filter(({ name }) => name)) expect(readme).toContain(`\`${name}\``);
});

test("the recipes name each event, part and custom property", async ({ request }) => {
  const { events, cssParts, cssProperties } = await declared(request);
  const recipes = read("docs/embedding.md");
  // The prefix of the events is said once.
  const said = names([...events, ...cssParts, ...cssProperties]).map((name) =>
    name.replace(/^support-fit-/, ""),
  );
  for (const name of said) expect(recipes, name).toContain(`\`${name}\``);
});

test("the types name everything", async ({ request }) => {
  const { attributes, events, members } = await declared(request);
  const types = await (await request.get("/widget/support-fit.d.ts")).text();
  for (const { name } of [...attributes, ...events]) expect(types).toContain(`"${name}"`);
  for (const { name } of members)
    expect(types).toMatch(new RegExp(`^  (readonly )?${name}[(:]`, "m"));
});

test("the element has each method and property", async ({ page, request }) => {
  const { members } = await declared(request);
  await open(page);
  const found = await page.locator("support-fit").evaluate((host) => {
    const prototype = Object.getPrototypeOf(host);
    const known = ["constructor", "connectedCallback", "disconnectedCallback"];
    return Object.getOwnPropertyNames(prototype)
      .filter((name) => !known.includes(name) && name !== "attributeChangedCallback")
      .sort();
  });
  expect(found).toEqual(names(members));
});

test("each part is there on some screen", async ({ page, request }) => {
  const { cssParts } = await declared(request);
  /** @type {Set<string>} */
  const seen = new Set();
  const look = async () => {
    const parts = await page
      .locator("support-fit")
      .evaluate((host) =>
        [...(host.shadowRoot?.querySelectorAll("[part]") ?? [])].map((e) => e.getAttribute("part")),
      );
    for (const part of parts) seen.add(String(part));
  };
  await open(page);
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

test("a rule of the host page reaches each part", async ({ page }) => {
  await open(page);
  await page.locator("support-fit").evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("support-fit::part(answer) { border-top-width: 7px; }");
    document.adoptedStyleSheets.push(sheet);
  });
  const row = page.locator("support-fit label.row").first();
  await expect(row).toHaveCSS("border-top-width", "7px");
  await press(page, "Next");
});

test("each snippet in the recipes is the file that it names", () => {
  const recipes = read("docs/embedding.md");
  const shown = [...recipes.matchAll(/<!-- snippet: (\S+) -->\n\n```\w*\n(.*?)```/gs)];
  for (const [, path, text] of shown) expect(text?.trim(), path).toBe(read(String(path)).trim());
  const files = readdirSync(new URL("../../docs/snippets", import.meta.url), { recursive: true });
  const written = files.map(String).filter((name) => name.includes("."));
  expect(shown.map(([, path]) => String(path).replace("docs/snippets/", "")).sort()).toEqual(
    written.sort(),
  );
});
