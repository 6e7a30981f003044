// The snippets of the recipes, on pages of another origin, as somebody pastes them.

import { expect, test } from "@playwright/test";

import { LEANS, QUESTIONS, answerAll, choose, heading } from "./steps/flow.js";
import { complaints, ready } from "./steps/host.js";
import { openSite, snippet } from "./steps/sites.js";

/** @typedef {import("@playwright/test").Page} Page */

// A file may still be on its way when a test ends.
test.afterEach(({ page }) => page.unrouteAll({ behavior: "wait" }));

for (const name of ["plain.html", "inline-config.html", "data-layer.html"]) {
  test(`${name} shows the assessment`, async ({ page, baseURL }) => {
    const found = complaints(page);
    await openSite(page, baseURL, { body: snippet(name) });
    await ready(page);
    await answerAll(page, LEANS);
    await expect(heading(page, "lean one way")).toBeVisible();
    expect(found).toEqual([]);
  });
}

/**
 * A snippet whose script comes when the fallback content has been seen.
 *
 * @param {string} name
 */
const late = (name) =>
  snippet(name).replace(
    /<script type="module" src="(.*?)"><\/script>/,
    `<script>
      requestAnimationFrame(() => setTimeout(() => import("$1")));
    </script>`,
  );

for (const margin of [0, 8, 20]) {
  test(`plain.html moves nothing of a page with ${margin} px at the sides`, async ({
    page,
    baseURL,
  }) => {
    test.slow();
    for (const width of [280, 320, 340, 360, 390, 430, 480, 540, 600, 768, 1280]) {
      await page.setViewportSize({ width, height: 1900 });
      await openSite(page, baseURL, {
        css: `body { margin-inline: ${margin}px; }`,
        body: `<link rel="stylesheet" href="/site.css" />${late("plain.html")}
          <p id="below">Below it</p>
          <script>
            const found = [];
            const box = ({ x, y, width, height }) =>
              [x, y, width, height].map(Math.round).join(" ");
            const moved = ({ node, previousRect, currentRect }) =>
              (node?.localName ?? "text") + ": " + box(previousRect) + " to " + box(currentRect);
            new PerformanceObserver((list) => {
              for (const { sources } of list.getEntries()) found.push(...sources.map(moved));
            }).observe({ type: "layout-shift", buffered: true });
          </script>`,
      });
      await ready(page);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
      );
      expect(await page.evaluate("found"), `${width} px wide`).toEqual([]);
    }
  });
}

test("inline-config.html names the firm and leads to it", async ({ page, baseURL }) => {
  await openSite(page, baseURL, { body: snippet("inline-config.html") });
  await ready(page);
  await answerAll(page, LEANS);
  await heading(page, "lean one way").waitFor();
  await expect(page.getByText("Marlow & Finch IT shows you this page")).toBeVisible();
  await expect(page.locator("support-fit [part=cta]")).toHaveAttribute(
    "href",
    "https://www.marlow.example/contact",
  );
});

test("style.css and the policy of csp.txt are enough for a strict page", async ({
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
  await heading(page, "lean one way").waitFor();
  await expect(page.locator("support-fit .primary").first()).toHaveCSS("letter-spacing", "0.32px");
  expect(found).toEqual([]);
});

test("events.html hears what the visitor does", async ({ page, baseURL }) => {
  /** @type {string[]} */
  const logged = [];
  page.on("console", (message) => logged.push(message.text().split(" ")[0] ?? ""));
  await openSite(page, baseURL, { body: snippet("plain.html") + snippet("events.html") });
  await ready(page);
  await answerAll(page, LEANS);
  await expect.poll(() => logged).toEqual(["support_fit_start", "support_fit_result"]);
});

test("data-layer.html fills the data layer", async ({ page, baseURL }) => {
  await openSite(page, baseURL, { body: snippet("data-layer.html") });
  await ready(page);
  await choose(page, LEANS[0]);
  const layer = await page.evaluate(() => /** @type {any} */ (window).dataLayer);
  expect(layer).toEqual([
    { event: "support_fit_ready", support_fit: {} },
    { event: "support_fit_start", support_fit: {} },
    { event: "support_fit_answer", support_fit: { question: "cap", position: 1, total: 7 } },
  ]);
});

test("consent.html starts when the visitor allows it", async ({ page, baseURL }) => {
  await openSite(page, baseURL, { body: snippet("consent.html") });
  await expect(page.getByText("starts when you allow it")).toBeVisible();
  await page.evaluate(() => document.dispatchEvent(new Event("consent-given")));
  await expect(heading(page, QUESTIONS[0])).toBeVisible();
});

test("tag-manager.html starts the element that is on the page", async ({ page, baseURL }) => {
  await openSite(page, baseURL, {
    body: `<support-fit></support-fit>${snippet("tag-manager.html")}`,
  });
  await ready(page);
  await expect(heading(page, QUESTIONS[0])).toBeVisible();
});

test("frame.html shows the assessment as high as it is", async ({ page, baseURL }) => {
  await openSite(page, baseURL, { body: snippet("frame.html") });
  const frame = page.frameLocator("iframe");
  await expect(frame.locator("support-fit")).toHaveJSProperty("status", "ready");
  await expect(frame.locator("support-fit")).toHaveAttribute("provider-name", "Marlow & Finch IT");
  const inside = () =>
    page.frames()[1]?.evaluate(() => document.documentElement.scrollHeight - innerHeight) ?? -1;
  await expect.poll(inside).toBe(0);
});
