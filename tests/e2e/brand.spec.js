// The host's colors, whatever they are: everything can be read, in both themes.

import { expect, test } from "@playwright/test";

import { organization } from "./steps/content.js";
import { open } from "./steps/flow.js";
import { openAt } from "./steps/full.js";

/** @typedef {import("@playwright/test").Page} Page */

/** From none to all of each of red, green and blue. */
const STEPS = [0, 51, 102, 153, 204, 255];

const COLORS = STEPS.flatMap((r) => STEPS.flatMap((g) => STEPS.map((b) => `rgb(${r} ${g} ${b})`)));

/** Pairs of tokens that stand on each other, and the contrast that they need. */
const PAIRS = /** @type {const} */ ([
  ["accent", "paper", 4.5],
  ["accent", "wash", 4.5],
  ["on-accent", "accent", 4.5],
  ["ink", "paper", 4.5],
  ["ink", "wash", 4.5],
  ["ink", "chosen", 4.5],
  ["muted", "paper", 4.5],
  ["muted", "wash", 4.5],
  ["muted", "chosen", 4.5],
  ["accent", "hovered", 4.5],
  ["accent", "line", 3],
  ["danger", "paper", 4.5],
  ["danger", "wash", 4.5],
  ["edge", "paper", 3],
  ["edge", "wash", 3],
  ["in-house", "paper", 3],
  ["co-managed", "paper", 3],
  ["outsourced", "paper", 3],
  ["in-house", "wash", 3],
  ["co-managed", "wash", 3],
  ["outsourced", "wash", 3],
]);

/**
 * The pairs that fall short, under each of many colors that the host gives to a property.
 *
 * @param {Page} page
 * @param {"light" | "dark"} theme
 * @param {string[]} properties Which get the color.
 */
function shortfalls(page, theme, properties) {
  return page.locator("support-fit").evaluate(
    (host, { theme, properties, colors, pairs }) => {
      host.setAttribute("theme", theme);
      const root = /** @type {ShadowRoot} */ (host.shadowRoot);
      const probe = document.createElement("i");
      /** @type {HTMLElement} */ (root.querySelector(".root")).append(probe);
      const canvas = document.createElement("canvas");
      const context = /** @type {CanvasRenderingContext2D} */ (
        canvas.getContext("2d", { willReadFrequently: true })
      );
      const linear = (/** @type {number} */ byte) =>
        byte <= 10 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4;
      // As it is drawn, and not as it is written: what no screen can show is drawn as something near.
      const luminance = (/** @type {string} */ token) => {
        probe.style.color = `var(--${token})`;
        context.fillStyle = getComputedStyle(probe).color;
        context.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
        return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
      };
      const found = [];
      for (const color of colors) {
        for (const property of properties) host.style.setProperty(property, color);
        /** @type {Record<string, number>} */
        const known = {};
        for (const [one, other, least] of pairs) {
          const [a, b] = [one, other].map((token) => (known[token] ??= luminance(token)));
          const [low = 0, high = 0] = [a ?? 0, b ?? 0].sort((x, y) => x - y);
          const contrast = (high + 0.05) / (low + 0.05);
          if (contrast < least) found.push(`${color}: ${one} on ${other} ${contrast.toFixed(2)}`);
        }
      }
      return found;
    },
    { theme, properties, colors: COLORS, pairs: PAIRS },
  );
}

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`every accent can be read on every ground (${theme})`, async ({ page }) => {
    await open(page);
    expect(await shortfalls(page, theme, ["--support-fit-accent"])).toEqual([]);
  });

  test(`everything can be read on every background (${theme})`, async ({ page }) => {
    await open(page);
    expect(await shortfalls(page, theme, ["--support-fit-background"])).toEqual([]);
  });

  test(`every color of the text can be read (${theme})`, async ({ page }) => {
    await open(page);
    expect(await shortfalls(page, theme, ["--support-fit-color"])).toEqual([]);
  });

  test(`one color for everything hides nothing (${theme})`, async ({ page }) => {
    await open(page);
    const all = ["--support-fit-accent", "--support-fit-background", "--support-fit-color"];
    expect(await shortfalls(page, theme, all)).toEqual([]);
  });
}

test("a color that can be read is taken as it is", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  const color = await page.locator("support-fit").evaluate((host) => {
    host.style.setProperty("--support-fit-accent", "#0b5c3b");
    const button = host.shadowRoot?.querySelector("button.primary");
    const canvas = document.createElement("canvas").getContext("2d");
    if (!button || !canvas) return [];
    canvas.fillStyle = getComputedStyle(button).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  });
  expect(color).toEqual([0x0b, 0x5c, 0x3b, 255]);
});

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`no edge of a field or a list is pale (${theme})`, async ({ page }) => {
    await openAt(page, "result", organization("P10"));
    const pale = await page.locator("support-fit").evaluate((host, theme) => {
      host.setAttribute("theme", theme);
      const root = /** @type {ShadowRoot} */ (host.shadowRoot);
      const edge = document.createElement("i");
      edge.style.color = "var(--edge)";
      root.querySelector(".root")?.append(edge);
      const meant = getComputedStyle(edge).color;
      return [...root.querySelectorAll("select, input:is([type=text], [type=date]), textarea")]
        .filter((field) => getComputedStyle(field).borderTopColor !== meant)
        .map((field) => field.outerHTML.slice(0, 60));
    }, theme);
    expect(pale).toEqual([]);
  });
}

test("a bar that is pale has an edge in the color of its model", async ({ page }) => {
  await openAt(page, "result", organization("P10"));
  const bars = await page.locator("support-fit svg .fill").evaluateAll((fills) =>
    fills.map((fill) => {
      const { opacity, fillOpacity, stroke, color, strokeWidth } = getComputedStyle(fill);
      const isWhole = fillOpacity === "1";
      // The marks beside the names are whole: they say which is which.
      const isMark = fill.closest(".marker") !== null;
      const isEdged = !isMark && stroke === color && strokeWidth === "2px";
      return { opacity, isSeen: isWhole || isEdged };
    }),
  );
  expect(bars.length).toBeGreaterThan(20);
  expect(bars.filter(({ opacity, isSeen }) => opacity !== "1" || !isSeen)).toEqual([]);
});
