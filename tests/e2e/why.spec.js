// Why the models are in this order: the bars that add up to the lead, the map, and what would change the result.

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
import { MODELS, button, painted, press } from "./steps/flow.js";
import { openAt } from "./steps/full.js";
import { test } from "./steps/reading.js";
import {
  bars,
  flipGroup,
  openFold,
  openPrioritiesBar,
  section,
  shareTable,
  trialAnswer,
  trialQuestion,
} from "./steps/result.js";

const CLEAR = organization("P2");
const CLOSE = organization("P10");

const SAYS = WORDS.ui.result;

/** The buttons that try a change; each names what it tries. */
const TRY = { name: `${SAYS.change.try}: ` };

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */

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
 * The numbers of the chart as shown.
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

/**
 * Compares the leader with each other model: the bars, the table and the total show the same lead.
 *
 * @param {Page} page With the result of the organization.
 * @param {import("./steps/content.js").Organization & { result: any }} one
 */
async function expectBarsToAddUp(page, one) {
  const part = section(page, SAYS.why.title);
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
 * The names on the map that extend beyond its frame or overlap another name.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
async function misplacedNames(page) {
  const map = section(page, WORDS.tradeoff.title).locator("svg.map");
  await map.scrollIntoViewIfNeeded();
  return map.evaluate((svg) => {
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
        // Lines of text may touch; letters may not overlap letters.
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
}

test("the bars of the chart add up to the lead, and each opens to its reason", async ({ page }) => {
  await openAt(page, "result", CLOSE);
  const part = section(page, SAYS.why.title);

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

  await test.step("a bar opens to its question, answer, reason and source", async () => {
    const bar = bars(page).first();
    await bar.locator("> summary").click();
    const answer = String(CLOSE.answers.pace);
    await expect.soft(bar.locator("> p", { hasText: textOf("pace") })).toBeVisible();
    await expect.soft(bar.locator("> p", { hasText: labelOf("pace", answer) })).toBeVisible();
    const { why } = WORDS.question.pace.option[answer];
    await expect.soft(bar.getByText(why, { exact: true })).toBeVisible();
    await expect.soft(bar.locator("cite").first()).toBeVisible();
    await expect.soft(button(bar, SAYS.why.open)).toBeVisible();
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

  await test.step("no name on the map overlaps another", async () => {
    expect.soft(await misplacedNames(page)).toEqual([]);
  });
});

test("a clear result explains every bar and its place on the map @wcag-1.1.1 @wcag-1.4.1", async ({
  reading,
}) => {
  const page = await reading("P2");
  const map = section(page, WORDS.tradeoff.title);

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
      // The question, the answer and the reason; for the priorities, their explanation.
      const isGeneral = title.includes(WORDS.reason.priorities);
      expect.soft(texts, title).toBeGreaterThanOrEqual(isGeneral ? 1 : 3);
    }
  });

  await test.step("no list of sources is empty", async () => {
    const empty = await bars(page).evaluateAll((all) =>
      all
        .filter((bar) => bar.querySelector("ul:empty"))
        .map((bar) => bar.querySelector("summary")?.textContent),
    );
    expect.soft(empty).toEqual([]);
  });

  await test.step("an answer without its own quotation says so and shows those of its question", async () => {
    const bar = bars(page).filter({ hasText: textOf("fund") });
    await expect.soft(bar.getByText(SAYS.why.unsourced)).toBeVisible();
    await expect.soft(bar.locator("cite").first()).toBeVisible();
  });

  await test.step("the map marks the three models and the visitor, without overlaps", async () => {
    const names = map.locator("svg.map text");
    for (const name of [...MODELS, "You"]) {
      await expect.soft(names.filter({ hasText: new RegExp(`^${name}$`) })).toHaveCount(1);
    }
    expect.soft(await misplacedNames(page)).toEqual([]);
  });

  await test.step("the table of the map has the same figures", async () => {
    await openFold(map.getByText(SAYS.table));
    const { control, convenience } = CLEAR.displayed.tradeoff;
    const signed = (/** @type {number} */ x) => String(Math.round(x * 100));
    await expect
      .soft(map.getByRole("table").locator("tbody tr"))
      .toHaveText([
        "In-house IT100-50",
        "Co-managed IT7525",
        "Fully outsourced IT-50100",
        `${WORDS.tradeoff.you}${signed(control)}${signed(convenience)}`,
      ]);
  });
});

test("a suggested change is tried below, and keeping it puts the named model first @wcag-1.3.3", async ({
  page,
}) => {
  await openAt(page, "result", CLOSE);
  const trial = section(page, SAYS.trial.title);

  await test.step("changes of answers and of facts that rule a model in or out are separate", async () => {
    await expect.soft(flipGroup(page, SAYS.change.evidence).getByRole("listitem")).toHaveCount(3);
    const gate = flipGroup(page, WORDS.flip.gate);
    await expect.soft(gate).toContainText(filled(SAYS.change.gate_other, { n: 2 }));
    await expect.soft(gate.getByRole("listitem")).toHaveCount(1);
    await expect.soft(gate).toContainText(`${WORDS.status.ok} → ${WORDS.status.blocked}`);
  });

  for (const kind of /** @type {const} */ (["gate", "evidence"])) {
    await test.step(`“Try this” shows the change in the trial (${kind})`, async () => {
      const title = kind === "gate" ? WORDS.flip.gate : SAYS.change.evidence;
      const { changes } = CLOSE.min_flip[kind].examples[0];
      await flipGroup(page, title).getByRole("button", TRY).first().click();
      await expect(page.getByRole("heading", { level: 4, name: SAYS.trial.title })).toBeFocused();
      for (const { question, to } of changes) {
        const change = trial.getByRole("listitem").filter({ hasText: textOf(question) });
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

  await test.step("keeping the change puts the model that it names first", async () => {
    const [example] = CLOSE.min_flip.evidence.examples;
    await press(page, SAYS.trial.keep);
    await expect(shareTable(page).locator("tr.leads")).toContainText(nameOf(example.new_leader));
  });
});

test("a result explains the priorities, and says what it cannot show", async ({ page }) => {
  await test.step("the bar of the priorities explains them", async () => {
    await openAt(page, "result", organization("P4"));
    await openPrioritiesBar(page, false);
    await expect.soft(section(page, SAYS.why.title).getByText(SAYS.why.general)).toBeVisible();
  });

  await test.step("the map says which answers it needs to show the visitor", async () => {
    const { answer: _, ...rest } = organization("P11").answers;
    const answers = { ...rest, size: "s", hours: "gap" };
    await openAt(page, "result", { answers, priorities: {} });
    const map = section(page, WORDS.tradeoff.title);
    await expect.soft(map).toContainText(SAYS.map.none);
    await expect.soft(map.locator("svg.map text").filter({ hasText: /^You$/ })).toHaveCount(0);
  });

  await test.step("the result says that no change of up to three answers is enough", async () => {
    await openAt(page, "result", organization("P6"));
    await expect.soft(flipGroup(page, SAYS.change.evidence)).toContainText(SAYS.change.none);
  });

  await test.step("the result says that no fact is enough to change it", async () => {
    await openAt(page, "result", organization("P11"));
    await expect.soft(flipGroup(page, WORDS.flip.gate)).toContainText(SAYS.change.gate_none);
  });
});

test(
  "the bars add up and no names on the map overlap, for every organization",
  { tag: "@full" },
  async ({ page }) => {
    for (const one of ORGANIZATIONS) {
      await test.step(one.id, async () => {
        await openAt(page, "result", one);
        await expectBarsToAddUp(page, one);
        expect.soft(await misplacedNames(page), one.id).toEqual([]);
      });
    }
  },
);
