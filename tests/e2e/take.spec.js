// "Take it along": mail, files, and the way to another device and back.

import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { keep, kept, storedKeys } from "./steps/drafts.js";
import { HISTORY } from "./steps/following.js";
import { fullDraft, resultIsWhole } from "./steps/full.js";
import { button, heading, notice, painted, press } from "./steps/flow.js";
import { SCRIPT, complaints, openHost } from "./steps/host.js";
import { verdict } from "./steps/result.js";
import {
  ANOTHER,
  SOMEBODY,
  choose,
  drop,
  inAnyOrder,
  linkOf,
  openTake,
  paste,
  refuseFiles,
  saved,
  take,
} from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */

/** Another's answers as a file. */
const FILE = fullDraft(ANOTHER, { screen: "result" });

/**
 * Confirms that other answers are opened.
 *
 * @param {Page} page
 */
async function agree(page) {
  await page.getByRole("dialog").getByRole("button", { name: "Open them" }).click();
}

test("a mail has the verdict, the link and no receiver", async ({ page }) => {
  await openTake(page);
  const address = await take(page).getByRole("link", { name: "Write a mail" }).getAttribute("href");
  expect(address).toMatch(/^mailto:\?subject=/);
  expect(String(address).length).toBeLessThanOrEqual(1800);
  const text = decodeURIComponent(String(address));
  expect(text).toContain("Co-managed IT fits best");
  expect(text).toContain(await linkOf(page));
});

test("the text of the mail is copied, and shown to copy by hand", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openTake(page);
  await press(page, "Copy as text");
  await expect(take(page).getByText("The text is copied.")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("Co-managed IT fits best");
  expect(await take(page).getByLabel("Your mail").inputValue()).toBe(text.replaceAll("\r\n", "\n"));
});

test("the report in Markdown tells the verdict, the cost and the sources", async ({ page }) => {
  await openTake(page);
  const { name, text } = await saved(page, "Report (Markdown)");
  expect(name).toBe("support-fit-report.md");
  for (const part of ["# Your IT support report", "## A clear fit", "## Cost over three years"]) {
    expect(text).toContain(part);
  }
});

test("tables are CSV that spreadsheets take for UTF-8", async ({ page }) => {
  await openTake(page);
  for (const name of ["Answers (CSV)", "Figures (CSV)"]) {
    const { text } = await saved(page, name);
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(text).toContain("\r\n");
  }
});

test("the data hold the answers and the figures, and open again", async ({ page }) => {
  await openTake(page);
  const title = await verdict(page).innerText();
  const { text } = await saved(page, "All data (JSON)");
  const report = JSON.parse(text);
  expect(report.schema).toEqual({ name: "support-fit-report", version: 1 });
  expect(inAnyOrder(report.answers)).toEqual(inAnyOrder(SOMEBODY.answers));
  expect(report.result.leader).toBe("co_managed");
  await openTake(page, ANOTHER);
  await drop(page, "report.json", text);
  await agree(page);
  expect(await verdict(page).innerText()).toBe(title);
});

/**
 * Opens somebody's result on a page with settings.
 *
 * @param {Page} page
 * @param {string} attributes
 */
async function openConfigured(page, attributes) {
  await keep(page, fullDraft(SOMEBODY, { screen: "result" }));
  await openHost(page, `${SCRIPT}<support-fit ${attributes}></support-fit>`);
  await resultIsWhole(page);
  await take(page).scrollIntoViewIfNeeded();
}

test("the data name no configuration where nothing is set", async ({ page }) => {
  await openTake(page);
  expect(JSON.parse((await saved(page, "All data (JSON)")).text).configuration).toBe("");
});

test("the data name the configuration that was applied", async ({ page }) => {
  await openConfigured(page, 'currency="eur"');
  const { configuration } = JSON.parse((await saved(page, "All data (JSON)")).text);
  expect(configuration).toBe("6be06479c9f14fb2");
});

for (const [attributes, currency] of [
  ['lang="en-GB"', "GBP"],
  ['lang="en-GB" currency="eur"', "EUR"],
]) {
  test(`the report counts in ${currency} with ${attributes}, and says so`, async ({ page }) => {
    await openConfigured(page, attributes);
    const { text } = await saved(page, "Report (Markdown)");
    expect(text).toContain(`| ${currency} `);
    expect(text).not.toContain("| USD ");
    expect(text).toContain(`They stand here as ${currency}, with the same numbers.`);
  });
}

for (const name of ["Report (Markdown)", "Save my answers as a file"]) {
  test(`is told when the browser refuses a file: ${name}`, async ({ page }) => {
    await openTake(page);
    await refuseFiles(page);
    await press(page, name);
    await expect(take(page).locator(".outcome")).toHaveText(WORDS.ui.take.files.failed);
    await expect(page.getByRole("status")).toHaveText(WORDS.ui.take.files.failed);
  });
}

test("the page hears of each file by its format", async ({ page }) => {
  await openTake(page);
  await page.evaluate(() => {
    const heard = /** @type {any} */ (window);
    heard.formats = [];
    document.addEventListener("support-fit-export", (event) =>
      heard.formats.push(/** @type {CustomEvent} */ (event).detail.format),
    );
  });
  for (const name of ["Report (Markdown)", "Figures (CSV)", "All data (JSON)"]) {
    await saved(page, name);
  }
  await saved(page, "Save my answers as a file");
  expect(await page.evaluate(() => /** @type {any} */ (window).formats)).toEqual([
    "markdown",
    "csv",
    "json",
    "draft",
  ]);
});

for (const [how, open] of Object.entries({
  dropped: (/** @type {Page} */ page) => drop(page, "mine.json", FILE),
  chosen: (/** @type {Page} */ page) => choose(page, "mine.json", FILE),
  pasted: (/** @type {Page} */ page) => paste(page, FILE),
})) {
  test(`a file that is ${how} is opened once the visitor agrees, and that can be undone`, async ({
    page,
  }) => {
    await openTake(page);
    await open(page);
    await page.getByRole("dialog").waitFor();
    expect(inAnyOrder((await kept(page)).answers)).toEqual(inAnyOrder(SOMEBODY.answers));
    await agree(page);
    await expect(notice(page, "that you opened").first()).toBeVisible();
    expect(inAnyOrder((await kept(page)).answers)).toEqual(inAnyOrder(ANOTHER.answers));
    await press(page, "Undo last change");
    expect(inAnyOrder((await kept(page)).answers)).toEqual(inAnyOrder(SOMEBODY.answers));
  });
}

test("who keeps their answers is where they were", async ({ page }) => {
  await openTake(page);
  await choose(page, "mine.json", FILE);
  await page.getByRole("dialog").getByRole("button", { name: "Keep my answers" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(inAnyOrder((await kept(page)).answers)).toEqual(inAnyOrder(SOMEBODY.answers));
});

test("a pasted link is opened like a file", async ({ page }) => {
  await openTake(page, ANOTHER);
  const link = await linkOf(page);
  await openTake(page);
  await paste(page, `Look at this: ${link}.`);
  await agree(page);
  expect(inAnyOrder((await kept(page)).answers)).toEqual(inAnyOrder(ANOTHER.answers));
});

/** @type {Record<string, [string, RegExp]>} */
const WRONG = {
  "a picture": ["\u0089PNG", /notes\.json is not a file that was saved here/],
  "a list": ["[1, 2]", /notes\.json holds no answers.*at \$ and found this there: a list/],
  "a file without answers": ['{"a": 1}', /at \$\.answers and found this there: null/],
  "a file of a later version": ['{"schema": 9, "answers": {}}', /At \$\.schema we found this: 9/],
  "a file that is far too large": [" ".repeat(500_000), /notes\.json is too large/],
};
for (const [what, [text, said]] of Object.entries(WRONG)) {
  test(`${what} is explained by its name, the place and what is there`, async ({ page }) => {
    await openTake(page);
    const found = complaints(page);
    await drop(page, "notes.json", text);
    await expect(notice(page, said).first()).toBeVisible();
    await expect(button(page, "Close this message")).toBeFocused();
    expect(inAnyOrder((await kept(page)).answers)).toEqual(inAnyOrder(SOMEBODY.answers));
    expect(found).toEqual([]);
  });
}

test("a file with an answer that we do not know opens, and says where that is", async ({
  page,
}) => {
  await openTake(page);
  await drop(page, "mine.json", FILE.replace('"answers":{', '"answers":{"moon":"full",'));
  await agree(page);
  await expect(notice(page, "$.answers.moon: moon").first()).toBeVisible();
});

test("that nothing was pasted is said at the field", async ({ page }) => {
  await openTake(page);
  await take(page).getByRole("button", { name: "Open what I pasted" }).click();
  const field = take(page).getByLabel("Or paste a link, or the text of a file");
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription("Paste a link or the text of a file first.");
});

test("what cannot be pasted is explained at the field", async ({ page }) => {
  await openTake(page);
  await paste(page, "hello");
  const field = take(page).getByLabel("Or paste a link, or the text of a file");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/There are no answers in this/);
});

test("a file over the element is seen, and a dragged text is not", async ({ page }) => {
  await openTake(page);
  const root = page.locator("support-fit .root");
  const target = page.locator("support-fit .shell");
  const text = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "hello");
    return data;
  });
  await target.dispatchEvent("dragover", { dataTransfer: text });
  await expect(root).not.toHaveClass(/dropping/);
  const file = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["{}"], "a.json"));
    return data;
  });
  await target.dispatchEvent("dragover", { dataTransfer: file });
  await expect(root).toHaveClass(/dropping/);
  await target.dispatchEvent("dragleave", { dataTransfer: file });
  await expect(root).not.toHaveClass(/dropping/);
});

test("erasing leaves nothing in the storage", async ({ page }) => {
  await openTake(page);
  // What came out is kept a moment after it is shown.
  await expect.poll(() => storedKeys(page)).toContain(HISTORY);
  await page.evaluate((history) => {
    for (const key of ["support-fit", history]) localStorage.setItem(`${key}.aside`, "x");
  }, HISTORY);
  await press(page, "Erase my answers");
  await page.getByRole("dialog").getByRole("button", { name: "Erase" }).click();
  await heading(page, "looks after IT").waitFor();
  expect(await storedKeys(page)).toEqual([]);
});

test("fits on 320 px", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openTake(page);
  await press(page, "Copy as text");
  await painted(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("everything is reached with the keyboard, in its order", async ({ page }) => {
  await openTake(page);
  await take(page).getByLabel("Your link").focus();
  const names = [];
  for (let n = 0; n < 11; n++) {
    await page.keyboard.press("Tab");
    names.push(
      await page.evaluate(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return active?.id || active?.textContent;
      }),
    );
  }
  expect(names).toEqual([
    "Copy the link",
    "Write a mail",
    "Copy as text",
    "Print or save as PDF",
    "Report (Markdown)",
    "Answers (CSV)",
    "Figures (CSV)",
    "All data (JSON)",
    "Save my answers as a file",
    "take-file",
    "take-paste",
  ]);
});

test("has nothing that axe complains of", async ({ page }) => {
  await openTake(page);
  await press(page, "Copy as text");
  await paste(page, "hello");
  const { violations } = await new AxeBuilder({ page }).include("support-fit").analyze();
  expect(violations).toEqual([]);
});
