// What a visitor does in a browser, by the words they see. One for all engines: the same calls of WebDriver.

import assert from "node:assert/strict";

import { By, Key } from "selenium-webdriver";

import { ALL_QUESTIONS, labelsOf, textOf } from "../../e2e/steps/content.js";

/** @typedef {import("selenium-webdriver").WebDriver} WebDriver */
/** @typedef {import("selenium-webdriver").WebElement} WebElement */

/** How long something may take before it counts as not happening. */
const PATIENCE = 30_000;

/** How often Tab may be pressed on the way to something. */
const STOPS = 80;

/**
 * Runs in the page: the first element inside the widget that a selector finds, that is drawn, and that has a text.
 *
 * @param {string} selector
 * @param {string} text
 * @param {boolean} isWhole Whether that is all of its text.
 */
function shown(selector, text, isWhole) {
  const inside = document.querySelector("support-fit")?.shadowRoot?.querySelectorAll(selector);
  return [...(inside ?? [])].find((element) => {
    const words = (element.textContent ?? "").replace(/\s+/g, " ").trim();
    return element.checkVisibility() && (isWhole ? words === text : words.includes(text));
  });
}

/** Runs in the page: what has the focus, inside the widget or outside. */
function focused() {
  const outer = document.activeElement;
  const inner = outer?.shadowRoot?.activeElement ?? outer;
  if (!inner) return null;
  const row = inner.closest("label") ?? inner;
  const isRinged = [inner, row].some((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
  });
  const { top, bottom } = inner.getBoundingClientRect();
  return {
    tag: inner.localName,
    type: inner.getAttribute("type"),
    text: (row.textContent ?? "").trim(),
    isRinged,
    isInView: bottom > 0 && top < innerHeight,
  };
}

export class Visitor {
  /**
   * @param {WebDriver} driver
   * @param {string} downloads The folder in which the browser saves files.
   */
  constructor(driver, downloads) {
    this.driver = driver;
    this.downloads = downloads;
  }

  /**
   * Opens a page, and waits until the application is in its element.
   *
   * @param {string} address
   */
  async open(address) {
    await this.driver.get(address);
    await this.ready();
  }

  /** Loads the page again, as visitors do: the driver's own way goes past service workers in Firefox. */
  async reload() {
    await this.run(() => {
      Object.assign(window, { isBefore: true });
      location.reload();
    });
    await this.until("the page is not loaded again", () =>
      this.run(() => !("isBefore" in window)).catch(() => false),
    );
    await this.ready();
  }

  /** Waits until the application is there, wherever the visitor is: in the page or in a frame. */
  async ready() {
    await this.until("the application is not there", () =>
      this.run(
        () =>
          /** @type {any} */ (document.querySelector("support-fit"))?.status === "ready" &&
          document.readyState === "complete",
      ),
    );
  }

  /**
   * Runs a function in the page.
   *
   * @template {unknown[]} Given
   * @template Result
   * @param {(...given: Given) => Result} script It stands alone: nothing around it is known there.
   * @param {Given} given
   * @returns {Promise<Awaited<Result>>}
   */
  run(script, ...given) {
    return /** @type {any} */ (this.driver.executeScript(script, ...given));
  }

  /**
   * Waits for something.
   *
   * @template Result
   * @param {string} complaint If it does not happen.
   * @param {() => Promise<Result>} there
   * @returns {Promise<NonNullable<Result>>}
   */
  until(complaint, there) {
    return /** @type {any} */ (this.driver.wait(there, PATIENCE, complaint, 30));
  }

  /**
   * Waits for something inside the widget, by its text.
   *
   * @param {string} selector
   * @param {string} text
   * @param {{ isWhole?: boolean }} [options]
   * @returns {Promise<WebElement>}
   */
  async see(selector, text, { isWhole = false } = {}) {
    const found = await this.until(`there is no ${selector} “${text}”`, () =>
      this.run(shown, selector, text, isWhole),
    );
    return /** @type {any} */ (found);
  }

  /**
   * Whether something is inside the widget right now, by its text.
   *
   * @param {string} selector
   * @param {string} text
   */
  async sees(selector, text) {
    return Boolean(await this.run(shown, selector, text, false));
  }

  /**
   * Waits for a heading that takes the focus.
   *
   * @param {string} text A part of it.
   */
  heading(text) {
    return this.see("h3", text);
  }

  /** @param {string} label */
  async choose(label) {
    const row = await this.see("label", label, { isWhole: true });
    const control = await row.findElement(By.css("input"));
    if (await control.isSelected()) return;
    await row.click();
    await this.until(`“${label}” is not chosen`, () => control.isSelected());
  }

  /** @param {string} name */
  async press(name) {
    await (await this.see("button", name, { isWhole: true })).click();
  }

  /**
   * Answers the question that is shown.
   *
   * @param {string[]} labels All of them.
   */
  async answer(...labels) {
    for (const label of labels) await this.choose(label);
    await (await this.see("button[type=submit]", "")).click();
  }

  /**
   * Answers one question after the other.
   *
   * @param {string[]} questions
   * @param {string[]} labels
   */
  async answerAll(questions, labels) {
    for (const [n, label] of labels.entries()) {
      await this.heading(String(questions[n]));
      await this.answer(label);
    }
  }

  /**
   * Answers whatever is asked until another screen comes.
   *
   * @param {import("../../e2e/steps/content.js").Organization["answers"]} answers
   */
  async answerWhatIsAsked(answers) {
    for (let title = await this.title(); ;) {
      const question = ALL_QUESTIONS.find(({ id }) => textOf(id) === title);
      if (!question) return;
      await this.answer(...labelsOf(question.id, answers[question.id]));
      const before = title;
      await this.until(`“${before}” stays`, async () => (title = await this.title()) !== before);
    }
  }

  /** The heading of the screen. */
  title() {
    return this.run(
      () =>
        document
          .querySelector("support-fit")
          ?.shadowRoot?.querySelector(".screen h3")
          ?.textContent?.trim() ?? "",
    );
  }

  /** Waits until the answer is there. */
  async resultIsWhole() {
    await this.see("button", "Change my answers", { isWhole: true });
  }

  /** What has the focus. */
  focused() {
    return this.run(focused);
  }

  /** @param {string[]} keys */
  async type(...keys) {
    await this.driver
      .actions()
      .sendKeys(...keys)
      .perform();
  }

  /**
   * Presses Tab until something has the focus. Every stop inside the widget has to be in view and to show that it has it.
   *
   * @param {(at: NonNullable<ReturnType<typeof focused>>) => boolean} isThere
   */
  async tabTo(isThere) {
    for (let stops = 0; stops < STOPS; stops++) {
      await this.type(Key.TAB);
      const at = await this.focused();
      if (!at || at.tag === "body" || at.tag === "html") continue;
      assert.ok(at.isRinged && at.isInView, `the focus cannot be seen on ${at.tag} “${at.text}”`);
      if (isThere(at)) return;
    }
    assert.fail("Tab does not lead there");
  }

  /** How much wider than the window the page is. */
  sideways() {
    return this.run(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }
}
