// The frame on a page of another origin, with the script for the page around it.

import { expect, test } from "@playwright/test";

import { keep } from "./steps/drafts.js";
import { LEANS, QUESTIONS, answerAll, button, choose, heading, press } from "./steps/flow.js";
import { MADE_UP, height, inside, openFramed, other } from "./steps/framing.js";
import { complaints } from "./steps/host.js";
import { WORDS, organization } from "./steps/content.js";
import { fullDraft } from "./steps/full.js";
import { DESKTOP, NARROW, PHONE, ZOOMED } from "./steps/measure.js";

test.use(MADE_UP);

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Opens a host page with a frame of another origin, under a policy that names that origin.
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
 * Records the events that arrive on the frame from now on.
 *
 * @param {Page} page
 */
async function listen(page) {
  await page.evaluate(() => {
    /** @type {[string, unknown][]} */
    const recorded = [];
    Object.assign(window, { recorded });
    for (const name of "ready start question-shown answer progress result export share reset".split(
      " ",
    )) {
      document.addEventListener(`support-fit-${name}`, (event) => {
        recorded.push([name, /** @type {CustomEvent} */ (event).detail]);
      });
    }
  });
  return () =>
    page.evaluate(() => /** @type {[string, any][]} */ (/** @type {any} */ (window).recorded));
}

/**
 * How many pixels of the content the frame cuts off. Negative while it is too tall.
 *
 * @param {Page} page
 */
const hidden = (page) =>
  page
    .frames()
    .find((frame) => frame.url().includes("frame.html"))
    ?.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height) - innerHeight) ?? -1;

/**
 * How many pixels of something inside the frame are above or below the window of the page.
 *
 * @param {Page} page
 * @param {import("@playwright/test").Locator} part
 */
async function outOfView(page, part) {
  // In the coordinates of the page.
  const { y, height } = (await part.boundingBox()) ?? { y: NaN, height: NaN };
  const window = page.viewportSize()?.height ?? NaN;
  return Math.ceil(Math.max(0, -y) + Math.max(0, y + height - window));
}

/**
 * Sends the command `reset`, and one that does not exist.
 *
 * @param {Page} page
 * @param {string | undefined} baseURL
 */
function sendReset(page, baseURL) {
  return send(page, baseURL, [["reset"], ["constructor"]]);
}

/**
 * Sends commands, some with the name of a view.
 *
 * @param {Page} page
 * @param {string | undefined} baseURL
 * @param {string[][]} commands
 */
function send(page, baseURL, commands) {
  return page.evaluate(
    async ({ address, commands }) => {
      const { command } = await import(address);
      for (const values of commands) command(document.querySelector("iframe"), ...values);
    },
    { address: `${other(baseURL)}/widget/support-fit-frame.js`, commands },
  );
}

test("The frame grows with its content, sends events and ignores messages of others @threat-frame-messages", async ({
  page,
  baseURL,
}) => {
  await page.setViewportSize({ width: 390, height: 500 });
  const frame = await openFrame(page, baseURL, {
    body: '<iframe id="stranger" src="/widget/"></iframe>',
  });
  await expect.poll(() => hidden(page)).toBe(0);
  const first = await height(page);

  await test.step("a fold that opens makes the frame taller", async () => {
    await frame.getByText("What the three models mean").click();
    await expect.poll(() => height(page)).toBeGreaterThan(first);
  });

  const recorded = await listen(page);

  await test.step("after a step the page scrolls back to the top of the frame", async () => {
    await choose(frame, LEANS[0]);
    const next = frame.getByRole("button", { name: "Next" });
    await next.scrollIntoViewIfNeeded();
    await next.click();
    await heading(frame, QUESTIONS[1]).waitFor();
    const top = () =>
      page.locator("iframe[data-support-fit]").evaluate((f) => f.getBoundingClientRect().top);
    await expect.poll(top).toBeGreaterThanOrEqual(-1);
  });

  await test.step("the events of the element arrive on the frame", async () => {
    await expect.poll(recorded).toEqual([
      ["start", {}],
      ["answer", { step: 1 }],
      ["progress", { step: 2, screen: "question", view: null }],
      ["question-shown", { step: 2 }],
    ]);
  });

  await test.step("the frame is as tall as the result", async () => {
    await answerAll(/** @type {any} */ (frame), LEANS.slice(1));
    await heading(frame, "Leaning toward co-managed IT").waitFor();
    await expect.poll(() => hidden(page)).toBe(0);
    expect(await height(page)).toBeGreaterThan(first);
  });

  await test.step("messages of other frames and of the page itself change nothing", async () => {
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
    await expect(heading(frame, "Leaning toward co-managed IT")).toBeVisible();
  });

  await test.step("saved files and opened emails are reported without an answer", async () => {
    await frame.getByRole("button", { name: WORDS.ui.result.view.save }).first().click();
    await frame.getByText(WORDS.ui.take.files.title, { exact: true }).click();
    const saved = page.waitForEvent("download");
    await frame.getByRole("button", { name: WORDS.ui.take.files.markdown }).click();
    await saved;
    const mail = frame.getByRole("link", { name: WORDS.ui.take.mail.write });
    // The browser has no program for emails.
    await mail.evaluate((link) =>
      link.addEventListener("click", (event) => event.preventDefault()),
    );
    await mail.click();
    await expect
      .poll(async () => (await recorded()).slice(-2))
      .toEqual([
        ["export", { format: "markdown" }],
        ["share", { method: "mail" }],
      ]);
  });

  await test.step("a frame that is added later is connected too", async () => {
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
});

test("In a frame taller than the window, dialogs and headings are where the visitor looks @wcag-2.4.3", async ({
  page,
  baseURL,
}) => {
  const { start_over, no } = WORDS.ui.confirm;
  const frame = await openFrame(page, baseURL, { body: "<p>Before</p>".repeat(30) });
  await answerAll(/** @type {any} */ (frame), LEANS);
  await heading(frame, "Leaning toward co-managed IT").waitFor();
  const [opener, dialog] = [
    button(frame, WORDS.ui.footer.start_over),
    frame.getByRole("dialog", { name: start_over.title }),
  ];
  const scrolled = () => page.evaluate(() => scrollY);

  /** @type {[string, typeof PHONE, Parameters<Page["emulateMedia"]>[0], string][]} */
  const circumstances = [
    ["on a desktop", DESKTOP, {}, "ltr"],
    ["on a phone, from right to left", PHONE, {}, "rtl"],
    ["at 320 px with forced colors", NARROW, { forcedColors: "active" }, "ltr"],
    ["at 400% zoom without motion", ZOOMED, { reducedMotion: "reduce" }, "ltr"],
  ];
  for (const [name, size, media, dir] of circumstances) {
    await test.step(`a dialog opens in view and leaves the place ${name}`, async () => {
      await page.setViewportSize(size);
      await page.emulateMedia(media);
      await inside(page).evaluate((dir) => void (document.documentElement.dir = dir), dir);
      await expect.poll(() => hidden(page)).toBe(0);
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await opener.scrollIntoViewIfNeeded();
      const before = await scrolled();
      expect(before).toBeGreaterThan(size.height);
      await opener.click();
      await expect(dialog).toBeVisible();
      expect.soft(await outOfView(page, dialog)).toBe(0);
      expect.soft(await scrolled()).toBe(before);
      await expect.soft(button(frame, no)).toBeFocused();
      expect.soft(await outOfView(page, button(frame, no))).toBe(0);
      await page.keyboard.press("Escape");
      await expect(dialog).toBeHidden();
      expect.soft(await scrolled()).toBe(before);
      await expect.soft(opener).toBeFocused();
    });
  }

  await test.step("the next question is scrolled into view, also without the helper script", async () => {
    await page.setViewportSize({ width: 390, height: 400 });
    const attributes = 'style="inline-size: 100%; block-size: 3000px"';
    const query = "?storage-key=short";
    const frame = await openFramed(page, baseURL, { query, attributes, script: "" });
    await choose(frame, LEANS[0]);
    await button(frame, "Next").click();
    await expect(heading(frame, QUESTIONS[1])).toBeFocused();
    await expect.poll(() => outOfView(page, heading(frame, QUESTIONS[1]))).toBe(0);
  });
});

const CONTACT = { receiver: "mailto", email: "hello@marlow.example" };

/**
 * The contact that the element in the frame has.
 *
 * @param {import("@playwright/test").Locator} frame
 */
const contactIn = (frame) =>
  frame.locator("support-fit").evaluate((element) => /** @type {any} */ (element).config?.contact);

test("A page that frameParents lists receives answers and can send commands", async ({
  page,
  baseURL,
}) => {
  const frame = await openFrame(page, baseURL, {
    query: "?config=frame-config.json",
    config: { events: "detailed", frameParents: [baseURL], contact: CONTACT },
  });
  const recorded = await listen(page);
  await choose(frame, LEANS[0]);
  await expect.poll(async () => (await recorded())[1]?.[1]?.answer).toBe("lead");
  expect(await contactIn(frame)).toEqual(CONTACT);
  await test.step("a view of the result, but none that is unknown", async () => {
    const commands = [
      ["show-result", "sources"],
      ["show-result", "constructor"],
    ];
    await send(page, baseURL, commands);
    await expect(heading(frame, WORDS.ui.result.view.sources)).toBeVisible();
    const shown = async () => (await recorded()).map(([, { view }]) => view).filter(Boolean);
    await expect.poll(shown).toEqual(["sources"]);
  });
  await sendReset(page, baseURL);
  await expect(frame.locator(".notice").getByText("Your answers were deleted")).toHaveCount(1);
});

test("A page that frameParents does not list receives no answers and cannot send commands @threat-frame-parents", async ({
  page,
  baseURL,
}) => {
  const { port } = new URL(String(baseURL));
  const frame = await openFrame(page, baseURL, {
    query: "?config=frame-config.json",
    config: {
      events: "detailed",
      contact: CONTACT,
      // Another site, and two that resemble this page: the other name of this machine, and another port.
      frameParents: [
        "https://www.example.com",
        other(baseURL),
        `http://127.0.0.1:${port === "8080" ? 8081 : 8080}`,
      ],
    },
  });
  const recorded = await listen(page);
  await choose(frame, LEANS[0]);
  await expect.poll(async () => (await recorded()).length).toBe(1);
  expect(await contactIn(frame)).toBeUndefined();
  await sendReset(page, baseURL);
  await page.evaluate(() => {
    const message = { type: "support-fit:command", name: "reset" };
    document.querySelector("iframe")?.contentWindow?.postMessage(message, "*");
  });
  // Messages are handled in order, so the commands were handled before this step.
  await choose(frame, "Not sure");
  await press(frame, "Next");
  await expect.poll(recorded).toEqual([
    ["start", {}],
    ["progress", { step: 2, screen: "question", view: null }],
    ["question-shown", { step: 2 }],
  ]);
  await expect(frame.locator(".notice").getByText("Your answers were deleted")).toHaveCount(0);
});

test("A frame works in a sandbox and with blocked storage, and says that it saves nothing @threat-frame-storage", async ({
  page,
  baseURL,
}) => {
  await test.step("a sandbox without an origin", async () => {
    const frame = await openFrame(page, baseURL, { attributes: 'sandbox="allow-scripts"' });
    await expect.poll(() => height(page)).toBeGreaterThan(400);
    await choose(frame, LEANS[0]);
    await expect(frame.getByText("won't let us save").first()).toBeVisible();
    await press(frame, "Next");
    await expect(heading(frame, QUESTIONS[1])).toBeVisible();
  });

  // A browser that blocks third-party storage blocks it in a frame of another site.
  await test.step("a sandbox of the same site keeps the answers", async () => {
    const frame = await openFrame(page, baseURL, {
      from: baseURL,
      attributes: 'sandbox="allow-scripts allow-same-origin"',
    });
    await choose(frame, LEANS[0]);
    await page.reload();
    await expect(frame.getByLabel(LEANS[0] ?? "")).toBeChecked();
  });

  await test.step("a frame whose storage throws keeps the answers in memory", async () => {
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
    await expect(heading(frame, "Leaning toward co-managed IT")).toBeVisible();
  });
});

test("The frame's address sets attributes, but no call to action and no configuration of another origin @threat-frame-address", async ({
  page,
  baseURL,
}) => {
  const found = complaints(page);
  await keep(
    page,
    JSON.stringify({
      ...JSON.parse(fullDraft(organization("P10"), { screen: "result" })),
      course: "quick",
    }),
  );
  const address = encodeURIComponent(`${other(baseURL)}/widget/frame-config.json`);
  const frame = await openFramed(page, baseURL, {
    from: baseURL,
    query: `?provider-name=Marlow&theme=dark&cta-url=https%3A%2F%2Fevil.example&cta-label=Click&config=${address}`,
    config: { ctaLabel: "Mallory", ctaUrl: "https://mallory.example/" },
  });
  await test.step("attributes", async () => {
    const element = frame.locator("support-fit");
    await expect.soft(element).toHaveAttribute("provider-name", "Marlow");
    await expect.soft(element).toHaveAttribute("theme", "dark");
    await expect.soft(frame.getByText("Marlow offers this tool")).toBeVisible();
  });
  await test.step("the call to action", async () => {
    await heading(frame, /./).first().waitFor();
    await expect.soft(frame.getByRole("link", { name: "Click" })).toHaveCount(0);
  });
  await test.step("a link keeps the settings, but not who provides it", async () => {
    await frame
      .locator("support-fit")
      .evaluate((/** @type {any} */ host) => host.showResult("save"));
    const link = await frame.getByLabel(WORDS.ui.take.link.label).inputValue();
    expect.soft(link).toContain(`/widget/frame.html?theme=dark&config=${address}#support-fit-s2-`);
  });
  await test.step("a configuration of another origin is refused", async () => {
    await expect.soft(frame.getByRole("link", { name: "Mallory" })).toHaveCount(0);
    expect.soft(found).toHaveLength(1);
    expect.soft(found[0]).toContain("name of a JSON file next to frame.html");
  });
});
