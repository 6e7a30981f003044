// The printed report, as a PDF by Chromium: its pages, what is on them, and that the page is unchanged afterward.

import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";
import { getDocumentProxy } from "unpdf";

import { WORDS } from "./steps/content.js";
import { keep } from "./steps/drafts.js";
import { open, painted, press } from "./steps/flow.js";
import { fullDraft, openAt, resultIsWhole } from "./steps/full.js";
import { SCRIPT, complaints, openHost } from "./steps/host.js";
import { openReport } from "./steps/printing.js";
import { openView } from "./steps/result.js";
import { SOMEBODY } from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */

const RESULT = WORDS.ui.result;

/** A draft with entries in every part of the plan. */
const ENTERED = JSON.stringify({
  ...JSON.parse(fullDraft(SOMEBODY, { screen: "result" })),
  schema: 3,
  ...Object.fromEntries(
    Object.entries(
      JSON.parse(readFileSync(new URL("../fixtures/draft-schema-3.json", import.meta.url), "utf8")),
    ).filter(([name]) => ["duties", "figures", "steps", "scorecard", "questions"].includes(name)),
  ),
});

/**
 * The text of each page of the PDF.
 *
 * @param {Page} page What is printed.
 * @param {import("@playwright/test").TestInfo} info
 * @param {"A4" | "Letter"} [format]
 */
async function pages(page, info, format = "A4") {
  const path = info.outputPath("report.pdf");
  const document = await getDocumentProxy(
    new Uint8Array(await page.pdf({ path, format, printBackground: true })),
  );
  const texts = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    texts.push(lines(items.flatMap((item) => ("str" in item ? [item] : []))));
  }
  return texts;
}

/**
 * Joins pieces of text to lines, with two spaces between columns.
 *
 * @param {{ str: string, transform: number[], width: number }[]} pieces
 */
function lines(pieces) {
  /** @type {Map<number, { size: number, from: number, to: number, text: string }[]>} */
  const rows = new Map();
  for (const { str, transform, width } of pieces) {
    if (!str.trim()) continue;
    const [size = 0, , , , x = 0, y = 0] = transform;
    const near = [0, -1, 1].map((more) => Math.round(y) + more).find((at) => rows.has(at));
    const row = near ?? Math.round(y);
    rows.set(row, [...(rows.get(row) ?? []), { size, from: x, to: x + width, text: str }]);
  }
  const downward = [...rows].sort(([one], [other]) => other - one);
  return downward.map(([, row]) => line(row.sort((a, b) => a.from - b.from))).join("\n");
}

/** @param {{ size: number, from: number, to: number, text: string }[]} row */
function line(row) {
  let [written, end] = ["", row[0]?.from ?? 0];
  for (const { size, from, to, text } of row) {
    const gap = (from - end) / size;
    written += (gap > 1 ? "  " : gap > 0.1 ? " " : "") + text;
    end = to;
  }
  return written;
}

test("The printed report has a cover, chapters in order and page numbers, and no controls", async ({
  page,
}, info) => {
  await openAt(page, "result", SOMEBODY);
  const found = complaints(page);
  const report = await openReport(page);
  const printed = await pages(report, info);
  const text = printed.join("\n");

  await test.step("the cover has the verdict, day, shares, provider and contents", () => {
    for (const part of [
      WORDS.ui.report.title,
      "Made on",
      "A clear fit: co-managed IT",
      `${SOMEBODY.displayed.share_of_100.co_managed} of 100 runs`,
      "The company that gave you this tool",
      WORDS.ui.take.page.contents,
      RESULT.ask.title,
    ]) {
      expect.soft(printed[0]).toContain(part);
    }
    expect.soft(printed[0]).not.toContain(RESULT.for);
  });

  await test.step("reasons, plan and answers follow, and sources come last", () => {
    expect.soft(printed.length).toBeGreaterThan(8);
    expect.soft(printed.length).toBeLessThan(24);
    const rest = printed
      .slice(1)
      .join("\n")
      .split("\n")
      .map((line) => line.trim());
    const order = [
      RESULT.models,
      RESULT.why.title,
      RESULT.change.title,
      RESULT.path.title,
      WORDS.ui.cost.title,
      RESULT.scorecard.title,
      RESULT.ask.title,
      WORDS.ui.report.answers,
      RESULT.admits,
    ].map((title) => rest.indexOf(title));
    expect.soft(order).not.toContain(-1);
    expect.soft(order).toEqual([...order].sort((a, b) => a - b));
  });

  await test.step("every page but the cover has its number", () => {
    expect.soft(printed[0]).not.toMatch(/\d+ \/ \d+\s*$/);
    printed
      .slice(1)
      .forEach((text, n) => expect.soft(text).toMatch(new RegExp(`${n + 2} / \\d+\\s*$`)));
  });

  await test.step("a table that continues on the next page repeats its header", () => {
    const heads = printed.filter((text) => /Figure\s+Unit\s+Low\s+Likely\s+High/.test(text));
    expect.soft(heads.length).toBeGreaterThan(1);
  });

  await test.step("no heading is the last line of a page", () => {
    const last = printed.slice(1).map((text) =>
      text
        .split("\n")
        .filter((line) => line.trim() && !/^\s*\d+ \/ \d+\s*$/.test(line))
        .at(-1)
        ?.trim(),
    );
    for (const title of [
      RESULT.path.title,
      WORDS.ui.report.answers,
      WORDS.ui.cost.title,
      RESULT.why.title,
    ]) {
      expect.soft(last).not.toContain(title);
    }
  });

  await test.step("no control is printed", () => {
    for (const part of ["Change my answers", "Copy the link", "Delete my answers"]) {
      expect.soft(text).not.toContain(part);
    }
  });

  await test.step("the page is unchanged afterward", async () => {
    await painted(page);
    await expect.soft(page.locator("support-fit .paper")).toHaveCount(0);
    await expect.soft(page.locator("support-fit .shell")).toBeVisible();
    expect.soft(found).toEqual([]);
  });

  await test.step("the host page's own disclosure replaces ours", async () => {
    await page.evaluate(() => {
      const line = document.createElement("p");
      line.slot = "disclosure";
      line.textContent = "We sell two of the three.";
      document.querySelector("support-fit")?.append(line);
    });
    const report = await openReport(page);
    await report.emulateMedia({ media: "print" });
    await expect.soft(report.getByText("We sell two of the three.")).toBeVisible();
    await expect.soft(report.getByText("The company that gave you this tool")).toBeHidden();
  });
});

test("The printed report has the entries of the plan, and its cover fits one page", async ({
  page,
}, info) => {
  await keep(page, ENTERED);
  await page.goto("/widget/");
  await resultIsWhole(page);

  for (const format of /** @type {const} */ (["A4", "Letter"])) {
    await test.step(`on ${format}`, async () => {
      const printed = await pages(await openReport(page), info, format);
      expect.soft(printed[0]).toContain(RESULT.admits);
      expect.soft(printed[1]?.startsWith(RESULT.models)).toBe(true);
      const text = printed.join("\n");
      for (const part of ["Owner: Ana", "Move the server room", "No one does it", "2027-06-01"]) {
        expect.soft(text).toContain(part);
      }
    });
  }
});

test("The browser prints our page as it is shown: a question, or a view of the result", async ({
  page,
}, info) => {
  const text = async () => (await pages(page, info)).join("\n").replace(/\s+/g, " ");
  await test.step("a question", async () => {
    await open(page);
    expect.soft(await text()).toContain("handles IT");
  });
  await test.step("a view, and no report", async () => {
    await openAt(page, "result", SOMEBODY, "cost");
    const printed = await text();
    expect.soft(printed).toContain(WORDS.ui.cost.title);
    expect.soft(printed).not.toContain("A clear fit");
    expect.soft(printed).not.toContain(WORDS.ui.report.title);
  });
});

test("A host page prints as a page, and the print button prints only the report", async ({
  page,
}, info) => {
  const found = complaints(page);
  await page.addInitScript(() => {
    window.print = () => {
      const paper = document.body.firstElementChild?.shadowRoot?.querySelector(".paper");
      const rules = document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
      /** @type {any} */ (top).printed = {
        paper: paper?.textContent,
        hasPages: rules.some((rule) => rule.cssText.startsWith("@page")),
        isTop: window === top,
      };
      dispatchEvent(new Event("afterprint"));
    };
  });
  await keep(page, fullDraft(SOMEBODY, { screen: "result" }));
  await openHost(page, `<h1>Host page</h1><support-fit></support-fit>${SCRIPT}`);
  await resultIsWhole(page);

  await test.step("the browser prints the page with the result as it is shown", async () => {
    const text = (await pages(page, info)).join("\n");
    expect.soft(text).toContain("Host page");
    expect.soft(text).not.toContain(WORDS.ui.report.title);
    expect.soft(text).toContain("A clear fit: co-managed IT");
  });

  await test.step("the button prints the report from a frame, with page rules", async () => {
    await openView(page, WORDS.ui.result.view.save);
    await press(page, "Print or save as PDF");
    const { paper, hasPages, isTop } = await page.evaluate(
      () => /** @type {any} */ (window).printed,
    );
    expect.soft(isTop).toBe(false);
    expect.soft(hasPages).toBe(true);
    expect.soft(paper).toContain(WORDS.ui.report.title);
    expect.soft(paper).toContain(RESULT.ask.title);
    await expect.soft(page.locator("support-fit .paper")).toHaveCount(0);
  });

  expect.soft(found).toEqual([]);
});
