// Cost over three years: three fields, ranges, break-even, what moves the gap, and every figure behind it.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import { WORDS, filled, organization } from "./steps/content.js";
import {
  COST,
  allFigures,
  cost,
  enter,
  enterEssential,
  essential,
  field,
  figure,
  figureSlider,
  keptFigures,
  money,
  openGroup,
  pressOf,
  problems,
  published,
  ranges,
} from "./steps/cost.js";
import { keep } from "./steps/drafts.js";
import { button, painted, press } from "./steps/flow.js";
import { roadmapOf } from "./steps/following.js";
import { fullDraft, openAt, resultIsWhole } from "./steps/full.js";
import { SCRIPT, openHost } from "./steps/host.js";
import { DESKTOP, PHONE } from "./steps/measure.js";
import { openView } from "./steps/result.js";
import { refuseFiles } from "./steps/take.js";

/** @typedef {import("@playwright/test").Page} Page */

/** An organization with 90 users and overlapping ranges. */
const OPEN = organization("P4");

/** One figure of each kind, entered by the visitor with the values that are suggested for `OPEN`. */
const CONFIRMED = {
  users: [90, 90, 90],
  salary: [75_000, 96_800, 130_000],
  fee_co: [75, 110, 150],
  fee_out: [200, 235, 275],
};

const UNDO = WORDS.ui.footer.undo;

/**
 * Opens the costs of `OPEN`.
 *
 * @param {Page} page
 */
async function openCost(page) {
  await openAt(page, "result", OPEN);
  await openView(page, "Cost");
}

/** The low, middle and high amounts of each model. */
const amounts = async (/** @type {Page} */ page) =>
  (await ranges(page)).map((row) => row.slice(0, 3));

/**
 * Moves a slider without releasing it.
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
 * Opens the result in a host page that sets attributes.
 *
 * @param {Page} page
 * @param {string} attributes
 */
async function openHosted(page, attributes) {
  await keep(page, fullDraft(OPEN, { screen: "result" }));
  await openHost(page, `${SCRIPT}<support-fit ${attributes}></support-fit>`);
  await resultIsWhole(page);
  await openView(page, "Cost");
}

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

test("The cost ranges match the published ones, in total, by year and by user @wcag-1.1.1", async ({
  page,
}) => {
  await openCost(page);
  await test.step("sample figures look like samples and name no cheapest model", async () => {
    const claim = `${COST.claim.sample} ${COST.claim.add}`;
    await expect.soft(cost(page).locator(".cost-verdict")).toHaveText(claim);
    await expect.soft(cost(page).locator(".sample-mark")).toHaveText(COST.sample);
    await expect.soft(cost(page).getByText(COST.head.cheapest)).toHaveCount(0);
    await expect.soft(cost(page).getByText(COST.even_title)).toHaveCount(0);
    await expect.soft(cost(page).locator("#cost-drivers")).toHaveCount(0);
  });
  const draft = JSON.parse(fullDraft(OPEN, { screen: "result" }));
  await keep(page, JSON.stringify({ ...draft, figures: CONFIRMED }));
  await page.goto("/widget/");
  await resultIsWhole(page);
  await openView(page, "Cost");
  await test.step("over three years", async () => {
    expect.soft(await amounts(page)).toEqual(published("P4"));
    await expect.soft(cost(page)).toContainText(filled(COST.open, { least: 80 }));
    await expect.soft(cost(page)).toContainText(COST.apart);
    expect.soft((await ranges(page))[0][0]).toBe(money(720_000));
    await expect.soft(cost(page)).toContainText(filled(COST.currency, { name: "US dollars" }));
    await expect.soft(cost(page)).not.toContainText("Enter your own in");
  });
  await test.step("on one axis, with the overlaps in words", async () => {
    await expect.soft(cost(page).locator(".cost-range")).toHaveCount(3);
    const ticks = ["$0", "$200K", "$400K", "$600K", "$800K", "$1M", "$1.2M"];
    await expect.soft(cost(page).locator(".scale span")).toHaveText(ticks);
    await expect.soft(cost(page).locator(".overlaps li")).toHaveText([COST.overlap_all]);
  });
  await test.step("for each year and each user", async () => {
    const choose = (/** @type {string} */ view) =>
      cost(page).getByLabel(COST.view[view], { exact: true }).check();
    await choose("year");
    await painted(page);
    expect.soft(await amounts(page)).toEqual(published("P4", 3));
    await choose("per_user");
    await painted(page);
    expect.soft(await amounts(page)).toEqual(published("P4", 270));
    await choose("three_years");
    await painted(page);
    expect.soft(await amounts(page)).toEqual(published("P4", 90));
  });
  await test.step("the size at which two models cost the same has a range", async () => {
    const even = cost(page).locator(".even li");
    await expect.soft(even).toHaveCount(0);
    await cost(page).getByText(COST.even_title, { exact: true }).click();
    await expect
      .soft(even.last())
      .toHaveText(
        /Co-managed IT and fully outsourced IT cost the same at about \d+ users \(range \d+ to [\d,]+\)\. With fewer users, fully outsourced IT costs less\./,
      );
  });
  await test.step("the cost items of each model are listed", async () => {
    await cost(page).getByText(COST.alike.title, { exact: true }).click();
    for (const name of ["staff", "after_hours", "extras", "downtime_same", "left_out"]) {
      await expect.soft(cost(page).getByText(COST.alike[name])).toBeVisible();
    }
  });
  await test.step("what moves the gap is listed in words, and in a table", async () => {
    const drivers = cost(page).locator(".drivers li");
    await cost(page).locator("#cost-drivers > summary").click();
    await expect.soft(drivers).toHaveCount(6);
    await expect.soft(drivers.first()).toContainText("A higher figure favors");
    const table = cost(page).locator("table.stacking");
    await expect.soft(table).toBeHidden();
    await cost(page).getByText(WORDS.ui.result.table, { exact: true }).click();
    await expect.soft(table.getByRole("row")).toHaveCount(7);
    await expect.soft(table.getByRole("cell").first()).toHaveText(/IT by \$[\d,]+/);
  });
  await test.step("on a phone, each cell of that table is labeled", async () => {
    const cells = cost(page).locator("table.stacking tbody tr").first().locator("td");
    await page.setViewportSize(PHONE);
    await expect.soft(cells.nth(0).locator(".of")).toHaveText(COST.driver.at_low);
    await expect.soft(cells.nth(1).locator(".of")).toBeVisible();
    await page.setViewportSize(DESKTOP);
    await expect.soft(cells.nth(0).locator(".of")).toBeHidden();
  });
});

test("Three fields lead to a first answer, and agree with all figures @wcag-3.3.1 @wcag-4.1.3", async ({
  page,
}) => {
  await openCost(page);
  const before = await ranges(page);
  const entry = (/** @type {string} */ input) => essential(page, input).getByRole("textbox");
  await test.step("they have the likely figures, and say where these come from", async () => {
    await expect.soft(cost(page).locator(".essential")).toHaveCount(3);
    await expect.soft(entry("users")).toHaveValue("90");
    await expect.soft(entry("salary")).toHaveValue("96,800");
    await expect.soft(essential(page, "users")).toContainText(COST.reliability.answer);
  });
  await test.step("an error is shown at the field, and nothing is saved", async () => {
    await enterEssential(page, "salary", "many");
    const { not_a_number } = COST.problem;
    await expect.soft(entry("salary")).toHaveAccessibleDescription(not_a_number);
    await expect.soft(page.getByRole("status")).toHaveText(not_a_number);
    expect.soft(await ranges(page)).toEqual(before);
    expect(await keptFigures(page)).toBeUndefined();
  });
  await test.step("an entered figure is among all figures, announced, and saved with a range", async () => {
    await enterEssential(page, "salary", "80000");
    await expect.soft(entry("salary")).toHaveValue("80,000");
    await expect.soft(essential(page, "salary")).toContainText(COST.reliability.own);
    const partly = filled(COST.claim.partly, { n: 1, total: 20 });
    await expect.soft(page.getByRole("status")).toContainText(partly);
    expect.soft(await ranges(page)).not.toEqual(before);
    await openGroup(page, "people");
    await expect.soft(field(page, "salary")).toHaveValue("80,000");
    await expect.poll(() => keptFigures(page)).toEqual({ salary: [75000, 80000, 130000] });
  });
  await test.step("a range that does not hold the figure moves with it", async () => {
    await enterEssential(page, "salary", "160000");
    await expect.soft(field(page, "salary", "low")).toHaveValue("150,000");
    await expect.soft(field(page, "salary", "high")).toHaveValue("260,000");
  });
  await test.step("a change among all figures shows in the field", async () => {
    await enter(page, "salary", "170000");
    await expect(entry("salary")).toHaveValue("170,000");
  });
  await test.step("a figure is confirmed with its button, and undone", async () => {
    const { label } = WORDS.cost.input.users;
    await button(essential(page, "users"), `${COST.own.confirm}: ${label}`).click();
    await expect(entry("users")).toBeFocused();
    await expect(essential(page, "users")).toContainText(COST.reliability.own);
    await button(cost(page).locator(".essentials"), UNDO).click();
    await expect(page.getByRole("heading", { name: COST.numbers })).toBeFocused();
    await expect(essential(page, "users")).toContainText(COST.reliability.answer);
  });
});

test("Entering a figure changes the cost ranges and the statements about cost @wcag-2.5.7 @wcag-3.3.2 @wcag-4.1.3", async ({
  page,
}) => {
  await openCost(page);
  const before = await ranges(page);
  await test.step("figures are rendered when their group is opened", async () => {
    await expect(figure(page, "salary")).toHaveCount(0);
    await openGroup(page, "people");
    await expect(figure(page, "salary")).toBeVisible();
  });
  await test.step("each shows its unit, source, date and reliability", async () => {
    const tag = (/** @type {string} */ input) => figure(page, input).locator(".tag");
    for (const text of ["USD", WORDS.cost.input.salary.source, "May 2024"]) {
      await expect.soft(figure(page, "salary")).toContainText(text);
    }
    await expect.soft(tag("salary")).toHaveText(COST.reliability.statistics);
    await expect.soft(tag("turnover")).toHaveText(COST.reliability.illustrative);
    await openGroup(page, "organization");
    await expect.soft(tag("users")).toHaveText(COST.reliability.answer);
  });
  await test.step("an entered figure is marked and changes only the models it belongs to", async () => {
    await openGroup(page, "fees");
    await enter(page, "fee_out", "210");
    await expect(figure(page, "fee_out").locator(".tag")).toHaveText(COST.reliability.own);
    const head = cost(page).locator("summary").filter({ hasText: COST.own.group.fees });
    await expect.soft(head).toContainText(filled(COST.own.count, { n: 1 }));
    const after = await ranges(page);
    expect.soft(after[2]).not.toEqual(before[2]);
    expect.soft(after[0].slice(0, 3)).toEqual(before[0].slice(0, 3));
    await expect.poll(() => keptFigures(page)).toEqual({ fee_out: [200, 210, 275] });
  });
  await test.step("the live region and the page say which model costs least only from figures of each kind", async () => {
    await enter(page, "fee_out", "201");
    const partly = filled(COST.claim.partly, { n: 1, total: 20 });
    await expect.soft(page.getByRole("status")).toContainText(partly);
    for (const name of ["users", "salary", "fee_co"]) {
      await pressOf(page, name, "confirm");
      await expect.soft(figure(page, name).locator(".tag")).toHaveText(COST.reliability.own);
    }
    await expect.soft(page.getByRole("status")).toHaveText(filled(COST.open, { least: 80 }));
    for (const at of /** @type {const} */ (["low", "likely", "high"])) {
      await enter(page, "fee_out", "20", at);
    }
    const claim = filled(COST.claim.own, { name: "fully outsourced IT", n: "100" });
    const decides = `${claim} ${COST.claim.rest}`;
    await expect.soft(page.getByRole("status")).toHaveText(decides);
    await expect.soft(cost(page).locator(".cost-verdict")).toHaveText(decides);
    await expect.soft(cost(page)).toContainText("Fully outsourced IT stays below co-managed IT.");
  });
  await test.step("the fee for a part being above the fee for all is a warning", async () => {
    await enter(page, "fee_co", "400", "high");
    await enter(page, "fee_co", "300");
    await expect.soft(cost(page).getByText(COST.warning.shared_above_full)).toBeVisible();
  });
  await test.step("a figure without a range changes as a whole", async () => {
    await enter(page, "users", "120");
    for (const at of /** @type {const} */ (["low", "likely", "high"])) {
      await expect.soft(field(page, "users", at)).toHaveValue("120");
    }
  });
  await test.step("figures that depend on another follow it", async () => {
    await openGroup(page, "staff");
    await enter(page, "users", "700");
    await expect.soft(field(page, "fte_inhouse")).toHaveValue("10");
    await expect.soft(field(page, "fte_inhouse", "high")).toHaveValue("17.5");
  });
});

test("An impossible figure is explained at its field and not used @wcag-3.3.1 @wcag-3.3.3", async ({
  page,
}) => {
  await openCost(page);
  const before = await ranges(page);
  await openGroup(page, "people");
  for (const [text, problem] of [
    ["many", COST.problem.not_a_number],
    ["-5", COST.problem.negative],
    ["140000", COST.problem.above_high],
    ["60000", COST.problem.above_likely],
    ["9999999999", filled(COST.problem.too_large, { high: "1,000,000,000" })],
    ["1.2,5", filled(COST.problem.unclear, { n: "1.5", high: "12,345" })],
  ]) {
    await test.step(`“${text}”`, async () => {
      await enter(page, "salary", text);
      await expect.soft(problems(page, "salary")).toHaveText([problem]);
      await expect.soft(field(page, "salary")).toHaveValue(text);
      await expect.soft(field(page, "salary")).toHaveAttribute("aria-invalid", "true");
      await expect.soft(field(page, "salary")).toHaveAccessibleDescription(problem);
      await expect.soft(page.getByRole("status")).toHaveText(problem);
    });
  }
  await test.step("the ranges and the draft are unchanged", async () => {
    expect(await ranges(page)).toEqual(before);
    expect(await keptFigures(page)).toBeUndefined();
  });
  await test.step("it is accepted once another entry makes it valid", async () => {
    await enter(page, "salary", "60000");
    await expect(problems(page, "salary")).toHaveCount(1);
    await enter(page, "salary", "50000", "low");
    await expect(problems(page, "salary")).toHaveCount(0);
    await expect(field(page, "salary", "low")).toHaveValue("50,000");
    await expect(field(page, "salary")).toHaveValue("60,000");
    await expect.poll(() => keptFigures(page)).toEqual({ salary: [50000, 60000, 130000] });
  });
});

test("Figures survive a reload, and can be undone and reset", async ({ page }) => {
  await openCost(page);
  const before = await ranges(page);
  await openGroup(page, "fees");
  await test.step("a reset restores the suggested figure and keeps the focus there", async () => {
    await enter(page, "fee_out", "210");
    await pressOf(page, "fee_out", "reset");
    await expect(field(page, "fee_out")).toHaveValue("235");
    await expect(field(page, "fee_out")).toBeFocused();
    expect(await ranges(page)).toEqual(before);
  });
  await test.step("entering the suggested figure confirms it", async () => {
    await enter(page, "fee_out", "210");
    await expect.poll(() => keptFigures(page)).toEqual({ fee_out: [200, 210, 275] });
    await enter(page, "fee_out", "235");
    await expect(figure(page, "fee_out").locator(".tag")).toHaveText(COST.reliability.own);
    await expect.poll(() => keptFigures(page)).toEqual({ fee_out: [200, 235, 275] });
    await pressOf(page, "fee_out", "reset");
  });
  await test.step("undo reverts the last figure", async () => {
    await enter(page, "fee_out", "210");
    await button(cost(page).locator("#cost-figures"), UNDO).click();
    await painted(page);
    expect(await ranges(page)).toEqual(before);
    await expect(field(page, "fee_out")).toHaveValue("235");
    await expect(allFigures(page)).toBeFocused();
    await expect.poll(() => keptFigures(page)).toBeUndefined();
  });
  await test.step("all figures can be reset at once", async () => {
    await openGroup(page, "people");
    await enter(page, "fee_out", "210");
    await enter(page, "salary", "many");
    await button(cost(page).locator("#cost-figures"), COST.own.reset_all).click();
    await expect(field(page, "fee_out")).toHaveValue("235");
    await expect(field(page, "salary")).toHaveValue("96,800");
    await expect(problems(page, "salary")).toHaveCount(0);
    await expect(allFigures(page)).toBeFocused();
    await expect(button(page, COST.own.reset_all)).toHaveCount(0);
    expect(await ranges(page)).toEqual(before);
  });
  await test.step("a change elsewhere is not undone here", async () => {
    await enter(page, "fee_out", "210");
    const undo = cost(page).getByRole("button", { name: UNDO });
    await expect(undo.first()).toBeVisible();
    await openView(page, "Plan");
    await roadmapOf(page).getByRole("checkbox").first().check();
    await openView(page, "Cost");
    await expect(undo).toHaveCount(0);
  });
  await test.step("a figure survives a reload", async () => {
    const entered = await ranges(page);
    await page.reload();
    await resultIsWhole(page);
    expect(await ranges(page)).toEqual(entered);
    await openGroup(page, "fees");
    await expect(field(page, "fee_out")).toHaveValue("210");
  });
});

test("Dragging a figure changes the ranges before it is released", async ({ page }) => {
  await openCost(page);
  const before = await ranges(page);
  await openGroup(page, "fees");
  const slider = figureSlider(page, "fee_out");
  await test.step("dragging it back changes nothing", async () => {
    const start = await slider.inputValue();
    for (const at of ["21500", start]) await drag(slider, at);
    expect(await ranges(page)).toEqual(before);
    const tag = figure(page, "fee_out").locator(".tag");
    await expect(tag).toHaveText(COST.reliability.provider);
    await expect(button(page, UNDO)).toHaveCount(0);
  });
  await test.step("the ranges and the field follow, and the release saves it", async () => {
    await drag(slider, "21500");
    expect(await ranges(page)).not.toEqual(before);
    await expect(field(page, "fee_out")).toHaveValue("215");
    expect(await keptFigures(page)).toBeUndefined();
    await slider.evaluate((input) => input.dispatchEvent(new Event("change", { bubbles: true })));
    await expect.poll(() => keptFigures(page)).toEqual({ fee_out: [200, 215, 275] });
    await expect(slider).toHaveAttribute("aria-valuetext", "215");
  });
  await test.step("a figure between two steps is restored to the last digit", async () => {
    await enter(page, "fee_out", "210.37");
    const start = await slider.inputValue();
    for (const at of ["22000", start]) await drag(slider, at);
    await expect(field(page, "fee_out")).toHaveValue("210.37");
  });
});

test("A figure can be changed with the keyboard only @wcag-2.1.1", async ({ page }) => {
  await openCost(page);
  await allFigures(page).focus();
  await page.keyboard.press("Enter");
  const summary = cost(page).locator("summary").filter({ hasText: COST.own.group.fees });
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(field(page, "fee_co", "low")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(field(page, "fee_co", "low")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("120");
  await page.keyboard.press("Enter");
  await expect(figure(page, "fee_co").locator(".tag")).toHaveText(COST.reliability.own);
  await expect(field(page, "fee_co")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(figureSlider(page, "fee_co")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(field(page, "fee_co")).toHaveValue("121");
});

test("Figures use the number format of the region, and the currency of the host page or the region", async ({
  page,
}) => {
  await test.step("percent and currency signs are accepted", async () => {
    await openHosted(page, 'lang="en-US"');
    await openGroup(page, "people");
    await enter(page, "burden", "27.5%");
    await expect.soft(field(page, "burden")).toHaveValue("27.5");
    await enter(page, "salary", "$ 91,234.5");
    await expect.soft(field(page, "salary")).toHaveValue("91,234.5");
    const own = { burden: [0.2, 0.275, 0.3], salary: [75000, 91234.5, 130000] };
    await expect.poll(() => keptFigures(page)).toEqual(own);
  });
  await test.step("with en-DE, the decimal mark is a comma", async () => {
    await openHosted(page, 'lang="en-DE"');
    await openGroup(page, "people");
    // Our figure is in dollars, and the field is for euros.
    await expect.soft(field(page, "salary")).toHaveValue("");
    await expect.soft(figure(page, "salary")).toContainText("US$96,800");
    await enter(page, "salary", "91.234,5");
    await expect.soft(field(page, "salary")).toHaveValue("91.234,5");
    await expect.poll(() => keptFigures(page)).toEqual({ salary: [71000, 91234.5, 120000] });
    await enter(page, "salary", "1,2.5");
    const problem = filled(COST.problem.unclear, { n: "1,5", high: "12.345" });
    await expect.soft(problems(page, "salary")).toHaveText([problem]);
  });
  await test.step("our figures stay in dollars, and the page asks for figures in the currency of the region", async () => {
    await openHosted(page, 'lang="en-GB"');
    expect.soft((await ranges(page))[0][0]).toBe("US$720,000");
    const made = filled(COST.currency, { name: "US dollars" });
    const shown = filled(COST.own.other_currency, { other: "British pounds" });
    await expect.soft(cost(page)).toContainText(`${made} ${shown}`);
  });
  await test.step("the currency of the host page overrides that of the region", async () => {
    await openHosted(page, 'lang="en-GB" currency="eur"');
    expect.soft((await ranges(page))[0][0]).toBe("US$720,000");
    await openGroup(page, "people");
    await expect.soft(figure(page, "salary")).toContainText("EUR");
  });
});

test("Ranges and figures are saved as CSV and Markdown", async ({ page }) => {
  await openCost(page);
  await cost(page).getByText(COST.save.title, { exact: true }).click();
  await test.step("the ranges in each view", async () => {
    const { name, text } = await saved(page, COST.save.ranges);
    expect.soft(name).toBe("cost-ranges.csv");
    const lines = text.trim().split("\r\n");
    expect.soft(lines).toHaveLength(13);
    expect.soft(lines[1]).toBe('"In-house IT","Three years","USD",720000,930000,1200000');
  });
  await test.step("the figures, with those the visitor entered", async () => {
    await openGroup(page, "fees");
    await enter(page, "fee_out", "210");
    const { name, text } = await saved(page, COST.save.figures);
    expect.soft(name).toBe("cost-figures.csv");
    expect.soft(text).toContain(`"${WORDS.cost.input.fee_out.label}","USD",200,210,275`);
    expect.soft(text.trim().split("\r\n")).toHaveLength(21);
  });
  await test.step("both as Markdown", async () => {
    const { name, text } = await saved(page, COST.save.text);
    expect.soft(name).toBe("cost.md");
    expect.soft(text).toContain("| In-house IT | Three years | USD |");
    expect.soft(text).toContain(WORDS.cost.input.salary.label);
  });
  await test.step("a file that the browser refuses is reported", async () => {
    await refuseFiles(page);
    await press(page, COST.save.text);
    await expect.soft(cost(page).locator(".outcome")).toHaveText(WORDS.ui.take.files.failed);
    await expect.soft(page.getByRole("status")).toHaveText(WORDS.ui.take.files.failed);
  });
});
