// Cost over three years: ranges, views, break-even, what moves the gap, and every figure behind it.

import { readFile } from "node:fs/promises";

import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { ORGANIZATIONS, WORDS, filled, organization } from "./steps/content.js";
import {
  COST,
  cost,
  dragger,
  enter,
  field,
  figure,
  keptFigures,
  money,
  openGroup,
  problems,
  published,
  ranges,
} from "./steps/cost.js";
import { keep } from "./steps/drafts.js";
import { button, painted, press } from "./steps/flow.js";
import { roadmapOf } from "./steps/following.js";
import { fullDraft, openAt, resultIsWhole } from "./steps/full.js";
import { SCRIPT, openHost } from "./steps/host.js";
import { DESKTOP, PHONE, layOutAll, misfits } from "./steps/measure.js";
import { refuseFiles } from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */

/** Somebody for whom the ranges overlap, with 90 users. */
const OPEN = organization("P4");

/**
 * Drags a slider without letting go of it.
 *
 * @param {import("@playwright/test").Locator} slider
 * @param {string} at
 */
async function drag(slider, at) {
  await slider.evaluate((input, at) => {
    const field = /** @type {HTMLInputElement} */ (input);
    field.value = at;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, at);
  await painted(slider.page());
}

/**
 * Opens the result in a host page with settings of its own.
 *
 * @param {Page} page
 * @param {string} attributes
 * @param {string} [language]
 */
async function openHosted(page, attributes, language = "en") {
  await keep(page, fullDraft(OPEN, { screen: "result" }));
  await openHost(page, `${SCRIPT}<support-fit ${attributes}></support-fit>`, { language });
  await resultIsWhole(page);
}

test.describe("the ranges", () => {
  for (const { id } of ORGANIZATIONS.slice(0, 7)) {
    test(`are those of the method, for ${id}`, async ({ page }) => {
      await openAt(page, "result", organization(id));
      const shown = await ranges(page);
      expect(shown.map((row) => row.slice(0, 3))).toEqual(published(id));
    });
  }

  test("stand for a year, and for each user", async ({ page }) => {
    await openAt(page, "result", OPEN);
    await cost(page).getByLabel(COST.view.year, { exact: true }).check();
    await painted(page);
    expect((await ranges(page)).map((row) => row.slice(0, 3))).toEqual(published("P4", 3));
    await cost(page).getByLabel(COST.view.per_user, { exact: true }).check();
    await painted(page);
    expect((await ranges(page)).map((row) => row.slice(0, 3))).toEqual(published("P4", 270));
    await cost(page).getByLabel(COST.view.three_years, { exact: true }).check();
    await painted(page);
    expect((await ranges(page)).map((row) => row.slice(0, 3))).toEqual(published("P4", 90));
  });

  test("do not decide where none is cheapest in 80 of 100 tries", async ({ page }) => {
    await openAt(page, "result", OPEN);
    await expect(cost(page)).toContainText(filled(COST.open, { least: 80 }));
  });

  test("decide where one is", async ({ page }) => {
    await openAt(page, "result", organization("P1"));
    const over = WORDS.share.over;
    await expect(cost(page)).toContainText(
      filled(COST.decides, { name: "Fully outsourced IT", n: over }),
    );
  });

  test("say which of them overlap", async ({ page }) => {
    await openAt(page, "result", OPEN);
    const overlaps = [
      ["in-house IT", "co-managed IT"],
      ["in-house IT", "fully outsourced IT"],
      ["co-managed IT", "fully outsourced IT"],
    ];
    for (const [name, other] of overlaps) {
      await expect(cost(page)).toContainText(filled(COST.overlap, { name, other }));
    }
    await openAt(page, "result", organization("P1"));
    await expect(cost(page)).toContainText("Fully outsourced IT stays below co-managed IT.");
  });

  test("are drawn on one axis", async ({ page }) => {
    await openAt(page, "result", OPEN);
    await expect(cost(page).locator(".cost-range")).toHaveCount(3);
    await expect(cost(page).locator(".scale span")).toHaveText([
      "$0",
      "$200K",
      "$400K",
      "$600K",
      "$800K",
      "$1M",
      "$1.2M",
    ]);
  });

  test("are no part of the score, and say so", async ({ page }) => {
    await openAt(page, "result", OPEN);
    await expect(cost(page)).toContainText(COST.apart);
  });
});

test("the size at which two models cost the same has a range", async ({ page }) => {
  await openAt(page, "result", OPEN);
  const even = cost(page).locator(".even li");
  await expect(even).toHaveCount(3);
  await expect(even.last()).toHaveText(
    /Co-managed IT and fully outsourced IT cost the same at about \d+ users, with \d+ to [\d,]+ as the range\. With fewer users, fully outsourced IT costs less\./,
  );
});

test("what moves the gap stands in words, and in a table", async ({ page }) => {
  await openAt(page, "result", OPEN);
  const drivers = cost(page).locator(".drivers li");
  await expect(drivers).toHaveCount(6);
  await expect(drivers.first()).toContainText("More of it speaks for");
  const table = cost(page).locator("table.stacking");
  await expect(table).toBeHidden();
  await cost(page).getByText(WORDS.ui.result.table, { exact: true }).click();
  await expect(table.getByRole("row")).toHaveCount(7);
  await expect(table.getByRole("cell").first()).toHaveText(/IT by \$[\d,]+/);
});

test("the same things count in each model", async ({ page }) => {
  await openAt(page, "result", OPEN);
  await cost(page).getByText(COST.alike.title, { exact: true }).click();
  for (const name of ["staff", "after_hours", "extras", "downtime_same"]) {
    await expect(cost(page).getByText(COST.alike[name])).toBeVisible();
  }
});

test.describe("a figure", () => {
  test.beforeEach(({ page }) => openAt(page, "result", OPEN));

  test("is drawn when its group is opened", async ({ page }) => {
    await expect(figure(page, "salary")).toHaveCount(0);
    await openGroup(page, "people");
    await expect(figure(page, "salary")).toBeVisible();
  });

  test("has its unit, source, date and how sure it is", async ({ page }) => {
    await openGroup(page, "people");
    const salary = figure(page, "salary");
    for (const text of ["USD", WORDS.cost.input.salary.source, "2022-05"]) {
      await expect(salary).toContainText(text);
    }
    await expect(salary.locator(".tag")).toHaveText(COST.reliability.statistics);
    await expect(figure(page, "turnover").locator(".tag")).toHaveText(
      COST.reliability.illustrative,
    );
    await openGroup(page, "organization");
    await expect(figure(page, "users").locator(".tag")).toHaveText(COST.reliability.answer);
  });

  test("moves the ranges, and is the visitor's own then", async ({ page }) => {
    const before = await ranges(page);
    await openGroup(page, "fees");
    await enter(page, "fee_out", "150");
    await expect(figure(page, "fee_out").locator(".tag")).toHaveText(COST.reliability.own);
    const after = await ranges(page);
    expect(after[2]).not.toEqual(before[2]);
    expect(after[0].slice(0, 3)).toEqual(before[0].slice(0, 3));
    expect(await keptFigures(page)).toEqual({ fee_out: [125, 150, 275] });
  });

  test("is said to be the visitor's own in the head of its group", async ({ page }) => {
    await openGroup(page, "fees");
    await enter(page, "fee_out", "150");
    const head = cost(page).locator("summary").filter({ hasText: COST.own.group.fees });
    await expect(head).toContainText(filled(COST.own.count, { n: 1 }));
  });

  test("without a range moves as a whole", async ({ page }) => {
    await openGroup(page, "organization");
    await enter(page, "users", "120");
    for (const at of /** @type {const} */ (["low", "likely", "high"])) {
      await expect(field(page, "users", at)).toHaveValue("120");
    }
  });

  test("moves those that follow it", async ({ page }) => {
    await openGroup(page, "organization");
    await openGroup(page, "staff");
    await enter(page, "users", "700");
    await expect(field(page, "fte_inhouse")).toHaveValue("10");
    await expect(field(page, "fte_inhouse", "high")).toHaveValue("17.5");
  });

  test("tells a screen reader whether cost decides then", async ({ page }) => {
    await openGroup(page, "fees");
    await enter(page, "fee_out", "126");
    await expect(page.getByRole("status")).toHaveText(filled(COST.open, { least: 80 }));
  });

  test("is explained at its field if it is impossible, and stays there", async ({ page }) => {
    const before = await ranges(page);
    await openGroup(page, "people");
    for (const [text, problem] of [
      ["many", COST.problem.not_a_number],
      ["-5", COST.problem.negative],
      ["130000", COST.problem.above_high],
      ["60000", COST.problem.above_likely],
      ["9999999999", filled(COST.problem.too_large, { high: "1,000,000,000" })],
      ["1,5", filled(COST.problem.unclear, { n: "1.5", high: "12,345" })],
    ]) {
      await enter(page, "salary", text);
      await expect(problems(page, "salary")).toHaveText([problem]);
      await expect(field(page, "salary")).toHaveValue(text);
      await expect(field(page, "salary")).toHaveAttribute("aria-invalid", "true");
      await expect(field(page, "salary")).toHaveAccessibleDescription(problem);
      await expect(page.getByRole("status")).toHaveText(problem);
    }
    expect(await ranges(page)).toEqual(before);
    expect(await keptFigures(page)).toBeUndefined();
  });

  test("is taken with another that mends it", async ({ page }) => {
    await openGroup(page, "people");
    await enter(page, "salary", "60000");
    await expect(problems(page, "salary")).toHaveCount(1);
    await enter(page, "salary", "50000", "low");
    await expect(problems(page, "salary")).toHaveCount(0);
    await expect(field(page, "salary", "low")).toHaveValue("50,000");
    await expect(field(page, "salary")).toHaveValue("60,000");
    expect(await keptFigures(page)).toEqual({ salary: [50000, 60000, 120000] });
  });

  test("is what we suggest again after a reset, and the focus stays at it", async ({ page }) => {
    const before = await ranges(page);
    await openGroup(page, "fees");
    await enter(page, "fee_out", "150");
    await button(page, `${COST.own.reset}: ${WORDS.cost.input.fee_out.label}`).click();
    await expect(field(page, "fee_out")).toHaveValue("200");
    await expect(field(page, "fee_out")).toBeFocused();
    expect(await ranges(page)).toEqual(before);
  });

  test("is not kept if it is what we suggest", async ({ page }) => {
    await openGroup(page, "fees");
    await enter(page, "fee_out", "150");
    await enter(page, "fee_out", "200");
    await expect(figure(page, "fee_out").locator(".tag")).toHaveText(COST.reliability.provider);
    expect(await keptFigures(page)).toBeUndefined();
  });

  test("is what we suggest again when all are", async ({ page }) => {
    const before = await ranges(page);
    await openGroup(page, "fees");
    await openGroup(page, "people");
    await enter(page, "fee_out", "150");
    await enter(page, "salary", "many");
    await press(page, COST.own.reset_all);
    await expect(field(page, "fee_out")).toHaveValue("200");
    await expect(field(page, "salary")).toHaveValue("90,520");
    await expect(problems(page, "salary")).toHaveCount(0);
    await expect(page.getByRole("heading", { name: COST.own.title })).toBeFocused();
    await expect(button(page, COST.own.reset_all)).toHaveCount(0);
    expect(await ranges(page)).toEqual(before);
  });

  test("survives a reload", async ({ page }) => {
    await openGroup(page, "fees");
    await enter(page, "fee_out", "150");
    await painted(page);
    const before = await ranges(page);
    await page.reload();
    await resultIsWhole(page);
    expect(await ranges(page)).toEqual(before);
    await openGroup(page, "fees");
    await expect(field(page, "fee_out")).toHaveValue("150");
  });

  test("is taken back by undo", async ({ page }) => {
    const before = await ranges(page);
    await openGroup(page, "fees");
    await enter(page, "fee_out", "150");
    await press(page, WORDS.ui.footer.undo);
    await painted(page);
    expect(await ranges(page)).toEqual(before);
    await expect(field(page, "fee_out")).toHaveValue("200");
    await expect(page.getByRole("heading", { name: COST.own.title })).toBeFocused();
    expect(await keptFigures(page)).toBeUndefined();
  });

  test("that is odd beside another is warned of and taken", async ({ page }) => {
    await openGroup(page, "fees");
    await enter(page, "fee_co", "400", "high");
    await enter(page, "fee_co", "300");
    await expect(cost(page).getByText(COST.warning.shared_above_full)).toBeVisible();
  });

  test("can be dragged, and the ranges follow before it is let go", async ({ page }) => {
    const before = await ranges(page);
    await openGroup(page, "fees");
    const slider = dragger(page, "fee_out");
    await slider.evaluate((/** @type {HTMLInputElement} */ input) => {
      input.value = "13500";
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await painted(page);
    expect(await ranges(page)).not.toEqual(before);
    await expect(field(page, "fee_out")).toHaveValue("135");
    expect(await keptFigures(page)).toBeUndefined();
    await slider.evaluate((input) => input.dispatchEvent(new Event("change", { bubbles: true })));
    expect(await keptFigures(page)).toEqual({ fee_out: [125, 135, 275] });
    await expect(slider).toHaveAttribute("aria-valuetext", "135");
  });

  test("is what it was when it is dragged back before it is let go", async ({ page }) => {
    const before = await ranges(page);
    await openGroup(page, "fees");
    const slider = dragger(page, "fee_out");
    const stood = await slider.inputValue();
    for (const at of ["13500", stood]) await drag(slider, at);
    expect(await ranges(page)).toEqual(before);
    await expect(figure(page, "fee_out").locator(".tag")).toHaveText(COST.reliability.provider);
    await expect(button(page, WORDS.ui.footer.undo)).toHaveCount(0);
  });

  test("is where it was, to the last digit, when its slider stood between two steps", async ({
    page,
  }) => {
    await openGroup(page, "fees");
    await enter(page, "fee_out", "150.37");
    const slider = dragger(page, "fee_out");
    const stood = await slider.inputValue();
    for (const at of ["20000", stood]) await drag(slider, at);
    await expect(field(page, "fee_out")).toHaveValue("150.37");
  });

  test("is not taken back here once something else was changed", async ({ page }) => {
    await openGroup(page, "fees");
    await enter(page, "fee_out", "150");
    await expect(cost(page).getByRole("button", { name: WORDS.ui.footer.undo })).toBeVisible();
    await roadmapOf(page).getByRole("checkbox").first().check();
    await expect(cost(page).getByRole("button", { name: WORDS.ui.footer.undo })).toHaveCount(0);
  });

  test("can be changed with the keyboard alone", async ({ page }) => {
    const summary = cost(page).locator("summary").filter({ hasText: COST.own.group.fees });
    await summary.focus();
    await page.keyboard.press("Enter");
    await expect(field(page, "fee_co", "low")).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(field(page, "fee_co", "low")).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("110");
    await page.keyboard.press("Enter");
    await expect(figure(page, "fee_co").locator(".tag")).toHaveText(COST.reliability.own);
    await expect(field(page, "fee_co")).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(dragger(page, "fee_co")).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(field(page, "fee_co")).toHaveValue("112");
  });
});

test.describe("numbers and money", () => {
  test("are read and written as in Germany", async ({ page }) => {
    await openHosted(page, 'lang="en-DE"');
    await openGroup(page, "people");
    await expect(field(page, "salary")).toHaveValue("90.520");
    await enter(page, "salary", "91.234,5");
    await expect(field(page, "salary")).toHaveValue("91.234,5");
    expect(await keptFigures(page)).toEqual({ salary: [70000, 91234.5, 120000] });
    await enter(page, "salary", "1.5");
    await expect(problems(page, "salary")).toHaveText([
      filled(COST.problem.unclear, { n: "1,5", high: "12.345" }),
    ]);
  });

  test("are read and written as in America", async ({ page }) => {
    await openHosted(page, 'lang="en-US"');
    await openGroup(page, "people");
    await enter(page, "burden", "42.5%");
    await expect(field(page, "burden")).toHaveValue("42.5");
    await enter(page, "salary", "$ 91,234.5");
    await expect(field(page, "salary")).toHaveValue("91,234.5");
    expect(await keptFigures(page)).toEqual({
      burden: [0.3, 0.425, 0.5],
      salary: [70000, 91234.5, 120000],
    });
  });

  test("stand in the currency of the region, with the same numbers, which it says", async ({
    page,
  }) => {
    await openHosted(page, 'lang="en-GB"');
    expect((await ranges(page))[0][0]).toBe("£740,000");
    await expect(cost(page)).toContainText(
      `${filled(COST.currency, { name: "US dollars" })} ${filled(COST.own.other_currency, { other: "British pounds" })}`,
    );
  });

  test("stand in the currency of the host before that of the region", async ({ page }) => {
    await openHosted(page, 'lang="en-GB" currency="eur"');
    expect((await ranges(page))[0][0]).toBe("€740,000");
    await openGroup(page, "people");
    await expect(figure(page, "salary")).toContainText("EUR");
  });

  test("stand in dollars without a word of another currency", async ({ page }) => {
    await openHosted(page, "");
    expect((await ranges(page))[0][0]).toBe(money(740_000));
    await expect(cost(page)).toContainText(filled(COST.currency, { name: "US dollars" }));
    await expect(cost(page)).not.toContainText("with the same numbers");
  });
});

test.describe("the files", () => {
  /**
   * Saves a file and reads it.
   *
   * @param {Page} page
   * @param {string} name
   */
  async function saved(page, name) {
    const download = page.waitForEvent("download");
    await press(page, name);
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  }

  test("hold the ranges in each view", async ({ page }) => {
    await openAt(page, "result", OPEN);
    const { name, text } = await saved(page, COST.save.ranges);
    expect(name).toBe("cost-ranges.csv");
    const lines = text.trim().split("\r\n");
    expect(lines).toHaveLength(13);
    expect(lines[1]).toBe('"In-house IT","Three years","USD",740000,960000,1200000,26');
  });

  test("hold the figures, with those of the visitor", async ({ page }) => {
    await openAt(page, "result", OPEN);
    await openGroup(page, "fees");
    await enter(page, "fee_out", "150");
    const { name, text } = await saved(page, COST.save.figures);
    expect(name).toBe("cost-figures.csv");
    expect(text).toContain(`"${WORDS.cost.input.fee_out.label}","USD",125,150,275`);
    expect(text.trim().split("\r\n")).toHaveLength(21);
  });

  test("that the browser refuses are told, here and to a screen reader", async ({ page }) => {
    await openAt(page, "result", OPEN);
    await refuseFiles(page);
    await press(page, COST.save.text);
    await expect(cost(page).locator(".outcome")).toHaveText(WORDS.ui.take.files.failed);
    await expect(page.getByRole("status")).toHaveText(WORDS.ui.take.files.failed);
  });

  test("hold both as Markdown", async ({ page }) => {
    await openAt(page, "result", OPEN);
    const { name, text } = await saved(page, COST.save.text);
    expect(name).toBe("cost.md");
    expect(text).toContain("| In-house IT | Three years | USD |");
    expect(text).toContain(WORDS.cost.input.salary.label);
  });
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    test.describe(`with everything open (${colorScheme}, ${size})`, () => {
      test.use({ colorScheme, viewport });

      test("the checker finds nothing", async ({ page }) => {
        await openAt(page, "result", OPEN);
        for (const group of Object.keys(COST.own.group)) await openGroup(page, group);
        await enter(page, "salary", "many");
        await enter(page, "fee_out", "150");
        await layOutAll(page);
        const { violations } = await new AxeBuilder({ page }).include("support-fit").analyze();
        expect(violations.flatMap(({ nodes }) => nodes.map((node) => node.failureSummary))).toEqual(
          [],
        );
      });
    });
  }
}

test("nothing scrolls sideways at 320 px with everything open", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openAt(page, "result", OPEN);
  for (const group of Object.keys(COST.own.group)) await openGroup(page, group);
  await enter(page, "salary", "many");
  await layOutAll(page);
  expect(await misfits(page)).toEqual([]);
});

test("a phone says in each cell of the table of drivers what it is about", async ({ page }) => {
  await page.setViewportSize(PHONE);
  await openAt(page, "result", OPEN);
  const table = cost(page).locator("table.stacking");
  const fold = cost(page).locator("details", { has: page.locator("table.stacking") });
  await fold.last().locator("summary").first().click();
  const cells = table.locator("tbody tr").first().locator("td");
  await expect(cells.nth(0).locator(".of")).toHaveText(COST.driver.at_low);
  await expect(cells.nth(1).locator(".of")).toBeVisible();
  await page.setViewportSize(DESKTOP);
  await expect(cells.nth(0).locator(".of")).toBeHidden();
});
