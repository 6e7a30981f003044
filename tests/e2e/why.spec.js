// Why the models are in this order: the three side by side, the scale, and the bars that add up to the lead.

import { expect } from "@playwright/test";

import {
  MODEL_IDS,
  ORGANIZATIONS,
  WORDS,
  filled,
  labelOf,
  nameOf,
  organization,
  textOf,
} from "./steps/content.js";
import { MODELS, button, heading, painted } from "./steps/flow.js";
import { openAt } from "./steps/full.js";
import { DESKTOP, NARROW, PHONE, misfits } from "./steps/measure.js";
import { test } from "./steps/reading.js";
import {
  bars,
  card,
  openBars,
  openFold,
  openPrioritiesBar,
  openView,
  reasons,
  section,
} from "./steps/result.js";

const CLOSE = organization("P10");

const SAYS = WORDS.ui.result;

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */

/**
 * Opens the view of an organization.
 *
 * @param {Page} page
 * @param {Pick<import("./steps/content.js").Organization, "answers" | "priorities">} one
 */
async function openWhy(page, one) {
  await openAt(page, "result", one);
  await openView(page, "Why");
}

/**
 * Signed points, in tenths.
 *
 * @param {string | null} text
 */
function tenths(text) {
  const [, sign, digits] = /^([+\u2212]?)([\d,]+\.\d)$/.exec(text?.trim() ?? "") ?? [];
  if (digits === undefined) throw new Error(`“${text}” is not a number of points`);
  return Math.round(Number(digits.replace(",", "")) * 10) * (sign === "\u2212" ? -1 : 1);
}

/**
 * The numbers in the texts of elements, in tenths of a point.
 *
 * @param {Locator} elements
 */
async function allTenths(elements) {
  return (await elements.allTextContents()).map(tenths);
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/**
 * The part with the bars.
 *
 * @param {Page} page
 */
const chart = (page) => section(page, SAYS.why.bars);

/**
 * The numbers of the chart as shown.
 *
 * @param {Page} page
 */
async function readChart(page) {
  const part = chart(page);
  const cells = await allTenths(part.locator("table tbody td"));
  return {
    bars: await allTenths(bars(page).locator("> summary .points")),
    rows: cells.slice(0, -1),
    lead: cells[cells.length - 1],
    total: tenths(await part.locator(".total .points").textContent()),
  };
}

/**
 * Compares the leader with each other model: the bars, the table and the total show the same lead.
 *
 * @param {Page} page With the open bars of the organization.
 * @param {import("./steps/content.js").Organization & { result: any }} one
 */
async function expectBarsToAddUp(page, one) {
  const part = chart(page);
  await openFold(part.getByText(SAYS.table));
  for (const other of MODEL_IDS.filter((model) => model !== one.result.leader)) {
    await part.getByLabel(nameOf(other), { exact: true }).check();
    await painted(page);
    const { bars, rows, lead, total } = await readChart(page);
    const name = `${one.id} over ${other}`;
    expect.soft(sum(rows), name).toBe(lead);
    expect.soft(total, name).toBe(lead);
    expect.soft([...bars].sort(), name).toEqual([...rows].sort());
    const { [one.result.leader]: first, [other]: second } = one.result.central_scores;
    expect.soft(lead, name).toBe(Math.round((first - second) * 500));
  }
}

/**
 * The names on the scale that overlap another name or a marker.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
function overlaps(page) {
  return page.locator("support-fit .spectrum").evaluate((scale) => {
    const boxes = [...scale.querySelectorAll(".marker")].map((marker) => ({
      words: `the marker of ${marker.parentElement?.textContent?.trim()}`,
      box: marker.getBoundingClientRect(),
    }));
    const texts = document.createTreeWalker(scale, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNode(texts.currentNode);
      const words = texts.currentNode.textContent?.trim() ?? "";
      if (words) boxes.push({ words, box: range.getBoundingClientRect() });
    }
    return boxes.flatMap(({ words, box }, n) =>
      boxes
        .slice(n + 1)
        .filter(
          (other) =>
            box.right > other.box.left &&
            other.box.right > box.left &&
            // Lines of text may touch.
            box.bottom - 3 > other.box.top &&
            other.box.bottom - 3 > box.top,
        )
        .map((other) => `${words} on ${other.words}`),
    );
  });
}

test("each model has the same fields and the same width, and each reason opens to its basis", async ({
  reading,
}) => {
  const page = await reading("P10", "why");

  await test.step("the leader is first, and every model has the same fields", async () => {
    const names = page.locator("support-fit .card h4");
    await expect.soft(names).toHaveText([...MODELS].reverse());
    for (const name of MODELS) {
      await expect
        .soft(card(page, name).getByRole("heading", { level: 5 }))
        .toHaveText([SAYS.for, SAYS.against, SAYS.gives, SAYS.costs, SAYS.wrong]);
    }
  });

  await test.step("the cards are side by side, and their fields are in line", async () => {
    const places = await Promise.all(
      MODELS.map(async (name) => {
        const box = await card(page, name).boundingBox();
        const title = card(page, name).getByRole("heading", { name: SAYS.gives, exact: true });
        const field = await title.boundingBox();
        // Thirds of the width differ by a fraction of a pixel.
        return [box?.width, box?.y, field?.y].map((length) => Math.round(length ?? 0));
      }),
    );
    expect.soft(new Set(places.map((place) => JSON.stringify(place))).size).toBe(1);
  });

  await test.step("a reason is a statement that opens to question, answer, why and numbers", async () => {
    const reason = reasons(page, "Fully outsourced IT", SAYS.for).first();
    const summary = reason.locator("summary");
    await expect.soft(summary).toHaveText(WORDS.statement.predict[String(CLOSE.answers.predict)]);
    await openFold(summary);
    await expect.soft(reason).toContainText(textOf("predict"));
    await expect.soft(reason).toContainText(labelOf("predict", String(CLOSE.answers.predict)));
    const { why } = WORDS.question.predict.option[String(CLOSE.answers.predict)];
    await expect.soft(reason.getByText(why)).toBeVisible();
    await expect.soft(reason.locator(".cited").first()).toHaveText(/^\[\d+(, \d+|–\d+)*\]$/);
  });

  await test.step("a model without conditions has no status", async () => {
    await expect.soft(card(page, "Fully outsourced IT").locator(".status")).toHaveCount(0);
    await expect
      .soft(card(page, "In-house IT").locator(".status"))
      .toHaveText(WORDS.status.conditional);
  });

  await test.step("every number is that of a quotation", async () => {
    await openBars(page);
    await openFold(page.getByText(SAYS.why.quotes, { exact: true }));
    const quotations = page.locator("support-fit ol.quotations > li");
    await quotations.first().waitFor();
    const count = await quotations.count();
    const numbers = (await page.locator("support-fit .cited").allTextContents()).flatMap((text) =>
      (text.match(/\d+/g) ?? []).map(Number),
    );
    expect.soft(Math.max(...numbers)).toBe(count);
    expect.soft(Math.min(...numbers)).toBe(1);
  });
});

test("on a phone the notes of a model open on request", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await openWhy(page, CLOSE);
  const notes = card(page, "Co-managed IT").locator(".notes");
  const more = page.getByRole("button", { name: `${SAYS.why.more}: Co-managed IT` });
  await expect(notes).toBeHidden();
  await more.press("Enter");
  await expect(notes).toBeVisible();
  await expect(more).toBeFocused();
  await expect(more).toHaveAttribute("aria-expanded", "true");
  await more.press("Enter");
  await expect(notes).toBeHidden();

  await page.setViewportSize(DESKTOP);
  await expect(notes.getByText(SAYS.gives)).toBeVisible();
  await expect(more).toBeHidden();
});

test("the bars of the chart add up to the lead, and each opens to its reason", async ({ page }) => {
  await openWhy(page, CLOSE);
  await openBars(page);
  const part = chart(page);

  await test.step("the chart compares with the runner-up first and says the lead in words", async () => {
    await expect
      .soft(part.getByRole("group", { name: "Compare fully outsourced IT with" }))
      .toBeVisible();
    await expect.soft(part.getByLabel("Co-managed IT", { exact: true })).toBeChecked();
    const { lead } = await readChart(page);
    await expect
      .soft(part)
      .toContainText(
        `On the fit score, fully outsourced IT is ${(lead / 10).toFixed(1)} points ahead of co-managed IT.`,
      );
  });

  await test.step("the longest bars come first", async () => {
    const sizes = (await readChart(page)).bars.map(Math.abs);
    expect.soft(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  await test.step("each bar is on the side of the model that it supports", async () => {
    const shown = await bars(page).evaluateAll((all) =>
      all.slice(0, 8).map((bar) => {
        const svg = /** @type {Element} */ (bar.querySelector(":scope > summary svg"));
        const fill = /** @type {Element} */ (svg.querySelector(".fill"));
        const [frame, box] = [svg.getBoundingClientRect(), fill.getBoundingClientRect()];
        return {
          points: bar.querySelector(":scope > summary .points")?.textContent ?? "",
          gap: (box.left + box.right) / 2 - (frame.left + frame.width / 2),
        };
      }),
    );
    expect.soft(shown).toHaveLength(8);
    for (const { points, gap } of shown)
      expect.soft(Math.sign(gap)).toBe(Math.sign(tenths(points)));
  });

  await test.step("a bar opens to its question, answer, reason and the numbers of its quotations", async () => {
    const bar = bars(page).first();
    const answer = String(CLOSE.answers.pace);
    await expect.soft(bar.locator("> summary")).toContainText(WORDS.statement.pace[answer]);
    await bar.locator("> summary").click();
    await expect.soft(bar.locator("> p", { hasText: textOf("pace") })).toBeVisible();
    await expect.soft(bar.locator("> p", { hasText: labelOf("pace", answer) })).toBeVisible();
    const { why } = WORDS.question.pace.option[answer];
    await expect.soft(bar.getByText(why)).toBeVisible();
    await expect.soft(bar.locator(".cited").first()).toBeVisible();
    await expect.soft(button(bar, `${SAYS.why.open}: ${textOf("pace")}`)).toBeVisible();
  });

  await test.step("choosing the other model redraws the chart and keeps the focus", async () => {
    const before = await readChart(page);
    const choice = part.getByLabel("In-house IT", { exact: true });
    await choice.check();
    await painted(page);
    await expect.soft(choice).toBeFocused();
    await expect.soft(part).toContainText("points ahead of in-house IT.");
    const after = await readChart(page);
    expect.soft(after.lead).not.toBe(before.lead);
    expect.soft(after.bars).not.toEqual(before.bars);
  });

  await test.step("the bars, the table and the total show the same lead", () =>
    expectBarsToAddUp(page, CLOSE));

  await test.step("the bar of a question leads to it, and back", async () => {
    const bar = bars(page).first();
    await openFold(bar.locator("> summary"));
    await bar.getByRole("button", { name: SAYS.why.open }).first().click();
    await expect(page.locator("support-fit form h3")).toBeFocused();
    await button(page, "Back").click();
    await expect(heading(page, SAYS.why.title)).toBeFocused();
  });
});

test("a clear result explains every bar @wcag-1.1.1 @wcag-1.4.1", async ({ reading }) => {
  const page = await reading("P2", "why");
  await openBars(page);

  await test.step("every bar opens to a reason", async () => {
    // By script: there are too many to click. The test above clicks one.
    const folds = await bars(page).evaluateAll((all) =>
      all.map((bar) => {
        for (let fold = bar.closest("details"); fold;) {
          fold.open = true;
          fold = fold.parentElement?.closest("details") ?? null;
        }
        const texts = [...bar.querySelectorAll(":scope > p")];
        return {
          title: bar.querySelector("summary")?.textContent ?? "",
          texts: texts.filter((text) => text.checkVisibility()).length,
        };
      }),
    );
    expect.soft(folds.length).toBeGreaterThan(8);
    for (const { title, texts } of folds) {
      // The answer with its question, and the reason; for the priorities, their explanation.
      const isGeneral = title.includes(WORDS.reason.priorities);
      expect.soft(texts, title).toBeGreaterThanOrEqual(isGeneral ? 1 : 2);
    }
  });

  await test.step("an answer without its own quotation says so and numbers those of its question", async () => {
    const bar = bars(page).filter({ hasText: textOf("fund") });
    const unsourced = bar.locator("p", { hasText: SAYS.why.unsourced });
    await expect.soft(unsourced.locator(".cited")).toBeVisible();
  });
});

test("one scale from control to convenience shows the models and the visitor @wcag-1.1.1 @wcag-1.4.10", async ({
  page,
}) => {
  await openWhy(page, CLOSE);
  const points = page.locator("support-fit .spectrum li");

  await test.step("it is a list in the order of the scale, and says which model is nearest", async () => {
    const { control, convenience } = CLOSE.displayed.tradeoff;
    const you = (control - convenience) / 2;
    const all = /** @type {[string, number][]} */ ([
      ["In-house IT", 0.75],
      ["Co-managed IT", 0.25],
      [SAYS.scale.you, you],
      ["Fully outsourced IT", -0.75],
    ]).sort(([, a], [, b]) => b - a);
    await expect.soft(points).toHaveText(all.map(([name]) => name));
    await expect.soft(section(page, WORDS.tradeoff.title)).toContainText(SAYS.scale.reading);
    await expect
      .soft(page.getByText(filled(SAYS.scale.nearest, { name: "co-managed IT" })))
      .toBeVisible();
  });

  await test.step("markers are at their positions", async () => {
    const centers = await points.evaluateAll((all) =>
      all.map((item) => {
        const frame = item.getBoundingClientRect();
        const padding = Number.parseFloat(getComputedStyle(item).paddingInlineStart);
        const point = /** @type {Element} */ (item.querySelector(".point")).getBoundingClientRect();
        return (point.left + point.width / 2 - frame.left - padding) / (frame.width - 2 * padding);
      }),
    );
    expect.soft(centers[0]).toBeCloseTo(0.125, 1);
    expect.soft(centers.at(-1)).toBeCloseTo(0.875, 1);
  });

  for (const size of [NARROW, PHONE, DESKTOP]) {
    await test.step(`no name overlaps another at ${size.width} px`, async () => {
      await page.setViewportSize(size);
      expect.soft(await overlaps(page)).toEqual([]);
      expect.soft(await misfits(page)).toEqual([]);
    });
  }

  await test.step("from right to left, control is on the right", async () => {
    await page.locator("support-fit").evaluate((host) => host.setAttribute("dir", "rtl"));
    const [first, last] = [
      await points.first().locator(".marker").boundingBox(),
      await points.last().locator(".marker").boundingBox(),
    ];
    expect.soft(first?.x).toBeGreaterThan(last?.x ?? 0);
    expect.soft(await overlaps(page)).toEqual([]);
  });
});

test("a result explains the priorities, and says what it cannot show", async ({ page }) => {
  await test.step("the bar of the priorities explains them", async () => {
    await openWhy(page, organization("P4"));
    await openPrioritiesBar(page, false);
    await expect.soft(chart(page).getByText(SAYS.why.general)).toBeVisible();
  });

  await test.step("the scale says which answers it needs to show the visitor", async () => {
    const { answer: _, ...rest } = organization("P11").answers;
    const answers = { ...rest, size: "s", hours: "gap" };
    await openWhy(page, { answers, priorities: {} });
    await expect.soft(section(page, WORDS.tradeoff.title)).toContainText(SAYS.scale.none);
    await expect.soft(page.locator("support-fit .spectrum li.you")).toHaveCount(0);
  });
});

test(
  "the bars add up and no names on the scale overlap, for every organization",
  { tag: "@full" },
  async ({ page }) => {
    for (const one of ORGANIZATIONS) {
      await test.step(one.id, async () => {
        await page.setViewportSize(DESKTOP);
        await openWhy(page, one);
        await openBars(page);
        await expectBarsToAddUp(page, one);
        for (const size of [DESKTOP, NARROW]) {
          await page.setViewportSize(size);
          expect.soft(await overlaps(page), one.id).toEqual([]);
        }
      });
    }
  },
);
