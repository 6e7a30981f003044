// The report on paper, printed to PDF by Chromium: how many pages, what is on them, and that the page is as before.

import { readFileSync } from "node:fs";

import { expect, test } from "@playwright/test";
import { getDocumentProxy } from "unpdf";

import { openAt, resultIsWhole } from "./steps/full.js";
import { keep } from "./steps/drafts.js";
import { fullDraft } from "./steps/full.js";
import { open, painted, press } from "./steps/flow.js";
import { SCRIPT, complaints, openHost } from "./steps/host.js";
import { SOMEBODY, openTake } from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */

/** Somebody's draft with something entered into the plan. */
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
 * The text of each page of what is printed.
 *
 * @param {Page} page
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
 * Pieces of text as the lines that they make, with two spaces where a column ends.
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

test("begins with a cover: verdict, day, shares, who offers it, what follows", async ({
  page,
}, info) => {
  await openAt(page, "result", SOMEBODY);
  const [cover] = await pages(page, info);
  for (const part of [
    "Your IT support report",
    "Made on",
    "A clear fit",
    "97 of 100 ways",
    "The firm that gave you this assessment",
    "In this report",
    "Questions to ask a provider",
  ]) {
    expect(cover).toContain(part);
  }
  expect(cover).not.toContain("Speaks for it");
});

for (const format of /** @type {const} */ (["A4", "Letter"])) {
  test(`has its whole cover on one page (${format})`, async ({ page }, info) => {
    await keep(page, ENTERED);
    await page.goto("/widget/");
    await resultIsWhole(page);
    const [cover, next] = await pages(page, info, format);
    expect(cover).toContain("Sources, and what this cannot know");
    expect(next).toMatch(/^The three models side by side/);
  });
}

test("goes on with reasons, plan and answers, and ends with the sources", async ({
  page,
}, info) => {
  await openAt(page, "result", SOMEBODY);
  const printed = await pages(page, info);
  expect(printed.length).toBeGreaterThan(8);
  expect(printed.length).toBeLessThan(24);
  const rest = printed
    .slice(1)
    .join("\n")
    .split("\n")
    .map((line) => line.trim());
  const order = [
    "The three models side by side",
    "Why this order",
    "What would change this",
    "Your path",
    "Cost over three years",
    "How to tell whether it works",
    "Questions to ask a provider",
    "Your answers",
    "Sources, and what this cannot know",
  ].map((title) => rest.indexOf(title));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test("numbers each page but the cover", async ({ page }, info) => {
  await openAt(page, "result", SOMEBODY);
  const printed = await pages(page, info);
  expect(printed[0]).not.toMatch(/\d+ \/ \d+\s*$/);
  printed.slice(1).forEach((text, n) => expect(text).toMatch(new RegExp(`${n + 2} / \\d+\\s*$`)));
});

test("repeats the head of a table that goes over a page", async ({ page }, info) => {
  await openAt(page, "result", SOMEBODY);
  const printed = await pages(page, info);
  const heads = printed.filter((text) => /Figure\s+Unit\s+Low\s+Likely\s+High/.test(text));
  expect(heads.length).toBeGreaterThan(1);
});

test("leaves no heading alone at the foot of a page", async ({ page }, info) => {
  await openAt(page, "result", SOMEBODY);
  const titles = (await pages(page, info)).slice(1).map((text) => {
    const lines = text
      .split("\n")
      .filter((line) => line.trim() && !/^\s*\d+ \/ \d+\s*$/.test(line));
    return lines.at(-1)?.trim();
  });
  for (const title of ["Your path", "Your answers", "Cost over three years", "Why this order"]) {
    expect(titles).not.toContain(title);
  }
});

test("says what was entered into the plan", async ({ page }, info) => {
  await keep(page, ENTERED);
  await page.goto("/widget/");
  await resultIsWhole(page);
  const text = (await pages(page, info)).join("\n");
  for (const part of ["In charge: Ana", "Move the server room", "Nobody does it", "2027-06-01"]) {
    expect(text).toContain(part);
  }
});

test("shows no control", async ({ page }, info) => {
  await openAt(page, "result", SOMEBODY);
  const text = (await pages(page, info)).join("\n");
  for (const part of ["Change my answers", "Copy the link", "Erase my answers"]) {
    expect(text).not.toContain(part);
  }
});

test("leaves the page as it was", async ({ page }, info) => {
  await openAt(page, "result", SOMEBODY);
  const found = complaints(page);
  await pages(page, info);
  await painted(page);
  await expect(page.locator("support-fit .paper")).toHaveCount(0);
  await expect(page.locator("support-fit .shell")).toBeVisible();
  expect(found).toEqual([]);
});

test("prints a question as it is shown", async ({ page }, info) => {
  await open(page);
  const text = (await pages(page, info)).join("\n").replace(/\s+/g, " ");
  expect(text).toContain("looks after IT");
  expect(text).not.toContain("Your IT support report");
});

test("a host page prints as its owner means it", async ({ page }, info) => {
  await keep(page, fullDraft(SOMEBODY, { screen: "result" }));
  await openHost(page, `<h1>Host page</h1><support-fit></support-fit>${SCRIPT}`);
  await resultIsWhole(page);
  const text = (await pages(page, info)).join("\n");
  expect(text).toContain("Host page");
  expect(text).not.toContain("Your IT support report");
  expect(text).toContain("A clear fit");
});

test("the button prints the report alone, on a host page too", async ({ page }) => {
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
  await press(page, "Print or save as PDF");
  const { paper, hasPages, isTop } = await page.evaluate(() => /** @type {any} */ (window).printed);
  expect(isTop).toBe(false);
  expect(hasPages).toBe(true);
  expect(paper).toContain("Your IT support report");
  expect(paper).toContain("Questions to ask a provider");
  await expect(page.locator("support-fit .paper")).toHaveCount(0);
  expect(found).toEqual([]);
});

test("in the host page's own words on who offers it", async ({ page }) => {
  await openTake(page);
  await page.evaluate(() => {
    const line = document.createElement("p");
    line.slot = "disclosure";
    line.textContent = "We sell two of the three.";
    document.querySelector("support-fit")?.append(line);
    dispatchEvent(new Event("beforeprint"));
  });
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("We sell two of the three.")).toBeVisible();
  await expect(page.getByText("The firm that gave you this assessment")).toBeHidden();
});
