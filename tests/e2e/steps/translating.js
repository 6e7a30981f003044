// A page translator, and visits of several elements at once, some of them translated.

import { expect } from "@playwright/test";

import { painted } from "./flow.js";
import { SCRIPT, element, openHost, ready } from "./host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./host.js").SupportFit} SupportFit */

/**
 * What a translator does with a text: it puts elements of its own in the place of the text node, as Chrome does, or it changes
 * the text node, and removes all comments, as Firefox does.
 *
 * @typedef {"replaces" | "changes"} Kind
 */

export const KINDS = /** @type {Kind[]} */ (["replaces", "changes"]);

/**
 * Acts as a page translator on an element's shadow root: it translates every text, and translates a text again when it changes.
 * Translations are wrapped in ⟦ and ⟧. They arrive late, when the text may have changed again.
 *
 * @param {import("@playwright/test").Locator} element
 * @param {Kind} kind
 */
export async function translate(element, kind) {
  await element.evaluate((host, kind) => {
    const root = /** @type {ShadowRoot} */ (host.shadowRoot);
    /** @type {Map<Text, string>} */
    const pending = new Map();

    const translateNow = () => {
      for (const [text, said] of pending) {
        const translated = `⟦${said}⟧`;
        if (kind === "changes") text.data = translated;
        else if (text.isConnected) {
          const [outer, inner] = [document.createElement("font"), document.createElement("font")];
          inner.append(translated);
          outer.append(inner);
          text.replaceWith(outer);
        }
      }
      pending.clear();
      if (kind === "replaces") return;
      const comments = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
      const found = [];
      while (comments.nextNode()) found.push(/** @type {Comment} */ (comments.currentNode));
      for (const comment of found) comment.remove();
    };

    /** @param {Node} node */
    const read = (node) => {
      const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      /** @type {Node | null} */
      let text = texts.currentNode instanceof Text ? node : texts.nextNode();
      for (; text instanceof Text; text = texts.nextNode()) {
        if (pending.has(text) || !text.data.trim() || text.data.startsWith("⟦")) continue;
        if (!pending.size) setTimeout(translateNow);
        pending.set(text, text.data);
      }
    };

    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes)
        for (const node of addedNodes.length ? addedNodes : [target]) read(node);
    }).observe(root, { subtree: true, childList: true, characterData: true });
    read(root);
  }, kind);
}

/**
 * Opens a page with an element without a translator, and one for each kind.
 *
 * @param {Page} page
 */
export async function openTranslated(page) {
  // The time of saving is shown.
  await page.clock.setFixedTime("2026-11-22T08:30:00Z");
  const ids = ["plain", ...KINDS];
  const elements = ids.map(
    (id) => `<support-fit loading="eager" storage-key="${id}" id="${id}"></support-fit>`,
  );
  await openHost(page, elements.join("") + SCRIPT);
  for (const id of ids) await ready(page, `#${id}`);
  for (const kind of KINDS) await translate(element(page, `#${kind}`), kind);
  await expectSame(page);
}

/**
 * Calls a method of every element.
 *
 * @param {Page} page
 * @param {"showResult" | "importDraft"} method
 * @param {string} value
 */
export async function call(page, method, value) {
  await page.evaluate(
    ([method, value]) =>
      Promise.all(
        [...document.querySelectorAll("support-fit")].map((host) =>
          /** @type {any} */ (host)[method](value),
        ),
      ),
    [method, value],
  );
  await expectSame(page);
}

/**
 * Uses a control in every element: presses it, or enters a value. Then every element shows the same.
 *
 * @param {Page} page
 * @param {string} name Its label in the element without a translator; empty for the first within the selector.
 * @param {object} [more]
 * @param {string} [more.within] A selector.
 * @param {string} [more.value] Of a field; the label of an option; `+5` moves a slider.
 */
export async function use(page, name, { within = "*", value = "" } = {}) {
  const isFound = await page.evaluate(
    ([name, within, value]) => {
      const SELECTOR = ":is(button, input, select, textarea, summary, a)";
      const lists = [...document.querySelectorAll("support-fit")].map((host) => [
        .../** @type {ShadowRoot} */ (host.shadowRoot).querySelectorAll(SELECTOR),
      ]);
      /** @param {Element} control */
      const nameOf = (control) => {
        const label = /** @type {HTMLInputElement} */ (control).labels?.[0] ?? control;
        return (
          control.ariaLabel ??
          (label.querySelector("span + select") ? label.firstChild : label)?.textContent
        );
      };
      const at = lists[0]?.findIndex(
        (control) =>
          control.checkVisibility() &&
          [nameOf(control), ""].includes(name) &&
          control.closest(within),
      );
      if (at === undefined || at < 0) return false;
      for (const list of lists) {
        const control = /** @type {HTMLElement} */ (list[at]);
        const change = () => {
          for (const name of ["input", "change"])
            control.dispatchEvent(new Event(name, { bubbles: true }));
        };
        if (control instanceof HTMLSelectElement) {
          const options = [.../** @type {HTMLSelectElement} */ (lists[0]?.[at]).options];
          control.selectedIndex = options.findIndex(({ text }) => text === value);
          change();
        } else if (
          control instanceof HTMLTextAreaElement ||
          control.matches("[type=text], [type=date]")
        ) {
          /** @type {HTMLInputElement} */ (control).value = value;
          change();
        } else if (control.matches("[type=range]")) {
          /** @type {HTMLInputElement} */ (control).stepUp(Number(value));
          change();
        } else {
          // A click on its words.
          const [words] = control.querySelectorAll("font font");
          /** @type {HTMLElement} */ (words ?? control).click();
        }
      }
      return true;
    },
    [name, within, value],
  );
  expect(isFound, `there is “${name}” in ${within}`).toBe(true);
  await expectSame(page);
}

/**
 * Opens or closes every fold, also those that an open fold contains.
 *
 * @param {Page} page
 * @param {boolean} open
 */
export async function fold(page, open) {
  const isChanged = await page.evaluate((open) => {
    const folds = [...document.querySelectorAll("support-fit")].flatMap((host) => [
      .../** @type {ShadowRoot} */ (host.shadowRoot).querySelectorAll("details"),
    ]);
    const others = folds.filter((fold) => fold.open !== open);
    for (const fold of others) fold.open = open;
    return others.length > 0;
  }, open);
  await expectSame(page);
  if (isChanged) await fold(page, open);
}

/**
 * Expects that each element shows and has recorded the same: its texts without the marks of a translation, its controls, and
 * its answers.
 *
 * @param {Page} page
 */
async function expectSame(page) {
  await painted(page);
  await expect(async () => {
    const [plain, ...translated] = await page.evaluate(() => {
      /** @param {Node} root */
      const isTranslated = (root) => {
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const { data } = /** @type {Text} */ (texts.currentNode);
          if (data.trim() && !data.startsWith("⟦")) return false;
        }
        return true;
      };
      return [...document.querySelectorAll("support-fit")].map((host) => {
        const root = /** @type {ShadowRoot} */ (host.shadowRoot);
        const draft = /** @type {any} */ (/** @type {SupportFit} */ (host).exportDraft());
        return {
          texts: root.textContent?.replace(/[⟦⟧]/g, "").split(/(?<=[.?!:])(?=[A-Z ])/),
          controls: [...root.querySelectorAll("button, input, select, textarea, summary, a")].map(
            (/** @type {any} */ control) =>
              [
                control.localName,
                control.ariaLabel,
                control.ariaExpanded,
                control.ariaInvalid,
                control.getAttribute("aria-valuetext"),
                control.checked,
                control.value,
              ].join(" "),
          ),
          draft: { ...draft, saved: "" },
          isTranslated: isTranslated(root),
        };
      });
    });
    for (const one of translated) expect(one).toEqual({ ...plain, isTranslated: true });
  }).toPass({ timeout: 5_000 });
}
