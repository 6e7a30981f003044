// The first question as the loader draws it before the application has loaded, and how the application takes over.

import { expect, test } from "@playwright/test";

import { KEY, breakStorage, draftAt, keep, kept } from "./steps/drafts.js";
import { LEANS, QUESTIONS, button, choose, heading, notice, painted, press } from "./steps/flow.js";
import { fullDraft } from "./steps/full.js";
import { RULES, SCRIPT, FILES, complaints, element, hold, openHost, ready } from "./steps/host.js";
import { DESKTOP, PHONE } from "./steps/measure.js";
import { KINDS, translate } from "./steps/translating.js";

/** @typedef {import("@playwright/test").Page} Page */

const FALLBACK = "The questions on paper";

/** The message that asks for an answer. */
const MISSING = "Please choose an answer.";

/** The two folds of the first screen. */
const FOLDS = ["What the three models mean", "Why we ask"];

/**
 * Opens a host page on which the application is still loading.
 *
 * @param {Page} page
 * @param {string} [attributes]
 * @returns {Promise<() => Promise<void>>} Lets the application load, and waits for it.
 */
async function openEarly(page, attributes = "") {
  const release = await hold(page, FILES.WebAssembly);
  const body = `<label>Search <input type="search" /></label>
    <support-fit ${attributes}><p>${FALLBACK}</p></support-fit>
    <p id="after">What comes after it</p>${SCRIPT}`;
  await openHost(page, body, { css: RULES });
  return async () => {
    release();
    await ready(page);
  };
}

/**
 * Like `openEarly`, with only this draft on the device.
 *
 * @param {Page} page
 * @param {string} [draft]
 * @param {string} [attributes]
 */
async function openEarlyWith(page, draft, attributes) {
  await page.goto("/demo.css");
  await page.evaluate(() => localStorage.clear());
  if (draft) await keep(page, draft);
  return openEarly(page, attributes);
}

/**
 * The elements and texts of the screen, without closed folds, hidden elements, places of elements that may appear, and the
 * drawing of the progress bar.
 *
 * @param {Page} page
 */
function structure(page) {
  return element(page).evaluate((host) => {
    /**
     * @param {Element} element
     * @returns {unknown}
     */
    const tree = (element) => {
      if (element.matches(".track")) return "track";
      const isFolded = element instanceof HTMLDetailsElement && !element.open;
      const parts = isFolded ? [element.children[0]] : [...element.childNodes];
      const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`);
      return {
        element: [element.localName, ...attributes.sort()].join(" "),
        parts: parts
          .filter(
            (part) => !(part instanceof Element && part.matches("dialog, [role=status], template")),
          )
          .map((part) => (part instanceof Element ? tree(part) : part))
          .map((part) => (part instanceof Text ? part.data : part))
          .filter((part) => part && !(part instanceof Comment)),
      };
    };
    return [...(host.shadowRoot?.children ?? [])].map(tree);
  });
}

/**
 * Records layout shifts of the page from now on.
 *
 * @param {Page} page
 * @returns {Promise<() => Promise<number[]>>} The shifts since then.
 */
async function watchShifts(page) {
  await painted(page);
  const observer = await page.evaluateHandle(() => {
    const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
    /** @type {PerformanceEntry[]} */
    const seen = [];
    observer.observe({ type: "layout-shift" });
    return { observer, seen };
  });
  return async () => {
    await painted(page);
    return observer.evaluate(({ observer, seen }) =>
      [...seen, ...observer.takeRecords()].map((entry) => /** @type {any} */ (entry).value),
    );
  };
}

test("The first screen has the elements, texts and pixels of the application's", async ({
  page,
}) => {
  // A native test compares elements, attributes and words (`tests/screens/loader.rs`). Here they pass through the loader.
  for (const { colorScheme, viewport } of /** @type {const} */ ([
    { colorScheme: "light", viewport: PHONE },
    { colorScheme: "dark", viewport: DESKTOP },
  ])) {
    await test.step(`${colorScheme}, ${viewport.width} px wide`, async () => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      const release = await openEarlyWith(page);
      await expect(heading(page, QUESTIONS[0])).toBeVisible();
      await expect.soft(page.getByText(FALLBACK)).toBeHidden();
      await expect.soft(element(page)).toHaveJSProperty("status", "loading");
      const early = [await structure(page), await element(page).screenshot()];
      await release();
      await painted(page);
      expect.soft(early[0]).toEqual(await structure(page));
      const isSame = (await element(page).screenshot()).equals(/** @type {Buffer} */ (early[1]));
      expect.soft(isSame, "the same pixels").toBe(true);
    });
  }
});

test("The page around the element does not shift when the application takes over", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  for (const { width } of [PHONE, DESKTOP]) {
    await test.step(`${width} px wide`, async () => {
      // Tall enough to show what comes after the element: only what is in view counts as a shift.
      await page.setViewportSize({ width, height: 1400 });
      const release = await openEarlyWith(page);
      await heading(page, QUESTIONS[0]).waitFor();
      await expect(page.locator("#after")).toBeInViewport();
      const before = await page.locator("#after").boundingBox();
      const shifts = await watchShifts(page);
      await release();
      expect.soft(await shifts()).toEqual([]);
      expect.soft(await page.locator("#after").boundingBox()).toEqual(before);
    });
  }
});

test("Answers and key presses before the application is loaded are not lost", async ({ page }) => {
  const found = complaints(page);

  await test.step("the chosen answer is kept", async () => {
    const release = await openEarlyWith(page);
    await choose(page, LEANS[0]);
    await release();
    await expect.soft(page.getByLabel(LEANS[0], { exact: true })).toBeChecked();
    expect.soft((await kept(page)).answers).toEqual({ cap: "lead" });
  });

  await test.step("“Next” after an answer goes to the next question", async () => {
    const release = await openEarlyWith(page);
    await choose(page, LEANS[0]);
    await press(page, "Next");
    await release();
    await expect.soft(heading(page, QUESTIONS[1])).toBeFocused();
    expect.soft((await kept(page)).answers).toEqual({ cap: "lead" });
  });

  await test.step("the last chosen answer counts, even after “Next”", async () => {
    const release = await openEarlyWith(page);
    await choose(page, LEANS[0]);
    await press(page, "Next");
    await choose(page, "No one in particular");
    await release();
    await expect.soft(heading(page, QUESTIONS[2])).toBeVisible();
    expect.soft((await kept(page)).answers).toEqual({ cap: "none" });
  });

  // With a configuration, the loader does not draw the question.
  for (const [what, settings] of Object.entries({
    "an attribute": { lang: "en-GB" },
    "the configuration": { config: {} },
  })) {
    await test.step(`the chosen answer is kept when ${what} changes`, async () => {
      const release = await openEarlyWith(page);
      await choose(page, LEANS[0]);
      await element(page).evaluate(
        (host, settings) => void Object.assign(host, settings),
        settings,
      );
      await release();
      await expect.soft(page.getByLabel(LEANS[0], { exact: true })).toBeChecked();
      expect.soft((await kept(page)).answers).toEqual({ cap: "lead" });
    });
  }

  await test.step("the answer is not used for a question that another tab went to", async () => {
    const release = await openEarlyWith(page);
    // One of the first, where both questions have an answer.
    await choose(page, "No one in particular");
    await page.evaluate((draft) => localStorage.setItem("support-fit", draft), draftAt("fund"));
    await release();
    await expect.soft(heading(page, QUESTIONS[2])).toBeVisible();
    await expect.soft(page.getByRole("radio", { checked: true })).toHaveCount(0);
    expect.soft((await kept(page)).answers).toEqual({ cap: "lead" });
  });

  await test.step("Enter on an answer goes to the next question", async () => {
    const release = await openEarlyWith(page);
    await choose(page, LEANS[0]);
    await page.keyboard.press("Enter");
    await release();
    await expect.soft(heading(page, QUESTIONS[1])).toBeVisible();
  });

  await test.step("“Next” without an answer asks for one", async () => {
    const release = await openEarlyWith(page);
    await press(page, "Next");
    await expect.soft(page.getByText(MISSING)).toHaveCount(0);
    await release();
    await expect.soft(page.locator("support-fit #missing")).toContainText(MISSING);
    await expect.soft(page.getByRole("radio").first()).toBeFocused();
  });

  for (const kind of KINDS) {
    await test.step(`a page translator that ${kind} texts changes none of that`, async () => {
      const release = await openEarlyWith(page);
      await translate(element(page), kind);
      await choose(page, `⟦${LEANS[0]}⟧`);
      await page.getByText("⟦Next⟧").click();
      await release();
      await expect.soft(heading(page, QUESTIONS[1])).toBeFocused();
      expect.soft((await kept(page)).answers).toEqual({ cap: "lead" });
    });
  }

  await test.step("no answer is requested or saved if the visitor did nothing", async () => {
    const release = await openEarlyWith(page);
    await heading(page, QUESTIONS[0]).waitFor();
    await release();
    await painted(page);
    await expect.soft(page.getByText(MISSING)).toHaveCount(0);
    expect.soft(await kept(page)).toBe(null);
  });

  expect(found).toEqual([]);
});

test("Focus, scroll position and open folds stay when the application takes over @wcag-3.2.1", async ({
  page,
}) => {
  const found = complaints(page);

  for (const [name, control] of Object.entries({
    "an answer": page.getByLabel(LEANS[0], { exact: true }),
    "“Next”": button(page, "Next"),
    "a fold": page.getByText(FOLDS[0] ?? "", { exact: true }),
    "a field of the host page": page.getByRole("searchbox"),
  })) {
    await test.step(`the focus stays on ${name}`, async () => {
      const release = await openEarlyWith(page);
      await heading(page, QUESTIONS[0]).waitFor();
      await control.focus();
      await release();
      await painted(page);
      await expect.soft(control).toBeFocused();
    });
  }

  for (const fold of FOLDS) {
    await test.step(`“${fold}” stays open`, async () => {
      const release = await openEarlyWith(page);
      const details = page.locator("support-fit details").filter({ hasText: fold });
      await details.locator("summary").click();
      await release();
      await expect.soft(details).toHaveAttribute("open");
      await expect.soft(page.locator("support-fit details[open]")).toHaveCount(1);
    });
  }

  await test.step("a fold, an answer and “Next” together log nothing in the console", async () => {
    const release = await openEarlyWith(page);
    await page.getByText(FOLDS[0] ?? "").click();
    await choose(page, LEANS[0]);
    await press(page, "Next");
    await release();
    await painted(page);
    expect.soft(found).toEqual([]);
  });

  await test.step("the page does not scroll", async () => {
    await page.setViewportSize({ width: PHONE.width, height: 400 });
    const release = await openEarlyWith(page);
    await button(page, "Next").focus();
    await page.evaluate(() => scrollTo(0, 120));
    await release();
    await painted(page);
    expect.soft(await page.evaluate(() => scrollY)).toBe(120);
  });
});

test("The fallback content stays until the application is there if another screen comes first", async ({
  page,
}) => {
  /** @type {Record<string, { attributes?: string, draft?: string, before?: () => Promise<unknown> }>} */
  const CASES = {
    "all questions": { attributes: 'flow="full"' },
    "a configuration": { attributes: 'config="/settings.json"' },
    "answers that are not saved": { attributes: 'storage="none"' },
    "a storage that is not known": { attributes: 'storage=" NONE "' },
    "a draft at a later question": { draft: draftAt("fund") },
    "a draft at the result": {
      draft: JSON.stringify({ schema: 2, place: { screen: "result" }, answers: { cap: "lead" } }),
    },
    "a draft that went from the result to the first question": {
      draft: fullDraft(
        { answers: { cap: "lead" }, priorities: {} },
        { question: "cap" },
        { screen: "result" },
      ),
    },
    "a draft of all questions at the first": {
      draft: fullDraft({ answers: { cap: "lead" }, priorities: {} }, { question: "cap" }),
    },
    "a draft of an earlier version": {
      draft: JSON.stringify({ schema: 1, at: 3, answers: { cap: "lead" } }),
    },
    "a draft that cannot be read": { draft: '{"schema":2,"place"' },
    "JSON that is not a draft": { draft: '[null, {"schema": 2}]' },
    // The last case: the script runs on every page after it.
    "a configuration set by a script": {
      before: () =>
        page.addInitScript(() => {
          document.addEventListener("readystatechange", () =>
            Object.assign(document.querySelector("support-fit") ?? {}, { config: {} }),
          );
        }),
    },
  };

  await page.route("**/settings.json", (route) => route.fulfill({ body: "{}" }));
  for (const [name, { attributes, draft, before }] of Object.entries(CASES)) {
    await test.step(name, async () => {
      await before?.();
      const release = await openEarlyWith(page, draft, attributes);
      await expect(element(page)).toHaveJSProperty("status", "loading");
      await expect.soft(page.getByText(FALLBACK)).toBeVisible();
      await expect.soft(page.getByRole("radio")).toHaveCount(0);
      await release();
      await expect.soft(page.getByText(FALLBACK)).toBeHidden();
      await expect.soft(heading(page, /./)).toBeVisible();
    });
  }
});

test("The first screen shows the saved answer, ignores drafts that do not count and declares its language @wcag-3.1.2", async ({
  page,
}) => {
  await test.step("the answer of a draft at the first question", async () => {
    const release = await openEarlyWith(page, draftAt("cap"));
    await expect.soft(page.getByLabel(LEANS[0], { exact: true })).toBeChecked();
    await release();
    await expect.soft(page.getByLabel(LEANS[0], { exact: true })).toBeChecked();
  });

  await test.step("no answer for one that is unknown", async () => {
    const release = await openEarlyWith(page, draftAt("cap", { cap: "nobody_knows" }));
    await expect.soft(heading(page, QUESTIONS[0])).toBeVisible();
    await expect.soft(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await release();
    await expect.soft(notice(page, "are from a different version")).toBeVisible();
  });

  await test.step("a later draft under another key", async () => {
    await openEarlyWith(page, draftAt("fund"), 'storage-key="mine"');
    await expect.soft(heading(page, QUESTIONS[0])).toBeVisible();
  });

  await test.step("an answer that another tab has saved since is not overwritten by it", async () => {
    const release = await openEarlyWith(page, draftAt("cap"));
    await expect.soft(page.getByLabel(LEANS[0], { exact: true })).toBeChecked();
    await page.evaluate(
      ([key, draft]) => localStorage.setItem(key, draft),
      [KEY, draftAt("cap", { cap: "none" })],
    );
    await press(page, "Next");
    await release();
    await expect.soft(heading(page, QUESTIONS[0])).toBeVisible();
    await expect.soft(page.getByLabel("No one in particular")).toBeChecked();
    expect.soft((await kept(page)).answers).toEqual({ cap: "none" });
  });

  await test.step("its language where the page has another one", async () => {
    await page.evaluate(() => localStorage.clear());
    await hold(page, FILES.WebAssembly);
    await openHost(page, `<support-fit></support-fit>${SCRIPT}`, { language: "it" });
    await heading(page, QUESTIONS[0]).waitFor();
    const language = await heading(page, QUESTIONS[0]).evaluate((it) =>
      it.closest("[lang]")?.getAttribute("lang"),
    );
    expect.soft(language).toBe("en");
  });

  // The last step: the script runs on every page after it.
  await test.step("an answer is kept where the browser blocks storage", async () => {
    await page.evaluate(() => localStorage.clear());
    await breakStorage(page, "getter");
    const release = await openEarly(page);
    await expect.soft(heading(page, QUESTIONS[0])).toBeVisible();
    await choose(page, LEANS[0]);
    await release();
    await expect.soft(heading(page, QUESTIONS[0])).toBeVisible();
    await expect.soft(notice(page, "won't let us save")).toBeVisible();
    await expect.soft(page.getByLabel(LEANS[0], { exact: true })).toBeChecked();
  });
});
