// What assistive technology and pointer users need, beyond what `screens.spec.js` checks on every screen.

import { expect } from "@playwright/test";

import { barriers } from "./steps/checker.js";
import { WORDS, organization } from "./steps/content.js";
import { LEANING, draftAt, keep } from "./steps/drafts.js";
import { LEANS, answer, choose, heading, open, painted, press } from "./steps/flow.js";
import { openAt, resultIsWhole } from "./steps/full.js";
import { SCRIPT, openHost, ready } from "./steps/host.js";
import { openReport } from "./steps/printing.js";
import { test } from "./steps/reading.js";

test("The page for frames has a main part, a first-level heading, and no axe violation @wcag-2.4.2 @wcag-3.1.1", async ({
  page,
}) => {
  await page.goto("/widget/frame.html");
  await ready(page);
  await expect.soft(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect.soft(page.getByRole("main").locator("support-fit")).toHaveCount(1);
  expect(await barriers(page)).toEqual([]);
});

test("The printed report has no axe violation @wcag-1.3.1", async ({ page }) => {
  await openAt(page, "result", organization("P10"));
  const report = await openReport(page);
  await report.emulateMedia({ media: "print" });
  await expect(report.locator(".paper")).toBeVisible();
  expect(await barriers(report, { part: ".paper" })).toEqual([]);
});

test("The widget adds no unnamed landmark to the host page @wcag-1.3.1", async ({ page }) => {
  const ways = () => page.getByRole("navigation");
  await test.step("the first result adds the ways between its views, with a name", async () => {
    await keep(page, draftAt("skills", LEANING));
    await openHost(page, `<support-fit></support-fit>${SCRIPT}`);
    await ready(page);
    await answer(page, LEANS[6]);
    await resultIsWhole(page);
    for (const role of /** @type {const} */ (["banner", "contentinfo"])) {
      await expect.soft(page.getByRole(role)).toHaveCount(0);
    }
    await expect.soft(ways()).toHaveAccessibleName(WORDS.ui.result.view.title);
  });
  await test.step("the list of questions and the views of a full result have names", async () => {
    await openAt(page, "overview", organization("P10"));
    await expect.soft(page.getByRole("navigation", { name: "All questions" })).toBeVisible();
    await openAt(page, "result", organization("P10"), "cost");
    await expect.soft(ways()).toHaveAccessibleName(WORDS.ui.result.view.title);
  });
});

test("Each “Try it” button has a name of its own @wcag-2.4.4", async ({ reading }) => {
  for (const id of ["P4", "P10"]) {
    await test.step(id, async () => {
      const page = await reading(id, "what-if");
      const names = await page
        .getByRole("button", { name: /^Try it: / })
        .evaluateAll((buttons) => buttons.map((one) => one.getAttribute("aria-label")));
      expect.soft(names.length).toBeGreaterThan(1);
      expect.soft(new Set(names).size).toBe(names.length);
    });
  }
});

test("A press that is released elsewhere does nothing @wcag-2.5.2", async ({ page }) => {
  const checked = page.getByRole("radio", { checked: true });
  const pressAndSlideOff = async (/** @type {import("@playwright/test").Locator} */ target) => {
    await target.hover();
    await page.mouse.down();
    await page.mouse.move(2, 2);
    await page.mouse.up();
    await painted(page);
  };

  await test.step("on an answer", async () => {
    await open(page);
    await pressAndSlideOff(page.getByText(LEANS[0], { exact: true }));
    await expect.soft(checked).toHaveCount(0);
  });
  await test.step("on Next and on Start over", async () => {
    await choose(page, LEANS[0]);
    await pressAndSlideOff(page.getByRole("button", { name: "Next" }));
    await pressAndSlideOff(page.getByRole("button", { name: "Start over" }));
    await expect.soft(heading(page, "handles IT")).toBeVisible();
    await expect.soft(page.getByRole("dialog")).toBeHidden();
    await expect.soft(checked).toHaveCount(1);
  });
  await test.step("on a rating", async () => {
    await openAt(page, "priorities", organization("P10"));
    const before = await checked.count();
    const decisive = { name: "Decisive" };
    await pressAndSlideOff(page.getByRole("radio", decisive).first());
    await expect.soft(page.getByRole("radio", { ...decisive, checked: true })).toHaveCount(0);
    await expect.soft(checked).toHaveCount(before);
  });
});

test("Controls that repeat on every screen have the same order and names @wcag-3.2.3 @wcag-3.2.4", async ({
  page,
}) => {
  const repeated = () =>
    page
      .locator("support-fit")
      .locator(".head summary, .screen .actions button, .foot button")
      .allTextContents();
  const [models, back, all] = ["What the three models mean", "Back", "All questions"];
  const end = ["Start over", "Delete my answers"];
  await open(page);
  await answer(page, LEANS[0]);
  await heading(page, "How busy").waitFor();
  expect.soft(await repeated()).toEqual([models, back, "Next", ...end]);
  await openAt(page, "priorities", organization("P10"));
  expect.soft(await repeated()).toEqual([models, back, "Next: review your answers", all, ...end]);
  await press(page, "Back");
  await page.getByRole("button", { name: "Next: your priorities" }).waitFor();
  expect.soft(await repeated()).toEqual([models, back, "Next: your priorities", all, ...end]);
  await openAt(page, "check", organization("P10"));
  expect.soft(await repeated()).toEqual([models, back, "See your result", ...end]);
  await openAt(page, "overview", organization("P10"));
  expect.soft(await repeated()).toEqual([models, back, ...end]);
});
