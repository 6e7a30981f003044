// The frame, for sites that allow nothing else: on a page of another origin, with the helper script.

import { expect, test } from "@playwright/test";

import { LEANS, QUESTIONS, answerAll, choose, heading, press } from "./steps/flow.js";
import { MADE_UP, height, openFramed, other } from "./steps/framing.js";
import { complaints } from "./steps/host.js";

test.use(MADE_UP);

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Opens a host page with a frame of the other origin, under a policy that names this one.
 *
 * @param {Page} page
 * @param {string | undefined} baseURL
 * @param {Parameters<typeof openFramed>[2]} [options]
 */
function openFrame(page, baseURL, options) {
  const policy = `default-src 'none'; script-src 'self' ${other(baseURL)}; frame-src 'self' ${other(baseURL)}; img-src 'self'`;
  return openFramed(page, baseURL, { policy, ...options });
}

/**
 * Notes what is heard on the frame from now on.
 *
 * @param {Page} page
 */
async function listen(page) {
  await page.evaluate(() => {
    /** @type {[string, unknown][]} */
    const heard = [];
    Object.assign(window, { heard });
    for (const name of ["ready", "start", "answer", "progress", "result", "reset"]) {
      document.addEventListener(`support-fit-${name}`, (event) => {
        heard.push([name, /** @type {CustomEvent} */ (event).detail]);
      });
    }
  });
  return () =>
    page.evaluate(() => /** @type {[string, any][]} */ (/** @type {any} */ (window).heard));
}

/**
 * How much of the content is out of the frame.
 *
 * @param {Page} page
 */
const hidden = (page) =>
  page
    .frames()
    .find((frame) => frame.url().includes("frame.html"))
    ?.evaluate(() => document.documentElement.scrollHeight - innerHeight) ?? -1;

test("the frame is as high as its content, on every screen", async ({ page, baseURL }) => {
  const frame = await openFrame(page, baseURL);
  await expect.poll(() => hidden(page)).toBe(0);
  const first = await height(page);
  await frame.getByText("What the three models mean").click();
  await expect.poll(() => height(page)).toBeGreaterThan(first);
  await answerAll(/** @type {any} */ (frame), LEANS);
  await heading(frame, "lean one way").waitFor();
  await expect.poll(() => hidden(page)).toBe(0);
  expect(await height(page)).toBeGreaterThan(2 * first);
});

test("the events of the element are heard on the frame", async ({ page, baseURL }) => {
  const frame = await openFrame(page, baseURL);
  const heard = await listen(page);
  await choose(frame, LEANS[0]);
  await press(frame, "Next");
  await expect.poll(heard).toEqual([
    ["start", {}],
    ["answer", { question: "cap", position: 1, total: 7 }],
    ["progress", { answered: 1, total: 7, screen: "question" }],
  ]);
});

test("answers are not told to a page that the configuration does not name", async ({
  page,
  baseURL,
}) => {
  const frame = await openFrame(page, baseURL, {
    query: "?config=frame-config.json",
    config: { events: "detailed", frameParents: ["https://www.example.com"] },
  });
  const heard = await listen(page);
  await choose(frame, LEANS[0]);
  await expect.poll(async () => (await heard()).length).toBe(2);
  expect((await heard())[1]?.[1]).toEqual({ question: "cap", position: 1, total: 7 });
});

test("answers are told to a page that the configuration names", async ({ page, baseURL }) => {
  const frame = await openFrame(page, baseURL, {
    query: "?config=frame-config.json",
    config: { events: "detailed", frameParents: [baseURL] },
  });
  const heard = await listen(page);
  await choose(frame, LEANS[0]);
  await expect.poll(async () => (await heard())[1]?.[1]?.answer).toBe("lead");
});

for (const [who, parents] of /** @type {const} */ ([
  ["names", true],
  ["does not name", false],
])) {
  test(`a command of a page that the configuration ${who} is ${parents ? "" : "not "}taken`, async ({
    page,
    baseURL,
  }) => {
    const frame = await openFrame(page, baseURL, {
      query: "?config=frame-config.json",
      config: { frameParents: parents ? [baseURL] : [] },
    });
    await choose(frame, LEANS[0]);
    await page.evaluate(
      async (address) => {
        const { command } = await import(address);
        command(document.querySelector("iframe"), "reset");
        command(document.querySelector("iframe"), "constructor");
      },
      `${other(baseURL)}/widget/support-fit-frame.js`,
    );
    // What is answered after the command is heard after it.
    await choose(frame, "Not sure");
    const gone = frame.locator(".notice").getByText("Your answers are gone");
    await expect(gone).toHaveCount(parents ? 1 : 0);
  });
}

test("messages of others change nothing", async ({ page, baseURL }) => {
  await openFrame(page, baseURL, { body: '<iframe id="stranger" src="/widget/"></iframe>' });
  await expect.poll(() => hidden(page)).toBe(0);
  const before = await height(page);
  const stranger = page.frames().find((frame) => frame.url().endsWith("/widget/"));
  await stranger?.evaluate(() => {
    parent.postMessage({ type: "support-fit:height", height: 5 }, "*");
    parent.frames[1]?.postMessage({ type: "support-fit:command", name: "reset" }, "*");
  });
  for (const height of [-1, 1e9, "5", null]) {
    await page.evaluate((height) => postMessage({ type: "support-fit:height", height }), height);
  }
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  expect(await height(page)).toBe(before);
});

test("a frame in a sandbox without an origin works, and says that it saves nothing", async ({
  page,
  baseURL,
}) => {
  const frame = await openFrame(page, baseURL, { attributes: 'sandbox="allow-scripts"' });
  await expect.poll(() => height(page)).toBeGreaterThan(400);
  await choose(frame, LEANS[0]);
  await expect(frame.getByText("does not let us save here").first()).toBeVisible();
  await press(frame, "Next");
  await expect(heading(frame, QUESTIONS[1])).toBeVisible();
});

// A browser that blocks what third parties keep blocks it in a frame of another site: see below.
test("a frame of the same site keeps the answers, in a sandbox too", async ({ page, baseURL }) => {
  const frame = await openFrame(page, baseURL, {
    from: baseURL,
    attributes: 'sandbox="allow-scripts allow-same-origin"',
  });
  await choose(frame, LEANS[0]);
  await page.reload();
  await expect(frame.getByLabel(LEANS[0] ?? "")).toBeChecked();
});

test("a frame whose storage is blocked goes on in memory", async ({ page, baseURL }) => {
  await page.addInitScript(() => {
    if (!location.pathname.endsWith("frame.html")) return;
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("blocked", "SecurityError");
      },
    });
  });
  const frame = await openFrame(page, baseURL);
  await answerAll(/** @type {any} */ (frame), LEANS);
  await expect(heading(frame, "lean one way")).toBeVisible();
});

test("the address sets what attributes set, but not where the call to action leads", async ({
  page,
  baseURL,
}) => {
  const frame = await openFrame(page, baseURL, {
    query: "?provider-name=Marlow&theme=dark&cta-url=https%3A%2F%2Fevil.example&cta-label=Click",
  });
  const element = frame.locator("support-fit");
  await expect(element).toHaveAttribute("provider-name", "Marlow");
  await expect(element).toHaveAttribute("theme", "dark");
  await answerAll(/** @type {any} */ (frame), LEANS);
  await heading(frame, "lean one way").waitFor();
  await expect(frame.getByText("Marlow shows you this page")).toBeVisible();
  await expect(frame.getByRole("link", { name: "Click" })).toHaveCount(0);
});

test("a configuration of another origin is refused", async ({ page, baseURL }) => {
  const found = complaints(page);
  const address = encodeURIComponent(`${baseURL}/widget/frame-config.json`);
  const frame = await openFrame(page, baseURL, {
    query: `?config=${address}`,
    config: { providerName: "Mallory" },
  });
  await answerAll(/** @type {any} */ (frame), LEANS);
  await heading(frame, "lean one way").waitFor();
  await expect(frame.getByText("Mallory")).toHaveCount(0);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain("goes on without its configuration");
});

test("a frame that comes later is connected too", async ({ page, baseURL }) => {
  await openFrame(page, baseURL);
  await page.evaluate(
    (src) => {
      const frame = Object.assign(document.createElement("iframe"), { src, title: "Later" });
      frame.dataset.supportFit = "";
      document.body.append(frame);
    },
    `${other(baseURL)}/widget/frame.html?storage-key=later`,
  );
  const later = page.locator("iframe[title=Later]");
  await expect.poll(() => later.evaluate((frame) => frame.clientHeight)).toBeGreaterThan(400);
});

test("a page around that is scrolled down is brought back to the frame's top after a step", async ({
  page,
  baseURL,
}) => {
  await page.setViewportSize({ width: 390, height: 500 });
  const frame = await openFrame(page, baseURL);
  await choose(frame, LEANS[0]);
  const button = frame.getByRole("button", { name: "Next" });
  await button.scrollIntoViewIfNeeded();
  await button.click();
  await heading(frame, QUESTIONS[1]).waitFor();
  const top = () =>
    page.locator("iframe[data-support-fit]").evaluate((f) => f.getBoundingClientRect().top);
  await expect.poll(top).toBeGreaterThanOrEqual(-1);
});
