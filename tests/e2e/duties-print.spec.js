// Who does what on paper: the table alone, on one page.

import { expect, test } from "@playwright/test";

import { WORDS, organization } from "./steps/content.js";
import { DUTIES, TASK, duties, field, opener, sayToday } from "./steps/duties.js";
import { button } from "./steps/flow.js";
import { openAt } from "./steps/full.js";

/** @typedef {import("@playwright/test").Page} Page */

/** What the printer is given: the copy's elements and rules. @typedef {{ html: string, css: string }} Printed */

/**
 * Presses the button, and lays what the printer is given out as a page of its own.
 *
 * @param {Page} page
 */
async function printed(page) {
  await button(duties(page), DUTIES.print).click();
  const [{ html, css }] = /** @type {Printed[]} */ (
    await page.evaluate(() => /** @type {any} */ (window).printed)
  );
  await page.goto("/demo.css");
  await page.evaluate(
    ([html, css]) => {
      document.body.replaceChildren();
      const copy = document.body.appendChild(document.createElement("div"));
      const shadow = copy.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      shadow.adoptedStyleSheets = [sheet];
      shadow.innerHTML = html;
    },
    [html, css],
  );
  await page.emulateMedia({ media: "print" });
}

/**
 * The number of pages, and the file.
 *
 * @param {Page} page
 */
async function pages(page) {
  const margin = "12mm";
  const file = await page.pdf({
    format: "A4",
    margin: { top: margin, bottom: margin, left: margin, right: margin },
  });
  return file.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    /** @type {Printed[]} */
    const all = [];
    if (window === top) Object.assign(window, { printed: all });
    window.print = () => {
      const shadow = document.body.firstElementChild?.shadowRoot;
      const sheets = shadow?.adoptedStyleSheets ?? [];
      /** @type {any} */ (top).printed.push({
        html: shadow?.innerHTML ?? "",
        css: sheets.flatMap((it) => [...it.cssRules].map((rule) => rule.cssText)).join("\n"),
      });
      dispatchEvent(new Event("afterprint"));
    };
  });
  await openAt(page, "result", organization("P4"));
});

test("the table is printed alone", async ({ page }) => {
  await printed(page);
  await expect(page.getByRole("heading", { name: DUTIES.title })).toBeVisible();
  await expect(page.getByText(TASK.backup, { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: WORDS.ui.result.path.title })).toBeHidden();
  await expect(page.getByRole("heading", { level: 3 })).toBeHidden();
  for (const control of await page.locator("button, select").all()) {
    await expect(control).toBeHidden();
  }
});

test("it says which model it is about", async ({ page }) => {
  await printed(page);
  const { name, inline } = WORDS.alternative.co_managed;
  await expect(page.locator("caption")).toContainText(new RegExp(`${name}|${inline}`));
});

test("it fits on one page", async ({ page }) => {
  await printed(page);
  expect(await pages(page)).toBe(1);
});

test("it fits on one page when something was said of every task", async ({ page }) => {
  for (const [n, task] of Object.values(TASK).entries()) {
    await sayToday(page, task, /** @type {const} */ (["both", "nobody", "internal"])[n % 3]);
  }
  await opener(page, TASK.backup).click();
  await field(page, "note", TASK.backup).fill("Ask Ana first");
  await page.keyboard.press("Enter");
  await printed(page);
  await expect(page.getByText("Ask Ana first")).toBeVisible();
  await expect(page.locator(".printed").first()).toHaveText(DUTIES.today.both);
  await expect(page.locator(".printed").first()).toBeVisible();
  expect(await pages(page)).toBe(1);
});

test("the result is printed as a whole after that", async ({ page }) => {
  await button(duties(page), DUTIES.print).click();
  await expect(page.locator("support-fit .root")).not.toHaveAttribute("data-alone");
});
