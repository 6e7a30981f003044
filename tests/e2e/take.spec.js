// "Save or share": mail, files, and answers that are opened from a file or a link.

import { expect, test } from "@playwright/test";

import { addressOf } from "./steps/compare.js";
import { WORDS, organization } from "./steps/content.js";
import { keep, kept } from "./steps/drafts.js";
import { fullDraft, openAt, resultIsWhole } from "./steps/full.js";
import { button, notice, painted, press } from "./steps/flow.js";
import { SCRIPT, complaints, copiedText, openHost } from "./steps/host.js";
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
  showTake,
  take,
} from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */

/** Another visitor's answers as a file. */
const FILE = fullDraft(ANOTHER, { screen: "result" });

/**
 * The headline of the answer.
 *
 * @param {Page} page
 */
const headline = (page) => page.locator("support-fit .answer h3");

/**
 * Confirms opening other answers.
 *
 * @param {Page} page
 */
const confirm = (page) => press(page.getByRole("dialog"), "Open them");

/**
 * Checks that these answers are saved on the device.
 *
 * @param {Page} page
 * @param {import("./steps/content.js").Organization} who
 */
async function expectAnswersOf(page, who) {
  const answers = async () => inAnyOrder((await kept(page)).answers);
  await expect.soft.poll(answers).toEqual(inAnyOrder(who.answers));
}

test("The email, the copied text and the files contain the result", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openAt(page, "result", SOMEBODY);
  const title = await headline(page).innerText();
  await showTake(page);
  await page.evaluate(() => {
    const target = /** @type {any} */ (window);
    target.formats = [];
    document.addEventListener("support-fit-export", (event) =>
      target.formats.push(/** @type {CustomEvent} */ (event).detail.format),
    );
  });

  await test.step("the mail has the verdict, the link and no recipient", async () => {
    const mail = take(page).getByRole("link", { name: "Write an email" });
    const address = String(await mail.getAttribute("href"));
    expect.soft(address).toMatch(/^mailto:\?subject=/);
    expect.soft(address.length).toBeLessThanOrEqual(1800);
    const text = decodeURIComponent(address);
    expect.soft(text).toContain("Co-managed IT fits your answers best");
    expect.soft(text).toContain(await linkOf(page));
  });

  await test.step("its text is copied, and shown for copying by hand", async () => {
    await press(page, "Copy as text");
    await expect.soft(take(page).getByText("The text is copied.")).toBeVisible();
    const text = await copiedText(page);
    expect.soft(text).toContain("Co-managed IT fits your answers best");
    const shown = await take(page).getByLabel("Your email").inputValue();
    expect.soft(shown).toBe(text.replaceAll("\r\n", "\n"));
  });

  await test.step("the Markdown report has the verdict and the cost", async () => {
    const { name, text } = await saved(page, "Report (Markdown)");
    expect.soft(name).toBe("support-fit-report.md");
    for (const part of ["# Your IT support report", `## ${title}`, "## Cost over three years"]) {
      expect.soft(text).toContain(part);
    }
  });

  await test.step("tables are CSV that spreadsheets read as UTF-8", async () => {
    for (const name of ["Answers (CSV)", "Figures (CSV)"]) {
      const { text } = await saved(page, name);
      expect.soft(text.startsWith("\uFEFF")).toBe(true);
      expect.soft(text).toContain("\r\n");
    }
  });

  const { text } = await saved(page, "All data (JSON)");

  await test.step("the JSON has the answers, the result and no configuration", () => {
    const report = JSON.parse(text);
    expect.soft(report.schema).toEqual({ name: "support-fit-report", version: 1 });
    expect.soft(inAnyOrder(report.answers)).toEqual(inAnyOrder(SOMEBODY.answers));
    expect.soft(report.result.leader).toBe("co_managed");
    expect.soft(report.configuration).toBe("");
  });

  await test.step("the host page is notified of each format", async () => {
    await saved(page, "Save my answers as a file");
    expect
      .soft(await page.evaluate(() => /** @type {any} */ (window).formats))
      .toEqual(["markdown", "csv", "csv", "json", "draft"]);
  });

  await test.step("a browser that refuses to save a file is reported", async () => {
    await refuseFiles(page);
    const { failed } = WORDS.ui.take.files;
    const outcomes = take(page).locator(".outcome").filter({ hasText: failed });
    await press(page, "Report (Markdown)");
    await expect.soft(outcomes).toHaveCount(1);
    await expect.soft(page.getByRole("status")).toHaveText(failed);
    await press(page, "Save my answers as a file");
    await expect.soft(outcomes).toHaveCount(2);
    await expect.soft(page.getByRole("status")).toHaveText(failed);
  });

  await test.step("the JSON opens again as the same result", async () => {
    await openTake(page, ANOTHER);
    await drop(page, "report.json", text);
    await confirm(page);
    await expectAnswersOf(page, SOMEBODY);
    await expect.soft(headline(page)).toHaveText(title);
  });
});

test("Saved files name the currency and the configuration of the page", async ({ page }) => {
  const cases = [
    { attributes: 'lang="en-GB"', currency: "GBP", configuration: "" },
    {
      attributes: 'lang="en-GB" currency="eur"',
      currency: "EUR",
      configuration: "6be06479c9f14fb2",
    },
  ];
  for (const { attributes, currency, configuration } of cases) {
    await test.step(attributes, async () => {
      await keep(page, fullDraft(SOMEBODY, { screen: "result" }));
      await openHost(page, `${SCRIPT}<support-fit ${attributes}></support-fit>`);
      await resultIsWhole(page);
      await showTake(page);
      const { text } = await saved(page, "Report (Markdown)");
      expect.soft(text).toContain("| USD ");
      expect.soft(text).not.toContain(`| ${currency} `);
      expect.soft(text).toContain(`Enter your own in ${currency}.`);
      const data = JSON.parse((await saved(page, "All data (JSON)")).text);
      expect.soft(data.configuration).toBe(configuration);
    });
  }
});

test("A file or link is opened after the visitor confirms, and Undo brings the answers back @threat-replacing-answers", async ({
  page,
}) => {
  await openTake(page);
  for (const [name, open] of Object.entries({
    "a dropped file": () => drop(page, "mine.json", FILE),
    "a chosen file": () => choose(page, "mine.json", FILE),
    "the pasted text of a file": () => paste(page, FILE),
    "a pasted link": () => paste(page, `Look at this: ${addressOf("P7")}.`),
  })) {
    await test.step(name, async () => {
      await showTake(page);
      await open();
      await page.getByRole("dialog").waitFor();
      await expectAnswersOf(page, SOMEBODY);
      await confirm(page);
      await expect.soft(notice(page, "that you opened").first()).toBeVisible();
      await expectAnswersOf(page, ANOTHER);
      await button(page, "Undo last change").first().click();
      await expectAnswersOf(page, SOMEBODY);
    });
  }

  await test.step("what arrives while the dialog is open is offered after it", async () => {
    await showTake(page);
    await choose(page, "mine.json", FILE);
    await page.getByRole("dialog").waitFor();
    await drop(page, "another.json", FILE.replace(/"cap":"\w+"/, '"cap":"none"'));
    const link = addressOf("P6");
    await page.evaluate((hash) => (location.hash = hash), link.slice(link.indexOf("#")));
    await painted(page);
    await confirm(page);
    await expectAnswersOf(page, ANOTHER);
    await expect.soft(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expectAnswersOf(page, ANOTHER);
    await press(page, WORDS.ui.notice.close);
    await press(page, WORDS.ui.notice.open_link);
    await expectAnswersOf(page, organization("P6"));
    await openTake(page);
  });

  await test.step("without confirmation nothing changes", async () => {
    await showTake(page);
    await choose(page, "mine.json", FILE);
    await press(page.getByRole("dialog"), "Keep my answers");
    await expect.soft(page.getByRole("dialog")).toBeHidden();
    await expectAnswersOf(page, SOMEBODY);
  });
});

test("A file that cannot be opened is explained and changes nothing @threat-readers @wcag-3.3.1", async ({
  page,
}) => {
  const found = complaints(page);
  await openTake(page);
  for (const [name, [text, message]] of Object.entries(
    /** @type {Record<string, [string, RegExp]>} */ ({
      "a picture": ["\u0089PNG", /notes\.json is not a file that was saved here/],
      "a list": ["[1, 2]", /notes\.json holds no answers.*at \$ and found this there: a list/],
      "a file without answers": ['{"a": 1}', /at \$\.answers and found this there: null/],
      "a file of a later version": [
        '{"schema": 9, "answers": {}}',
        /At \$\.schema we found this: 9/,
      ],
      "a file that is too large": [" ".repeat(500_000), /notes\.json is too large/],
    }),
  )) {
    await test.step(name, async () => {
      await drop(page, "notes.json", text);
      await expect.soft(notice(page, message).first()).toBeVisible();
      await expect.soft(button(page, "Close this message")).toBeFocused();
      await expectAnswersOf(page, SOMEBODY);
      await press(page, "Close this message");
      await expect.soft(notice(page, message)).toHaveCount(0);
    });
  }

  const field = take(page).getByLabel("Or paste a link, or the text of a file");

  await test.step("an empty field asks for a link or a text", async () => {
    await take(page).getByRole("button", { name: "Open what I pasted" }).click();
    await expect.soft(field).toBeFocused();
    await expect
      .soft(field)
      .toHaveAccessibleDescription("Paste a link or the text of a file first.");
  });

  await test.step("a pasted text without answers is explained at the field", async () => {
    await paste(page, "hello");
    await expect.soft(field).toHaveAttribute("aria-invalid", "true");
    await expect.soft(field).toHaveAccessibleDescription(/This text holds no answers/);
  });

  await test.step("an unknown answer is reported with its path, and the rest opens", async () => {
    await drop(page, "mine.json", FILE.replace('"answers":{', '"answers":{"moon":"full",'));
    await confirm(page);
    await expect.soft(notice(page, "$.answers.moon: moon").first()).toBeVisible();
  });

  expect.soft(found).toEqual([]);
});

test("Every control for saving and sharing is reachable with Tab, and a dragged file is highlighted @wcag-1.3.2 @wcag-2.4.3", async ({
  page,
}) => {
  await openTake(page);

  await test.step("Tab follows the visual order", async () => {
    await take(page).getByLabel("Your link").focus();
    const names = [];
    for (let n = 0; n < 13; n++) {
      await page.keyboard.press("Tab");
      names.push(
        await page.evaluate(() => {
          let active = document.activeElement;
          while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
          return active?.id || active?.textContent;
        }),
      );
    }
    expect
      .soft(names)
      .toEqual([
        "Copy the link",
        "Write an email",
        "Copy as text",
        "Print or save as PDF",
        WORDS.ui.take.files.title,
        "Report (Markdown)",
        "Answers (CSV)",
        "Figures (CSV)",
        "All data (JSON)",
        WORDS.ui.take.device.title,
        "Save my answers as a file",
        "take-file",
        "take-paste",
      ]);
  });

  const root = page.locator("support-fit .root");
  const target = page.locator("support-fit .shell");

  await test.step("a dragged text is not highlighted", async () => {
    const text = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "hello");
      return data;
    });
    await target.dispatchEvent("dragover", { dataTransfer: text });
    await expect.soft(root).not.toHaveClass(/dropping/);
  });

  await test.step("a dragged file is highlighted until it leaves", async () => {
    const file = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(new File(["{}"], "a.json"));
      return data;
    });
    await target.dispatchEvent("dragover", { dataTransfer: file });
    await expect.soft(root).toHaveClass(/dropping/);
    await target.dispatchEvent("dragleave", { dataTransfer: file });
    await expect.soft(root).not.toHaveClass(/dropping/);
  });
});
