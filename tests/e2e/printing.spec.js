// print() prints only the element, by printing a copy in a frame.

import { expect, test } from "@playwright/test";

import { LEANS, QUESTIONS, answerAll, heading, painted } from "./steps/flow.js";
import { resultIsWhole } from "./steps/full.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

/**
 * A printed page.
 *
 * @typedef {{ isWindow: boolean, title: string, frame?: string, text: string, ink: string, paper: string, width: number }} Printed
 */

/**
 * Opens a host page whose windows record what they would print.
 *
 * @param {Page} page
 */
async function openPrinting(page) {
  await page.addInitScript(() => {
    /** @type {Printed[]} */
    const printed = [];
    if (window === top) Object.assign(window, { printed });
    window.print = () => {
      /**
       * The visible text of a node.
       *
       * @param {Node} node
       * @returns {string}
       */
      const text = (node) => {
        if (node instanceof Text) return node.data;
        // A slot has no box of its own.
        const isSlot = node instanceof HTMLSlotElement;
        if (node instanceof Element && !isSlot && !node.checkVisibility()) return "";
        const slotted = isSlot ? node.assignedNodes() : [];
        const inside = /** @type {Element} */ (node).shadowRoot ?? node;
        return [...(slotted.length ? slotted : inside.childNodes)].map(text).join(" ");
      };
      const host = document.body.firstElementChild;
      const root = host?.shadowRoot?.querySelector(".root");
      const { color, backgroundColor } = getComputedStyle(root ?? document.body);
      /** @type {any} */ (top).printed.push({
        isWindow: window === top,
        title: document.title,
        frame: frameElement?.getAttribute("title") ?? undefined,
        text: text(document.body),
        ink: color,
        paper: backgroundColor,
        width: host?.getBoundingClientRect().width ?? 0,
      });
      dispatchEvent(new Event("afterprint"));
    };
  });
  // An image of that name takes the place of `document.title`.
  const body = `<h1>A host page</h1><p>Not to be printed</p><img name="title" alt="" />
    <script type="application/json" id="theirs">{ "theme": "dark" }</script>
    <support-fit></support-fit>${SCRIPT}`;
  await openHost(page, body, { css: ":root { color-scheme: light dark; }" });
  await ready(page);
}

/**
 * Prints the element and returns everything printed so far.
 *
 * @param {Page} page
 * @returns {Promise<Printed[]>}
 */
async function print(page) {
  await element(page).evaluate((/** @type {SupportFit} */ host) => host.print());
  return page.evaluate(() => /** @type {any} */ (window).printed);
}

test("print() prints what the element shows, without the page around it @wcag-2.4.2", async ({
  page,
}) => {
  const found = complaints(page);
  await openPrinting(page);
  const root = page.locator("support-fit .root");

  await test.step("a question, under the title of the page", async () => {
    const [{ title, frame, text }] = await print(page);
    expect.soft(text).toContain(QUESTIONS[0]);
    expect.soft(title).toBe("A host page");
    // Screen readers announce the frame while the browser prints.
    expect.soft(frame).toBe("A host page");
  });

  await test.step("with the styles of the application", async () => {
    const [{ ink, paper }] = await print(page);
    await page.emulateMedia({ media: "print" });
    expect.soft(ink).toBe(await root.evaluate((it) => getComputedStyle(it).color));
    expect.soft(paper).toBe(await root.evaluate((it) => getComputedStyle(it).backgroundColor));
    await page.emulateMedia({ media: null });
  });

  await answerAll(page, LEANS);
  await resultIsWhole(page);
  await heading(page, "Leaning toward co-managed IT").focus();
  const before = await page.content();
  const printed = await print(page);

  await test.step("each call prints once", () => expect.soft(printed).toHaveLength(3));

  await test.step("a result", () => {
    const { isWindow, text } = printed[2];
    expect.soft(isWindow).toBe(false);
    expect.soft(text).toContain("Leaning toward co-managed IT");
    expect.soft(text).toContain("Your IT support report");
    expect.soft(text).toContain("The three models, side by side");
    expect.soft(text).toContain("The company that gave you this tool");
    expect.soft(text).not.toContain("Not to be printed");
  });

  await test.step("afterward the page and the focus are unchanged and no frame is left", async () => {
    await painted(page);
    expect.soft(await page.content()).toBe(before);
    await expect.soft(heading(page, "Leaning toward co-managed IT")).toBeFocused();
    expect.soft(await page.locator("support-fit iframe").count()).toBe(0);
  });

  await test.step("the page's own disclosure replaces ours", async () => {
    await element(page).evaluate((host) => {
      const line = document.createElement("p");
      line.slot = "disclosure";
      line.textContent = "We sell two of the three.";
      host.append(line);
    });
    await expect.soft(page.getByText("We sell two of the three.")).toBeVisible();
    const { text } = (await print(page))[3];
    expect.soft(text).toContain("We sell two of the three.");
    expect.soft(text).not.toContain("The company that gave you this tool");
  });

  expect.soft(found).toEqual([]);
});

test("No copy of the report is left where the browser prints nothing or does not say when it has printed", async ({
  page,
}) => {
  const found = complaints(page);
  await openPrinting(page);
  await page.addInitScript(() => Object.assign(window, { print: () => {} }));
  await page.reload();
  await ready(page);
  await answerAll(page, LEANS);
  await resultIsWhole(page);
  const copies = page.locator("support-fit iframe");
  const printAgain = () => element(page).evaluate((/** @type {SupportFit} */ host) => host.print());

  await test.step("the next copy replaces it", async () => {
    await printAgain();
    await printAgain();
    expect.soft(await copies.count()).toBe(1);
  });

  await test.step("the next key or press removes it", async () => {
    await page.keyboard.press("Shift");
    expect.soft(await copies.count()).toBe(0);
  });

  await test.step("erasing removes it", async () => {
    await printAgain();
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.reset());
    expect.soft(await copies.count()).toBe(0);
  });

  for (const [name, script] of Object.entries({
    "has no print()": () => Object.assign(window, { print: undefined }),
    "throws at it": () => Object.assign(window, { print: () => window.atob("%") }),
  })) {
    await test.step(`a browser that ${name} leaves none, and the call is rejected`, async () => {
      await page.addInitScript(script);
      await page.reload();
      await ready(page);
      for (const _ of [1, 2]) await expect(printAgain()).rejects.toThrow("cannot print");
      expect.soft(await copies.count()).toBe(0);
    });
  }

  expect.soft(found).toEqual([]);
});

test("print() prints dark text on a light background whatever is dark", async ({ page }) => {
  const root = page.locator("support-fit .root");
  const colors = () =>
    root.evaluate((it) => {
      const { color, backgroundColor } = getComputedStyle(it);
      return { ink: color, paper: backgroundColor };
    });
  await page.emulateMedia({ colorScheme: "light", media: "print" });
  await openPrinting(page);
  const light = await colors();

  for (const [name, { scheme, attributes }] of Object.entries({
    "the page": { scheme: "dark", attributes: {} },
    "the element": { scheme: "light", attributes: { theme: "dark" } },
    "the configuration": { scheme: "light", attributes: { config: "#theirs" } },
    "the page and the element": { scheme: "dark", attributes: { theme: "dark" } },
    "the page and the configuration": { scheme: "dark", attributes: { config: "#theirs" } },
  })) {
    await test.step(name, async () => {
      const colorScheme = /** @type {"light" | "dark"} */ (scheme);
      await page.emulateMedia({ colorScheme, media: "screen" });
      await element(page).evaluate((host, attributes) => {
        for (const name of ["theme", "config"]) host.removeAttribute(name);
        for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
      }, attributes);
      await element(page).evaluate((/** @type {SupportFit} */ host) => host.load());
      await expect.soft.poll(colors).not.toEqual(light);
      await page.emulateMedia({ colorScheme, media: "print" });
      const { ink, paper } = (await print(page)).at(-1) ?? {};
      expect.soft({ ink, paper }).toEqual(light);
    });
  }
});
