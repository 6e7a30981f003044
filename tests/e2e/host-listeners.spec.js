// Listeners of the host page for keys and drags, which cannot see that an event is for a control of ours.

import { expect, test } from "@playwright/test";

import { WORDS } from "./steps/content.js";
import { keep } from "./steps/drafts.js";
import { button } from "./steps/flow.js";
import { askOf, WHO } from "./steps/following.js";
import { fullDraft, resultIsWhole } from "./steps/full.js";
import { SCRIPT, openHost, ready } from "./steps/host.js";
import { showView, slider, unfold } from "./steps/result.js";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * What the page's listeners have heard since the last call.
 *
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
const heard = (page) => page.evaluate(() => /** @type {any} */ (window).heard.splice(0));

test("Keys and drags for our controls do not reach the page's shortcuts and carousels, others do @threat-host-keys", async ({
  page,
}) => {
  await keep(page, fullDraft(WHO, { screen: "result", view: "ask" }));
  const slotted = '<p slot="disclosure"><input aria-label="Theirs"></p>';
  await openHost(page, `<support-fit>${slotted}</support-fit>${SCRIPT}`);
  await ready(page);
  await resultIsWhole(page);
  await page.evaluate(() => {
    /** @type {string[]} */
    const heard = [];
    Object.assign(window, { heard });
    for (const type of ["keydown", "keypress", "keyup"]) {
      addEventListener(type, (event) => {
        const { key } = /** @type {KeyboardEvent} */ (event);
        heard.push(`${type} ${key}`);
        // A shortcut, unless the visitor is typing.
        const isTyping = /** @type {Element} */ (event.target).matches("input, textarea");
        if (/^(\/|Arrow.*| )$/.test(key) && !isTyping) event.preventDefault();
      });
    }
    for (const type of ["pointerdown", "mousedown", "touchstart", "touchmove", "click"])
      addEventListener(type, () => heard.push(type));
  });
  const question = askOf(page).locator(".asking > li").first();
  const note = question.getByLabel(new RegExp(`^${WORDS.ui.result.ask.note}`));

  await test.step("typing in a note", async () => {
    await question.locator("summary").click();
    await note.focus();
    await heard(page);
    await page.keyboard.type("24/7 or 8 h");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Backspace");
    await expect.soft(note).toHaveValue("24/7 or 8h");
    expect.soft(await heard(page)).toEqual([]);
  });

  await test.step("what is no typing", async () => {
    for (const key of ["Escape", "F2", "Control+k", "Alt+j"]) await page.keyboard.press(key);
    await page.keyboard.press("Tab");
    const keys = (await heard(page)).filter((entry) => entry.startsWith("keydown"));
    expect
      .soft(keys)
      .toEqual(["Escape", "F2", "Control", "k", "Alt", "j", "Tab"].map((key) => `keydown ${key}`));
  });

  await test.step("the page's own field in a slot", async () => {
    await page.getByLabel("Theirs").focus();
    await page.keyboard.press("x");
    expect.soft(await heard(page)).toEqual(["keydown x", "keypress x", "keyup x"]);
  });

  await test.step("a slider that is moved by a key and dragged", async () => {
    await showView(page, "what-if");
    await unfold(page);
    const cost = slider(page, "cost");
    const before = Number(await cost.inputValue());
    await cost.focus();
    await page.keyboard.press("ArrowRight");
    await expect.soft(cost).toHaveValue(String(before + 1));
    expect.soft(await heard(page)).toEqual([]);
    await cost.click();
    expect.soft(await heard(page)).toEqual(["click"]);
  });

  await test.step("a button, and a key that does not press it", async () => {
    const start = button(page, WORDS.ui.footer.start_over);
    await start.focus();
    await page.keyboard.press("j");
    expect.soft(await heard(page)).toEqual(["keydown j", "keypress j", "keyup j"]);
    await page.keyboard.press("Space");
    await expect.soft(page.getByRole("dialog")).toBeVisible();
    expect.soft(await heard(page)).toEqual(["click"]);
  });

  await test.step("Escape in our dialog, which closes only that", async () => {
    await page.keyboard.press("Escape");
    await expect.soft(page.getByRole("dialog")).toBeHidden();
    expect.soft((await heard(page)).filter((entry) => entry.startsWith("key"))).toEqual([]);
  });

  await test.step("a radio button", async () => {
    await showView(page, "who");
    const radio = page.getByRole("radio", { checked: true }).first();
    await radio.focus();
    await page.keyboard.press("ArrowDown");
    await expect.soft(radio).toBeFocused();
    expect.soft((await heard(page)).filter((entry) => entry.startsWith("key"))).toEqual([]);
  });
});
