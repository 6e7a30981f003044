// Whatever colors the host page sets, everything stays readable, in both themes.

import { expect, test } from "@playwright/test";

import { organization } from "./steps/content.js";
import { open } from "./steps/flow.js";
import { openAt } from "./steps/full.js";
import { ready } from "./steps/host.js";
import { VIEWS, showView, unfold } from "./steps/result.js";

/** @typedef {import("@playwright/test").Page} Page */

/** Red, green and blue values. */
const STEPS = [0, 51, 102, 153, 204, 255];

const COLORS = STEPS.flatMap((r) => STEPS.flatMap((g) => STEPS.map((b) => `rgb(${r} ${g} ${b})`)));

/** Pairs of a foreground and a background token, with the contrast that they need. */
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
 * The pairs with too little contrast when the properties have each of the colors.
 *
 * @param {Page} page With the application: the first screen of the loader has fewer tokens, and a token that is not defined
 *   would be read as the color of the text.
 * @param {"light" | "dark"} theme
 * @param {string[]} properties
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
      // Read the painted color, because an out-of-gamut color is mapped to a similar one.
      const luminance = (/** @type {string} */ token) => {
        probe.style.color = `var(--${token})`;
        context.fillStyle = getComputedStyle(probe).color;
        context.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
        return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
      };
      const missing = pairs
        .flatMap(([one, other]) => [one, other])
        .filter((token) => !getComputedStyle(probe).getPropertyValue(`--${token}`));
      if (missing.length) throw new Error(`not defined: ${missing}`);
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
      for (const property of properties) host.style.removeProperty(property);
      probe.remove();
      return found;
    },
    { theme, properties, colors: COLORS, pairs: PAIRS },
  );
}

for (const theme of /** @type {const} */ (["light", "dark"])) {
  test(`Everything stays readable with any colors of the host page (${theme}) @threat-host-colors @wcag-1.4.3`, async ({
    page,
  }) => {
    await open(page);
    await ready(page);
    const [accent, background, color] = ["accent", "background", "color"].map(
      (name) => `--support-fit-${name}`,
    );
    for (const [title, properties] of /** @type {[string, string[]][]} */ ([
      ["any accent is readable", [accent]],
      ["everything is readable on any background", [background]],
      ["any text color is readable", [color]],
      ["one color for everything hides nothing", [accent, background, color]],
    ])) {
      await test.step(title, async () => {
        expect.soft(await shortfalls(page, theme, properties), title).toEqual([]);
      });
    }
  });
}

test("A readable accent is used unchanged", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  await ready(page);
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

test("Edges of fields and bars are visible in every view of the result @wcag-1.4.11", async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openAt(page, "result", organization("P10"));
  let bars = 0;
  for (const view of Object.keys(VIEWS)) {
    await test.step(view, async () => {
      await showView(page, view);
      await unfold(page);
      bars += await expectEdges(page, view);
    });
  }
  expect(bars).toBeGreaterThan(20);
});

/**
 * Checks the fields and bars that are shown.
 *
 * @param {Page} page
 * @param {string} view
 * @returns The number of bars.
 */
async function expectEdges(page, view) {
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    await test.step(`each field has an edge in the color for edges (${theme})`, async () => {
      const pale = await page.locator("support-fit").evaluate((host, theme) => {
        host.setAttribute("theme", theme);
        const root = /** @type {ShadowRoot} */ (host.shadowRoot);
        const edge = document.createElement("i");
        edge.style.color = "var(--edge)";
        root.querySelector(".root")?.append(edge);
        const meant = getComputedStyle(edge).color;
        edge.remove();
        return [...root.querySelectorAll("select, input:is([type=text], [type=date]), textarea")]
          .filter((field) => getComputedStyle(field).borderTopColor !== meant)
          .map((field) => field.outerHTML.slice(0, 60));
      }, theme);
      expect.soft(pale, view).toEqual([]);
    });
  }

  return test.step("a pale bar has an edge in the color of its model", async () => {
    const bars = await page.locator("support-fit svg .fill").evaluateAll((fills) =>
      fills.map((fill) => {
        const { opacity, fillOpacity, stroke, color, strokeWidth } = getComputedStyle(fill);
        const isWhole = fillOpacity === "1";
        // The marks next to the names are opaque, and identify the models.
        const isMark = fill.closest(".marker") !== null;
        const isEdged = !isMark && stroke === color && strokeWidth === "2px";
        return { opacity, isSeen: isWhole || isEdged };
      }),
    );
    const pale = bars.filter(({ opacity, isSeen }) => opacity !== "1" || !isSeen);
    expect.soft(pale, view).toEqual([]);
    return bars.length;
  });
}
