// Every screen for everybody: assistive technology, keyboard, zoom, contrast, motion, writing direction.

import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

import { keep } from "./steps/drafts.js";
import {
  LEANS,
  QUESTIONS,
  answer,
  answerAll,
  button,
  choose,
  heading,
  open,
  painted,
  press,
} from "./steps/flow.js";
import { openHost } from "./steps/host.js";
import { focused, misfits, moving, targets } from "./steps/measure.js";
import { SCREENS } from "./steps/screens.js";

/** @typedef {import("@playwright/test").Page} Page */

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

/** The rules that hold for level AA, what is good practice, and what the checker only tries out. */
const TAGS = [
  ...["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
  ...["best-practice", "experimental"],
];

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    test.describe(`the checker finds nothing (${colorScheme}, ${size})`, () => {
      test.use({ colorScheme, viewport });

      for (const [name, show] of Object.entries(SCREENS)) {
        test(`on ${name}`, async ({ page }) => {
          await show(page);
          const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
          const found = violations.flatMap(({ id, nodes }) =>
            nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
          );
          expect(found).toEqual([]);
        });
      }
    });
  }
}

for (const [name, viewport] of Object.entries({
  "320 px wide": { width: 320, height: 640 },
  "at 400 % zoom": { width: 320, height: 256 },
})) {
  test.describe(`nothing is cut off or scrolls sideways, ${name}`, () => {
    test.use({ viewport });
    for (const [screen, show] of Object.entries(SCREENS)) {
      test(`on ${screen}`, async ({ page }) => {
        await show(page);
        expect(await misfits(page)).toEqual([]);
      });
    }
  });
}

test.describe("with the widest spacing of text that people set", () => {
  test.use({ viewport: PHONE });
  for (const [screen, show] of Object.entries(SCREENS)) {
    test(`nothing is cut off on ${screen}`, async ({ page }) => {
      await show(page);
      await page.locator("support-fit").evaluate((host) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`
          * {
            line-height: 1.5 !important;
            letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important;
          }
          p { margin-block-end: 2em !important; }
        `);
        host.shadowRoot?.adoptedStyleSheets.push(sheet);
      });
      expect(await misfits(page)).toEqual([]);
    });
  }
});

test.describe("what can be pressed is large enough", () => {
  test.use({ viewport: PHONE });
  for (const [screen, show] of Object.entries(SCREENS)) {
    test(`on ${screen}`, async ({ page }) => {
      await show(page);
      const all = await targets(page);
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter((t) => t.height < (t.isAnswer ? 44 : 24) || t.width < 24)).toEqual([]);
    });
  }
});

test.describe("with the keyboard alone", () => {
  /**
   * Presses Tab until something has the focus. Every stop on the way has to be in view and to show that it has it.
   *
   * @param {Page} page
   * @param {(at: { tag: string, type: string | null, name: string }) => boolean} isThere
   */
  async function tabTo(page, isThere) {
    for (let stops = 0; stops < 40; stops++) {
      await page.keyboard.press("Tab");
      const at = await focused(page);
      if (!at) continue;
      expect(at, `${at.tag} ${at.name}`).toMatchObject({ ringed: true, inView: true });
      if (isThere(at)) return;
    }
    throw new Error("Tab does not lead there");
  }

  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    test(`a visitor comes to the result (${size})`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await open(page);
      for (const [n, question] of QUESTIONS.entries()) {
        // On load nothing has the focus; after a step the heading has it.
        if (n === 0) await expect(heading(page, question)).toBeVisible();
        else await expect(heading(page, question)).toBeFocused();
        await tabTo(page, (at) => at.type === "radio");
        // Space takes the first answer, an arrow the next one.
        await page.keyboard.press("Space");
        const order = await page.getByRole("radio").count();
        for (let k = 0; k < order; k++) {
          if (await page.getByLabel(LEANS[n], { exact: true }).isChecked()) break;
          await page.keyboard.press("ArrowDown");
          expect(await focused(page)).toMatchObject({ ringed: true, inView: true });
        }
        await expect(page.getByLabel(LEANS[n], { exact: true })).toBeChecked();
        if (n % 2 === 0) await tabTo(page, (at) => at.type === "submit");
        // On an answer, Enter goes on as well.
        await page.keyboard.press("Enter");
      }
      await expect(heading(page, "Your answers lean one way")).toBeFocused();
      await tabTo(page, (at) => at.name === "Change my answers");
      await page.keyboard.press("Enter");
      await expect(heading(page, QUESTIONS[6])).toBeFocused();
    });
  }

  test("a visitor unfolds the models, goes back, and starts over", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 1));
    await expect(heading(page, QUESTIONS[1])).toBeFocused();
    await tabTo(page, (at) => at.type === "submit");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(heading(page, QUESTIONS[0])).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Space");
    await expect(page.getByRole("definition").first()).toBeVisible();
    await tabTo(page, (at) => at.name === "Start over");
    await page.keyboard.press("Space");
    await expect(page.getByRole("dialog")).toBeVisible();
    await tabTo(page, (at) => at.name === "Start over");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  });
});

test.describe("the focus", () => {
  test("goes to the new heading after every step", async ({ page }) => {
    await open(page);
    for (const [n, label] of LEANS.entries()) {
      await answer(page, label);
      await expect(heading(page, QUESTIONS[n + 1] ?? "lean one way")).toBeFocused();
    }
    await press(page, "Change my answers");
    for (const n of [6, 5, 4, 3, 2, 1]) {
      await expect(heading(page, QUESTIONS[n])).toBeFocused();
      await press(page, "Back");
    }
    await expect(heading(page, QUESTIONS[0])).toBeFocused();
  });

  test("goes to the heading of a question that the result opens", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS);
    await press(page, "How big should your own IT team be in two years?");
    await expect(heading(page, "How big should")).toBeFocused();
    await page.getByRole("radio").first().check();
    await press(page, "Update the result");
    await expect(heading(page, "lean one way")).toBeFocused();
  });

  test("stays on an answer that is chosen", async ({ page }) => {
    await open(page);
    await choose(page, LEANS[0]);
    await painted(page);
    await expect(page.getByLabel(LEANS[0], { exact: true })).toBeFocused();
  });
});

test.describe("in a host page", () => {
  test.use({ viewport: DESKTOP });

  test("nothing scrolls as long as the new heading is in view", async ({ page }) => {
    // High enough for a whole question, so that only the application could scroll.
    await page.setViewportSize({ width: 1280, height: 1600 });
    await open(page, "/");
    await page.locator("support-fit").evaluate((host) => host.scrollIntoView());
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(0);
    for (const [n, label] of LEANS.slice(0, 6).entries()) {
      await choose(page, label);
      await press(page, "Next");
      await expect(heading(page, QUESTIONS[n + 1])).toBeFocused();
      await painted(page);
      expect(await page.evaluate(() => scrollY)).toBe(before);
    }
  });

  test("a heading out of view is scrolled into it", async ({ page }) => {
    await open(page, "/");
    await answerAll(page, LEANS);
    await button(page, "Change my answers").scrollIntoViewIfNeeded();
    await expect(heading(page, "lean one way")).not.toBeInViewport();
    await press(page, "Change my answers");
    await expect(heading(page, QUESTIONS[6])).toBeFocused();
    await expect(heading(page, QUESTIONS[6])).toBeInViewport();
  });

  test("loading takes no focus and scrolls nothing", async ({ page }) => {
    await open(page, "/");
    await painted(page);
    expect(await focused(page)).toBeNull();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test("loading with earlier answers takes no focus and scrolls nothing", async ({ page }) => {
    await open(page, "/");
    await answerAll(page, LEANS);
    await page.evaluate(() => scrollTo(0, 0));
    await page.reload();
    await heading(page, "lean one way").waitFor();
    await painted(page);
    expect(await focused(page)).toBeNull();
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test("loading leaves the focus where a visitor is writing", async ({ page }) => {
    await openHost(page, `<input aria-label="Search" autofocus /><support-fit></support-fit>`);
    await expect(page.getByLabel("Search")).toBeFocused();
    await page.evaluate(() => import(/** @type {any} */ ("/widget/support-fit.js")));
    await heading(page, QUESTIONS[0]).waitFor();
    await painted(page);
    await expect(page.getByLabel("Search")).toBeFocused();
  });
});

test.describe("the live region", () => {
  test("is there before it speaks", async ({ page }) => {
    await open(page);
    await expect(page.getByRole("status")).toBeEmpty();
    const region = await page.getByRole("status").elementHandle();
    await press(page, "Next");
    await expect(page.getByRole("status")).not.toBeEmpty();
    expect(await region?.evaluate((element) => element.isConnected)).toBe(true);
    expect(await region?.textContent()).toContain("Choose an answer first.");
  });

  test("is the same one through the whole quick check", async ({ page }) => {
    await open(page);
    const region = await page.getByRole("status").elementHandle();
    await answerAll(page, LEANS);
    await heading(page, "lean one way").waitFor();
    await expect(page.getByRole("status")).toHaveCount(1);
    expect(await region?.evaluate((element) => element.isConnected)).toBe(true);
  });

  test("is there before it says that answers are back", async ({ page }) => {
    // A text that comes together with its region is not read out.
    await page.addInitScript(() => {
      /** @type {string[]} */
      const seen = [];
      Object.assign(window, { seen });
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (options) {
        const root = attach.call(this, options);
        new MutationObserver(() => {
          const text = root.querySelector("[role=status]")?.textContent;
          if (text !== undefined && text !== null) seen.push(text);
        }).observe(root, { subtree: true, childList: true, characterData: true });
        return root;
      };
    });
    await keep(
      page,
      JSON.stringify({
        schema: 2,
        content: "1.1",
        answers: { cap: "lead" },
        place: { question: "load" },
      }),
    );
    await page.goto("/widget/");
    await expect(page.getByRole("status")).toContainText("Welcome back.");
    expect(await page.evaluate(() => /** @type {any} */ (window).seen[0])).toBe("");
  });
});

test.describe("with forced colors", () => {
  test.use({ viewport: DESKTOP });
  test.beforeEach(({ page }) => page.emulateMedia({ forcedColors: "active" }));

  test("the chosen answer differs from the others", async ({ page }) => {
    await open(page);
    await choose(page, LEANS[0]);
    await page.getByRole("heading", { level: 2 }).click();
    const looks = await page.locator("support-fit label").evaluateAll((rows) =>
      rows.map((row) => {
        const { outlineStyle, outlineWidth, outlineColor, borderColor } = getComputedStyle(row);
        const isChosen = row.querySelector("input")?.checked === true;
        return { isChosen, look: [outlineStyle, outlineWidth, outlineColor, borderColor].join() };
      }),
    );
    const chosen = looks.filter(({ isChosen }) => isChosen).map(({ look }) => look);
    const others = looks.filter(({ isChosen }) => !isChosen).map(({ look }) => look);
    expect(chosen).toHaveLength(1);
    expect(others).not.toContain(chosen[0]);
  });

  test("the mark of the chosen answer is drawn in a color of its own", async ({ page }) => {
    await open(page);
    await choose(page, LEANS[0]);
    const colors = await page.getByLabel(LEANS[0], { exact: true }).evaluate((input) => ({
      mark: getComputedStyle(input, "::before").backgroundColor,
      behind: getComputedStyle(input).backgroundColor,
    }));
    expect(colors.mark).not.toBe(colors.behind);
  });

  test("the bars are drawn in a color other than the page's", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS);
    await page.getByRole("table").waitFor();
    const bars = await page.locator("support-fit table svg rect").evaluateAll((rects) =>
      rects.map((rect) => ({
        fill: getComputedStyle(rect).fill,
        paper: getComputedStyle(document.body).backgroundColor,
        width: rect.getBoundingClientRect().width,
      })),
    );
    expect(bars).toHaveLength(3);
    for (const { fill, paper, width } of bars) {
      expect(width).toBeGreaterThan(0);
      expect(fill).not.toBe(paper);
    }
  });

  test("the focus can be seen", async ({ page }) => {
    await open(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ type: "radio", ringed: true });
  });
});

test.describe("with reduced motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });
  for (const [screen, show] of Object.entries(SCREENS)) {
    test(`nothing moves on ${screen}`, async ({ page }) => {
      await show(page);
      expect(await moving(page)).toEqual([]);
    });
  }
});

test.describe("from right to left", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      document.addEventListener("DOMContentLoaded", () => (document.documentElement.dir = "rtl"));
    });
  });

  for (const [screen, show] of Object.entries(SCREENS)) {
    test(`nothing is cut off or scrolls sideways on ${screen}`, async ({ page }) => {
      await page.setViewportSize(PHONE);
      await show(page);
      expect(await misfits(page)).toEqual([]);
    });
  }

  /**
   * How far a drawn bar is from the left and the right end of its drawing.
   *
   * @param {import("@playwright/test").Locator} bar
   */
  const gaps = (bar) =>
    bar.evaluate((rect) => {
      const inner = rect.getBoundingClientRect();
      const outer = /** @type {Element} */ (rect.parentElement).getBoundingClientRect();
      return { left: inner.left - outer.left, right: outer.right - inner.right };
    });

  test("progress starts at the right", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS.slice(0, 3));
    await heading(page, QUESTIONS[3]).waitFor();
    const { left, right } = await gaps(page.locator("support-fit form svg rect").first());
    expect(left).toBeGreaterThan(10);
    expect(right).toBeLessThan(2);
  });

  test("the bars of the shares start at the right", async ({ page }) => {
    await open(page);
    await answerAll(page, LEANS);
    await page.getByRole("table").waitFor();
    for (const bar of await page.locator("support-fit table svg rect").all()) {
      const { left, right } = await gaps(bar);
      expect(left).toBeGreaterThan(2);
      expect(right).toBeLessThan(2);
    }
  });
});
