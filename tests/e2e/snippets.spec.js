// The snippets of the recipes, pasted into pages of another origin.

import { expect, test } from "@playwright/test";

import { LEANING_RESULT } from "./steps/drafts.js";
import { LEANS, QUESTIONS, answerAll, choose, heading, painted } from "./steps/flow.js";
import { complaints, element, ready } from "./steps/host.js";
import { openSite, snippet } from "./steps/sites.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

// Some requests may be pending when a test ends.
test.afterEach(({ page }) => page.unrouteAll({ behavior: "wait" }));

/**
 * Goes to the result of the quick check.
 *
 * @param {Page} page
 */
async function toResult(page) {
  await element(page).evaluate(
    (/** @type {SupportFit} */ host, draft) => host.importDraft(draft),
    LEANING_RESULT,
  );
  await heading(page, "Leaning toward co-managed IT").waitFor();
}

test("plain.html, inline-config.html, data-layer.html and events.html work as pasted", async ({
  page,
  baseURL,
}) => {
  const found = complaints(page);

  await test.step("plain.html shows the assessment, and events.html logs it", async () => {
    /** @type {string[]} */
    const logged = [];
    page.on("console", (message) => logged.push(message.text().split(" ")[0] ?? ""));
    await openSite(page, baseURL, { body: snippet("plain.html") + snippet("events.html") });
    await ready(page);
    await answerAll(page, LEANS);
    await expect.soft(heading(page, "Leaning toward co-managed IT")).toBeVisible();
    await expect.poll(() => logged).toEqual(["support_fit_start", "support_fit_result"]);
  });

  await test.step("inline-config.html names the firm and links to it", async () => {
    await openSite(page, baseURL, { body: snippet("inline-config.html") });
    await ready(page);
    await toResult(page);
    await expect.soft(page.getByText("Marlow & Finch IT offers this tool")).toBeVisible();
    await expect
      .soft(page.locator("support-fit [part=cta]"))
      .toHaveAttribute("href", "https://www.marlow.example/contact");
  });

  await test.step("data-layer.html fills the data layer", async () => {
    await page.evaluate(() => localStorage.clear());
    await openSite(page, baseURL, { body: snippet("data-layer.html") });
    await ready(page);
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.reset());
    await page.evaluate(() => {
      const { dataLayer } = /** @type {any} */ (window);
      dataLayer.length = 1;
    });
    await choose(page, LEANS[0]);
    const layer = await page.evaluate(() => /** @type {any} */ (window).dataLayer);
    expect.soft(layer).toEqual([
      { event: "support_fit_ready", support_fit: {} },
      { event: "support_fit_start", support_fit: {} },
      { event: "support_fit_answer", support_fit: { step: 1 } },
    ]);
    await toResult(page);
  });
  expect(found).toEqual([]);
});

/**
 * Expects that nothing on the page moves when the application replaces the fallback content of plain.html.
 *
 * @param {Page} page
 * @param {string | undefined} baseURL
 * @param {{ width: number, height: number }} viewport
 * @param {string} css The style sheet of the page.
 * @param {string} [html]
 */
async function expectNoShift(page, baseURL, viewport, css, html = snippet("plain.html")) {
  // The script is loaded after the fallback content has been painted.
  const late = html.replace(
    /<script type="module" src="(.*?)"><\/script>/,
    `<script>
      requestAnimationFrame(() => requestAnimationFrame(() => import("$1")));
    </script>`,
  );
  await page.setViewportSize(viewport);
  await openSite(page, baseURL, {
    css,
    body: `<link rel="stylesheet" href="/site.css" />${late}
      <p id="below">Below it</p>
      <script>
        const found = [];
        const box = ({ x, y, width, height }) =>
          [x, y, width, height].map(Math.round).join(" ");
        const moved = ({ node, previousRect, currentRect }) =>
          (node?.localName ?? "text") + ": " + box(previousRect) + " to " + box(currentRect);
        const add = (entries) => {
          for (const { sources } of entries) found.push(...sources.map(moved));
        };
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: "layout-shift", buffered: true });
      </script>`,
  });
  await ready(page);
  await painted(page);
  const found = await page.evaluate("add(observer.takeRecords()), found");
  expect.soft(found, `${viewport.width} x ${viewport.height} px, ${css}`).toEqual([]);
}

test("plain.html shifts nothing on phones, on tablets, and in the columns of blogs", async ({
  page,
  baseURL,
}) => {
  const column = (/** @type {number} */ font, /** @type {number} */ width) =>
    `body { max-width: ${width}px; margin: 0 auto; font-size: ${font}px; }`;
  for (const [width, height, css] of /** @type {const} */ ([
    [360, 800, ""],
    [430, 932, ""],
    [768, 1024, ""],
    [1280, 1200, column(16, 600)],
    [1920, 1300, column(18, 700)],
    [2560, 1440, column(20, 760)],
  ])) {
    await expectNoShift(page, baseURL, { width, height }, css);
  }
  // What the guide says to add for smaller text.
  const html = snippet("plain.html").replace('style="', 'style="font-size:16px;');
  await expectNoShift(page, baseURL, { width: 1280, height: 1200 }, column(13, 600), html);
});

/**
 * Expects that nothing shifts with the rule of style.css, where everything below the element is in view.
 *
 * @param {Page} page
 * @param {string | undefined} baseURL
 * @param {number} margin At the sides of the page.
 * @param {number[]} widths
 * @param {number} [font] The size of the page's text.
 */
async function expectExactRule(page, baseURL, margin, widths, font = 16) {
  const css = `${snippet("style.css")} body { margin-inline: ${margin}px; font-size: ${font}px; }`;
  const html = snippet("plain.html").replace(/ style=".*?"/, "");
  for (const width of widths) {
    await expectNoShift(page, baseURL, { width, height: 1900 }, css, html);
  }
}

test("style.css shifts nothing on the page", async ({ page, baseURL }) => {
  await expectExactRule(page, baseURL, 8, [320, 390, 600, 1280]);
  await expectExactRule(page, baseURL, 8, [390, 1280], 13);
});

for (const margin of [0, 8, 20]) {
  const title = `style.css shifts nothing at any width with margins of ${margin} px`;
  test(title, { tag: "@full" }, async ({ page, baseURL }) => {
    const widths = [280, 320, 340, 360, 388, 430, 480, 540, 600, 768, 1280];
    await expectExactRule(page, baseURL, margin, widths);
  });
}

test("The policy of csp.txt is enough for a page with style.css and theme.css", async ({
  page,
  baseURL,
}) => {
  const found = complaints(page);
  await openSite(page, baseURL, {
    policy: snippet("csp.txt"),
    css: snippet("style.css") + snippet("theme.css"),
    head: '<link rel="stylesheet" href="/site.css" />',
    body: `<script type="module" src="https://widget.example/support-fit.js"></script><support-fit></support-fit>`,
  });
  await ready(page);
  await answerAll(page, LEANS);
  await heading(page, "Leaning toward co-managed IT").waitFor();
  await expect(page.locator("support-fit .primary").first()).toHaveCSS("letter-spacing", "0.32px");
  expect(found).toEqual([]);
});

test("consent.html, tag-manager.html and frame.html start the assessment", async ({
  page,
  baseURL,
}) => {
  await test.step("consent.html, when the visitor agrees", async () => {
    await openSite(page, baseURL, { body: snippet("consent.html") });
    await expect(page.getByText("starts when you allow it")).toBeVisible();
    await page.evaluate(() => document.dispatchEvent(new Event("consent-given")));
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
  });

  await test.step("tag-manager.html, in the element on the page", async () => {
    const body = `<support-fit></support-fit>${snippet("tag-manager.html")}`;
    await openSite(page, baseURL, { body });
    await ready(page);
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
  });

  await test.step("frame.html, in a frame as high as the assessment", async () => {
    await openSite(page, baseURL, { body: snippet("frame.html") });
    const inner = page.frameLocator("iframe").locator("support-fit");
    await expect(inner).toHaveJSProperty("status", "ready");
    await expect(inner).toHaveAttribute("provider-name", "Marlow & Finch IT");
    const hidden = () =>
      page.frames()[1]?.evaluate(() => document.documentElement.scrollHeight - innerHeight) ?? -1;
    await expect.poll(hidden).toBe(0);
  });
});
