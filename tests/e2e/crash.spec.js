// A panic of the application: the answers survive, the visitor can continue, and the host page keeps working.

import { readFile } from "node:fs/promises";

import { expect, test } from "@playwright/test";

import { breakStorage, draftAt, keep, kept } from "./steps/drafts.js";
import { eventDetails, listen, recordedEvents } from "./steps/events.js";
import { FAILURE, breakApplication, loggedErrors, repairApplication } from "./steps/failing.js";
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

/** The answers before the crash; the application crashes at the last one. */
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
 * Opens a host page, answers three questions, and makes the application crash at the third.
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
  await page.getByText(FAILURE.crashed).waitFor();
}

/**
 * Makes the application crash at the first answer.
 *
 * @param {Page} page
 */
async function stop(page) {
  await breakApplication(page);
  await page.getByLabel(LEANS[0], { exact: true }).click();
  await expect(element(page)).toHaveJSProperty("status", "failed");
}

/**
 * Removes the cause of the crash, and continues.
 *
 * @param {Page} page
 * @param {Page | Locator} [part]
 */
async function continueAfterCrash(page, part = page) {
  await repairApplication(page);
  await button(part, FAILURE.again).first().dispatchEvent("click");
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

test("A crash is reported to the visitor, the console and the page @threat-crashes", async ({
  page,
}) => {
  await listen(page);
  const logged = loggedErrors(page);
  await openHost(page, body());
  await page.evaluate(() => {
    const output = /** @type {HTMLOutputElement} */ (document.querySelector("output"));
    document.querySelector("#theirs")?.addEventListener("click", () => {
      output.value = String(Number(output.value) + 1);
    });
  });
  await ready(page);
  await stop(page);

  await test.step("the visitor sees the message and the fallback content", async () => {
    await expect.soft(page.getByRole("alert")).toContainText(FAILURE.crashed);
    await expect.soft(page.getByText(FALLBACK)).toBeVisible();
    await expect.soft(page.getByRole("radio")).toHaveCount(0);
  });

  await test.step("the console has one line with the code, the place and the remedy", async () => {
    await expect.poll(() => logged.length).toBeGreaterThan(0);
    expect.soft(logged).toHaveLength(1);
    expect.soft(logged[0]).toMatch(/ crashed: .*in wasm-function\[\d+\].*Please report this\./);
    expect.soft(logged[0]).not.toContain("undefined");
  });

  await test.step("the page receives one error event with the code, as the last event", async () => {
    const [last, ...others] = (await recordedEvents(page)).reverse();
    expect.soft(last).toMatchObject({ name: "error", detail: { code: "crashed" } });
    expect.soft(others.map(({ name }) => name)).not.toContain("error");
  });

  await test.step("the element has the status failed and no result", async () => {
    await expect.soft(element(page)).toHaveJSProperty("status", "failed");
    await expect.soft(element(page)).toHaveJSProperty("result", null);
  });

  await test.step("the host page keeps working", async () => {
    await press(page, "Count");
    await expect(page.getByRole("status").filter({ hasText: "1" })).toBeVisible();
  });
});

/**
 * Where the answers are, or are not, when the application crashes.
 *
 * @type {Record<string, Record<string, { attributes?: string, arrange?: (page: Page) => Promise<void> }>>}
 */
const STORAGE = {
  "in storage": {
    "under the default key": {},
    "under a key from an attribute": { attributes: 'storage-key="mine"' },
    "under a key from the configuration": { attributes: 'config="#settings"' },
  },
  "in memory only": {
    "with storage turned off": { attributes: 'storage="none"' },
    "with another draft in storage": {
      attributes: 'storage="none"',
      arrange: (page) => keep(page, draftAt("cap", { cap: "none" })),
    },
    "with storage blocked": { arrange: (page) => breakStorage(page, "getter") },
    "with storage full": {
      async arrange(page) {
        await keep(page, draftAt("cap", { cap: "none" }));
        await breakStorage(page, "QuotaExceededError");
      },
    },
  },
};

for (const [where, cases] of Object.entries(STORAGE)) {
  test(`A crash loses no answer that is ${where}`, async ({ context }) => {
    for (const [name, { attributes, arrange }] of Object.entries(cases)) {
      await test.step(name, async () => {
        // A page for each, since what breaks its storage cannot be undone.
        const page = await context.newPage();
        await page.goto("/demo.css");
        await page.evaluate(() => localStorage.clear());
        await arrange?.(page);
        await crash(page, attributes);
        const { name, draft } = await file(page);
        expect.soft(name).toBe("support-fit-answers.json");
        expect.soft(draft.answers).toEqual(ANSWERS);
        expect.soft(draft.place).toEqual({ question: "answer" });
        await continueAfterCrash(page);
        await expect(heading(page, QUESTIONS[3])).toBeVisible();
        const restored = (/** @type {any} */ host) => host.exportDraft();
        expect.soft((await element(page).evaluate(restored)).answers).toEqual(ANSWERS);
        await page.close();
      });
    }
  });
}

test("“Continue” works again and again, up to the result", async ({ page }) => {
  await crash(page);

  await test.step("it fails again while the cause persists", async () => {
    await button(page, FAILURE.again).dispatchEvent("click");
    await expect(element(page)).toHaveJSProperty("status", "failed");
    await expect(page.getByRole("alert")).toBeVisible();
    await repairApplication(page);
    await page.locator("support-fit button").first().dispatchEvent("click");
    await ready(page);
    await expect(heading(page, QUESTIONS[3])).toBeVisible();
  });

  await test.step("the crashed application no longer reacts to anything", async () => {
    const found = complaints(page);
    await page.evaluate((key) => {
      for (const type of ["resize", "scroll", "focus", "blur", "pagehide", "pageshow", "online"]) {
        dispatchEvent(new Event(type));
      }
      dispatchEvent(new StorageEvent("storage", { key }));
      document.dispatchEvent(new Event("visibilitychange"));
    }, "support-fit");
    await painted(page);
    expect.soft(found).toEqual([]);
  });

  await test.step("it works after a second crash", async () => {
    await breakApplication(page);
    await answer(page, LEANS[3]);
    await page.getByText(FAILURE.crashed).waitFor();
    await continueAfterCrash(page);
    await expect(heading(page, QUESTIONS[4])).toBeVisible();
  });

  await test.step("the remaining answers lead to the result", async () => {
    await answerAll(page, LEANS.slice(4));
    await expect(heading(page, "Leaning toward co-managed IT")).toBeVisible();
    expect((await kept(page)).answers).toMatchObject(ANSWERS);
  });
});

test("An element that crashed can be removed, added again, and used by a script", async ({
  page,
}) => {
  await crash(page);

  await test.step("removing it logs nothing", async () => {
    const found = complaints(page);
    await element(page).evaluate((host) => {
      Object.assign(window, { host });
      host.remove();
    });
    await page.evaluate(() => dispatchEvent(new Event("pagehide")));
    await painted(page);
    expect.soft(found).toEqual([]);
  });

  await test.step("it works when it is added again", async () => {
    await repairApplication(page);
    await page.evaluate(() => document.body.append(/** @type {any} */ (window).host));
    await ready(page);
    await expectAnswers(page);
  });

  await test.step("after another crash, a method starts it again", async () => {
    await breakApplication(page);
    await press(page, "Next");
    await page.getByText(FAILURE.crashed).waitFor();
    await repairApplication(page);
    const draft = await element(page).evaluate((/** @type {any} */ host) => host.exportDraft());
    expect(draft.answers).toEqual(ANSWERS);
  });
});

test("A crash stops both elements of a page, and each continues with its own answers", async ({
  page,
}) => {
  const two = `<support-fit id="two" storage-key="two"><p slot="failed">Call us.</p></support-fit>`;
  await openHost(page, body('storage-key="one"') + two);
  for (const id of ["one", "two"]) {
    await element(page, `#${id}`).evaluate((/** @type {SupportFit} */ host) => host.load());
    await choose(page.locator(`#${id}`), LEANS[0]);
  }
  await breakApplication(page);
  await press(page.locator("#one"), "Next");
  await expect(page.locator("#one").getByText(FAILURE.crashed)).toBeVisible();

  await test.step("the `failed` slot replaces the message", async () => {
    await expect(element(page, "#two")).toHaveJSProperty("status", "failed");
    await expect.soft(page.getByText("Call us.")).toBeVisible();
    await expect.soft(page.locator("#two").getByText(FAILURE.crashed)).toBeHidden();
  });

  await repairApplication(page);
  for (const id of ["#one", "#two"]) {
    await button(page.locator(id), FAILURE.again).dispatchEvent("click");
    await ready(page, id);
  }
  await expect(heading(page.locator("#one"), QUESTIONS[1])).toBeVisible();
  await expect(heading(page.locator("#two"), QUESTIONS[0])).toBeVisible();
  await expect(page.locator("#two").getByLabel(LEANS[0], { exact: true })).toBeChecked();
});

test("An application that crashes while it starts can be started again", async ({ page }) => {
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
  await expect(heading(page, "Leaning toward co-managed IT")).toBeVisible();
  expect(await eventDetails(page)).toContainEqual([
    "error",
    expect.objectContaining({ code: "crashed" }),
  ]);
});
