// The public contract: the manifest and types of the build, the documents, and the element agree.

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
 * The names in a column of the table whose header row begins with these words. Cells without a name are left out.
 *
 * @param {string} text
 * @param {string} head
 * @param {number} [index]
 */
function column(text, head, index = 0) {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${head} `));
  expect(start, `a table of ${head}`).toBeGreaterThan(-1);
  const rest = lines.slice(start + 2);
  const end = rest.findIndex((line) => !line.startsWith("|"));
  return rest
    .slice(0, end)
    .map((line) => /^`([\w-]+)/.exec(line.split("|")[index + 1]?.trim() ?? "")?.[1] ?? "")
    .filter(Boolean)
    .sort();
}

test("The documents and types match the manifest", async ({ request }) => {
  const { attributes, events, members, slots, cssParts, cssProperties } = await declared(request);

  await test.step("the table of settings has exactly the attributes", () => {
    const settings = read("docs/configuration.md");
    expect.soft(column(settings, "JSON key", 1)).toEqual(names(attributes));
  });

  await test.step("the tables of the reference have exactly the events, members and custom properties", () => {
    const reference = read("docs/embedding.md");
    expect.soft(column(reference, "event")).toEqual(names(events));
    expect.soft(column(reference, "name")).toEqual(names(members));
    expect.soft(column(reference, "custom property")).toEqual(names(cssProperties));
    for (const name of [...names(cssParts), ...names(slots).filter(Boolean)]) {
      expect.soft(reference, name).toContain(`\`${name}\``);
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
    await heading(page, "handles IT").waitFor();
    await answerAll(page, LEANS.slice(0, 1));
    await look();
    await answerAll(page, LEANS.slice(1));
    await page.locator("support-fit [part=cta]").waitFor();
    await look();
    expect([...seen].sort()).toEqual(names(cssParts));
  });
});
