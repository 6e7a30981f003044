// Printing the table of who does what.

import { expect, test } from "@playwright/test";

import { WORDS, organization } from "./steps/content.js";
import { keep } from "./steps/drafts.js";
import { DUTIES, TASK, duties, opener, unfold } from "./steps/duties.js";
import { button } from "./steps/flow.js";
import { fullDraft, openAt, resultIsWhole } from "./steps/full.js";
import { PHONE } from "./steps/measure.js";
import { openView } from "./steps/result.js";

/** @typedef {import("@playwright/test").Page} Page */

/** What is printed: the elements and rules of the copy. @typedef {{ html: string, css: string }} Printed */

const SHARES = organization("P4");

/**
 * Replaces the page by what was printed.
 *
 * @param {Page} page
 */
async function layOutPrinted(page) {
  await page.waitForFunction(() => /** @type {any} */ (window).printed.length > 0);
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
 * The number of pages on paper.
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
});

test("The table prints without the rest of the result, on one page", async ({ page }) => {
  await openAt(page, "result", SHARES);
  await openView(page, "Who does what");
  await unfold(page, DUTIES.files);
  await test.step("the widget shows the whole result again after printing", async () => {
    await button(duties(page), DUTIES.print).click();
    await expect(page.locator("support-fit .root")).not.toHaveAttribute("data-alone");
  });
  await layOutPrinted(page);
  await test.step("only the table is printed, without its controls", async () => {
    await expect.soft(page.getByRole("heading", { name: DUTIES.title })).toBeVisible();
    await expect.soft(page.getByText(TASK.backup, { exact: true })).toBeVisible();
    await expect.soft(page.locator(".views")).toBeHidden();
    await expect.soft(page.locator("button, select").filter({ visible: true })).toHaveCount(0);
  });
  await test.step("it names the model", async () => {
    const { name, inline } = WORDS.alternative.co_managed;
    await expect
      .soft(page.locator(".duties caption"))
      .toContainText(new RegExp(`${name}|${inline}`));
  });
  expect(await pages(page)).toBe(1);
});

test("A phone prints the whole table on one page when every task has an entry", async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  const rows = Object.keys(TASK).map((id, n) => [
    id,
    { today: ["both", "nobody", "internal"][n % 3] },
  ]);
  const entries = Object.fromEntries(rows);
  entries.backup.note = "Ask Ana first";
  const draft = JSON.parse(fullDraft(SHARES, { screen: "result" }));
  await keep(page, JSON.stringify({ ...draft, duties: entries }));
  await page.goto("/widget/");
  await resultIsWhole(page);
  await openView(page, "Who does what");
  await opener(page, TASK.backup).click();
  await unfold(page, DUTIES.files);
  await button(duties(page), DUTIES.print).click();
  await layOutPrinted(page);
  await expect(page.getByText("Ask Ana first")).toBeVisible();
  await expect(page.locator(".printed").first()).toHaveText(DUTIES.today.both);
  await expect(page.locator(".printed").first()).toBeVisible();
  await expect(page.locator(".duties").getByText(TASK.risk, { exact: true })).toBeVisible();
  expect(await pages(page)).toBe(1);
});
