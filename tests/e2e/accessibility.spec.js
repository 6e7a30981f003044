// Every screen for everybody: what a checker finds, and the size of what can be pressed.

import { expect, test } from "@playwright/test";

import { barriers } from "./steps/checker.js";
import { WORDS, organization } from "./steps/content.js";
import { LEANS, answerAll, choose, open, painted, press } from "./steps/flow.js";
import { openAt } from "./steps/full.js";
import { SCRIPT, openHost, ready } from "./steps/host.js";
import { DESKTOP, PHONE, layOutAll, targets } from "./steps/measure.js";
import { SCREENS } from "./steps/screens.js";

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    test.describe(`the checker finds nothing (${colorScheme}, ${size})`, () => {
      test.use({ colorScheme, viewport });

      for (const [name, show] of Object.entries(SCREENS)) {
        test(`on ${name}`, async ({ page }) => {
          await show(page);
          await layOutAll(page);
          expect(await barriers(page)).toEqual([]);
        });
      }
    });
  }
}

test.describe("what can be pressed is large enough", () => {
  test.use({ viewport: PHONE });
  for (const [screen, show] of Object.entries(SCREENS)) {
    test(`on ${screen}`, async ({ page }) => {
      await show(page);
      await layOutAll(page);
      const all = await targets(page);
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter((t) => t.height < (t.isAnswer ? 44 : 24) || t.width < 24)).toEqual([]);
    });
  }
});

test.describe("the checker finds nothing either", () => {
  test("on the page for frames", async ({ page }) => {
    await page.goto("/widget/frame.html");
    await ready(page);
    expect(await barriers(page)).toEqual([]);
  });

  test("on the report on paper", async ({ page }) => {
    test.slow();
    await openAt(page, "result", organization("P10"));
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("support-fit .paper")).toBeVisible();
    expect(await barriers(page, ".paper")).toEqual([]);
  });
});

test("the page for frames has a heading of the first level and a main part", async ({ page }) => {
  await page.goto("/widget/frame.html");
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.getByRole("main").locator("support-fit")).toHaveCount(1);
});

test("nothing becomes a landmark of the page around without a name", async ({ page }) => {
  test.slow();
  await openHost(page, `<support-fit></support-fit>${SCRIPT}`);
  await ready(page);
  await answerAll(page, LEANS);
  await page.getByRole("article").waitFor();
  for (const role of /** @type {const} */ (["banner", "contentinfo", "navigation"])) {
    await expect(page.getByRole(role)).toHaveCount(0);
  }
  await openAt(page, "overview", organization("P10"));
  await expect(page.getByRole("navigation", { name: "All questions" })).toBeVisible();
  await openAt(page, "result", organization("P10"));
  await expect(page.getByRole("navigation")).toHaveAccessibleName(WORDS.ui.result.contents);
});

test.describe("each way to try a change says which", () => {
  for (const id of ["P4", "P10"]) {
    test(`for ${id}`, async ({ page }) => {
      await openAt(page, "result", organization(id));
      const ways = await page.getByRole("button", { name: /^Try it below: / }).all();
      expect(ways.length).toBeGreaterThan(1);
      const names = await Promise.all(ways.map((way) => way.getAttribute("aria-label")));
      expect(new Set(names).size).toBe(names.length);
    });
  }
});

test.describe("what is pressed and let go elsewhere does nothing", () => {
  /**
   * Presses something and slides away before letting go.
   *
   * @param {import("@playwright/test").Locator} target
   */
  async function slideOff(target) {
    await target.hover();
    const page = target.page();
    await page.mouse.down();
    await page.mouse.move(2, 2);
    await page.mouse.up();
    await painted(page);
  }

  test("an answer", async ({ page }) => {
    await open(page);
    await slideOff(page.getByText(LEANS[0], { exact: true }));
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  });

  test("the way on, and the way back to the start", async ({ page }) => {
    await open(page);
    await choose(page, LEANS[0]);
    await slideOff(page.getByRole("button", { name: "Next" }));
    await slideOff(page.getByRole("button", { name: "Start over" }));
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(1);
  });

  test("a rating", async ({ page }) => {
    await openAt(page, "priorities", organization("P10"));
    const before = await page.getByRole("radio", { checked: true }).count();
    await slideOff(page.getByRole("radio", { name: "Decisive" }).first());
    await expect(page.getByRole("radio", { name: "Decisive", checked: true })).toHaveCount(0);
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(before);
  });
});

test.describe("what repeats", () => {
  /**
   * The controls of a screen that others have too, in their order.
   *
   * @param {import("@playwright/test").Page} page
   */
  const repeated = (page) =>
    page
      .locator("support-fit")
      .locator(".head summary, .screen .actions button, .foot button")
      .allTextContents();

  test("stands in one order, under the same names", async ({ page }) => {
    test.slow();
    const [models, back, all] = ["What the three models mean", "Back", "All questions"];
    const end = ["Start over", "Erase my answers"];
    await open(page);
    await answerAll(page, LEANS.slice(0, 1));
    expect(await repeated(page)).toEqual([models, back, "Next", ...end]);
    await openAt(page, "priorities", organization("P10"));
    expect(await repeated(page)).toEqual([models, back, "Next: check your answers", all, ...end]);
    await press(page, "Back");
    const asked = await repeated(page);
    expect(asked).toEqual([models, back, "Next: what matters to you", all, ...end]);
    await openAt(page, "check", organization("P10"));
    expect(await repeated(page)).toEqual([models, back, "See your result", ...end]);
    await openAt(page, "overview", organization("P10"));
    expect(await repeated(page)).toEqual([models, back, ...end]);
  });
});
