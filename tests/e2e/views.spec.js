// The views of the result: the ways between them, and what holds for each of them.

import { expect, test } from "@playwright/test";

import { ORGANIZATIONS, WORDS, organization, partial } from "./steps/content.js";
import { LEANS, button, heading } from "./steps/flow.js";
import { openAt, resultIsWhole } from "./steps/full.js";
import { element, ready } from "./steps/host.js";
import { DESKTOP, PHONE } from "./steps/measure.js";
import {
  IN_ROW,
  VIEWS,
  openQuickResult,
  openView,
  parts,
  showView,
  verdict,
} from "./steps/result.js";

/** @typedef {import("@playwright/test").Page} Page */

const WHO = organization("P10");

/** The most of the answer before the disclosure on a phone, without notes and with notes. */
const MOST = { words: 350, px: 2100, notedWords: 430, notedPx: 2500 };

/** The longest view before its first fold: three screens of a phone. */
const LONGEST = 3 * PHONE.height;

/**
 * The title of the view that is shown.
 *
 * @param {Page} page
 */
const title = (page) => page.locator("support-fit .result h3").first();

/**
 * The view in the draft of the element.
 *
 * @param {Page} page
 */
const view = (page) =>
  element(page).evaluate(async (/** @type {any} */ host) => (await host.exportDraft()).place.view);

test("The parts of a result are views: marked in the row, named by a heading, kept by a reload @wcag-2.4.1 @wcag-2.4.5 @wcag-2.4.6", async ({
  page,
}) => {
  await page.setViewportSize(DESKTOP);
  await openAt(page, "result", WHO);
  const address = page.url();

  await test.step("a full result has all of them in its row", () =>
    expect.soft(parts(page).getByRole("button")).toHaveText(IN_ROW));

  await test.step("on our own page, Back leads from the first view to the answer", async () => {
    await openView(page, VIEWS.why);
    await page.goBack();
    await expect.poll(() => view(page)).toBe(undefined);
  });

  for (const name of [...IN_ROW.slice(1), VIEWS.save, VIEWS.answer, VIEWS.sources]) {
    await test.step(`“${name}”`, async () => {
      await openView(page, name);
      const current = page.locator("support-fit .parts-of [aria-current]");
      if (name === VIEWS.sources) await expect.soft(current).toHaveCount(0);
      else await expect.soft(current).toHaveText(name);
      await expect.soft(title(page)).toBeInViewport();
      expect.soft(VIEWS[(await view(page)) ?? "answer"]).toBe(name);
      expect.soft(page.url()).toBe(address);
    });
  }

  await test.step("a reload returns to the view, and moves no focus", async () => {
    await openView(page, VIEWS.who);
    const before = await title(page).textContent();
    await page.reload();
    await resultIsWhole(page);
    await expect.soft(title(page)).toHaveText(before ?? "");
    await expect.soft(title(page)).not.toBeFocused();
  });

  await test.step("on our own page, Back leads from view to view", async () => {
    await openView(page, VIEWS.plan);
    await openView(page, VIEWS.ask);
    await page.goBack();
    await expect.poll(() => view(page)).toBe("plan");
    await page.goBack();
    await expect.poll(() => view(page)).toBe("who");
    await page.goForward();
    await expect.poll(() => view(page)).toBe("plan");
  });

  await test.step("a quick result has the same row, and one of the shortest course only its own", async () => {
    await openQuickResult(page, LEANS);
    await expect.soft(parts(page).getByRole("button")).toHaveText(IN_ROW);
    await element(page).evaluate((host) => host.setAttribute("flow", "quick"));
    await ready(page);
    const { answer, why } = VIEWS;
    await expect
      .soft(parts(page).getByRole("button"))
      .toHaveText([answer, why, VIEWS["what-if"]].map(String));
  });
});

test("On a phone the answer has a list of the views instead of the row, and a view has the row @wcag-1.4.10", async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await openAt(page, "result", WHO);

  await test.step("the list is under the answer, with the six others", async () => {
    await expect.soft(parts(page)).toHaveCount(1);
    await expect.soft(parts(page).getByRole("button")).toHaveText(IN_ROW.slice(1));
    const end = await verdict(page).evaluate((answer) => answer.getBoundingClientRect().bottom);
    expect.soft((await parts(page).boundingBox())?.y).toBeGreaterThanOrEqual(end - 1);
    await expect.soft(button(page, VIEWS.save ?? "").first()).toBeInViewport();
  });

  await test.step("a link of the list leads to its view, whose row leads back", async () => {
    await openView(page, VIEWS.plan);
    await expect.soft(title(page)).toBeInViewport();
    await expect.soft(parts(page).getByRole("button")).toHaveText(IN_ROW);
    await openView(page, VIEWS.answer);
    await expect.soft(title(page)).toBeInViewport();
    await expect.soft(verdict(page)).toBeVisible();
  });
});

/**
 * The words and the height of the answer before the disclosure, as shown. Closed folds count as their summary.
 *
 * @param {Page} page
 */
function sizeOfAnswer(page) {
  return element(page).evaluate((host) => {
    const result = /** @type {HTMLElement} */ (host.shadowRoot?.querySelector(".result"));
    const offer = /** @type {HTMLElement} */ (result.querySelector(".offer"));
    const isBefore = (/** @type {Node} */ node) =>
      offer.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
    const walk = document.createTreeWalker(result, NodeFilter.SHOW_TEXT);
    let words = 0;
    while (walk.nextNode()) {
      const around = walk.currentNode.parentElement;
      if (!isBefore(walk.currentNode) || !around?.checkVisibility()) continue;
      if (around.closest(".unseen")) continue;
      words += (walk.currentNode.textContent ?? "").split(/\s+/).filter(Boolean).length;
    }
    const top = (/** @type {Element} */ one) => one.getBoundingClientRect().top;
    return { words, px: Math.round(top(offer) - top(result)) };
  });
}

/**
 * The height of a view, or of what is above its first closed fold.
 *
 * @param {Page} page
 */
function heightOfView(page) {
  return element(page).evaluate((host) => {
    const result = /** @type {HTMLElement} */ (host.shadowRoot?.querySelector(".result"));
    const fold = [...result.querySelectorAll("details.fold")].find((one) => one.checkVisibility());
    const { top, bottom } = result.getBoundingClientRect();
    return Math.round((fold?.getBoundingClientRect().top ?? bottom) - top);
  });
}

test("The answer of every organization is short, and no view is longer than three phone screens before a fold", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await page.setViewportSize(PHONE);
  const conflict = partial("all three blocked: conflict");
  for (const one of [...ORGANIZATIONS, conflict]) {
    await test.step(one.id, async () => {
      // Without earlier results, which have a line of their own.
      await page.evaluate(() => localStorage.clear()).catch(() => {});
      await openAt(page, "result", one);
      const { words, px } = await sizeOfAnswer(page);
      const isNoted = (await heading4(page, WORDS.ui.result.answer.before.title).count()) > 0;
      expect
        .soft(words, `${one.id}: words`)
        .toBeLessThanOrEqual(isNoted ? MOST.notedWords : MOST.words);
      expect.soft(px, `${one.id}: px`).toBeLessThanOrEqual(isNoted ? MOST.notedPx : MOST.px);
      const heights = [];
      for (const name of Object.keys(VIEWS).slice(1)) {
        await showView(page, name);
        const height = await heightOfView(page);
        heights.push(`${name} ${height}`);
        expect.soft(height, `${one.id}: ${name}`).toBeLessThanOrEqual(LONGEST);
      }
      console.log(`${one.id}: ${words} words, ${px} px; ${heights.join(", ")}`);
    });
  }
});

/**
 * A heading below the title of a view.
 *
 * @param {Page} page
 * @param {string} name
 */
const heading4 = (page, name) => page.getByRole("heading", { level: 4, name, exact: true });

test("A picture of a whole view is complete: nothing is drawn only when it is scrolled to", async ({
  page,
}) => {
  await page.setViewportSize(PHONE);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openAt(page, "result", WHO);
  for (const name of Object.keys(VIEWS)) {
    await test.step(name, async () => {
      await showView(page, name);
      const skipped = await element(page).evaluate((host) =>
        [...(host.shadowRoot?.querySelectorAll("*") ?? [])]
          .filter((one) => getComputedStyle(one).contentVisibility !== "visible")
          .map((one) => one.outerHTML.slice(0, 80)),
      );
      expect.soft(skipped).toEqual([]);
      const before = await page.screenshot({ fullPage: true, animations: "disabled" });
      await page.evaluate(async () => {
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
          scrollTo(0, y);
          await frame();
          await frame();
        }
        scrollTo(0, 0);
        await frame();
      });
      const after = await page.screenshot({ fullPage: true, animations: "disabled" });
      expect.soft(after.equals(before), name).toBe(true);
    });
  }
  await expect(heading(page, /./).first()).toBeVisible();
});
