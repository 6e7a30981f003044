// print(): the element alone, by a frame that holds a copy of it.

import { expect, test } from "@playwright/test";

import { LEANS, QUESTIONS, answerAll, heading, painted } from "./steps/flow.js";
import { resultIsWhole } from "./steps/full.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

/**
 * What was handed to the printer.
 *
 * @typedef {{ isWindow: boolean, title: string, frame?: string, text: string, ink: string, paper: string, width: number }} Printed
 */

/**
 * Opens a host page whose windows tell what they would print.
 *
 * @param {Page} page
 * @param {string} [attributes]
 * @param {string} [content]
 */
async function openPrinting(page, attributes = "", content = "") {
  await page.addInitScript(() => {
    /** @type {Printed[]} */
    const printed = [];
    if (window === top) Object.assign(window, { printed });
    window.print = () => {
      /**
       * What is drawn of it.
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
  const body = `<h1>A host page</h1><p>Not to be printed</p>
    <script type="application/json" id="theirs">{ "theme": "dark" }</script>
    <support-fit ${attributes}>${content}</support-fit>${SCRIPT}`;
  await openHost(page, body, { css: ":root { color-scheme: light dark; }" });
  await ready(page);
}

/**
 * Asks the element to print.
 *
 * @param {Page} page
 * @returns {Promise<Printed[]>}
 */
async function print(page) {
  await element(page).evaluate((/** @type {SupportFit} */ host) => host.print());
  return page.evaluate(() => /** @type {any} */ (window).printed);
}

test("prints the result once, without the page around it", async ({ page }) => {
  await openPrinting(page);
  await answerAll(page, LEANS);
  await resultIsWhole(page);
  const printed = await print(page);
  expect(printed).toHaveLength(1);
  expect(printed[0].isWindow).toBe(false);
  expect(printed[0].text).toContain("Your answers lean one way");
  expect(printed[0].text).toContain("The three models side by side");
  expect(printed[0].text).not.toContain("Not to be printed");
});

test("carries the title of the page", async ({ page }) => {
  await openPrinting(page);
  const [{ title, frame }] = await print(page);
  expect(title).toBe("A host page");
  // A screen reader that meets the frame while the browser prints hears what it is.
  expect(frame).toBe("A host page");
});

test("prints what is shown, if that is a question", async ({ page }) => {
  await openPrinting(page);
  const [{ text }] = await print(page);
  expect(text).toContain(QUESTIONS[0]);
});

test("prints with the styles of the application", async ({ page }) => {
  await openPrinting(page);
  const [{ ink, paper }] = await print(page);
  const root = page.locator("support-fit .root");
  await page.emulateMedia({ media: "print" });
  expect(ink).toBe(await root.evaluate((it) => getComputedStyle(it).color));
  expect(paper).toBe(await root.evaluate((it) => getComputedStyle(it).backgroundColor));
});

for (const [what, attributes] of Object.entries({
  "the page": "",
  "the element": 'theme="dark"',
  "the configuration": 'config="#theirs"',
})) {
  test(`prints dark on light where ${what} is dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark", media: "print" });
    await openPrinting(page, attributes);
    const [{ ink, paper }] = await print(page);
    await page.emulateMedia({ colorScheme: "light", media: "print" });
    await page.reload();
    await element(page).evaluate((host) => {
      host.removeAttribute("config");
      host.removeAttribute("theme");
    });
    await element(page).evaluate((/** @type {SupportFit} */ host) => host.load());
    const light = await page.locator("support-fit .root").evaluate((it) => {
      const { color, backgroundColor } = getComputedStyle(it);
      return { ink: color, paper: backgroundColor };
    });
    expect({ ink, paper }).toEqual(light);
  });
}

test("prints the page's own words about the provider", async ({ page }) => {
  await openPrinting(page, "", '<p slot="disclosure">We sell two of the three.</p>');
  await answerAll(page, LEANS);
  await expect(page.getByText("We sell two of the three.")).toBeVisible();
  const [{ text }] = await print(page);
  expect(text).toContain("We sell two of the three.");
  expect(text).not.toContain("The firm that shows this page");
});

test("leaves no frame behind", async ({ page }) => {
  await openPrinting(page);
  await print(page);
  await painted(page);
  expect(await page.locator("support-fit iframe").count()).toBe(0);
});

test("prints again", async ({ page }) => {
  await openPrinting(page);
  await print(page);
  expect(await print(page)).toHaveLength(2);
});

test("leaves the page as it was, and nobody complains", async ({ page }) => {
  const found = complaints(page);
  await openPrinting(page);
  await answerAll(page, LEANS);
  await resultIsWhole(page);
  await heading(page, "lean one way").focus();
  const before = await page.content();
  await print(page);
  await painted(page);
  expect(await page.content()).toBe(before);
  await expect(heading(page, "lean one way")).toBeFocused();
  expect(found).toEqual([]);
});
