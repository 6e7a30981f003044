// The first question as the loader draws it before the application is there, and how the application takes over.

import { expect, test } from "@playwright/test";

import { barriers } from "./steps/checker.js";
import { breakStorage, draftAt, keep, kept } from "./steps/drafts.js";
import { LEANS, QUESTIONS, button, choose, heading, notice, painted, press } from "./steps/flow.js";
import { fullDraft } from "./steps/full.js";
import { RULES, SCRIPT, FILES, complaints, element, hold, openHost, ready } from "./steps/host.js";
import { DESKTOP, PHONE } from "./steps/measure.js";

/** @typedef {import("@playwright/test").Page} Page */

const FALLBACK = "The questions on paper";

/** What asks for an answer. */
const MISSING = "Choose an answer first.";

/** The two fold-outs of the first screen. */
const FOLDS = ["What the three models mean", "Why we ask"];

/**
 * Opens a host page whose element does not get its application yet.
 *
 * @param {Page} page
 * @param {string} [attributes]
 * @returns {Promise<() => Promise<void>>} Lets the application come, and waits for it.
 */
async function openEarly(page, attributes = "") {
  const letGo = await hold(page, FILES.WebAssembly);
  const body = `<label>Search <input type="search" /></label>
    <support-fit ${attributes}><p>${FALLBACK}</p></support-fit>
    <p id="after">What comes after it</p>${SCRIPT}`;
  await openHost(page, body, { css: RULES });
  return async () => {
    letGo();
    await ready(page);
  };
}

/**
 * Everything that is on the page inside the element: without what is folded, what nobody sees, and the drawing of the bar.
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
          .filter((part) => !(part instanceof Element && part.matches("dialog, [role=status]")))
          .map((part) => (part instanceof Element ? tree(part) : part))
          .map((part) => (part instanceof Text ? part.data : part))
          .filter((part) => part && !(part instanceof Comment)),
      };
    };
    return [...(host.shadowRoot?.children ?? [])].map(tree);
  });
}

/**
 * Tells of shifts of the page from now on.
 *
 * @param {Page} page
 * @returns {Promise<() => Promise<number[]>>} What has shifted since.
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

test("it is there before the application is", async ({ page }) => {
  await openEarly(page);
  await expect(heading(page, QUESTIONS[0])).toBeVisible();
  await expect(page.getByText(FALLBACK)).toBeHidden();
  await expect(element(page)).toHaveJSProperty("status", "loading");
});

test("it has the elements, classes, parts and words of the application", async ({ page }) => {
  const letGo = await openEarly(page);
  await heading(page, QUESTIONS[0]).waitFor();
  const early = await structure(page);
  await letGo();
  expect(early).toEqual(await structure(page));
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
    test.describe(`on a page that is ${colorScheme} (${size})`, () => {
      test.use({ colorScheme, viewport });

      test("it looks as the application will", async ({ page }) => {
        const letGo = await openEarly(page);
        await heading(page, QUESTIONS[0]).waitFor();
        const early = await element(page).screenshot();
        await letGo();
        await painted(page);
        expect((await element(page).screenshot()).equals(early)).toBe(true);
      });

      test("the checker finds nothing on it", async ({ page }) => {
        await hold(page, FILES.WebAssembly);
        await page.goto("/widget/");
        await heading(page, QUESTIONS[0]).waitFor();
        expect(await barriers(page)).toEqual([]);
      });
    });
  }
}

for (const [size, { width }] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
  test.describe(`the page around it (${size})`, () => {
    // High enough for what comes after the element to be seen: what is not seen does not shift.
    test.use({ viewport: { width, height: 1400 }, colorScheme: "light" });

    test("does not shift when the application takes over", async ({ page }) => {
      const letGo = await openEarly(page);
      await heading(page, QUESTIONS[0]).waitFor();
      await expect(page.locator("#after")).toBeInViewport();
      const before = await page.locator("#after").boundingBox();
      const shifts = await watchShifts(page);
      await letGo();
      expect(await shifts()).toEqual([]);
      expect(await page.locator("#after").boundingBox()).toEqual(before);
    });
  });
}

test.describe("when the application takes over", () => {
  test("the answer chosen before is kept", async ({ page }) => {
    const letGo = await openEarly(page);
    await choose(page, LEANS[0]);
    await letGo();
    await expect(page.getByLabel(LEANS[0], { exact: true })).toBeChecked();
    expect((await kept(page)).answers).toEqual({ cap: "lead" });
  });

  test("it goes on if “Next” was pressed after an answer", async ({ page }) => {
    const letGo = await openEarly(page);
    await choose(page, LEANS[0]);
    await press(page, "Next");
    await letGo();
    await expect(heading(page, QUESTIONS[1])).toBeFocused();
    expect((await kept(page)).answers).toEqual({ cap: "lead" });
  });

  test("it goes on with the answer that was chosen last, even after “Next”", async ({ page }) => {
    const letGo = await openEarly(page);
    await choose(page, LEANS[0]);
    await press(page, "Next");
    await choose(page, "Nobody in particular");
    await letGo();
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
    expect((await kept(page)).answers).toEqual({ cap: "none" });
  });

  test("the answer is not taken for another question, where another tab went on meanwhile", async ({
    page,
  }) => {
    const letGo = await openEarly(page);
    await choose(page, LEANS[0]);
    await page.evaluate((draft) => localStorage.setItem("support-fit", draft), draftAt("fund"));
    await letGo();
    await expect(heading(page, QUESTIONS[2])).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    expect((await kept(page)).answers).toEqual({ cap: "lead" });
  });

  test("it goes on if Enter was pressed at an answer", async ({ page }) => {
    const letGo = await openEarly(page);
    await choose(page, LEANS[0]);
    await page.keyboard.press("Enter");
    await letGo();
    await expect(heading(page, QUESTIONS[1])).toBeVisible();
  });

  test("it asks for an answer if “Next” was pressed without one", async ({ page }) => {
    const letGo = await openEarly(page);
    await press(page, "Next");
    await expect(page.getByText(MISSING)).toHaveCount(0);
    await letGo();
    await expect(page.locator("support-fit #missing")).toContainText(MISSING);
    await expect(page.getByRole("radio").first()).toBeFocused();
  });

  test("it asks for nothing if nothing was done", async ({ page }) => {
    const letGo = await openEarly(page);
    await heading(page, QUESTIONS[0]).waitFor();
    await letGo();
    await painted(page);
    await expect(page.getByText(MISSING)).toHaveCount(0);
    expect(await kept(page)).toBe(null);
  });

  for (const [name, control] of Object.entries({
    "an answer": (/** @type {Page} */ page) => page.getByLabel(LEANS[0], { exact: true }),
    "“Next”": (/** @type {Page} */ page) => button(page, "Next"),
    "a fold-out": (/** @type {Page} */ page) => page.getByText(FOLDS[0], { exact: true }),
  })) {
    test(`the focus stays on ${name}`, async ({ page }) => {
      const letGo = await openEarly(page);
      await control(page).focus();
      await letGo();
      await painted(page);
      await expect(control(page)).toBeFocused();
    });
  }

  test("the focus stays outside of it", async ({ page }) => {
    const letGo = await openEarly(page);
    await heading(page, QUESTIONS[0]).waitFor();
    await page.getByRole("searchbox").focus();
    await letGo();
    await painted(page);
    await expect(page.getByRole("searchbox")).toBeFocused();
  });

  test("the page does not scroll", async ({ page }) => {
    await page.setViewportSize({ width: PHONE.width, height: 400 });
    const letGo = await openEarly(page);
    await button(page, "Next").focus();
    await page.evaluate(() => scrollTo(0, 120));
    await letGo();
    await painted(page);
    expect(await page.evaluate(() => scrollY)).toBe(120);
  });

  for (const fold of FOLDS) {
    test(`“${fold}” is open if it was opened before`, async ({ page }) => {
      const letGo = await openEarly(page);
      const details = page.locator("support-fit details").filter({ hasText: fold });
      await details.locator("summary").click();
      await letGo();
      await expect(details).toHaveAttribute("open");
      await expect(page.locator("support-fit details[open]")).toHaveCount(1);
    });
  }

  test("nobody complains", async ({ page }) => {
    const found = complaints(page);
    const letGo = await openEarly(page);
    await page.getByText(FOLDS[0]).click();
    await choose(page, LEANS[0]);
    await press(page, "Next");
    await letGo();
    await painted(page);
    expect(found).toEqual([]);
  });
});

test.describe("the fallback content stays until the application is there", () => {
  /** @type {Record<string, { attributes?: string, draft?: string, before?: (page: Page) => Promise<unknown> }>} */
  const CASES = {
    "with all questions": { attributes: 'flow="full"' },
    "with a configuration": { attributes: 'config="/settings.json"' },
    "with a configuration set by a script": {
      before: (page) =>
        page.addInitScript(() => {
          document.addEventListener("readystatechange", () =>
            Object.assign(document.querySelector("support-fit") ?? {}, { config: {} }),
          );
        }),
    },
    "where a draft stopped at a later question": { draft: draftAt("fund") },
    "where a draft stopped at the result": {
      draft: JSON.stringify({ schema: 2, place: { screen: "result" }, answers: { cap: "lead" } }),
    },
    "where a draft went from the result to the first question": {
      draft: fullDraft(
        { answers: { cap: "lead" }, priorities: {} },
        { question: "cap" },
        { screen: "result" },
      ),
    },
    "where a draft of all questions stopped at the first": {
      draft: fullDraft({ answers: { cap: "lead" }, priorities: {} }, { question: "cap" }),
    },
    "where the draft is of an earlier version": {
      draft: JSON.stringify({ schema: 1, at: 3, answers: { cap: "lead" } }),
    },
    "where the draft cannot be read": { draft: '{"schema":2,"place"' },
    "where the draft is none": { draft: '[null, {"schema": 2}]' },
  };

  for (const [name, { attributes, draft, before }] of Object.entries(CASES)) {
    test(name, async ({ page }) => {
      await page.route("**/settings.json", (route) => route.fulfill({ body: "{}" }));
      if (draft) await keep(page, draft);
      await before?.(page);
      const letGo = await openEarly(page, attributes);
      await expect(element(page)).toHaveJSProperty("status", "loading");
      await expect(page.getByText(FALLBACK)).toBeVisible();
      await expect(page.getByRole("radio")).toHaveCount(0);
      await letGo();
      await expect(page.getByText(FALLBACK)).toBeHidden();
      await expect(heading(page, /./)).toBeVisible();
    });
  }
});

test.describe("it is shown", () => {
  test("with the answer of a draft that stopped there", async ({ page }) => {
    await keep(page, draftAt("cap"));
    const letGo = await openEarly(page);
    await expect(page.getByLabel(LEANS[0], { exact: true })).toBeChecked();
    await letGo();
    await expect(page.getByLabel(LEANS[0], { exact: true })).toBeChecked();
  });

  test("without an answer where a draft has one that is not known", async ({ page }) => {
    await keep(page, draftAt("cap", { cap: "nobody_knows" }));
    const letGo = await openEarly(page);
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await letGo();
    await expect(notice(page, "belong to another version")).toBeVisible();
  });

  test("where the page may not use storage", async ({ page }) => {
    await breakStorage(page, "getter");
    const letGo = await openEarly(page);
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
    await letGo();
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
  });

  test("and the answer is kept where the application has a message on top of it", async ({
    page,
  }) => {
    await breakStorage(page, "getter");
    const letGo = await openEarly(page);
    await choose(page, LEANS[0]);
    await letGo();
    await expect(notice(page, "does not let us save")).toBeVisible();
    await expect(page.getByLabel(LEANS[0], { exact: true })).toBeChecked();
  });

  test("where what is kept does not count", async ({ page }) => {
    await keep(page, draftAt("fund"));
    await openEarly(page, 'storage="none"');
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
  });

  test("where what is kept belongs to another element", async ({ page }) => {
    await keep(page, draftAt("fund"));
    await openEarly(page, 'storage-key="mine"');
    await expect(heading(page, QUESTIONS[0])).toBeVisible();
  });

  test("with its language named where the page has another one", async ({ page }) => {
    await hold(page, FILES.WebAssembly);
    await openHost(page, `<support-fit></support-fit>${SCRIPT}`, { language: "fr" });
    await heading(page, QUESTIONS[0]).waitFor();
    const question = heading(page, QUESTIONS[0]);
    expect(await question.evaluate((it) => it.closest("[lang]")?.getAttribute("lang"))).toBe("en");
  });
});
