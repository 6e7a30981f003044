// Why the models stand in this order: the bars that add up to the lead, the map, and what would change it.

import { expect, test } from "@playwright/test";

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
import { MODELS, button, painted, press } from "./steps/flow.js";
import { openAt } from "./steps/full.js";
import {
  bars,
  flipGroup,
  openPrioritiesBar,
  section,
  shareTable,
  trialAnswer,
  trialQuestion,
} from "./steps/result.js";

const CLEAR = organization("P2");
const CLOSE = organization("P10");

const SAYS = WORDS.ui.result;

/** The buttons of what would change the result; each names what it tries. */
const TRY = { name: `${SAYS.change.try}: ` };

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */

/**
 * Points with a sign, as tenths.
 *
 * @param {string | null} text
 */
function tenths(text) {
  const [, sign, digits] = /^([+\u2212]?)([\d,]+\.\d)$/.exec(text?.trim() ?? "") ?? [];
  if (digits === undefined) throw new Error(`“${text}” is no number of points`);
  return Math.round(Number(digits.replace(",", "")) * 10) * (sign === "\u2212" ? -1 : 1);
}

/**
 * The texts of elements as tenths of a point.
 *
 * @param {Locator} elements
 */
async function allTenths(elements) {
  return (await elements.allTextContents()).map(tenths);
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/**
 * The chart as it is shown.
 *
 * @param {Page} page
 */
async function readChart(page) {
  const part = section(page, SAYS.why.title);
  const cells = await allTenths(part.locator("table tbody td"));
  return {
    bars: await allTenths(bars(page).locator("> summary .points")),
    rows: cells.slice(0, -1),
    lead: cells[cells.length - 1],
    total: tenths(await part.locator(".total .points").textContent()),
  };
}

test.describe("the chart", () => {
  for (const one of ORGANIZATIONS) {
    test(`has bars that add up to the lead (${one.id})`, async ({ page }) => {
      await openAt(page, "result", one);
      await section(page, SAYS.why.title).getByText(SAYS.table).click();
      for (const other of MODEL_IDS.filter((model) => model !== one.result.leader)) {
        const choice = section(page, SAYS.why.title).getByLabel(nameOf(other), { exact: true });
        await choice.check();
        await painted(page);
        const { bars, rows, lead, total } = await readChart(page);
        expect(sum(rows)).toBe(lead);
        expect(total).toBe(lead);
        expect([...bars].sort()).toEqual([...rows].sort());
        const { [one.result.leader]: first, [other]: second } = one.result.central_scores;
        expect(lead).toBe(Math.round((first - second) * 500));
      }
    });
  }

  test("says the lead in words", async ({ page }) => {
    await openAt(page, "result", CLOSE);
    const { lead } = await readChart(page);
    await expect(section(page, SAYS.why.title)).toContainText(
      `On the index, fully outsourced IT is ${(lead / 10).toFixed(1)} points ahead of co-managed IT.`,
    );
  });

  test("compares with the runner-up at first", async ({ page }) => {
    await openAt(page, "result", CLOSE);
    const part = section(page, SAYS.why.title);
    await expect(
      part.getByRole("group", { name: "Compare fully outsourced IT with" }),
    ).toBeVisible();
    await expect(part.getByLabel("Co-managed IT", { exact: true })).toBeChecked();
  });

  test("is drawn anew for the other model", async ({ page }) => {
    await openAt(page, "result", CLOSE);
    const before = await readChart(page);
    await section(page, SAYS.why.title).getByLabel("In-house IT", { exact: true }).check();
    await expect(section(page, SAYS.why.title)).toContainText("points ahead of in-house IT.");
    const after = await readChart(page);
    expect(after.lead).not.toBe(before.lead);
    expect(after.bars).not.toEqual(before.bars);
  });

  test("keeps the focus on the choice of the other model", async ({ page }) => {
    await openAt(page, "result", CLOSE);
    const choice = section(page, SAYS.why.title).getByLabel("In-house IT", { exact: true });
    await choice.check();
    await painted(page);
    await expect(choice).toBeFocused();
  });

  test("has the longest bars first", async ({ page }) => {
    await openAt(page, "result", CLOSE);
    const sizes = (await readChart(page)).bars.map(Math.abs);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });

  test("draws each bar to the side of the model that it speaks for", async ({ page }) => {
    await openAt(page, "result", CLOSE);
    for (const bar of (await bars(page).all()).slice(0, 8)) {
      const points = tenths(await bar.locator("> summary .points").textContent());
      const gap = await bar.locator("> summary svg").evaluate((svg) => {
        const middle = svg.getBoundingClientRect().left + svg.getBoundingClientRect().width / 2;
        const box = /** @type {Element} */ (svg.querySelector(".fill")).getBoundingClientRect();
        return (box.left + box.right) / 2 - middle;
      });
      expect(Math.sign(gap)).toBe(Math.sign(points));
    }
  });

  test("opens a bar to its question, answer, reason and source", async ({ page }) => {
    await openAt(page, "result", CLOSE);
    const bar = bars(page).first();
    await bar.locator("> summary").click();
    const label = labelOf("pace", String(CLOSE.answers.pace));
    await expect(bar.locator("> p", { hasText: textOf("pace") })).toBeVisible();
    await expect(bar.locator("> p", { hasText: label })).toBeVisible();
    const why = WORDS.question.pace.option[String(CLOSE.answers.pace)].why;
    await expect(bar.getByText(why, { exact: true })).toBeVisible();
    await expect(bar.locator("cite").first()).toBeVisible();
    await expect(button(bar, SAYS.why.open)).toBeVisible();
  });

  test("opens every bar to a reason", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    await section(page, SAYS.why.title).locator("details.rest > summary").click();
    for (const bar of await bars(page).all()) {
      await bar.locator("> summary").click();
      // The question, the answer and why it counts; of the priorities what they are about.
      const texts = bar.locator("> p").filter({ visible: true });
      const title = (await bar.locator("> summary").textContent()) ?? "";
      const isGeneral = title.includes(WORDS.reason.priorities);
      expect(await texts.count(), title).toBeGreaterThanOrEqual(isGeneral ? 1 : 3);
    }
  });

  test("has no list of sources without a source", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    const empty = await bars(page).evaluateAll((all) =>
      all
        .filter((bar) => bar.querySelector("ul:empty"))
        .map((bar) => bar.querySelector("summary")?.textContent),
    );
    expect(empty).toEqual([]);
  });

  test("says which answers have no quotation of their own, and shows those of their questions", async ({
    page,
  }) => {
    await openAt(page, "result", CLEAR);
    const bar = bars(page).filter({ hasText: textOf("fund") });
    await bar.locator("> summary").click();
    await expect(bar.getByText(SAYS.why.unsourced)).toBeVisible();
    await expect(bar.locator("cite").first()).toBeVisible();
  });

  test("says what stands behind the priorities", async ({ page }) => {
    await openAt(page, "result", organization("P4"));
    await openPrioritiesBar(page, false);
    await expect(section(page, SAYS.why.title).getByText(SAYS.why.general)).toBeVisible();
  });
});

test.describe("the map", () => {
  test("has a table with the same figures", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    const part = section(page, WORDS.tradeoff.title);
    await part.getByText(SAYS.table).click();
    const { control, convenience } = CLEAR.displayed.tradeoff;
    const signed = (/** @type {number} */ x) => String(Math.round(x * 100));
    await expect(part.getByRole("table").locator("tbody tr")).toHaveText([
      "In-house IT1000",
      "Co-managed IT100-50",
      "Fully outsourced IT-50100",
      `${WORDS.tradeoff.you}${signed(control)}${signed(convenience)}`,
    ]);
  });

  test("marks the three models and the visitor", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    const names = section(page, WORDS.tradeoff.title).locator("svg.map text");
    for (const name of [...MODELS, "You"]) {
      await expect(names.filter({ hasText: new RegExp(`^${name}$`) })).toHaveCount(1);
    }
  });

  test("keeps every name inside its frame, and off the other names", async ({ page }) => {
    test.slow();
    /** @type {string[]} */
    const found = [];
    for (const one of ORGANIZATIONS) {
      await openAt(page, "result", one);
      const map = section(page, WORDS.tradeoff.title).locator("svg.map");
      await map.scrollIntoViewIfNeeded();
      const overlaps = await map.evaluate((svg) => {
        const frame = svg.getBoundingClientRect();
        const names = [...svg.querySelectorAll("text")].map((text) => ({
          words: text.textContent,
          box: text.getBoundingClientRect(),
        }));
        /** @type {string[]} */
        const found = [];
        for (const [n, { words, box }] of names.entries()) {
          if (box.left < frame.left || box.right > frame.right) found.push(`${words} leaves`);
          if (box.top < frame.top || box.bottom > frame.bottom) found.push(`${words} leaves`);
          for (const other of names.slice(n + 1)) {
            // Lines of text may touch; letters may not lie on letters.
            const apart =
              box.right <= other.box.left ||
              other.box.right <= box.left ||
              box.bottom - 4 <= other.box.top ||
              other.box.bottom - 4 <= box.top;
            if (!apart) found.push(`${words} on ${other.words}`);
          }
        }
        return found;
      });
      found.push(...overlaps.map((overlap) => `${one.id}: ${overlap}`));
    }
    expect(found).toEqual([]);
  });

  test("says what it takes to place the visitor", async ({ page }) => {
    const { answer: _, ...rest } = organization("P11").answers;
    const answers = { ...rest, size: "s", hours: "gap" };
    await openAt(page, "result", { answers, priorities: {} });
    const part = section(page, WORDS.tradeoff.title);
    await expect(part).toContainText(SAYS.map.none);
    await expect(part.locator("svg.map text").filter({ hasText: /^You$/ })).toHaveCount(0);
  });
});

test.describe("what would change this", () => {
  test("tells answers from facts that rule a model in or out", async ({ page }) => {
    await openAt(page, "result", CLOSE);
    await expect(flipGroup(page, SAYS.change.evidence).getByRole("listitem")).toHaveCount(3);
    const gate = flipGroup(page, WORDS.flip.gate);
    await expect(gate).toContainText(filled(SAYS.change.gate_other, { n: 2 }));
    await expect(gate.getByRole("listitem")).toHaveCount(1);
    await expect(gate).toContainText(`${WORDS.status.ok} → ${WORDS.status.blocked}`);
  });

  test("says it where no change of up to three answers is enough", async ({ page }) => {
    await openAt(page, "result", CLEAR);
    await expect(flipGroup(page, SAYS.change.evidence)).toContainText(SAYS.change.none);
  });

  test("says it where no fact is enough", async ({ page }) => {
    await openAt(page, "result", organization("P11"));
    await expect(flipGroup(page, WORDS.flip.gate)).toContainText(SAYS.change.gate_none);
  });

  for (const kind of /** @type {const} */ (["evidence", "gate"])) {
    test(`is tried below (${kind})`, async ({ page }) => {
      await openAt(page, "result", CLOSE);
      const title = kind === "gate" ? WORDS.flip.gate : SAYS.change.evidence;
      const { changes } = CLOSE.min_flip[kind].examples[0];
      await flipGroup(page, title).getByRole("button", TRY).first().click();
      await expect(page.getByRole("heading", { level: 4, name: SAYS.trial.title })).toBeFocused();
      const part = section(page, SAYS.trial.title);
      for (const { question, to } of changes) {
        const change = part.getByRole("listitem").filter({ hasText: textOf(question) });
        await expect(change).toContainText(labelOf(question, to));
      }
      await expect(trialQuestion(page).locator("option:checked")).toHaveText(
        textOf(changes[0].question),
      );
      await expect(trialAnswer(page).locator("option:checked")).toHaveText(
        labelOf(changes[0].question, changes[0].to),
      );
    });
  }

  test("puts the model in front that it names", async ({ page }) => {
    await openAt(page, "result", CLOSE);
    const [example] = CLOSE.min_flip.evidence.examples;
    await flipGroup(page, SAYS.change.evidence).getByRole("button", TRY).first().click();
    await press(page, SAYS.trial.keep);
    await expect(shareTable(page).locator("tr.leads")).toContainText(nameOf(example.new_leader));
  });
});
