// What is left when the application stops for good: the answers, a way on, and the page around it.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import { barriers } from "./steps/checker.js";
import { breakStorage, draftAt, keep, kept } from "./steps/drafts.js";
import { heard, listen, told } from "./steps/events.js";
import { SAID, breakApplication, loggedErrors, repairApplication } from "./steps/failing.js";
import {
  LEANS,
  QUESTIONS,
  answer,
  answerAll,
  button,
  choose,
  heading,
  painted,
  press,
} from "./steps/flow.js";
import { SCRIPT, complaints, element, openHost, ready } from "./steps/host.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */
/** @typedef {import("./steps/host.js").SupportFit} SupportFit */

const FALLBACK = "The questions on paper";

const FILE = "Save as a file";

/** What is answered before it stops: the last of them is what it stops at. */
const ANSWERS = { cap: "lead", load: "stretched", fund: "one" };

/**
 * A host page with an element.
 *
 * @param {string} [attributes]
 */
const body = (attributes = "") =>
  `<button id="theirs">Count</button><output>0</output>
  <script type="application/json" id="settings">{ "storageKey": "mine" }</script>
  <support-fit id="one" ${attributes}><p>${FALLBACK}</p></support-fit>${SCRIPT}`;

/**
 * Opens a host page, answers three questions, and has the application stop at the third.
 *
 * @param {Page} page
 * @param {string} [attributes]
 */
async function crash(page, attributes) {
  await openHost(page, body(attributes));
  await ready(page);
  await answerAll(page, LEANS.slice(0, 2));
  await choose(page, LEANS[2]);
  await breakApplication(page);
  await press(page, "Next");
  await page.getByText(SAID.crashed).waitFor();
}

/**
 * Has the application stop at the first answer.
 *
 * @param {Page} page
 */
async function stop(page) {
  await breakApplication(page);
  await page.getByLabel(LEANS[0], { exact: true }).click();
  await expect(element(page)).toHaveJSProperty("status", "failed");
}

/**
 * Repairs what made it stop, and goes on.
 *
 * @param {Page} page
 * @param {Page | Locator} [part]
 */
async function goOn(page, part = page) {
  await repairApplication(page);
  await button(part, SAID.again).first().dispatchEvent("click");
  await ready(page);
}

/**
 * Goes back through the questions and compares the answers.
 *
 * @param {Page | Locator} part At the fourth question.
 */
async function expectAnswers(part) {
  await expect(heading(part, QUESTIONS[3])).toBeVisible();
  for (const n of [2, 1, 0]) {
    await press(part, "Back");
    await expect(heading(part, QUESTIONS[n])).toBeVisible();
    await expect(part.getByLabel(LEANS[n], { exact: true })).toBeChecked();
  }
}

/**
 * Saves the offered file and reads it.
 *
 * @param {Page} page
 * @returns {Promise<{ name: string, draft: import("./steps/drafts.js").Draft }>}
 */
async function file(page) {
  const download = page.waitForEvent("download");
  await button(page, FILE).dispatchEvent("click");
  const file = await download;
  const text = await readFile(await file.path(), "utf8");
  return { name: file.suggestedFilename(), draft: JSON.parse(text) };
}

test("the visitor reads it, and the fallback content", async ({ page }) => {
  await crash(page);
  await expect(page.getByRole("alert")).toContainText(SAID.crashed);
  await expect(page.getByText(FALLBACK)).toBeVisible();
  await expect(page.getByRole("radio")).toHaveCount(0);
});

test("the checker finds nothing on the message", async ({ page }) => {
  await page.goto("/widget/");
  await ready(page);
  await stop(page);
  await repairApplication(page);
  expect(await barriers(page)).toEqual([]);
});

test("the console has one line with the code, the place and the remedy", async ({ page }) => {
  const logged = loggedErrors(page);
  await crash(page);
  expect(logged).toHaveLength(1);
  expect(logged[0]).toMatch(/ crashed: .*in wasm-function\[\d+\].*Please report this\./);
  expect(logged[0]).not.toContain("undefined");
});

test("the page hears the code", async ({ page }) => {
  await listen(page);
  await crash(page);
  const [last, ...others] = (await heard(page)).reverse();
  expect(last).toMatchObject({ name: "error", detail: { code: "crashed" } });
  expect(others.map(({ name }) => name)).not.toContain("error");
});

test("the element says that it has failed, and has no result", async ({ page }) => {
  await crash(page);
  await expect(element(page)).toHaveJSProperty("status", "failed");
  await expect(element(page)).toHaveJSProperty("result", null);
});

test("the page around it lives on", async ({ page }) => {
  await openHost(page, body());
  await page.evaluate(() => {
    const output = /** @type {HTMLOutputElement} */ (document.querySelector("output"));
    document.querySelector("#theirs")?.addEventListener("click", () => {
      output.value = String(Number(output.value) + 1);
    });
  });
  await ready(page);
  await stop(page);
  await press(page, "Count");
  await expect(page.getByRole("status").filter({ hasText: "1" })).toBeVisible();
});

test("the `failed` slot replaces the message", async ({ page }) => {
  await openHost(page, `<support-fit><p slot="failed">Call us.</p></support-fit>${SCRIPT}`);
  await ready(page);
  await stop(page);
  await expect(page.getByText("Call us.")).toBeVisible();
  await expect(page.getByText(SAID.crashed)).toBeHidden();
});

for (const [where, { attributes, arrange }] of Object.entries({
  "where answers are kept on the device": { attributes: "", arrange: undefined },
  "with a key of its own": { attributes: 'storage-key="mine"', arrange: undefined },
  "with a key from the configuration": { attributes: 'config="#settings"', arrange: undefined },
  "where nothing may be kept": { attributes: 'storage="none"', arrange: undefined },
  "where something else is kept": {
    attributes: 'storage="none"',
    arrange: (/** @type {Page} */ page) => keep(page, draftAt("cap", { cap: "none" })),
  },
  "where storage is blocked": {
    attributes: "",
    arrange: (/** @type {Page} */ page) => breakStorage(page, "getter"),
  },
  "where storage is full": {
    attributes: "",
    arrange: async (/** @type {Page} */ page) => {
      await keep(page, draftAt("cap", { cap: "none" }));
      await breakStorage(page, "QuotaExceededError");
    },
  },
})) {
  test.describe(where, () => {
    test.beforeEach(async ({ page }) => {
      await arrange?.(page);
      await crash(page, attributes);
    });

    test("“Go on from there” brings every answer back", async ({ page }) => {
      await goOn(page);
      await expectAnswers(page);
    });

    test("the answers are offered as a file", async ({ page }) => {
      const { name, draft } = await file(page);
      expect(name).toBe("support-fit-answers.json");
      expect(draft.answers).toEqual(ANSWERS);
      expect(draft.place).toEqual({ question: "answer" });
    });
  });
}

test.describe("“Go on from there”", () => {
  test("goes on to the result", async ({ page }) => {
    await crash(page);
    await goOn(page);
    await answerAll(page, LEANS.slice(3));
    await expect(heading(page, "lean one way")).toBeVisible();
    expect((await kept(page)).answers).toMatchObject(ANSWERS);
  });

  test("works a second time", async ({ page }) => {
    await crash(page);
    await goOn(page);
    await breakApplication(page);
    await answer(page, LEANS[3]);
    await page.getByText(SAID.crashed).waitFor();
    await goOn(page);
    await expect(heading(page, QUESTIONS[4])).toBeVisible();
  });

  test("says it again where it stops again", async ({ page }) => {
    await crash(page);
    await button(page, SAID.again).dispatchEvent("click");
    await expect(element(page)).toHaveJSProperty("status", "failed");
    await expect(page.getByRole("alert")).toBeVisible();
    await repairApplication(page);
    await page.locator("support-fit button").first().dispatchEvent("click");
    await ready(page);
    await expectAnswers(page);
  });

  test("leaves nothing of the application that stopped", async ({ page }) => {
    await crash(page);
    await goOn(page);
    const found = complaints(page);
    await page.evaluate((key) => {
      for (const type of ["resize", "scroll", "focus", "blur", "pagehide", "online"]) {
        dispatchEvent(new Event(type));
      }
      dispatchEvent(new StorageEvent("storage", { key, newValue: localStorage.getItem(key) }));
      dispatchEvent(new StorageEvent("storage", { key, newValue: null }));
    }, "support-fit");
    await painted(page);
    expect(found).toEqual([]);
  });

  test("works for an element that a script asks", async ({ page }) => {
    await crash(page);
    await repairApplication(page);
    const draft = await element(page).evaluate((/** @type {any} */ host) => host.exportDraft());
    expect(draft.answers).toEqual(ANSWERS);
  });
});

test.describe("two elements", () => {
  test.beforeEach(async ({ page }) => {
    const two = '<support-fit id="two" storage-key="two"></support-fit>';
    await openHost(page, body('storage-key="one"') + two);
    for (const id of ["one", "two"]) {
      await element(page, `#${id}`).evaluate((/** @type {SupportFit} */ host) => host.load());
    }
    await choose(page.locator("#one"), LEANS[0]);
    await choose(page.locator("#two"), LEANS[0]);
    await breakApplication(page);
    await press(page.locator("#one"), "Next");
    await page.getByText(SAID.crashed).first().waitFor();
  });

  test("both say it, since they share what has stopped", async ({ page }) => {
    for (const id of ["#one", "#two"]) {
      await expect(page.locator(id).getByText(SAID.crashed)).toBeVisible();
    }
  });

  test("both go on with answers of their own", async ({ page }) => {
    await repairApplication(page);
    for (const id of ["#one", "#two"]) {
      await button(page.locator(id), SAID.again).dispatchEvent("click");
      await ready(page, id);
    }
    await expect(heading(page.locator("#one"), QUESTIONS[1])).toBeVisible();
    await expect(heading(page.locator("#two"), QUESTIONS[0])).toBeVisible();
    await expect(page.locator("#two").getByLabel(LEANS[0], { exact: true })).toBeChecked();
  });
});

test.describe("an element that has stopped", () => {
  test("may go", async ({ page }) => {
    await crash(page);
    const found = complaints(page);
    await element(page).evaluate((host) => host.remove());
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    await painted(page);
    expect(found).toEqual([]);
  });

  test("works again when it comes back", async ({ page }) => {
    await crash(page);
    await repairApplication(page);
    await element(page).evaluate(async (host) => {
      host.remove();
      await new Promise(requestAnimationFrame);
      document.body.append(host);
    });
    await ready(page);
    await expectAnswers(page);
  });
});

test("an application that stops while it starts can be started again", async ({ page }) => {
  await listen(page);
  await openHost(page, body());
  await page.evaluate(() => document.querySelector("support-fit")?.remove());
  await breakApplication(page);
  await page.evaluate(() => document.body.append(document.createElement("support-fit")));
  await expect(element(page)).toHaveJSProperty("status", "failed");
  await repairApplication(page);
  await page.locator("support-fit button").first().dispatchEvent("click");
  await ready(page);
  await answerAll(page, LEANS);
  await expect(heading(page, "lean one way")).toBeVisible();
  expect(await told(page)).toContainEqual(["error", expect.objectContaining({ code: "crashed" })]);
});
